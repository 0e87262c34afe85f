#include "sim/parameters.h"

#include <algorithm>
#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/distributions.h"
#include "sim/small_city.h"
#include "sim/sobol.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;

namespace {

model::Assumption assumption(model::Distribution distribution, double value, double low, double high) {
  model::Assumption made;
  made.distribution = distribution;
  made.quantity.value = value;
  made.quantity.low = low;
  made.quantity.high = high;
  return made;
}

}  // namespace

TEST_CASE("the inverse normal meets the tables") {
  CHECK(inverse_normal(0.5) == Approx(0).margin(1e-15));
  CHECK(inverse_normal(0.95) == Approx(1.6448536269514722).epsilon(2e-9));
  CHECK(inverse_normal(0.975) == Approx(1.959963984540054).epsilon(2e-9));
  CHECK(inverse_normal(0.001) == Approx(-3.090232306167813).epsilon(2e-9));
  for (double u = 0.0005; u < 1; u += 0.0005) CHECK(0.5 * std::erfc(-inverse_normal(u) / std::sqrt(2.0)) == Approx(u).epsilon(2e-8));
}

TEST_CASE("quantiles read low and high as the distribution says") {
  using D = model::Distribution;
  CHECK(quantile(assumption(D::fixed, 5, 1, 9), 0.1) == 5);
  CHECK(quantile(assumption(D::uniform, 5, 2, 6), 0.25) == Approx(3));
  // Triangular 0, mode 1, 4: area left of the mode ¼. u = .0625: √(.0625·4·1) = .5; u = .75: 4 − √(.25·4·3) = 4 − √3.
  CHECK(quantile(assumption(D::triangular, 1, 0, 4), 0.0625) == Approx(0.5));
  CHECK(quantile(assumption(D::triangular, 1, 0, 4), 0.75) == Approx(4 - std::sqrt(3.0)));
  CHECK(quantile(assumption(D::triangular, 1, 1, 1), 0.75) == 1);
  for (const D distribution : {D::normal, D::lognormal}) {
    const model::Assumption rework = assumption(distribution, 0.7, 0.5, 1.4);
    CHECK(quantile(rework, 0.5) == Approx(0.7));
    CHECK(quantile(rework, 0.05) == Approx(0.5));
    CHECK(quantile(rework, 0.95) == Approx(1.4));
  }
}

TEST_CASE("an owner's estimate has its value as median and its bounds at 5 and 95 %") {
  const model::Quantity quantity{0.4, 0.3, 0.6, {}, {}, {}};
  CHECK(estimate(quantity, 0) == Approx(0.4));
  CHECK(estimate(quantity, 1.6448536269514722) == Approx(0.6));
  CHECK(estimate(quantity, -1.6448536269514722) == Approx(0.3));
}

TEST_CASE("unscrambled Sobol points are the published ones") {
  // The first points of the first three dimensions: 0, ½, then (¾, ¼, ¼), (¼, ¾, ¾), in natural order.
  const auto value = [](std::uint32_t index, std::uint32_t dimension) { return sobol_bits(index, dimension) * 0x1p-32; };
  CHECK(value(0, 2) == 0);
  for (std::uint32_t dimension = 0; dimension < 4; ++dimension) CHECK(value(1, dimension) == 0.5);
  CHECK(value(2, 0) == 0.25);
  CHECK(value(3, 0) == 0.75);
  CHECK(value(2, 1) == 0.75);
  CHECK(value(3, 1) == 0.25);
  CHECK(value(2, 2) == 0.75);
  CHECK(value(4, 1) == 0.625);
  CHECK(value(4, 2) == 0.375);
}

TEST_CASE("every scrambled dimension puts one of 2^m points into each of 2^m intervals") {
  for (std::uint32_t dimension = 0; dimension < 60; ++dimension) {
    std::vector<int> hits(256);
    for (std::uint32_t index = 0; index < 256; ++index) ++hits[static_cast<std::size_t>(sobol_uniform(index, dimension, 42) * 256)];
    CHECK(std::count(hits.begin(), hits.end(), 1) == 256);
  }
}

TEST_CASE("pairs of dimensions of one group fill the square evenly, pairs across groups are uncorrelated") {
  std::vector<int> cells(256);
  for (std::uint32_t index = 0; index < 256; ++index)
    ++cells[static_cast<std::size_t>(sobol_uniform(index, 0, 7) * 16) * 16 + static_cast<std::size_t>(sobol_uniform(index, 1, 7) * 16)];
  CHECK(std::count(cells.begin(), cells.end(), 1) == 256);  // a (0, 8, 2)-net
  for (const std::uint32_t other : {4u, 9u, 31u}) {
    double sum = 0;
    for (std::uint32_t index = 0; index < 4096; ++index)
      sum += (sobol_uniform(index, 0, 7) - 0.5) * (sobol_uniform(index, other, 7) - 0.5) * 12;
    CHECK(std::abs(sum / 4096) < 0.05);
  }
}

TEST_CASE("the centre run takes every coefficient at its value; replications spread over the range") {
  const model::Scenario city = test::small_city(1);
  const Parameters centre = draw_parameters(city, Luck{});
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>())
    CHECK(centre[coefficient] == city.assumptions[coefficient].quantity.value);
  int below = 0;
  for (std::uint32_t replication = 0; replication < 256; ++replication) {
    const double drawn = draw_parameters(city, Luck{5, replication, false})[model::Coefficient::size_exponent];
    below += drawn < 0.04 ? 1 : 0;
    CHECK(drawn > 0.005);
  }
  CHECK(below == 128);  // half of the points below the median, exactly: that is what Sobol points are for
}

TEST_CASE("scales of trades act on the odds of rework and seconds") {
  model::Scenario city = test::small_city(1);
  city.assumptions[model::Coefficient::rework_base_scale].quantity = model::exact(1.4);
  // logit .12 + ln 1.4 = −1.992430 + .336472
  CHECK(draw_parameters(city, Luck{}).trades[0].rework_log_odds == Approx(-1.655958).epsilon(1e-6));
}
