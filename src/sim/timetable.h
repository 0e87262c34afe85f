// The calendar of a run as plain lists by day.
#pragma once

#include <vector>

#include "model/city.h"

namespace zhengshe::sim {

struct Month {
  int first_day = 0;     // of the run
  int end_day = 0;       // one past the last
  int month_of_year = 0; // 0..11
  int working_days = 0;  // within the horizon
  double share = 1;      // of the calendar month that lies within the horizon

  bool operator==(const Month&) const = default;
};

struct Timetable {
  model::Date start;
  int days = 0;
  std::vector<char> working;       // by day: is it a working day
  std::vector<int> elapsed;        // by day: calendar days since the last working day before it, at least 1
  std::vector<int> worked_before;  // by day, and after the last: working days before it
  std::vector<int> month_of_day;   // by day: position in months
  std::vector<Month> months;

  model::Date date(int day) const { return start + day; }
  bool is_working(int day) const { return working[static_cast<std::size_t>(day)] != 0; }
  const Month& month(int day) const { return months[static_cast<std::size_t>(month_of_day[static_cast<std::size_t>(day)])]; }

  // Working days in [first, end).
  int working_days(int first, int end) const;
};

// Mean working days of a month with one day of rest a week: what turns monthly rates into daily ones.
inline constexpr double kWorkingDaysPerMonth = 25.5;

Timetable make_timetable(const model::Calendar& calendar);

}  // namespace zhengshe::sim
