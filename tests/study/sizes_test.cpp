#include "study/sizes.h"

#include "catch_amalgamated.hpp"
#include "study/kunming.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;

namespace {

// The size of most output per member, found by trying every one.
int argmax(const sim::SizeTradeoff& tradeoff) {
  int best = 5;
  for (int members = 5; members <= 1000; ++members)
    if (sim::output_per_member(tradeoff, members) > sim::output_per_member(tradeoff, best)) best = members;
  return best;
}

}  // namespace

TEST_CASE("in Kunming the best size at the reference is 104 for gross and about 60 for good output") {
  const SizeCurve reference = size_curves(kunming_1957()).front();
  CHECK_FALSE(reference.trade);
  CHECK(argmax(reference.gross) == 104);
  CHECK(argmax(reference.good) == Approx(60).margin(5));
  CHECK(reference.best_gross() == Approx(104).margin(1e-6));
  CHECK(reference.best_good() == Approx(argmax(reference.good)).margin(.51));
  CHECK(relative_output(reference.gross, 104) == Approx(1));
  // (1 − 4/350)·3.5^−.04 = .940264 of (1 − 4/104)·1.04^−.04 = .960031: .979400.
  CHECK(relative_output(reference.gross, 350) == Approx(.979400).epsilon(1e-5));
}

TEST_CASE("rework makes the best size smaller in every trade, and no trade is best as small as can be") {
  const model::Scenario scenario = kunming_1957();
  const std::vector<SizeCurve> curves = size_curves(scenario);
  REQUIRE(curves.size() == scenario.trades.size() + 1);
  for (std::size_t i = 1; i < curves.size(); ++i) {
    INFO(scenario.trades[i - 1].name.en);
    CHECK(curves[i].trade == scenario.trades[i - 1].id);
    CHECK(curves[i].best_good() == Approx(argmax(curves[i].good)).margin(.51));
    CHECK(curves[i].best_good() < curves[i].best_gross());
    CHECK(curves[i].best_good() > 30);
  }
}
