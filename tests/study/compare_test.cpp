#include "study/compare.h"

#include <algorithm>
#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/parameters.h"
#include "study/gallery_worlds.h"
#include "study/sensitivity.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;

TEST_CASE("pairs of two plans, by hand") {
  const std::vector<double> first{3, 5, 4, 8};
  const std::vector<double> second{1, 6, 4, 4};  // differences 2, −1, 0, 4
  const PairedDifference more = compare(first, second, false);
  CHECK(more.mean == 1.25);
  CHECK(more.probability_better == .625);
  CHECK(compare(first, second, true).probability_better == .375);
  const double error = std::sqrt((.75 * .75 + 2.25 * 2.25 + 1.25 * 1.25 + 2.75 * 2.75) / 3 / 4);
  CHECK(more.mean_high == Approx(1.25 + 1.96 * error));
  CHECK(more.mean_low == Approx(1.25 - 1.96 * error));
  CHECK(more.low == Approx(-.85));   // type 7: −1 + .15
  CHECK(more.high == Approx(3.7));   // 2 + .85 · 2
}

TEST_CASE("regret is what the best plan of each replication would have given more") {
  const std::vector<double> plans[] = {{3, 5}, {4, 4}, {1, 2}};
  CHECK(mean_regrets(plans, false) == std::vector<double>{.5, .5, 3});
  CHECK(mean_regrets(plans, true) == std::vector<double>{2.5, 2.5, 0});
}

TEST_CASE("a plan against itself is no different, and against being left alone by the same luck") {
  const model::Scenario scenario = classroom();
  const model::PlanId plan = scenario.plans.front().id;
  const Yardstick output{model::Metric::good_output_per_member, {200, 240}, false};
  const std::vector<double> planned = plan_values(scenario, plan, output, 5, 12);
  const std::vector<double> alone = plan_values(scenario, model::kLeftAlone, output, 5, 12);
  CHECK(compare(planned, planned, false).low == 0);
  CHECK(compare(planned, planned, false).probability_better == .5);
  const PairedDifference difference = compare(planned, alone, false);
  CHECK(difference.mean > 0);
  // Shared luck leaves less spread in the differences than in the values.
  CHECK(difference.high - difference.low < compare(planned, std::vector<double>(12, 0.0), false).high - compare(planned, std::vector<double>(12, 0.0), false).low);
}

TEST_CASE("losers are those whom a plan leaves worse off, worst first") {
  const model::Scenario scenario = classroom();
  const model::PlanId plan = scenario.plans.front().id;
  const Yardstick output{model::Metric::good_output_per_member, {200, 240}, false};
  CHECK(losers(compare_cooperatives(scenario, plan, plan, output), false).empty());
  const std::vector<CooperativeDifference> all = compare_cooperatives(scenario, plan, model::kLeftAlone, output);
  REQUIRE(all.size() == scenario.cooperatives.size());
  CHECK(losers(all, false).size() + losers(all, true).size() <= all.size());
  const std::vector<CooperativeDifference> made{{{1}, {1}, {1}, 2, 3}, {{2}, {1}, {1}, 2, 5}, {{3}, {1}, {1}, 5, 2}, {{4}, {1}, {1}, 2, 2}};
  const std::vector<CooperativeDifference> worse = losers(made, false);
  REQUIRE(worse.size() == 2);
  CHECK(worse[0].cooperative == model::CooperativeId{2});
  CHECK(losers(made, true).front().cooperative == model::CooperativeId{3});
}

TEST_CASE("an assumption turns the choice where each of two plans is the better one at one of its ends") {
  const model::Scenario scenario = classroom();
  const std::vector<model::Coefficient> all = uncertain(scenario);
  REQUIRE(all.size() > 3);
  const model::Coefficient turning = all[2];
  constexpr std::size_t kCount = 120;
  std::vector<double> first, second(kCount, 0.0);
  std::vector<double> drawn;
  for (std::uint32_t i = 0; i < kCount; ++i) drawn.push_back(sim::draw_parameters(scenario, {7, i, false})[turning]);
  std::vector<double> sorted = drawn;
  std::sort(sorted.begin(), sorted.end());
  const double middle = sorted[kCount / 2];
  for (const double value : drawn) first.push_back(value - middle);  // better where it is high
  const std::vector<Turn> found = turns(scenario, 7, first, second, false);
  REQUIRE(found.size() == all.size());
  CHECK(found.front().coefficient == turning);
  CHECK(found.front().low == 0);
  CHECK(found.front().high == 1);
  CHECK(found.front().flips());
  CHECK(turns(scenario, 7, first, second, true).front().low == 1);  // the other way round where less is better
  const std::vector<Turn> even = turns(scenario, 7, second, second, false);
  for (const Turn& turn : even) {
    CHECK(turn.low == .5);
    CHECK_FALSE(turn.flips());
  }
  std::vector<double> always(kCount, 1.0);  // better whatever it is: the assumption turns nothing
  CHECK_FALSE(turns(scenario, 7, always, second, false).front().flips());
}
