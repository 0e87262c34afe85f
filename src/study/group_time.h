// Effects by cohort and period against those not yet treated (EVIDENCE.md 5.5, 5.9).
// B. Callaway and P. Sant'Anna, Difference-in-differences with multiple time periods, J. Econometrics 225 (2021).
#pragma once

#include <cstdint>
#include <vector>

#include "study/estimators.h"

namespace zhengshe::study {

// ATT(g, t) = mean over G = g of (Y_t − Y_{g−1}) − mean over G > max(t, g) of the same. At t < g it is the check
// of earlier trends, which is zero at t = g − 1. Not identified where nobody is untreated any more.
struct GroupTime {
  int start = 0;   // g
  int period = 0;  // t
  int units = 0;   // of the cohort
  Estimate effect;
};

// Every cohort that has a period before its start, every period; by start, then period.
std::vector<GroupTime> group_time_effects(const Panel& panel);

// The effect k periods after the start, cohorts weighted by their units over the cells that are identified.
struct EventEffect {
  int since_start = 0;  // k; below zero: before the start
  Estimate effect;
};

// By k, from the first to the last that some cohort reaches; those beyond comparison are "not identified".
std::vector<EventEffect> event_study(const Panel& panel);

// Each cohort's mean over its identified cells from its start on, cohorts weighted by their units.
Estimate overall_effect(const Panel& panel);

// Share of random reassignments of the starts, the given one counted in, whose |overall effect| is at least as
// large: (1 + #) / (1 + reassignments). 1 where the effect is not identified. Deterministic in the seed.
double permutation_p(const Panel& panel, int reassignments, std::uint64_t seed);

}  // namespace zhengshe::study
