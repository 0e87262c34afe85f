#include "study/estimators.h"

#include <algorithm>
#include <numeric>

#include "sim/maths.h"

namespace zhengshe::study {
namespace {

// Mean and squared standard error of a list.
struct Sample {
  double mean = 0;
  double squared_error = 0;
};

Sample sample_of(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Sample sample;
  sample.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  if (values.size() < 2) return sample;
  double squares = 0;
  for (const double value : values) squares += (value - sample.mean) * (value - sample.mean);
  sample.squared_error = squares / (n - 1) / n;
  return sample;
}

// Mean of the unit over periods [first, end).
double mean_of(const Panel& panel, int unit, int first, int end) {
  double sum = 0;
  for (int period = first; period < end; ++period) sum += panel.at(unit, period);
  return sum / (end - first);
}

double mean_of(const Cohort& cohort, int first, int end) {
  return std::accumulate(cohort.means.begin() + first, cohort.means.begin() + end, 0.0) / (end - first);
}

// The treatment less the means of its unit and its period: [unit × periods + period].
std::vector<double> demeaned_treatment(const Panel& panel) {
  const int periods = panel.periods;
  std::vector<double> by_period(static_cast<std::size_t>(periods));
  for (int period = 0; period < periods; ++period)
    for (int unit = 0; unit < panel.units(); ++unit) by_period[static_cast<std::size_t>(period)] += panel.treated(unit, period) ? 1.0 / panel.units() : 0;
  const double overall = std::accumulate(by_period.begin(), by_period.end(), 0.0) / periods;
  std::vector<double> treatment;
  for (int unit = 0; unit < panel.units(); ++unit) {
    const double share = static_cast<double>(periods - panel.starts[static_cast<std::size_t>(unit)]) / periods;
    for (int period = 0; period < periods; ++period)
      treatment.push_back((panel.treated(unit, period) ? 1 : 0) - share - by_period[static_cast<std::size_t>(period)] + overall);
  }
  return treatment;
}

double sum_of_squares(const std::vector<double>& values) { return std::inner_product(values.begin(), values.end(), values.begin(), 0.0); }

// Below this a sum of squares of a treatment, which is a sum of simple fractions, is zero and rounding.
constexpr double kNothing = 1e-9;

BaconPart part_of(const Panel& panel, const Cohort& treated, const Cohort& control, double variation) {
  const auto units = static_cast<double>(panel.units());
  const auto periods = static_cast<double>(panel.periods);
  const double n_treated = treated.units / units;
  const double n_control = control.units / units;
  const double share = n_treated / (n_treated + n_control);
  const double d_treated = (periods - treated.start) / periods;
  const double d_control = (periods - control.start) / periods;
  BaconPart part{control.start == panel.periods ? Comparison::with_never : control.start > treated.start ? Comparison::earlier_with_later : Comparison::later_with_treated,
                 treated.start, control.start, 0, 0};
  // The window in which the control's treatment does not change, and the treated share of it.
  const bool forbidden = part.comparison == Comparison::later_with_treated;
  const int first = forbidden ? control.start : 0;
  const int end = forbidden ? panel.periods : control.start;
  const double window = forbidden ? d_control : 1 - d_control;
  const double within = forbidden ? d_treated / d_control : (d_treated - d_control) / (1 - d_control);
  const double size = (n_treated + n_control) * window;
  part.weight = size * size * share * (1 - share) * within * (1 - within) / (variation / (units * periods));
  part.estimate = (mean_of(treated, treated.start, end) - mean_of(treated, first, treated.start)) -
                  (mean_of(control, treated.start, end) - mean_of(control, first, treated.start));
  return part;
}

}  // namespace

Estimate before_after(const Panel& panel) {
  std::vector<double> changes;
  for (int unit = 0; unit < panel.units(); ++unit) {
    const int start = panel.starts[static_cast<std::size_t>(unit)];
    if (start > 0 && start < panel.periods) changes.push_back(mean_of(panel, unit, start, panel.periods) - mean_of(panel, unit, 0, start));
  }
  if (changes.empty()) return {};
  const Sample sample = sample_of(changes);
  return {true, sample.mean, sim::square_root(sample.squared_error)};
}

Estimate difference_in_differences(const Panel& panel) {
  std::vector<int> starts = panel.starts;
  std::sort(starts.begin(), starts.end());
  const auto positive = std::upper_bound(starts.begin(), starts.end(), 0);
  if (positive == starts.end() || *positive == panel.periods) return {};
  const int start = *positive;
  const auto next = std::upper_bound(positive, starts.end(), start);
  if (next == starts.end()) return {};
  const int end = *next;
  std::vector<double> treated;
  std::vector<double> control;
  for (int unit = 0; unit < panel.units(); ++unit) {
    const int own = panel.starts[static_cast<std::size_t>(unit)];
    if (own < start) continue;
    (own == start ? treated : control).push_back(mean_of(panel, unit, start, end) - mean_of(panel, unit, 0, start));
  }
  const Sample t = sample_of(treated);
  const Sample c = sample_of(control);
  return {true, t.mean - c.mean, sim::square_root(t.squared_error + c.squared_error)};
}

Estimate two_way_fixed_effects(const Panel& panel) {
  const std::vector<double> treatment = demeaned_treatment(panel);
  const double variation = sum_of_squares(treatment);
  if (variation < kNothing) return {};
  const double beta = std::inner_product(treatment.begin(), treatment.end(), panel.values.begin(), 0.0) / variation;
  // Outcomes less the means of their units and periods.
  const int periods = panel.periods;
  std::vector<double> by_period(static_cast<std::size_t>(periods));
  for (int unit = 0; unit < panel.units(); ++unit)
    for (int period = 0; period < periods; ++period) by_period[static_cast<std::size_t>(period)] += panel.at(unit, period) / panel.units();
  const double overall = std::accumulate(by_period.begin(), by_period.end(), 0.0) / periods;
  double squares = 0;
  for (int unit = 0; unit < panel.units(); ++unit) {
    const double own = mean_of(panel, unit, 0, periods);
    double score = 0;
    for (int period = 0; period < periods; ++period) {
      const double d = treatment[static_cast<std::size_t>(unit * periods + period)];
      score += d * (panel.at(unit, period) - own - by_period[static_cast<std::size_t>(period)] + overall - beta * d);
    }
    squares += score * score;
  }
  return {true, beta, sim::square_root(squares) / variation};
}

std::vector<BaconPart> goodman_bacon(const Panel& panel) {
  std::vector<BaconPart> parts;
  const double variation = sum_of_squares(demeaned_treatment(panel));
  if (variation < kNothing) return parts;
  const std::vector<Cohort> cohorts = cohorts_of(panel);
  for (const Cohort& treated : cohorts)
    for (const Cohort& control : cohorts)
      if (treated.start > 0 && treated.start < panel.periods && treated.start != control.start) parts.push_back(part_of(panel, treated, control, variation));
  return parts;
}

double forbidden_weight(const std::vector<BaconPart>& parts) {
  double weight = 0;
  for (const BaconPart& part : parts)
    if (part.comparison == Comparison::later_with_treated) weight += part.weight;
  return weight;
}

}  // namespace zhengshe::study
