#include "sim/inspection.h"

#include <cmath>

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;
using model::Problem;

TEST_CASE("the normal distribution agrees with its textbook values and with libm") {
  CHECK(normal_cdf(0) == 0.5);
  CHECK(normal_cdf(1.959963984540054) == Approx(0.975).epsilon(1e-13));
  CHECK(normal_cdf(-1.2815515655446004) == Approx(0.1).epsilon(1e-13));
  CHECK(normal_cdf(-40) == 0);
  CHECK(normal_cdf(40) == 1);
  for (double x = -9; x <= 9; x += 0.0625) CHECK(std::abs(normal_cdf(x) - 0.5 * std::erfc(-x / std::sqrt(2.0))) < 1e-14);
}

TEST_CASE("noise falls with the root of time and skill") {
  CHECK(inspection_noise(0.18, 5, 1) == 0.18);             // h0 = 5 team-days
  CHECK(inspection_noise(0.18, 20, 1) == Approx(0.09));    // four times as long: half
  CHECK(inspection_noise(0.18, 5, 2.25) == Approx(0.12));  // .18 / 1.5
}

TEST_CASE("the centre run sees the truth; a replication sees it with noise that is keyed by cooperative and problem") {
  Severities truth{};
  truth.fill(0.5);
  CHECK(observe(truth, 0.18, Luck{7, 0, true}, {3}) == truth);
  const Luck luck{7, 4, false};
  const Severities seen = observe(truth, 0.18, luck, {3});
  CHECK(seen != truth);
  CHECK(observe(truth, 0.18, luck, {3}) == seen);
  CHECK(observe(truth, 0.18, luck, {4}) != seen);
  CHECK(observe(truth, 0.18, Luck{8, 4, false}, {3}) != seen);
  Severities other = truth;
  other[Problem::mixed_trades] = 0.9;
  CHECK(observe(other, 0.18, luck, {3})[Problem::over_size] == seen[Problem::over_size]);
}

TEST_CASE("what is seen scatters around the truth as much as the noise says, and is clamped") {
  Severities truth{};
  truth.fill(0.5);
  truth[Problem::mixed_trades] = 0;
  double sum = 0;
  double squares = 0;
  int clamped = 0;
  constexpr int kCount = 20000;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    const Severities seen = observe(truth, 0.1, Luck{1, i, false}, {1});
    const double error = seen[Problem::over_size] - 0.5;
    sum += error;
    squares += error * error;
    clamped += seen[Problem::mixed_trades] == 0 ? 1 : 0;
  }
  CHECK(std::abs(sum / kCount) < 4 * 0.1 / std::sqrt(kCount));
  CHECK(std::sqrt(squares / kCount) == Approx(0.1).epsilon(0.02));
  CHECK(clamped / static_cast<double>(kCount) == Approx(0.5).epsilon(0.03));  // half of the errors are negative
}

TEST_CASE("belief lies between what was expected and what was seen") {
  // w = .04 / (.04 + .01) = .8: mean .3 + .8·(.8 − .3) = .7, sd .2·√.2
  const Prior belief = posterior({0.3, 0.2}, 0.8, 0.1);
  CHECK(belief.mean == Approx(0.7));
  CHECK(belief.sd == Approx(0.2 * std::sqrt(0.2)));
  CHECK(posterior({0.3, 0.2}, 0.8, 0).mean == Approx(0.8));
  CHECK(posterior({0.3, 0}, 0.8, 0.1).mean == 0.3);
}

TEST_CASE("without noise a finding is always right; with it sensitivity and specificity follow the normal orthant") {
  CHECK(accuracy({0.5, 0.2}, 0, 0.5).sensitivity == 1);
  CHECK(accuracy({0.5, 0.2}, 0, 0.5).specificity == 1);
  // At the threshold of the prior's mean: P(both above) = ¼ + asin(ρ)/2π with ρ = s/√(s² + noise²). Equal
  // sd and noise: ρ = 1/√2, P = ¼ + 1/8 = 3/8, sensitivity = specificity = 3/4.
  const Accuracy even = accuracy({0.5, 0.2}, 0.2, 0.5);
  CHECK(even.prevalence == Approx(0.5));
  CHECK(even.sensitivity == Approx(0.75).epsilon(1e-6));
  CHECK(even.specificity == Approx(0.75).epsilon(1e-6));
  CHECK(even.positive_predictive_value() == Approx(0.75).epsilon(1e-6));
}

TEST_CASE("predictive value and true prevalence are those of the screening literature") {
  // Se = .8, Sp = .8, π = .3: .24 / (.24 + .14) = .6316
  const Accuracy usual{0.3, 0.8, 0.8};
  CHECK(usual.positive_predictive_value() == Approx(0.24 / 0.38));
  // Rogan and Gladen: apparent .38 with the same accuracy leads back to (.38 + .8 − 1)/.6 = .3
  CHECK(true_prevalence(0.38, 0.8, 0.8) == Approx(0.3));
  CHECK(true_prevalence(0.1, 0.8, 0.8) == 0);
}
