#include "plan/contest.h"

#include "plan/worth.h"

namespace zhengshe::plan {
namespace {

double points(const model::Scenario& scenario, std::uint64_t seed, int replication) {
  sim::RunOptions options;
  options.plan = scenario.plans.front().id;
  options.seed = seed;
  options.replication = replication;
  return total_points(scenario, scenario.plans.front().weights, sim::run(scenario, options));
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
    const double mine = points(own, options.seed, replication);
    contest.points += share * mine;
    for (std::size_t i = 0; i < others.size(); ++i) {
      const double difference = mine - points(others[i], options.seed, replication);
      contest.rivals[i].difference += share * difference;
      contest.rivals[i].chance += difference > 0 ? share : 0;
    }
  }
  return contest;
}

}  // namespace zhengshe::plan
