#include "study/evaluation.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::study {
namespace {

double change_of(const Panel& panel, int unit, int start) {
  double before = 0;
  double after = 0;
  for (int period = 0; period < panel.periods; ++period) (period < start ? before : after) += panel.at(unit, period);
  return after / (panel.periods - start) - before / start;
}

// Units that have periods before and after their start.
std::vector<int> units_with_both(const Panel& panel) {
  std::vector<int> units;
  for (int unit = 0; unit < panel.units(); ++unit) {
    const int start = panel.starts[static_cast<std::size_t>(unit)];
    if (start > 0 && start < panel.periods) units.push_back(unit);
  }
  return units;
}

// Mean change of all units left alone over the windows of those treated.
double common_change(const Panel& alone, const std::vector<int>& treated) {
  std::vector<int> starting(static_cast<std::size_t>(alone.periods));
  for (const int unit : treated) ++starting[static_cast<std::size_t>(alone.starts[static_cast<std::size_t>(unit)])];
  double sum = 0;
  for (int start = 1; start < alone.periods; ++start) {
    if (starting[static_cast<std::size_t>(start)] == 0) continue;
    double all = 0;
    for (int unit = 0; unit < alone.units(); ++unit) all += change_of(alone, unit, start) / alone.units();
    sum += starting[static_cast<std::size_t>(start)] * all;
  }
  return sum / static_cast<double>(treated.size());
}

// Spread between cooperatives, from the standard error of their mean.
double spread(const Estimate& mean, int units) { return mean.standard_error * sim::square_root(units); }

Showcases showcases_of(const Panels& panels, const std::vector<int>& treated, const Estimate& planned, const Estimate& alone) {
  Showcases cases;
  cases.treated = static_cast<int>(treated.size());
  if (treated.empty()) return cases;
  cases.mean = planned.value;
  cases.sd = spread(planned, cases.treated);
  for (const int unit : treated) {
    const double change = change_of(panels.planned, unit, panels.planned.starts[static_cast<std::size_t>(unit)]);
    cases.best = unit == treated.front() ? change : std::max(cases.best, change);
  }
  const double best = expected_best(cases.treated);
  cases.expected_best = planned.value + best * cases.sd;
  cases.expected_best_of_nothing = alone.value + best * spread(alone, cases.treated);
  return cases;
}

}  // namespace

Evaluation evaluate(const Panels& panels, model::Metric metric, std::uint64_t seed, int reassignments) {
  const Panel& planned = panels.planned;
  const Panel& alone = panels.left_alone;
  const Panel effects = effects_alone(planned, alone);
  const std::vector<int> treated = units_with_both(planned);
  Evaluation evaluation;
  evaluation.metric = metric;
  evaluation.cooperatives = planned.units();
  evaluation.treated = static_cast<int>(std::count_if(planned.starts.begin(), planned.starts.end(), [&](int start) { return start < planned.periods; }));
  evaluation.truth = mean_over_treated(planned, alone);
  evaluation.before_after = {before_after(planned), before_after(effects).value};
  evaluation.difference_in_differences = {difference_in_differences(planned), difference_in_differences(effects).value};
  evaluation.two_way = {two_way_fixed_effects(planned), evaluation.truth.value_or(0)};
  evaluation.group_time = {overall_effect(planned), overall_effect(effects).value};
  evaluation.bacon = goodman_bacon(planned);
  evaluation.events = event_study(planned);
  evaluation.true_events = event_study(effects);
  evaluation.permutation_p = permutation_p(planned, reassignments, seed);
  const Estimate placebo = before_after(alone);
  if (placebo.identified) {
    evaluation.parts.common = common_change(alone, treated);
    evaluation.parts.selection = placebo.value - evaluation.parts.common;
    evaluation.parts.effect = evaluation.before_after.estimate.value - placebo.value;
  }
  evaluation.regression_to_the_mean = regression_to_the_mean(planned);
  evaluation.showcases = showcases_of(panels, treated, evaluation.before_after.estimate, placebo);
  evaluation.minimum_detectable = minimum_detectable_effect(planned);
  return evaluation;
}

std::vector<TrackRecord> track_records(const std::vector<Evaluation>& evaluations) {
  struct Row {
    std::string_view name;
    Beside Evaluation::*member;
  };
  constexpr Row kRows[] = {{"before_after", &Evaluation::before_after},
                           {"difference_in_differences", &Evaluation::difference_in_differences},
                           {"two_way_fixed_effects", &Evaluation::two_way},
                           {"group_time", &Evaluation::group_time}};
  std::vector<TrackRecord> records;
  for (const Row& row : kRows) {
    TrackRecord record;
    record.estimator = row.name;
    record.replications = static_cast<int>(evaluations.size());
    double squares = 0;
    int covered = 0;
    for (const Evaluation& evaluation : evaluations) {
      const Beside& beside = evaluation.*row.member;
      if (!beside.estimate.identified) continue;
      const double error = beside.estimate.value - beside.truth;
      ++record.identified;
      record.mean_estimate += beside.estimate.value;
      record.mean_truth += beside.truth;
      squares += error * error;
      if (error * error <= 1.96 * 1.96 * beside.estimate.standard_error * beside.estimate.standard_error) ++covered;
    }
    if (record.identified > 0) {
      record.mean_estimate /= record.identified;
      record.mean_truth /= record.identified;
      record.root_mean_square_error = sim::square_root(squares / record.identified);
      record.covered = static_cast<double>(covered) / record.identified;
    }
    records.push_back(record);
  }
  return records;
}

}  // namespace zhengshe::study
