#include "sim/timetable.h"

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using namespace zhengshe::sim;

TEST_CASE("the timetable knows working days, months and what has elapsed") {
  // From Thursday 24 January 1957: rest on Sundays, Spring Festival 31 January to 2 February.
  model::Calendar calendar{model::to_date({1957, 1, 24}), 20, model::Weekday::sunday,
                           {{model::to_date({1957, 1, 31}), model::to_date({1957, 2, 2}), {}}}};
  const Timetable table = make_timetable(calendar);
  REQUIRE(table.days == 20);
  REQUIRE(table.months.size() == 2);
  CHECK(table.months[0].end_day == 8);
  CHECK(table.months[0].share == Catch::Approx(8.0 / 31));
  CHECK(table.months[0].working_days == 6);  // 24 to 26 and 28 to 30 January
  CHECK(table.months[1].share == Catch::Approx(12.0 / 28));
  CHECK(table.months[1].month_of_year == 1);
  CHECK(table.is_working(6));         // Wednesday 30 January
  CHECK_FALSE(table.is_working(7));   // the festival
  CHECK_FALSE(table.is_working(10));  // Sunday 3 February
  CHECK(table.is_working(11));
  CHECK(table.elapsed[11] == 5);  // since 30 January
  CHECK(table.elapsed[0] == 1);
  CHECK(table.working_days(0, 20) == 14);  // 6, and 4 to 9, 11 and 12 February: 8
}

TEST_CASE("a city that never rests works every day, December runs into January") {
  const Timetable table = make_timetable({model::to_date({1956, 12, 1}), 40, std::nullopt, {}});
  CHECK(table.working_days(0, 40) == 40);
  CHECK(table.months[0].share == 1);
  CHECK(table.months[1].month_of_year == 0);
}
