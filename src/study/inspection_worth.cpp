#include "study/inspection_worth.h"

#include <algorithm>
#include <cassert>

#include "sim/diagnosis.h"
#include "sim/world.h"

namespace zhengshe::study {
namespace {

using model::Coefficient;

// One cooperative as its inspectors meet it.
struct Case {
  sim::Severities truth;
  sim::Circumstances circumstances;
  std::vector<sim::Prospect> true_prospects;  // of all measures, by score
};

Case case_of(const sim::World& world, int root, const sim::Coefficients& believed, const model::ObjectiveWeights& weights) {
  const sim::Condition condition = world.condition(root, 0);
  const sim::TradeParameters& trade = world.parameters().trades[static_cast<std::size_t>(world.main_trade(root))];
  Case met{sim::severities(condition), {condition.members, condition.size, trade.changeover_loss, condition.repertoire}, {}};
  met.true_prospects = sim::prospects(sim::beliefs_after(met.truth, 0), believed, met.circumstances, weights);
  return met;
}

// True score of the measures that a diagnosis takes.
double true_score(const Case& met, const sim::Diagnosis& diagnosis) {
  double score = 0;
  for (const model::MeasureChoice& choice : diagnosis.measures)
    score += std::find_if(met.true_prospects.begin(), met.true_prospects.end(), [&](const sim::Prospect& p) { return p.measure == choice.measure; })->score;
  return score;
}

// What a diagnosis begins with; a count of all measures where it does nothing.
std::size_t first_of(const sim::Diagnosis& diagnosis) {
  return diagnosis.measures.empty() ? model::kCount<model::Measure> : static_cast<std::size_t>(diagnosis.measures.front().measure);
}

}  // namespace

std::vector<InspectionWorth> inspection_worths(const model::Scenario& scenario, model::PlanId plan, std::uint64_t seed, int count) {
  assert(count >= 1);
  const model::Plan nobody;
  const model::Plan* chosen = model::find_plan(scenario, plan);
  const model::ObjectiveWeights weights = chosen != nullptr ? chosen->weights : nobody.weights;
  const sim::Coefficients believed = sim::draw_parameters(scenario, {}).coefficients;
  std::vector<InspectionWorth> worths(scenario.cooperatives.size());
  const double each = 1.0 / count;
  for (int replication = 0; replication < count; ++replication) {
    const sim::World world(scenario, &nobody, {seed, static_cast<std::uint32_t>(replication), false});
    const sim::Parameters& parameters = world.parameters();
    const double days = parameters[Coefficient::inspection_days];
    for (int root = 0; root < world.roots(); ++root) {
      InspectionWorth& worth = worths[static_cast<std::size_t>(root)];
      worth.cooperative = scenario.cooperatives[static_cast<std::size_t>(root)].id;
      const Case met = case_of(world, root, believed, weights);
      const auto found = [&](double noise) {
        return sim::diagnose(met.truth, sim::observe(met.truth, noise, parameters.luck, worth.cooperative), noise, believed, met.circumstances, weights);
      };
      const auto after = [&](double team_days) { return found(sim::inspection_noise(parameters[Coefficient::inspection_noise], team_days, parameters.team_skill)); };
      const sim::Diagnosis usual = after(days), longer = after(days + 1), all = found(0);
      const double reached = true_score(met, usual);
      worth.usual += each * reached;
      worth.one_more_day += each * (true_score(met, longer) - reached + sim::score({}, sim::size_factor(met.circumstances.members), weights));
      worth.knowing_all += each * (true_score(met, all) - reached);
      worth.right += first_of(usual) == first_of(all) ? each : 0;
      worth.right_longer += first_of(longer) == first_of(all) ? each : 0;
    }
  }
  return worths;
}

}  // namespace zhengshe::study
