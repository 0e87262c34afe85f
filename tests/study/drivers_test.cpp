#include "study/drivers.h"

#include "catch_amalgamated.hpp"
#include "study/gallery_worlds.h"

using namespace zhengshe;
using namespace zhengshe::study;

namespace {

const model::Scenario kScenario = classroom();

DriverQuestion question() { return {{kScenario.plans.front().id, model::Metric::good_output_per_member, true, last_days(kScenario)}, {}}; }

std::vector<double> outcomes_of(const DriverQuestion& asked, int points) {
  std::vector<double> outcomes;
  for (int point = 0; point < points; ++point) outcomes.push_back(outcome_at(kScenario, asked, point));
  return outcomes;
}

}  // namespace

TEST_CASE("screening ranks every assumption that has a range by what it moves") {
  const std::vector<Driver> drivers = screened(kScenario, outcomes_of(question(), points_of(kScenario, question())));
  REQUIRE(drivers.size() == uncertain(kScenario).size());
  for (std::size_t i = 1; i < drivers.size(); ++i) CHECK(drivers[i - 1].screening.mean_size >= drivers[i].screening.mean_size);
  CHECK(drivers.front().screening.mean_size > 0);
  const DriverQuestion second = second_round(question(), drivers);
  REQUIRE(second.measured.size() == 8);
  for (std::size_t i = 0; i < 8; ++i) CHECK(second.measured[i] == drivers[i].coefficient);
}

TEST_CASE("a whole number of bases of the second round is the smaller plan's answer") {
  std::vector<Driver> drivers = screened(kScenario, outcomes_of(question(), points_of(kScenario, question())));
  DriverQuestion second = second_round(question(), drivers);
  second.measured.resize(3);
  constexpr int kBase = 16;
  const SobolPlan small{3, kBase, kScenario.seed};
  std::vector<double> expected;
  for (int point = 0; point < small.points(); ++point)
    expected.push_back(outcome_of(with_assumptions(kScenario, second.measured, point_of(small, point)), second.outcome));
  const std::vector<SobolIndex> shares = sobol_indices(small, expected);
  measure(drivers, kScenario, second, outcomes_of(second, kBase * points_per_base(second)));
  int measured = 0;
  for (const Driver& driver : drivers) {
    if (!driver.share) continue;
    ++measured;
    for (std::size_t i = 0; i < 3; ++i)
      if (second.measured[i] == driver.coefficient) {
        CHECK(driver.share->first == shares[i].first);
        CHECK(driver.share->total == shares[i].total);
      }
  }
  CHECK(measured == 3);
  CHECK(drivers[0].share->total >= drivers[1].share->total);
  CHECK(drivers[1].share->total >= drivers[2].share->total);
  CHECK_FALSE(drivers[3].share);
}

TEST_CASE("where nothing has a range there is nothing to ask") {
  model::Scenario certain = kScenario;
  const std::vector<model::Coefficient> all = uncertain(certain);
  certain = with_assumptions(certain, all, std::vector<double>(all.size(), .5));
  CHECK(points_of(certain, question()) == 0);
  CHECK(second_round(question(), {}).measured.empty());
}
