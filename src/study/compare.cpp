#include "study/compare.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "model/order.h"
#include "sim/maths.h"
#include "sim/parameters.h"
#include "study/replications.h"
#include "study/sensitivity.h"

namespace zhengshe::study {

using model::Metric;

std::vector<double> plan_values(const model::Scenario& scenario, model::PlanId plan, const Yardstick& yardstick, std::uint64_t seed, int count) {
  std::vector<double> values;
  sim::RunOptions options;
  options.plan = plan;
  options.seed = seed;
  for (options.replication = 0; options.replication < count; ++options.replication) {
    const sim::RunResult result = sim::run(scenario, options);
    values.push_back(window_mean(scenario.calendar, result, result.planned.city, yardstick.metric, yardstick.window));
  }
  return values;
}

PairedDifference compare(std::span<const double> first, std::span<const double> second, bool less_is_better) {
  assert(!first.empty() && first.size() == second.size());
  const auto n = static_cast<double>(first.size());
  std::vector<double> differences;
  PairedDifference result;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const double difference = first[i] - second[i];
    differences.push_back(difference);
    result.mean += difference / n;
    const double gain = less_is_better ? -difference : difference;
    result.probability_better += (gain > 0 ? 1 : gain == 0 ? .5 : 0) / n;
  }
  double squares = 0;
  for (const double difference : differences) squares += (difference - result.mean) * (difference - result.mean);
  const double error = differences.size() > 1 ? sim::square_root(squares / (n - 1) / n) : 0;
  result.mean_low = result.mean - 1.96 * error;
  result.mean_high = result.mean + 1.96 * error;
  result.low = quantile_of(differences, .05);
  result.high = quantile_of(differences, .95);
  return result;
}

std::vector<double> mean_regrets(std::span<const std::vector<double>> values_by_plan, bool less_is_better) {
  std::vector<double> regrets(values_by_plan.size());
  const std::size_t count = values_by_plan.front().size();
  for (std::size_t i = 0; i < count; ++i) {
    double best = values_by_plan.front()[i];
    for (const std::vector<double>& values : values_by_plan) best = less_is_better ? std::min(best, values[i]) : std::max(best, values[i]);
    for (std::size_t plan = 0; plan < regrets.size(); ++plan) regrets[plan] += std::abs(best - values_by_plan[plan][i]) / static_cast<double>(count);
  }
  return regrets;
}

bool less_is_better(Metric metric) {
  switch (metric) {
    case Metric::rework_rate:
    case Metric::seconds_rate:
    case Metric::backlog_days:
    case Metric::resident_distance_km:
    case Metric::repair_wait_days: return true;
    default: return false;
  }
}

std::vector<Turn> turns(const model::Scenario& scenario, std::uint64_t seed, std::span<const double> first, std::span<const double> second, bool less_is_better) {
  const std::size_t count = first.size(), third = count / 3;
  assert(third > 0 && second.size() == count);
  std::vector<double> better;
  std::vector<sim::Parameters> drawn;
  for (std::size_t i = 0; i < count; ++i) {
    const double gain = less_is_better ? second[i] - first[i] : first[i] - second[i];
    better.push_back(gain > 0 ? 1 : gain == 0 ? .5 : 0);
    drawn.push_back(sim::draw_parameters(scenario, {seed, static_cast<std::uint32_t>(i), false}));
  }
  std::vector<Turn> found;
  for (const model::Coefficient coefficient : uncertain(scenario)) {
    const std::vector<std::uint32_t> order = model::order_of(count, [&](std::uint32_t a, std::uint32_t b) { return drawn[a][coefficient] < drawn[b][coefficient]; });
    Turn turn{coefficient, 0, 0, 1.96 * .5 / sim::square_root(static_cast<double>(third))};
    for (std::size_t i = 0; i < third; ++i) {
      turn.low += better[order[i]];
      turn.high += better[order[count - 1 - i]];
    }
    turn.low /= static_cast<double>(third);
    turn.high /= static_cast<double>(third);
    found.push_back(turn);
  }
  model::sort_stably(found, [](const Turn& a, const Turn& b) { return std::abs(a.high - a.low) > std::abs(b.high - b.low); });
  return found;
}

std::vector<CooperativeDifference> compare_cooperatives(const model::Scenario& scenario, model::PlanId first, model::PlanId second, const Yardstick& yardstick) {
  const auto run_of = [&](model::PlanId plan) {
    sim::RunOptions options;
    options.plan = plan;
    options.trace_cooperatives = true;
    return sim::run(scenario, options);
  };
  const sim::RunResult results[] = {run_of(first), run_of(second)};
  const auto value = [&](const sim::RunResult& result, std::size_t position) {
    return window_mean(scenario.calendar, result, result.planned.cooperatives[position], yardstick.metric, yardstick.window);
  };
  const model::Plan* plan = model::find_plan(scenario, first);
  std::vector<CooperativeDifference> differences;
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) {
    const model::Cooperative& cooperative = scenario.cooperatives[i];
    const model::Batch* batch = plan != nullptr ? model::batch_of(*plan, cooperative.id) : nullptr;
    differences.push_back({cooperative.id, cooperative.workshops.front().trade, batch != nullptr ? batch->id : model::BatchId{}, value(results[0], i), value(results[1], i)});
  }
  return differences;
}

std::vector<CooperativeDifference> losers(std::vector<CooperativeDifference> differences, bool less_is_better) {
  constexpr double kRounding = 1e-6;  // daily values are kept in single precision
  const auto gain = [less_is_better](const CooperativeDifference& d) { return less_is_better ? -d.difference() : d.difference(); };
  std::erase_if(differences, [&](const CooperativeDifference& d) { return gain(d) >= -kRounding * std::max(std::abs(d.first), std::abs(d.second)); });
  model::sort_stably(differences, [&](const CooperativeDifference& a, const CooperativeDifference& b) { return gain(a) < gain(b); });
  return differences;
}

}  // namespace zhengshe::study
