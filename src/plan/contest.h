// What a plan is worth beside those of simple orders once luck is drawn: all of them meet the same luck.
#pragma once

#include <vector>

#include "plan/planner.h"

namespace zhengshe::plan {

struct Rival {
  Strategy strategy = Strategy::worst_first;
  double difference = 0;   // points by which the plan is worth more, on average over the replications
  double chance = 0;       // share of the replications in which it is worth more
};

struct Contest {
  double points = 0;          // of the plan, on average
  std::vector<Rival> rivals;  // each strategy but the optimal one, in their order
};

// Above this chance a plan is said to be better.
inline constexpr double kClearlyBetter = 0.9;

// Runs the plan that was made and one for each simple order in replications first … end − 1 of the options' seed.
// Precondition: first < end; `outcome` was made for this plan of the scenario.
Contest hold_contest(const model::Scenario& scenario, model::PlanId plan, const Outcome& outcome, const PlanOptions& options, int first, int end);

}  // namespace zhengshe::plan
