#include "study/inspection_worth.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/diagnosis.h"
#include "sim/small_city.h"
#include "study/kunming.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;
using model::Coefficient;

namespace {

model::Scenario with_noise(model::Scenario scenario, double sigma) {
  scenario.assumptions[Coefficient::inspection_noise] = {model::exact(sigma), model::Distribution::fixed, {}};
  return scenario;
}

}  // namespace

TEST_CASE("who sees without noise gains nothing by looking longer, and pays for the time") {
  model::Scenario city = with_noise(test::small_city(0), 0);
  city.cooperatives.push_back(test::cooperative(1, {test::workshop(1, 400)}));
  city.cooperatives.push_back(test::cooperative(2, {test::workshop(2, 100)}));
  const std::vector<InspectionWorth> worths = inspection_worths(city, {1}, 5, 10);
  REQUIRE(worths.size() == 2);
  const double team_cost = city.plans[0].weights.team_cost;
  REQUIRE(team_cost > 0);
  CHECK(worths[0].one_more_day == Approx(-team_cost * 2 / 20));  // √(400/100) = 2 team-days of a standard 20
  CHECK(worths[1].one_more_day == Approx(-team_cost / 20));
  for (const InspectionWorth& worth : worths) {
    CHECK(worth.knowing_all == 0);
    CHECK(worth.right == Approx(1));
    CHECK(worth.right_longer == Approx(1));
  }
}

TEST_CASE("in Kunming knowing all is worth more than a day, and a day makes the first measure right more often") {
  const model::Scenario kunming = kunming_1957();
  const auto means = [&](const model::Scenario& scenario) {
    InspectionWorth mean;
    const std::vector<InspectionWorth> worths = inspection_worths(scenario, scenario.plans.front().id, 1, 60);
    for (const InspectionWorth& worth : worths) {
      const double each = 1.0 / static_cast<double>(worths.size());
      mean.one_more_day += each * worth.one_more_day;
      mean.knowing_all += each * worth.knowing_all;
      mean.right += each * worth.right;
      mean.right_longer += each * worth.right_longer;
    }
    return mean;
  };
  const InspectionWorth usual = means(kunming);
  CHECK(usual.knowing_all > usual.one_more_day);
  CHECK(usual.right_longer > usual.right);
  CHECK(usual.right > 0.2);
  CHECK(usual.right < 0.8);
  // With three times the noise more is at stake, and the first measure is right less often.
  const InspectionWorth dim = means(with_noise(kunming, 0.54));
  CHECK(dim.knowing_all > usual.knowing_all);
  CHECK(dim.right < usual.right);
}

TEST_CASE("a longer inspection sees with the luck of the usual one: every error shrinks by the same factor") {
  // Six team-days instead of five: √(5/6), as long as nothing is clamped.
  const sim::Luck luck{5, 0, false};
  sim::Severities truth{};
  truth.fill(0.5);
  const sim::Severities usual = sim::observe(truth, sim::inspection_noise(0.1, 5, 1), luck, {7});
  const sim::Severities longer = sim::observe(truth, sim::inspection_noise(0.1, 6, 1), luck, {7});
  for (const model::Problem problem : model::all_of<model::Problem>()) CHECK(longer[problem] - 0.5 == Approx((usual[problem] - 0.5) * std::sqrt(5.0 / 6)));
}
