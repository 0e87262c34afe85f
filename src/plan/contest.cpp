#include "plan/contest.h"

#include <algorithm>

#include "plan/worth.h"

namespace zhengshe::plan {
namespace {

// The day on which a plan's first batch may begin; plans that are made of one another share it.
int first_day(const model::Scenario& scenario) {
  int first = scenario.calendar.horizon_days;
  for (const model::Batch& batch : scenario.plans.front().batches) first = std::min(first, batch.earliest_start - scenario.calendar.start);
  return std::max(0, first);
}

// What all the runs of a replication have in common.
sim::Trunk trunk_of(const model::Scenario& scenario, std::uint64_t seed, int replication) {
  sim::RunOptions options;
  options.seed = seed;
  options.replication = replication;
  sim::Trunk trunk(scenario, options);
  trunk.grow(first_day(scenario));
  return trunk;
}

double points(const model::Scenario& scenario, const sim::Trunk& trunk) {
  const model::Plan& plan = scenario.plans.front();
  return total_points(scenario, plan.weights, trunk.branch(scenario, plan.id));
}

}  // namespace

Contest hold_contest(const model::Scenario& scenario, model::PlanId plan, const Outcome& outcome, const PlanOptions& options, int first, int end) {
  const model::Plan& chosen = *model::find_plan(scenario, plan);
  const model::Scenario own = with_only(scenario, applied(chosen, outcome));
  Contest contest;
  std::vector<model::Scenario> others;
  for (const Strategy strategy : model::all_of<Strategy>()) {
    if (strategy == Strategy::optimal) continue;
    PlanOptions simple = options;
    simple.strategy = strategy;
    Planner planner(scenario, plan, simple);
    others.push_back(with_only(scenario, applied(chosen, plan_to_the_end(planner))));
    contest.rivals.push_back({strategy, 0, 0});
  }
  const double share = 1.0 / (end - first);
  for (int replication = first; replication < end; ++replication) {
    const sim::Trunk trunk = trunk_of(own, options.seed, replication);
    const double mine = points(own, trunk);
    contest.points += share * mine;
    for (std::size_t i = 0; i < others.size(); ++i) {
      const double difference = mine - points(others[i], trunk);
      contest.rivals[i].difference += share * difference;
      contest.rivals[i].chance += difference > 0 ? share : 0;
    }
  }
  return contest;
}

}  // namespace zhengshe::plan
