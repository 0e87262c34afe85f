#include "study/sensitivity.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/distributions.h"
#include "study/gallery_worlds.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;

namespace {

constexpr double kPi = 3.14159265358979323846;

double ishigami(const std::vector<double>& u) {
  const auto x = [&](std::size_t i) { return kPi * (2 * u[i] - 1); };
  return std::sin(x(0)) + 7 * std::sin(x(1)) * std::sin(x(1)) + .1 * std::pow(x(2), 4) * std::sin(x(0));
}

const std::vector<double> kG{0, 1, 4.5, 9, 99, 99, 99, 99};

double sobol_g(const std::vector<double>& u) {
  double product = 1;
  for (std::size_t i = 0; i < kG.size(); ++i) product *= (std::abs(4 * u[i] - 2) + kG[i]) / (1 + kG[i]);
  return product;
}

template <class Plan, class Function>
std::vector<double> outcomes_of(const Plan& plan, Function function) {
  std::vector<double> outcomes;
  for (int point = 0; point < plan.points(); ++point) outcomes.push_back(function(point_of(plan, point)));
  return outcomes;
}

}  // namespace

TEST_CASE("Sobol indices of the Ishigami function are within 0.02 of the analytic values") {
  // V = a²/8 + bπ⁴/5 + b²π⁸/18 + ½ with a = 7, b = .1
  const double v1 = .5 * std::pow(1 + .1 * std::pow(kPi, 4) / 5, 2);
  const double v2 = 49 / 8.;
  const double v13 = .01 * std::pow(kPi, 8) * (1 / 18. - 1 / 50.);
  const double v = v1 + v2 + v13;
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    const SobolPlan plan{3, 4096, seed};
    const std::vector<SobolIndex> indices = sobol_indices(plan, outcomes_of(plan, ishigami));
    const double first[] = {v1 / v, v2 / v, 0};
    const double total[] = {(v1 + v13) / v, v2 / v, v13 / v};
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(indices[i].first == Approx(first[i]).margin(.02));
      CHECK(indices[i].total == Approx(total[i]).margin(.02));
      CHECK(indices[i].first_low <= indices[i].first);
      CHECK(indices[i].first <= indices[i].first_high);
      CHECK(indices[i].total_low <= indices[i].total);
      CHECK(indices[i].total <= indices[i].total_high);
    }
  }
}

TEST_CASE("Sobol indices of the g-function are within 0.02 of the analytic values") {
  double product = 1;
  for (const double a : kG) product *= 1 + 1 / (3 * (1 + a) * (1 + a));
  for (const std::uint64_t seed : {1u, 2u, 3u}) {
    const SobolPlan plan{8, 32768, seed};
    const std::vector<SobolIndex> indices = sobol_indices(plan, outcomes_of(plan, sobol_g));
    for (std::size_t i = 0; i < kG.size(); ++i) {
      const double own = 1 / (3 * (1 + kG[i]) * (1 + kG[i]));
      CHECK(indices[i].first == Approx(own / (product - 1)).margin(.02));
      CHECK(indices[i].total == Approx(own * product / (1 + own) / (product - 1)).margin(.02));
    }
  }
}

TEST_CASE("a large constant does not drown the indices, and a constant has none") {
  const SobolPlan plan{2, 1024, 1};
  const std::vector<SobolIndex> indices = sobol_indices(plan, outcomes_of(plan, [](const std::vector<double>& u) { return 1e6 + u[0]; }));
  CHECK(indices[0].first == Approx(1).margin(.02));
  CHECK(indices[1].total == 0);
  CHECK(sobol_indices(plan, outcomes_of(plan, [](const std::vector<double>&) { return 3.; }))[0].total == 0);
}

TEST_CASE("the intervals of Sobol indices hold the truth about as often as they say") {
  int held = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const SobolPlan plan{2, 64, seed};
    // y = 2a + b: first indices .8 and .2
    const std::vector<SobolIndex> indices = sobol_indices(plan, outcomes_of(plan, [](const std::vector<double>& u) { return 2 * u[0] + u[1]; }));
    if (indices[0].total_low <= .8 && .8 <= indices[0].total_high) ++held;
  }
  CHECK(held >= 160);  // stratified points err less than the resampled ones suppose
}

TEST_CASE("screening finds slopes exactly, and what bends or interacts by its spread") {
  const MorrisPlan plan{3, 30, 5};
  const std::vector<MorrisEffect> effects = morris_effects(plan, outcomes_of(plan, [](const std::vector<double>& u) { return 2 * u[0] - 5 * u[1] + u[0] * u[2]; }));
  CHECK(effects[1].mean == Approx(-5));
  CHECK(effects[1].mean_size == Approx(5));
  CHECK(effects[1].sd == Approx(0).margin(1e-6));
  CHECK(effects[0].mean == Approx(2.5).margin(.2));
  CHECK(effects[0].sd > .1);
  for (int point = 0; point < plan.points(); ++point)
    for (const double u : point_of(plan, point)) CHECK((u > -1e-12 && u < 1 + 1e-12));
}

TEST_CASE("an outcome follows the assumptions that are fixed, inside their documented ranges") {
  const model::Scenario scenario = classroom();
  const std::vector<model::Coefficient> coefficients = uncertain(scenario);
  CHECK(std::find(coefficients.begin(), coefficients.end(), model::Coefficient::inspection_days) == coefficients.end());
  const model::Coefficient gain[] = {model::Coefficient::practice_gain};
  const Outcome outcome{scenario.plans.front().id, model::Metric::good_output_per_member, true, {200, 230}};
  const double low = outcome_of(with_assumptions(scenario, gain, std::vector<double>{.01}), outcome);
  const double high = outcome_of(with_assumptions(scenario, gain, std::vector<double>{.99}), outcome);
  CHECK(low < high);
  const model::Assumption fixed = with_assumptions(scenario, gain, std::vector<double>{.3}).assumptions[gain[0]];
  CHECK(fixed.quantity.value == sim::quantile(scenario.assumptions[gain[0]], .3));
  CHECK(fixed.distribution == model::Distribution::fixed);
}
