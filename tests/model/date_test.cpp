#include "catch_amalgamated.hpp"
#include "model/date.h"

using namespace zhengshe::model;

TEST_CASE("days are counted from 1 January 1970") {
  CHECK(to_date({1970, 1, 1}).days == 0);
  CHECK(to_date({1969, 12, 31}).days == -1);
  CHECK(to_date({2000, 3, 1}).days == 11017);  // 30 years, 7 leap days, 31 + 29 days: 10950 + 7 + 60
  CHECK(to_date({1957, 2, 12}) - to_date({1956, 12, 1}) == 73);  // 30 days left in December, 31, 12
}

TEST_CASE("every day of four centuries comes back from its count, in order") {
  YearMonthDay before = to_civil(to_date({1799, 12, 31}));
  for (Date day = to_date({1800, 1, 1}); day <= to_date({2200, 1, 1}); day = day + 1) {
    const YearMonthDay civil = to_civil(day);
    const bool next = civil.day == before.day + 1 || (civil.day == 1 && (civil.month == before.month + 1 || (civil.month == 1 && civil.year == before.year + 1)));
    REQUIRE(next);
    REQUIRE(to_date(civil) == day);
    before = civil;
  }
}

TEST_CASE("weekdays follow the calendar") {
  CHECK(weekday_of(to_date({1957, 2, 12})) == Weekday::tuesday);
  CHECK(weekday_of(to_date({1949, 10, 1})) == Weekday::saturday);
  CHECK(weekday_of(to_date({1, 1, 1})) == Weekday::monday);
}

TEST_CASE("a date is read only in its one shape, and only where the day exists") {
  CHECK(parse_date("1957-02-12") == to_date({1957, 2, 12}));
  CHECK(parse_date("1956-02-29"));
  for (const char* wrong : {"1957-02-29", "1957-13-01", "1957-00-01", "1957-01-00", "0000-01-01", "1957-1-1", "1957/01/01", "1957-01-01 ", "+957-01-01", ""})
    CHECK_FALSE(parse_date(wrong));
  CHECK(format_date(to_date({33, 4, 5})) == "0033-04-05");
  // A simulation may end after the last day that can be read.
  CHECK(format_date(to_date({9999, 12, 31}) + 1) == "10000-01-01");
  CHECK(format_date(to_date({1, 1, 1}) + -1) == "0000-12-31");
}
