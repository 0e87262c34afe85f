#include <cmath>

#include "catch_amalgamated.hpp"
#include "app/axis.h"

using namespace zhengshe;
using namespace zhengshe::app;

TEST_CASE("ticks are round and lie within the range", "[app]") {
  CHECK(nice_ticks(4.4, 6.2, 5) == std::vector<double>{4.5, 5.0, 5.5, 6.0});
  CHECK(nice_ticks(0, 100, 6) == std::vector<double>{0, 20, 40, 60, 80, 100});
  const std::vector<double> small = nice_ticks(0.081, 0.119, 5);
  REQUIRE(small.size() == 3);  // 0.09, 0.10, 0.11
  CHECK(small.front() == Catch::Approx(0.09));
  CHECK(decimals_of(small) == 2);
  CHECK(decimals_of(nice_ticks(0, 100, 6)) == 0);
  CHECK(decimals_of(std::vector<double>{0, 2.5, 5}) == 1);
}

TEST_CASE("months begin on their first day, over the turn of the year", "[app]") {
  const model::Date start = model::to_date({1956, 11, 15});
  const std::vector<MonthTick> expected{{16, 12, 1956}, {47, 1, 1957}, {78, 2, 1957}};
  CHECK(month_ticks(start, 90) == expected);
  CHECK(month_ticks(model::to_date({1957, 1, 1}), 1) == std::vector<MonthTick>{{0, 1, 1957}});
  CHECK(month_ticks(model::to_date({1957, 1, 2}), 5).empty());
}

TEST_CASE("many days shrink to few columns without losing a peak", "[app]") {
  std::vector<float> values(1000, 1);
  values[617] = 9;
  values[303] = -4;
  const std::vector<PixelColumn> columns = decimate(values, 50);
  REQUIRE(columns.size() == 50);
  float high = 0, low = 0;
  for (const PixelColumn& column : columns) high = std::max(high, column.high), low = std::min(low, column.low);
  CHECK(high == 9);
  CHECK(low == -4);
  CHECK(decimate(std::vector<float>{1, 2, 3}, 50).size() == 3);
}

TEST_CASE("an extent has air, stays at zero where nothing is negative, and survives odd series", "[app]") {
  const std::vector<float> values{10, 20}, flat{5, 5}, near_zero{0.1f, 8}, none, broken{std::nanf(""), 3, 4};
  const auto extent = [](std::span<const float> series) { return extent_of({&series, 1}); };
  CHECK(extent(values).low == Catch::Approx(9.4));
  CHECK(extent(values).high == Catch::Approx(20.6));
  CHECK(extent(flat).high > extent(flat).low);
  CHECK(extent(near_zero).low == 0);
  CHECK(extent(none).high == 1);
  CHECK(extent(broken).low < 3);
}

TEST_CASE("a scale and its inverse agree", "[app]") {
  const Scale scale{10, 30, 100, 500};
  CHECK(scale.pixel(20) == 300);
  CHECK(scale.value(300) == Catch::Approx(20));
}

TEST_CASE("zooming keeps the place under the pointer and stays within the axis", "[app]") {
  const Range whole{0, 100};
  CHECK(zoomed(whole, whole, 25, 2, 6) == Range{12.5, 62.5});
  CHECK(zoomed({12.5, 62.5}, whole, 25, 0.5, 6) == whole);
  CHECK(zoomed(whole, whole, 0, 2, 6) == Range{0, 50});
  CHECK(zoomed({0, 10}, whole, 5, 100, 6) == Range{2, 8});    // not narrower
  CHECK(zoomed({90, 100}, whole, 90, 0.5, 6) == Range{80, 100});  // not beyond the end
  CHECK(zoomed({0, 4}, {0, 4}, 2, 3, 6) == Range{0, 4});      // an axis shorter than the least
  CHECK(moved({10, 30}, whole, 15) == Range{25, 45});
  CHECK(moved({10, 30}, whole, -15) == Range{0, 20});
  CHECK(moved({10, 30}, whole, 500) == Range{80, 100});
}

TEST_CASE("days are named a round number of days apart", "[app]") {
  CHECK(day_ticks(2.5, 6, 8) == std::vector<int>{3, 4, 5, 6});
  CHECK(day_ticks(10, 40, 5) == std::vector<int>{14, 21, 28, 35});
  CHECK(day_ticks(0, 74, 1) == std::vector<int>{0, 28, 56});
}
