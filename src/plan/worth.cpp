#include "plan/worth.h"

#include <algorithm>
#include <utility>

#include "sim/maths.h"
#include "sim/world.h"

namespace zhengshe::plan {
namespace {

using model::Measure;

struct Sums {
  double good = 0;
  double gross = 0;
  double rework = 0;
  double seconds = 0;
  double wages = 0;
  double member_days = 0;
  double varieties = 0;
};

Sums sums_of(const sim::RunResult& run, sim::Arm arm, int parent) {
  Sums sums;
  for (int month = 0; month < run.months; ++month) {
    const sim::MonthlySums& m = run.monthly(arm, parent, month);
    sums.good += static_cast<double>(m.good);
    sums.gross += static_cast<double>(m.gross);
    sums.rework += static_cast<double>(m.rework);
    sums.seconds += static_cast<double>(m.seconds);
    sums.wages += static_cast<double>(m.wages);
    sums.member_days += static_cast<double>(m.member_days);
    sums.varieties += static_cast<double>(m.varieties_end);
  }
  return sums;
}

// a/b against c/d as a relative change; 0 where one of them is not defined.
double change(double a, double b, double c, double d) { return b > 0 && c > 0 && d > 0 ? a / b / (c / d) - 1 : 0; }

sim::Expectation change_of(const sim::RunResult& run, int parent) {
  const Sums planned = sums_of(run, sim::Arm::planned, parent);
  const Sums alone = sums_of(run, sim::Arm::left_alone, parent);
  sim::Expectation change_over_horizon;
  change_over_horizon.output = change(planned.good, planned.member_days, alone.good, alone.member_days);
  change_over_horizon.income = change(planned.wages, planned.member_days, alone.wages, alone.member_days);
  change_over_horizon.quality = -0.5 * (change(planned.rework, planned.gross, alone.rework, alone.gross) +
                                        change(planned.seconds, planned.good, alone.seconds, alone.good));
  change_over_horizon.convenience = change(planned.varieties, 1, alone.varieties, 1);
  return (run.days / 365.0) * change_over_horizon;
}

double points_opened(const sim::Passage& passage) {
  double points = 0;
  if (passage.consolidation_day >= 0)
    for (const model::MeasureChoice& choice : passage.measures)
      if (choice.measure == Measure::separate_repair) points += std::max(1, choice.points);
  return points;
}

// Share by which the residents' way to a repair point is shorter, over the horizon in years.
double shorter_way(const sim::RunResult& run) {
  double planned = 0;
  double alone = 0;
  for (int day = 0; day < run.days; ++day) {
    planned += static_cast<double>(run.planned.city.at(model::Metric::resident_distance_km, day));
    alone += static_cast<double>(run.left_alone.city.at(model::Metric::resident_distance_km, day));
  }
  return alone > 0 ? (1 - planned / alone) * run.days / 365.0 : 0;
}

bool is_division(Measure measure) { return measure == Measure::divide_trades || measure == Measure::divide_size; }

model::MeasureChoice choice_of(const sim::Prospect& prospect) {
  return {prospect.measure, prospect.measure == Measure::divide_size ? prospect.parts : 0,
          prospect.measure == Measure::separate_repair ? sim::kRulePoints : 0, {}, {}};
}

bool worth_trying(const sim::Prospect& prospect) {
  return prospect.score > 0 && (prospect.measure != Measure::divide_size || prospect.parts >= 2);
}

// Sets of the best one, two, three prospects; first those that are serious, as the rule takes them. Where none is, the
// rule takes nothing, which is then the first set.
void add_sets(Candidates& made) {
  std::vector<sim::Prospect> ranked;
  for (const bool serious : {true, false})
    for (const sim::Prospect& prospect : made.prospects)
      if (worth_trying(prospect) && prospect.serious == serious) ranked.push_back(prospect);
  MeasureSet set;
  bool divided = false;
  if (ranked.empty() || !ranked.front().serious) made.sets.push_back(set);
  for (const sim::Prospect& prospect : ranked) {
    if (set.measures.size() == sim::kMostMeasures || (divided && is_division(prospect.measure))) continue;
    divided = divided || is_division(prospect.measure);
    set.measures.push_back(choice_of(prospect));
    set.expected += prospect.score;
    made.sets.push_back(set);
    if (prospect.serious) made.rule = static_cast<int>(made.sets.size()) - 1;
  }
}

}  // namespace

std::vector<Worth> own_worth(const model::Scenario& scenario, const model::ObjectiveWeights& weights, const sim::RunResult& run) {
  std::vector<Worth> worth(scenario.cooperatives.size());
  for (std::size_t i = 0; i < worth.size(); ++i)
    worth[i].gain = model::members_of(scenario.cooperatives[i]) / 100.0 * sim::score(change_of(run, static_cast<int>(i)), 0, weights);
  for (const sim::Passage& passage : run.passages) {
    const int i = model::index_of(scenario, passage.cooperative);
    if (i < 0) continue;
    worth[static_cast<std::size_t>(i)].opened = points_opened(passage);
    worth[static_cast<std::size_t>(i)].team_days = passage.team_days;
  }
  return worth;
}

double worth_of_point(const model::Scenario& scenario, const model::ObjectiveWeights& weights, const sim::RunResult& run) {
  double opened = 0;
  for (const sim::Passage& passage : run.passages) opened += points_opened(passage);
  if (opened == 0) return 0;
  double members = 0;
  for (const model::Cooperative& cooperative : scenario.cooperatives) members += model::members_of(cooperative);
  sim::Expectation way;
  way.convenience = shorter_way(run) / opened;
  return members / 100 * sim::score(way, 0, weights);
}

double total_points(const model::Scenario& scenario, const model::ObjectiveWeights& weights, const sim::RunResult& run) {
  const double point = worth_of_point(scenario, weights, run);
  double sum = 0;
  for (const Worth& worth : own_worth(scenario, weights, run)) sum += worth.points(weights) + point * worth.opened;
  return sum;
}

model::Scenario with_only(const model::Scenario& scenario, model::Plan plan) {
  model::Scenario alone = scenario;
  alone.plans.assign(1, std::move(plan));
  return alone;
}

Trial try_out(const model::Scenario& scenario, const model::Plan& plan) {
  const model::Scenario alone = with_only(scenario, plan);
  sim::RunOptions options;
  options.plan = plan.id;
  const sim::RunResult run = sim::run(alone, options);
  Trial trial;
  trial.points = total_points(alone, plan.weights, run);
  if (run.finished_day >= 0) trial.done = scenario.calendar.start + run.finished_day;
  return trial;
}

sim::Severities found(const model::Scenario& scenario, const sim::Severities& estimated, model::CooperativeId cooperative) {
  sim::Severities seen = estimated;
  for (const model::Observation& observation : scenario.observations)
    if (observation.cooperative == cooperative && observation.kind == model::ObservationKind::finding) seen[observation.problem] = observation.value.value;
  return seen;
}

std::vector<Candidates> candidates(const model::Scenario& scenario, const model::Plan& plan) {
  model::Plan nobody;
  sim::World world(scenario, &nobody, {scenario.seed, 0, true});
  const sim::Coefficients& believed = world.parameters().coefficients;
  const double noise = sim::inspection_noise(believed[model::Coefficient::inspection_noise], believed[model::Coefficient::inspection_days],
                                             world.parameters().team_skill);
  std::vector<Candidates> all;
  for (int i = 0; i < world.roots(); ++i) {
    const model::CooperativeId id = scenario.cooperatives[static_cast<std::size_t>(i)].id;
    const sim::Condition condition = world.condition(i, 0);
    const sim::TradeParameters& trade = world.parameters().trades[static_cast<std::size_t>(world.main_trade(i))];
    const sim::Severities seen = found(scenario, sim::severities(condition), id);
    Candidates made;
    made.prospects = sim::prospects(sim::beliefs_after(seen, noise), believed,
                                    {condition.members, condition.size, trade.changeover_loss, condition.repertoire}, plan.weights);
    const model::Treatment* treatment = model::treatment_of(plan, id);
    if (treatment != nullptr && treatment->measures && (treatment->pinned || !treatment->planned)) made.sets.push_back({*treatment->measures, 0});
    else add_sets(made);
    all.push_back(std::move(made));
  }
  return all;
}

}  // namespace zhengshe::plan
