#include "study/fit.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "sim/parameters.h"
#include "sim/run.h"
#include "study/claims.h"
#include "study/sensitivity.h"

namespace zhengshe::study {
namespace {

bool has_value(model::ClaimKind kind) {
  return kind == model::ClaimKind::relative_change || kind == model::ClaimKind::level_after || kind == model::ClaimKind::access;
}

// Days of the month of the run that holds the day.
Window month_of(const sim::RunResult& result, int day) {
  Window window{day, day + 1};
  const auto month = [&](int at) { return result.month_of_day[static_cast<std::size_t>(at)]; };
  while (window.first > 0 && month(window.first - 1) == month(day)) --window.first;
  while (window.end < result.days && month(window.end) == month(day)) ++window.end;
  return window;
}

double monthly_outcome(const model::Scenario& scenario, const model::Observation& observation, const sim::RunResult& result) {
  const int position = model::index_of(scenario, observation.cooperative);
  const int day = observation.date - scenario.calendar.start;
  if (position < 0 || day < 0 || day >= result.days) return std::numeric_limits<double>::quiet_NaN();
  return window_mean(scenario.calendar, result, result.planned.cooperatives[static_cast<std::size_t>(position)], observation.metric, month_of(result, day));
}

// The outcomes of the targets that are used, row by row.
std::vector<double> columns(std::span<const double> outcomes, const std::vector<bool>& used) {
  std::vector<double> kept;
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    if (used[i % used.size()]) kept.push_back(outcomes[i]);
  return kept;
}

FittedAssumption summary_of(model::Coefficient coefficient, const std::vector<double>& values, const std::vector<double>& weights) {
  FittedAssumption fitted{coefficient, weighted_quantile(values, weights, .05), weighted_quantile(values, weights, .5), weighted_quantile(values, weights, .95),
                          weighted_quantile(values, weights, 0), weighted_quantile(values, weights, .95)};
  for (std::size_t i = 0; i < values.size(); ++i)
    if (weights[i] > 0) fitted.greatest = std::max(fitted.greatest, values[i]);
  return fitted;
}

}  // namespace

std::vector<Target> targets_of(const model::Scenario& scenario) {
  std::vector<Target> targets;
  for (std::size_t i = 0; i < scenario.observations.size(); ++i) {
    const model::Observation& seen = scenario.observations[i];
    if (seen.kind == model::ObservationKind::monthly_outcome)
      targets.push_back({std::string(model::id_of(seen.metric)) + " of cooperative " + std::to_string(seen.cooperative.value) + ", " + model::format_date(seen.date), false, i,
                         seen.value.value});
  }
  if (!targets.empty()) return targets;
  for (std::size_t i = 0; i < scenario.claims.size(); ++i)
    if (has_value(scenario.claims[i].kind)) targets.push_back({scenario.claims[i].key, true, i, scenario.claims[i].value.value});
  return targets;
}

std::vector<double> outcomes_of(const model::Scenario& scenario, model::PlanId plan, std::uint64_t seed, std::span<const Target> targets, int candidate) {
  sim::RunOptions options;
  options.plan = plan;
  options.seed = seed;
  options.replication = candidate;
  options.trace_cooperatives = true;
  const sim::RunResult result = sim::run(scenario, options);
  std::vector<double> outcomes;
  for (const Target& target : targets) {
    if (!target.is_claim) {
      outcomes.push_back(monthly_outcome(scenario, scenario.observations[target.position], result));
      continue;
    }
    const Sighting sighting = sight(scenario, scenario.claims[target.position], result);
    outcomes.push_back(sighting.defined ? sighting.observed : std::numeric_limits<double>::quiet_NaN());
  }
  return outcomes;
}

Fit fit(const model::Scenario& scenario, std::uint64_t seed, std::span<const Target> targets, std::span<const double> outcomes, double share) {
  assert(!targets.empty() && outcomes.size() % targets.size() == 0);
  const std::size_t candidates = outcomes.size() / targets.size();
  Fit made;
  std::vector<double> wanted;
  for (std::size_t target = 0; target < targets.size(); ++target) {
    std::size_t shown = 0;
    for (std::size_t i = 0; i < candidates; ++i) shown += std::isfinite(outcomes[i * targets.size() + target]) ? 1 : 0;
    made.used.push_back(2 * shown >= candidates && candidates > 0);
    if (made.used.back()) wanted.push_back(targets[target].value);
  }
  if (wanted.empty()) return made;
  made.posterior = weigh(columns(outcomes, made.used), wanted, share);
  if (!(made.posterior.effective_size > 0)) return made;
  std::vector<sim::Parameters> drawn;
  for (std::size_t i = 0; i < candidates; ++i) drawn.push_back(sim::draw_parameters(scenario, {seed, static_cast<std::uint32_t>(i), false}));
  for (const model::Coefficient coefficient : uncertain(scenario)) {
    const model::Quantity& documented = scenario.assumptions[coefficient].quantity;
    std::vector<double> values;
    for (const sim::Parameters& parameters : drawn) values.push_back(std::clamp(parameters[coefficient], documented.low, documented.high));
    made.assumptions.push_back(summary_of(coefficient, values, made.posterior.weights));
  }
  return made;
}

model::Scenario with_fit(const model::Scenario& scenario, const Fit& fit) {
  model::Scenario fitted = scenario;
  for (const FittedAssumption& assumption : fit.assumptions) {
    model::Assumption& known = fitted.assumptions[assumption.coefficient];
    const bool bounded = known.distribution == model::Distribution::uniform || known.distribution == model::Distribution::triangular;
    known.quantity.low = bounded ? assumption.least : assumption.low;
    known.quantity.high = bounded ? assumption.greatest : assumption.high;
    known.quantity.value = assumption.median;
  }
  return fitted;
}

}  // namespace zhengshe::study
