#include "study/calibrate.h"

#include <cmath>
#include <limits>
#include <random>

#include "catch_amalgamated.hpp"

using namespace zhengshe::study;
using Catch::Approx;

TEST_CASE("90 % intervals of the posterior hold the truth in 87 to 93 % of 1,000 synthetic data sets") {
  std::mt19937 generator(11);
  std::normal_distribution<double> noise;
  // Two factors; one outcome tells about the first, the other about their sum.
  const auto outcomes_of = [&](const std::vector<double>& point, std::vector<double>& outcomes) {
    outcomes.push_back(point[0] + .15 * noise(generator));
    outcomes.push_back(point[0] + point[1] + .2 * noise(generator));
  };
  constexpr int kCandidates = 20000;
  std::vector<double> factors[2];
  std::vector<double> outcomes;
  for (int i = 0; i < kCandidates; ++i) {
    const std::vector<double> point = candidate_point(2, i, 3);
    for (std::size_t f = 0; f < 2; ++f) factors[f].push_back(point[f]);
    outcomes_of(point, outcomes);
  }
  std::uniform_real_distribution<double> uniform;
  int held[2] = {0, 0};
  for (int set = 0; set < 1000; ++set) {
    const std::vector<double> truth{uniform(generator), uniform(generator)};
    std::vector<double> targets;
    outcomes_of(truth, targets);
    const Posterior posterior = weigh(outcomes, targets, .02);
    for (std::size_t f = 0; f < 2; ++f)
      if (weighted_quantile(factors[f], posterior.weights, .05) <= truth[f] && truth[f] <= weighted_quantile(factors[f], posterior.weights, .95)) ++held[f];
  }
  for (const int count : held) {
    CHECK(count >= 870);
    CHECK(count <= 930);
  }
}

TEST_CASE("weights fall with the distance, add to one and pass over what has no outcome") {
  const double nothing = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> outcomes{1, 2, 3, nothing, 9};
  const double target[] = {1};
  const Posterior posterior = weigh(outcomes, target, .5);
  CHECK(posterior.weights[0] > posterior.weights[1]);
  CHECK(posterior.weights[2] == 0);  // at the tolerance itself
  CHECK(posterior.weights[3] == 0);
  CHECK(posterior.weights[0] + posterior.weights[1] == Approx(1));
  CHECK(posterior.weights[1] / posterior.weights[0] == Approx(.75));  // 1 − (1/2)²
  CHECK(posterior.effective_size == Approx(1 / (16. / 49 + 9. / 49)));
  CHECK(weigh({&nothing, 1}, target, .5).effective_size == 0);
}

TEST_CASE("weighted quantiles, by hand") {
  const std::vector<double> values{3, 1, 2};
  const std::vector<double> weights{.5, .25, .25};
  CHECK(weighted_quantile(values, weights, .2) == 1);
  CHECK(weighted_quantile(values, weights, .4) == 2);
  CHECK(weighted_quantile(values, weights, .6) == 3);
}
