// Fits the assumptions of a scenario to what was observed: its replications are the candidates (study/calibrate.h),
// since each draws all assumptions from their documented distributions, and its luck with them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/scenario.h"
#include "study/calibrate.h"

namespace zhengshe::study {

// Something observed that replications can be held against.
struct Target {
  std::string name;  // a claim's key, or metric, cooperative and date
  bool is_claim = false;
  std::size_t position = 0;  // in the scenario's claims or observations
  double value = 0;
};

// An owner's monthly outcomes where there are any, else the claims with a value: showcases, which the best of many
// cooperatives would show anyway.
std::vector<Target> targets_of(const model::Scenario& scenario);

// What replication `candidate` shows of each target; not a number where it shows nothing. Precondition: the plan exists.
std::vector<double> outcomes_of(const model::Scenario& scenario, model::PlanId plan, std::uint64_t seed, std::span<const Target> targets, int candidate);

// An assumption after the fit, within its documented bounds: quantiles, and the span of all candidates with a weight.
struct FittedAssumption {
  model::Coefficient coefficient = model::Coefficient::size_exponent;
  double low = 0, median = 0, high = 0;  // 5 %, 50 %, 95 %
  double least = 0, greatest = 0;
};

struct Fit {
  std::vector<bool> used;     // by target: shown by at least half of the candidates; others were left out
  Posterior posterior;        // by candidate; no weight where none came near
  std::vector<FittedAssumption> assumptions;  // those with a range, in order
};

// outcomes: [candidate × targets + target]. share: of the candidates that may come near; 0..1.
Fit fit(const model::Scenario& scenario, std::uint64_t seed, std::span<const Target> targets, std::span<const double> outcomes, double share);

// The scenario with what was learned: ranges as the distribution of each assumption reads them, never outside the
// documented ones. Unchanged where no candidate has a weight.
model::Scenario with_fit(const model::Scenario& scenario, const Fit& fit);

}  // namespace zhengshe::study
