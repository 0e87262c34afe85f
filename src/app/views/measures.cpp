#include "app/views/measures.h"

#include <algorithm>

#include "app/views/passages.h"
#include "sim/diagnosis.h"
#include "sim/world.h"

namespace zhengshe::app::views {
namespace {

// 5 % and 95 % of a normal distribution, in standard deviations.
constexpr double kNinetyPercent = 1.6448536269514722;

// The condition on the first morning, from a city in which it is the only cooperative: cheap at any size.
sim::Condition condition_of(const model::Scenario& scenario, const model::Cooperative& cooperative) {
  model::Scenario alone = scenario;
  alone.cooperatives = {cooperative};
  alone.plans.clear();
  sim::World world(alone, nullptr, sim::Luck{});
  return world.condition(0, 0);
}

sim::Circumstances circumstances_of(const model::Scenario& scenario, const model::Cooperative& cooperative, const sim::Condition& condition) {
  const auto largest = std::max_element(cooperative.workshops.begin(), cooperative.workshops.end(),
                                        [](const model::Workshop& a, const model::Workshop& b) { return a.members < b.members; });
  const model::Trade& trade = scenario.trades[static_cast<std::size_t>(model::index_of(scenario, largest->trade))];
  const double scale = model::centre(scenario, model::Coefficient::changeover_scale);
  return {condition.members, condition.size, scale * trade[model::TradeQuantity::changeover_loss], condition.repertoire};
}

// What is believed of its problems on the day: what the inspection saw, or what is known of such cooperatives.
model::PerEnum<model::Problem, sim::Prior> beliefs_of(const Session& session, const sim::Passage* passage) {
  const model::Scenario& scenario = session.scenario();
  model::PerEnum<model::Problem, sim::Prior> beliefs;
  for (const model::Problem problem : model::all_of<model::Problem>()) beliefs[problem] = sim::prior(problem);
  if (!is_known_on(passage, session.day()) || passage->findings.empty()) return beliefs;
  sim::Severities observed{};
  for (const sim::Finding& finding : passage->findings) observed[finding.problem] = finding.severity;
  const double noise = sim::inspection_noise(model::centre(scenario, model::Coefficient::inspection_noise),
                                             model::centre(scenario, model::Coefficient::inspection_days), scenario.teams.initial_skill.value);
  return sim::beliefs_after(observed, noise);
}

sim::Coefficients centre_of(const model::Scenario& scenario) {
  sim::Coefficients values{};
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) values[coefficient] = model::centre(scenario, coefficient);
  return values;
}

bool includes(const std::vector<model::MeasureChoice>& choices, model::Measure measure) {
  return std::any_of(choices.begin(), choices.end(), [measure](const model::MeasureChoice& choice) { return choice.measure == measure; });
}

}  // namespace

std::optional<Measures> measures(const Session& session) {
  const model::Scenario& scenario = session.scenario();
  const int position = model::index_of(scenario, session.selected());
  if (position < 0) return std::nullopt;
  const model::Cooperative& cooperative = scenario.cooperatives[static_cast<std::size_t>(position)];
  const sim::Passage* passage = passage_of(session.result(), cooperative.id);
  const model::Treatment* treatment = session.plan() != nullptr ? model::treatment_of(*session.plan(), cooperative.id) : nullptr;
  Measures view;
  view.id = cooperative.id;
  view.name = tr(session.language(), cooperative.name);
  view.inspected = is_known_on(passage, session.day());
  view.by_hand = treatment != nullptr && treatment->measures;

  const sim::Condition condition = condition_of(scenario, cooperative);
  const model::ObjectiveWeights weights = session.plan() != nullptr ? session.plan()->weights : model::ObjectiveWeights{};
  const std::vector<sim::Prospect> prospects =
      sim::prospects(beliefs_of(session, passage), centre_of(scenario), circumstances_of(scenario, cooperative, condition), weights);
  for (std::size_t i = 0; i < prospects.size(); ++i) {
    const sim::Prospect& prospect = prospects[i];
    MeasureRow row;
    row.choice.measure = prospect.measure;
    row.choice.parts = prospect.parts;
    row.choice.points = prospect.measure == model::Measure::separate_repair ? sim::kRulePoints : 0;
    row.name = name_of(session.language(), prospect.measure);
    row.treats = name_of(session.language(), prospect.problem);
    row.score = prospect.score;
    row.score_low = prospect.score - kNinetyPercent * prospect.score_sd;
    row.score_high = prospect.score + kNinetyPercent * prospect.score_sd;
    row.chance_best = sim::probability_right(prospects, i);
    row.team_days = sim::team_days(row.choice, condition.members);
    row.serious = prospect.serious;
    row.chosen = view.by_hand ? includes(*treatment->measures, prospect.measure)
                              : view.inspected && includes(passage->measures, prospect.measure);
    view.rows.push_back(std::move(row));
  }
  view.chance_main_right = view.rows.empty() ? 0 : view.rows.front().chance_best;
  return view;
}

}  // namespace zhengshe::app::views
