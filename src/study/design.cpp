#include "study/design.h"

#include <algorithm>
#include <numeric>

#include "sim/distributions.h"
#include "sim/maths.h"

namespace zhengshe::study {
namespace {

constexpr double kPi = 3.14159265358979323846;

double normal_density(double z) { return sim::exp(-z * z / 2) / sim::square_root(2 * kPi); }

// Second moments of two lists about their means.
struct Moments {
  double xx = 0;
  double yy = 0;
  double xy = 0;
};

Moments moments(const std::vector<double>& x, const std::vector<double>& y) {
  const auto n = static_cast<double>(x.size());
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
  Moments m;
  for (std::size_t i = 0; i < x.size(); ++i) {
    m.xx += (x[i] - mean_x) * (x[i] - mean_x);
    m.yy += (y[i] - mean_y) * (y[i] - mean_y);
    m.xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  return m;
}

// Variances within and between units from the periods before anybody starts, as of a balanced one-way layout
// with the periods' means taken out.
struct Components {
  double within = 0;
  double between = 0;
};

Components components(const Panel& panel, int baseline) {
  const double units = panel.units();
  double within = 0;
  double of_means = 0;
  std::vector<double> by_period(static_cast<std::size_t>(baseline));
  for (int period = 0; period < baseline; ++period)
    for (int unit = 0; unit < panel.units(); ++unit) by_period[static_cast<std::size_t>(period)] += panel.at(unit, period) / units;
  for (int unit = 0; unit < panel.units(); ++unit) {
    double mean = 0;
    for (int period = 0; period < baseline; ++period) mean += (panel.at(unit, period) - by_period[static_cast<std::size_t>(period)]) / baseline;
    of_means += mean * mean / (units - 1);
    for (int period = 0; period < baseline; ++period) {
      const double rest = panel.at(unit, period) - by_period[static_cast<std::size_t>(period)] - mean;
      within += rest * rest / ((units - 1) * (baseline - 1));
    }
  }
  return {within, std::max(0.0, of_means - within / baseline)};
}

}  // namespace

double expected_best(int n, int k) {
  double sum = 0;
  for (int j = 1; j <= k; ++j) sum += sim::inverse_normal((n - j + .625) / (n + .25));
  return sum / k;
}

double shrunk(double reported, double standard_error, double mean, double sd) {
  const double weight = sd * sd / (sd * sd + standard_error * standard_error);
  return weight * reported + (1 - weight) * mean;
}

double spurious_gain(double share, double sd, double reliability) { return (1 - reliability) * sd * normal_density(sim::inverse_normal(share)) / share; }

Estimate regression_to_the_mean(const Panel& panel) {
  if (panel.starts.empty()) return {};
  const int first = *std::min_element(panel.starts.begin(), panel.starts.end());
  if (first < 2 || first == panel.periods) return {};
  std::vector<double> before;
  std::vector<double> last;
  double chosen = 0;
  int units = 0;
  for (int unit = 0; unit < panel.units(); ++unit) {
    before.push_back(panel.at(unit, first - 2));
    last.push_back(panel.at(unit, first - 1));
    if (panel.starts[static_cast<std::size_t>(unit)] != first) continue;
    chosen += last.back();
    ++units;
  }
  const Moments m = moments(before, last);
  if (units == panel.units() || m.xx == 0 || m.yy == 0) return {};
  const double reliability = m.xy / sim::square_root(m.xx * m.yy);
  const double mean = std::accumulate(last.begin(), last.end(), 0.0) / panel.units();
  return {true, (1 - reliability) * (mean - chosen / units), 0};
}

double stepped_wedge_variance(const std::vector<int>& starts, int periods, double within, double between) {
  const auto units = static_cast<double>(starts.size());
  const double time = periods;
  double u = 0;  // cells treated
  double v = 0;  // squares of treated periods by unit
  double w = 0;  // squares of treated units by period
  for (const int start : starts) {
    u += time - start;
    v += (time - start) * (time - start);
  }
  for (int period = 0; period < periods; ++period) {
    const auto treated = static_cast<double>(std::count_if(starts.begin(), starts.end(), [period](int start) { return start <= period; }));
    w += treated * treated;
  }
  const double information = (units * u - w) * within + (u * u + units * time * u - time * w - units * v) * between;
  constexpr double kNothing = 1e-12;
  if (information <= kNothing * within) return -1;
  return units * within * (within + time * between) / information;
}

Estimate minimum_detectable_effect(const Panel& panel) {
  if (panel.starts.empty()) return {};
  const int baseline = std::min(panel.periods, *std::min_element(panel.starts.begin(), panel.starts.end()));
  if (baseline < 2 || panel.units() < 3) return {};
  const Components variances = components(panel, baseline);
  const double variance = stepped_wedge_variance(panel.starts, panel.periods, variances.within, variances.between);
  if (variance < 0) return {};
  const double error = sim::square_root(variance);
  return {true, (sim::inverse_normal(.975) + sim::inverse_normal(.8)) * error, error};
}

}  // namespace zhengshe::study
