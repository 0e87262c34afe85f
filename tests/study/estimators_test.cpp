#include "study/estimators.h"

#include <cmath>
#include <random>

#include "catch_amalgamated.hpp"
#include "study/design.h"
#include "study/group_time.h"

using namespace zhengshe::study;
using Catch::Approx;

namespace {

double effect_after(int k) { return k == 0 ? -.05 : .12 * (1 - std::exp(-k / 1.5)) * std::exp(-.03 * k); }

// Cohorts of 48, 60 and 59 that start in periods 2, 4 and 6 of 0 … 9, without noise.
Panel staggered(bool with_effect = true) {
  Panel panel;
  panel.periods = 10;
  for (int unit = 0; unit < 167; ++unit) {
    const int start = unit < 48 ? 2 : unit < 108 ? 4 : 6;
    panel.starts.push_back(start);
    for (int period = 0; period < 10; ++period)
      panel.values.push_back(.01 * unit + .02 * period + (with_effect && period >= start ? effect_after(period - start) : 0));
  }
  return panel;
}

// Random values, starts that repeat through `starts`.
Panel random_panel(int units, int periods, const std::vector<int>& starts, unsigned seed) {
  std::mt19937 generator(seed);
  std::normal_distribution<double> normal;
  Panel panel;
  panel.periods = periods;
  for (int unit = 0; unit < units; ++unit) {
    panel.starts.push_back(starts[static_cast<std::size_t>(unit) % starts.size()]);
    for (int period = 0; period < periods; ++period) panel.values.push_back(normal(generator));
  }
  return panel;
}

// Least squares by Gaussian elimination of the normal equations X'WX b = X'Wy; W is given by blocks of `periods`
// rows. Returns the last coefficient and the last element of (X'WX)⁻¹.
std::pair<double, double> last_coefficient(const std::vector<std::vector<double>>& rows, const std::vector<double>& y, const std::vector<std::vector<double>>& block) {
  const std::size_t n = rows[0].size();
  const std::size_t periods = block.size();
  std::vector<std::vector<double>> a(n, std::vector<double>(n + 2));
  a[n - 1][n + 1] = 1;
  for (std::size_t first = 0; first < rows.size(); first += periods)
    for (std::size_t p = 0; p < periods; ++p)
      for (std::size_t q = 0; q < periods; ++q)
        for (std::size_t i = 0; i < n; ++i) {
          for (std::size_t j = 0; j < n; ++j) a[i][j] += rows[first + p][i] * block[p][q] * rows[first + q][j];
          a[i][n] += rows[first + p][i] * block[p][q] * y[first + q];
        }
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k; i < n; ++i)
      if (std::abs(a[i][k]) > std::abs(a[pivot][k])) pivot = i;
    std::swap(a[k], a[pivot]);
    for (std::size_t i = 0; i < n; ++i) {
      if (i == k) continue;
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < n + 2; ++j) a[i][j] -= factor * a[k][j];
    }
  }
  return {a[n - 1][n] / a[n - 1][n - 1], a[n - 1][n + 1] / a[n - 1][n - 1]};
}

// Rows of dummies for units (unless by_unit is false: an intercept), periods 1 …, and the treatment last.
std::vector<std::vector<double>> dummies(const Panel& panel, bool by_unit) {
  std::vector<std::vector<double>> rows;
  const int first_columns = by_unit ? panel.units() : 1;
  for (int unit = 0; unit < panel.units(); ++unit)
    for (int period = 0; period < panel.periods; ++period) {
      std::vector<double> row(static_cast<std::size_t>(first_columns + panel.periods));
      row[static_cast<std::size_t>(by_unit ? unit : 0)] = 1;
      if (period > 0) row[static_cast<std::size_t>(first_columns + period - 1)] = 1;
      row.back() = panel.treated(unit, period) ? 1 : 0;
      rows.push_back(row);
    }
  return rows;
}

std::vector<std::vector<double>> identity(int n) {
  std::vector<std::vector<double>> matrix(static_cast<std::size_t>(n), std::vector<double>(static_cast<std::size_t>(n)));
  for (std::size_t i = 0; i < matrix.size(); ++i) matrix[i][i] = 1;
  return matrix;
}

}  // namespace

TEST_CASE("a programme that works looks harmful to two-way fixed effects") {
  const Panel panel = staggered();
  CHECK(*mean_over_treated(panel, staggered(false)) == Approx(.0629).margin(.00005));
  CHECK(two_way_fixed_effects(panel).value == Approx(-.0078).margin(.00005));
  CHECK(forbidden_weight(goodman_bacon(panel)) == Approx(.634).margin(.0005));
}

TEST_CASE("two-way fixed effects are the last coefficient of a regression on dummies") {
  for (const unsigned seed : {1u, 2u, 3u}) {
    const Panel panel = random_panel(11, 6, {2, 3, 5, 6, 0}, seed);
    const Estimate estimate = two_way_fixed_effects(panel);
    CHECK(estimate.value == Approx(last_coefficient(dummies(panel, true), panel.values, identity(6)).first));
    CHECK(estimate.standard_error > 0);
  }
}

TEST_CASE("Goodman-Bacon's parts add to the coefficient, with and without never and always treated") {
  for (const std::vector<int>& starts : {std::vector<int>{2, 4, 6}, {1, 3, 5, 10}, {0, 3, 7, 10}, {2, 2, 9}}) {
    const Panel panel = random_panel(23, 10, starts, 7);
    double weight = 0;
    double sum = 0;
    for (const BaconPart& part : goodman_bacon(panel)) {
      CHECK(part.weight >= 0);
      weight += part.weight;
      sum += part.weight * part.estimate;
    }
    CHECK(weight == Approx(1));
    CHECK(sum == Approx(two_way_fixed_effects(panel).value));
  }
}

TEST_CASE("before and after, by hand") {
  // unit 0: (3 + 5)/2 − 1 = 3; unit 1: 10 − (2 + 3)/2 = 7.5; unit 2 never, unit 3 always: nothing to say
  const Panel panel{3, {1, 3, 5, 2, 3, 10, 9, 9, 9, 4, 4, 4}, {1, 2, 3, 0}};
  const Estimate estimate = before_after(panel);
  CHECK(estimate.value == 5.25);
  CHECK(estimate.standard_error == Approx(2.25));  // sd of 3 and 7.5 over √2
  CHECK(!before_after({3, {1, 2, 3}, {3}}).identified);
}

TEST_CASE("difference-in-differences ends before the second cohort starts") {
  // first cohort from period 1, second from 2: period 2 is no longer compared
  const Panel panel{3, {0, 4, 90, 2, 8, 90, 1, 2, 50, 5, 5, 5}, {1, 1, 2, 3}};
  const Estimate estimate = difference_in_differences(panel);
  CHECK(estimate.identified);
  CHECK(estimate.value == 4.5);                                // (4 + 6)/2 − (1 + 0)/2
  CHECK(estimate.standard_error == Approx(std::sqrt(1 + .25)));  // 2/2 + .5/2
}

TEST_CASE("without anybody to compare with, nothing is identified") {
  const Panel together{4, {1, 2, 3, 4, 5, 6, 7, 8}, {2, 2}};
  CHECK(!difference_in_differences(together).identified);
  CHECK(!two_way_fixed_effects(together).identified);
  CHECK(goodman_bacon(together).empty());
  CHECK(!overall_effect(together).identified);
  CHECK(permutation_p(together, 99, 1) == 1);
  for (const GroupTime& cell : group_time_effects(together)) CHECK(!cell.effect.identified);
  for (const EventEffect& effect : event_study(together)) CHECK(!effect.effect.identified);
  // nobody treated, and nobody at all
  for (const Panel& panel : {Panel{2, {1, 2, 3, 4}, {2, 2}}, Panel{2, {}, {}}}) {
    CHECK(!before_after(panel).identified);
    CHECK(!difference_in_differences(panel).identified);
    CHECK(!two_way_fixed_effects(panel).identified);
    CHECK(!overall_effect(panel).identified);
    CHECK(!regression_to_the_mean(panel).identified);
    CHECK(!minimum_detectable_effect(panel).identified);
    CHECK(!mean_over_treated(panel, panel));
  }
}

TEST_CASE("group-time effects find the effect wherever somebody is untreated, and say where not") {
  const Panel panel = staggered();
  int identified = 0;
  for (const GroupTime& cell : group_time_effects(panel)) {
    if (cell.period >= 6 || cell.start == 6) {
      CHECK(!cell.effect.identified);
      continue;
    }
    ++identified;
    CHECK(cell.effect.value == Approx(cell.period >= cell.start ? effect_after(cell.period - cell.start) : 0).margin(1e-12));
  }
  CHECK(identified == 12);
  for (const EventEffect& event : event_study(panel)) {
    CHECK(event.effect.identified == (event.since_start >= -4 && event.since_start <= 3));
    if (event.effect.identified) CHECK(event.effect.value == Approx(event.since_start >= 0 ? effect_after(event.since_start) : 0).margin(1e-12));
  }
  const Estimate truth = overall_effect(effects_alone(panel, staggered(false)));
  CHECK(overall_effect(panel).value == Approx(truth.value).margin(1e-12));
  const double first = (effect_after(0) + effect_after(1) + effect_after(2) + effect_after(3)) / 4;
  const double second = (effect_after(0) + effect_after(1)) / 2;
  CHECK(truth.value == Approx((48 * first + 60 * second) / 108));
}

TEST_CASE("a group-time effect is a difference of two samples, with their standard errors") {
  const Panel panel = random_panel(30, 5, {2, 3, 5}, 4);
  for (const GroupTime& cell : group_time_effects(panel)) {
    std::vector<double> samples[2];
    for (int unit = 0; unit < 30; ++unit) {
      const int own = panel.starts[static_cast<std::size_t>(unit)];
      const double change = panel.at(unit, cell.period) - panel.at(unit, cell.start - 1);
      if (own == cell.start) samples[0].push_back(change);
      else if (own > cell.period && own > cell.start) samples[1].push_back(change);
    }
    double mean[2] = {0, 0};
    double squared_error = 0;
    for (int side = 0; side < 2; ++side) {
      const auto n = static_cast<double>(samples[side].size());
      for (const double x : samples[side]) mean[side] += x / n;
      double squares = 0;
      for (const double x : samples[side]) squares += (x - mean[side]) * (x - mean[side]);
      squared_error += squares / (n - 1) / n;
    }
    CHECK(cell.effect.value == Approx(mean[0] - mean[1]).margin(1e-12));
    CHECK(cell.effect.standard_error == Approx(std::sqrt(squared_error)).margin(1e-12));
  }
}

TEST_CASE("the standard error of the overall effect is the spread of the estimate") {
  double sum = 0, squares = 0, errors = 0;
  constexpr int kRounds = 1000;
  for (unsigned round = 0; round < kRounds; ++round) {
    const Estimate estimate = overall_effect(random_panel(90, 6, {2, 4, 6}, 100 + round));
    sum += estimate.value;
    squares += estimate.value * estimate.value;
    errors += estimate.standard_error;
  }
  const double mean = sum / kRounds;
  CHECK(errors / kRounds == Approx(std::sqrt(squares / kRounds - mean * mean)).epsilon(.07));
}

TEST_CASE("the permutation test counts every reassignment of the starts") {
  // one of four units is treated last: of 4 placements, one gives so large an effect, p → 1/4
  const Panel panel{2, {0, 9, 0, 1, 0, 2, 0, 0}, {1, 2, 2, 2}};
  CHECK(permutation_p(panel, 20000, 5) == Approx(.25).margin(.01));
  CHECK(permutation_p(panel, 999, 5) == permutation_p(panel, 999, 5));
  // two treated of five: 10 placements; |mean of two − mean of three others| ≥ the given by hand
  const Panel five{2, {0, 5, 0, 4, 0, 1, 0, 0, 0, 2}, {1, 1, 2, 2, 2}};
  CHECK(permutation_p(five, 20000, 6) == Approx(.1).margin(.01));  // 5+4 is the most; the least, 0+1, gives 3.17 < 3.5
}

TEST_CASE("under no effect the permutation p-value is uniform") {
  int low = 0;
  for (unsigned round = 0; round < 400; ++round)
    if (permutation_p(random_panel(24, 5, {2, 3, 5}, 900 + round), 99, round) <= .1) ++low;
  CHECK(low > 400 * .1 - 4 * 6);
  CHECK(low < 400 * .1 + 4 * 6);
}

TEST_CASE("the best of many is good by chance") {
  CHECK(expected_best(48) == Approx(2.23).margin(.005));
  CHECK(expected_best(48, 5) == Approx(1.68).margin(.02));
  CHECK(expected_best(1) == Approx(0).margin(1e-9));
  CHECK(expected_best(2) == Approx(.5642).margin(.03));  // 1/√π; Blom's approximation is rough here
  CHECK(expected_best(7, 7) == Approx(0).margin(1e-9));
  CHECK(shrunk(std::log(1.206), .1, .06, .06) == Approx(.094).margin(.0005));
}

TEST_CASE("the worst get better by themselves") {
  CHECK(spurious_gain(48. / 167, .2, .7) == Approx(.071).margin(.0005));
  CHECK(spurious_gain(48. / 167, .15, .8) == Approx(.036).margin(.0005));
  CHECK(spurious_gain(48. / 167, .25, .6) == Approx(.119).margin(.0005));
  // A panel of noise of reliability 1/2 in which the worst fifth of period 1 start in period 2: their
  // expected change is what the estimate says.
  Panel panel = random_panel(4000, 3, {3}, 8);
  std::mt19937 generator(9);
  std::normal_distribution<double> normal;
  for (int unit = 0; unit < 4000; ++unit) {
    const double lasting = normal(generator);
    for (std::size_t period = 0; period < 3; ++period) panel.values[static_cast<std::size_t>(unit) * 3 + period] += lasting;
  }
  double before = 0, after = 0;
  int worst = 0;
  for (int unit = 0; unit < 4000; ++unit) {
    if (panel.at(unit, 1) > -1.19) continue;  // the 20th percentile of N(0, 2)
    panel.starts[static_cast<std::size_t>(unit)] = 2;
    before += panel.at(unit, 1);
    after += panel.at(unit, 2);
    ++worst;
  }
  const Estimate estimate = regression_to_the_mean(panel);
  CHECK(estimate.value == Approx((after - before) / worst).margin(.08));
  CHECK(estimate.value == Approx(spurious_gain(.2, std::sqrt(2.), .5)).margin(.08));
}

TEST_CASE("the variance of a stepped wedge is that of generalised least squares") {
  for (const std::vector<int>& starts : {std::vector<int>{1, 2, 3}, {2, 2, 4, 5}, {0, 1, 5}}) {
    const int periods = 5;
    const double within = .01, between = .04;
    const Panel panel = random_panel(9, periods, starts, 3);
    // (σ²I + τ²J)⁻¹ = (I − J τ²/(σ² + Tτ²))/σ²
    std::vector<std::vector<double>> inverse = identity(periods);
    for (std::vector<double>& row : inverse)
      for (double& element : row) element = (element - between / (within + periods * between)) / within;
    CHECK(stepped_wedge_variance(panel.starts, periods, within, between) == Approx(last_coefficient(dummies(panel, false), panel.values, inverse).second));
  }
  CHECK(stepped_wedge_variance({2, 2, 2}, 4, 1, 1) < 0);
}

TEST_CASE("the smallest effect that Kunming's design can find") {
  std::vector<int> starts;
  for (int unit = 0; unit < 167; ++unit) starts.push_back(unit < 48 ? 2 : unit < 108 ? 3 : 4);
  CHECK(std::sqrt(stepped_wedge_variance(starts, 6, .01, .04)) == Approx(.013).margin(.0007));
  Panel panel = random_panel(167, 6, {3, 4, 5}, 12);
  for (double& value : panel.values) value *= .1;
  const Estimate least = minimum_detectable_effect(panel);
  CHECK(least.value == Approx(2.8 * least.standard_error).epsilon(.001));
  CHECK(least.standard_error == Approx(std::sqrt(stepped_wedge_variance(panel.starts, 6, .01, 0))).epsilon(.1));
}
