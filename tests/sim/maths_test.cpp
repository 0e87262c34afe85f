#include "sim/maths.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "catch_amalgamated.hpp"
#include "sim/philox.h"

using namespace zhengshe;

TEST_CASE("the own exponential agrees with libm to 14 digits", "[sim][maths]") {
  double worst = 0;
  for (int i = 0; i <= 200000; ++i) {
    const double x = -690 + i * (1380.0 / 200000);
    worst = std::max(worst, std::fabs(sim::exp(x) / std::exp(x) - 1));
  }
  CHECK(worst < 1e-14);
  CHECK(sim::exp(0) == 1);
  CHECK(sim::exp(-1000) == sim::exp(-700));
}

TEST_CASE("the own logarithm agrees with libm to 14 digits, and near one", "[sim][maths]") {
  double worst = 0;
  for (int i = 1; i <= 200000; ++i) {
    const double x = i * 0.001;
    if (i == 1000) continue;
    worst = std::max(worst, std::fabs(sim::log(x) / std::log(x) - 1));
  }
  CHECK(worst < 1e-13);
  CHECK(sim::log(1) == 0);
  CHECK(std::fabs(sim::log(1e300) - std::log(1e300)) < 1e-12);
}

TEST_CASE("sine and cosine of a full turn agree with libm", "[sim][maths]") {
  double worst = 0;
  for (int i = 0; i <= 100000; ++i) {
    const double u = i / 100000.0;
    const double angle = 6.283185307179586 * u;
    worst = std::max({worst, std::fabs(sim::sin_turns(u) - std::sin(angle)), std::fabs(sim::cos_turns(u) - std::cos(angle))});
  }
  CHECK(worst < 1e-13);
}

TEST_CASE("powers, logits and their inverses fit together", "[sim][maths]") {
  CHECK(std::fabs(sim::pow(350.0 / 88.0, -0.04) - std::pow(350.0 / 88.0, -0.04)) < 1e-13);
  CHECK(sim::pow(0, 0.2) == 0);
  CHECK(std::fabs(sim::exp2(-0.5) - std::sqrt(0.5)) < 1e-14);
  CHECK(std::fabs(sim::logistic(sim::logit(0.12)) - 0.12) < 1e-15);
}

TEST_CASE("Philox gives the published known answers", "[sim][philox]") {
  // Random123, kat_vectors, philox4x32 10: counter, key, result.
  CHECK(sim::philox({0, 0}, {0, 0, 0, 0}) == sim::Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(sim::philox({0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}) ==
        sim::Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(sim::philox({0xa4093822, 0x299f31d0}, {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}) ==
        sim::Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("streams of different purposes and seeds share no key", "[sim][philox]") {
  CHECK_FALSE(sim::make_key(1, sim::Purpose::daily_shocks) == sim::make_key(1, sim::Purpose::inspection));
  CHECK_FALSE(sim::make_key(1, sim::Purpose::daily_shocks) == sim::make_key(2, sim::Purpose::daily_shocks));
}

TEST_CASE("normals have the mean, the variance and the tails of the standard normal", "[sim][philox]") {
  const sim::Key key = sim::make_key(7, sim::Purpose::durations);
  constexpr int kDraws = 200000;
  double sum = 0, squares = 0;
  int beyond = 0;
  for (std::uint32_t i = 0; i < kDraws; ++i) {
    const double z = sim::normal(key, i, 3, 5);
    sum += z;
    squares += z * z;
    beyond += std::fabs(z) > 1.959964;
  }
  // Standard errors: mean 1/√n = .0022, variance √(2/n) = .0032, share √(.05·.95/n) = .0005.
  CHECK(std::fabs(sum / kDraws) < 0.01);
  CHECK(std::fabs(squares / kDraws - 1) < 0.015);
  CHECK(std::fabs(beyond / static_cast<double>(kDraws) - 0.05) < 0.0025);
}
