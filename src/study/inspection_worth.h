// What looking longer is worth: one more day of inspection for each cooperative, against what its team's time costs.
#pragma once

#include <cstdint>
#include <vector>

#include "model/scenario.h"

namespace zhengshe::study {

// Scores as the rule "treat what the inspection finds" reckons them (sim/diagnosis.h), but with the true severities:
// what the measures that it takes would really bring, their team cost taken off. Means over replications. Seeing better
// can be worth less than nothing: the rule leaves what is not serious, which a wrong finding may make it put right.
struct InspectionWorth {
  model::CooperativeId cooperative;
  double usual = 0;         // after an inspection of the usual length
  double one_more_day = 0;  // what one more team-day at 100 members adds to it, its own cost taken off
  double knowing_all = 0;   // what seeing without noise would add
  double right = 0;         // chance that the rule begins with the measure that it would begin with if it saw all
  double right_longer = 0;  // the same after one more day
};

// By position in the scenario. In each replication truth, noise and skill are drawn as in a run, and both lengths see
// with the same luck; nobody is treated yet. weights: of the plan, the usual ones for kLeftAlone.
// Precondition: the plan exists, count ≥ 1.
std::vector<InspectionWorth> inspection_worths(const model::Scenario& scenario, model::PlanId plan, std::uint64_t seed, int count);

}  // namespace zhengshe::study
