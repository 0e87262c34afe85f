// Calendar dates: proleptic Gregorian, any year from 1 to 9999.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zhengshe::model {

struct YearMonthDay {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31

  bool operator==(const YearMonthDay&) const = default;
};

// A day, counted from 1 January 1970. Differences of dates are calendar days.
struct Date {
  std::int32_t days = 0;

  auto operator<=>(const Date&) const = default;
  friend Date operator+(Date date, int calendar_days) { return {date.days + calendar_days}; }
  friend Date operator-(Date date, int calendar_days) { return {date.days - calendar_days}; }
  friend int operator-(Date a, Date b) { return a.days - b.days; }
};

enum class Weekday : std::uint8_t { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

Date to_date(YearMonthDay civil);
YearMonthDay to_civil(Date date);
Weekday weekday_of(Date date);

// Reads "YYYY-MM-DD"; nothing for any other shape, for a day the month does not have, or for year 0.
std::optional<Date> parse_date(std::string_view text);

// "YYYY-MM-DD"; with more digits of the year from 10000 on, which a simulation can reach.
std::string format_date(Date date);

}  // namespace zhengshe::model
