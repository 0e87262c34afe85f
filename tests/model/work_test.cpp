// What a request for work is estimated to cost.
#include "model/work.h"

#include <limits>

#include "catch_amalgamated.hpp"

using namespace zhengshe::model;

namespace {

Scenario with(int cooperatives, int days) {
  Scenario scenario = empty_scenario();
  while (static_cast<int>(scenario.cooperatives.size()) < cooperatives) scenario.cooperatives.push_back({});
  scenario.calendar.horizon_days = days;
  return scenario;
}

}  // namespace

TEST_CASE("steps are cooperatives, days and replications multiplied, and never wrap around") {
  CHECK(steps_of(with(12, 240)) == 2880);
  CHECK(steps_of(with(12, 240), 1000) == 2'880'000);
  CHECK(steps_of(with(100, 36525), 4'000'000'000'000'000'000u) == std::numeric_limits<std::uint64_t>::max());
  CHECK(steps_of(with(0, 240), std::numeric_limits<std::uint64_t>::max()) == 0);
}

TEST_CASE("durations have the largest unit of which there are two") {
  CHECK(duration_of(1).en == "1 second");
  CHECK(duration_of(1'000'000'000).en == "32 seconds");
  CHECK(duration_of(3'000'000'000).en == "96 seconds");
  CHECK(duration_of(4'000'000'000).en == "2 minutes");
  CHECK(duration_of(1'000'000'000'000).zh == "9小时");
  CHECK(duration_of(1'000'000'000'000'000'000).en == "1014 years");
}

TEST_CASE("much work is told with its estimate, and only above what goes without a question") {
  const Scenario scenario = with(100, 365);
  CHECK_FALSE(much_work(scenario, 10, 365'000));
  const auto issue = much_work(scenario, 10, 364'999);
  REQUIRE(issue);
  CHECK(issue->code == "much_work");
  CHECK(issue->path == "/calendar/horizonDays");
  CHECK(issue->severity == Severity::notice);
  CHECK(issue->message.en.find("100 cooperatives on 365 days, 10 times, would take about 1 second") != std::string::npos);
}
