#include "sim/timetable.h"

namespace zhengshe::sim {
namespace {

int days_in_month(const model::YearMonthDay& civil) {
  const model::Date first = model::to_date({civil.year, civil.month, 1});
  const model::Date next = civil.month == 12 ? model::to_date({civil.year, 12, 31}) + 1 : model::to_date({civil.year, civil.month + 1, 1});
  return next - first;
}

}  // namespace

int Timetable::working_days(int first, int end) const {
  return worked_before[static_cast<std::size_t>(end)] - worked_before[static_cast<std::size_t>(first)];
}

Timetable make_timetable(const model::Calendar& calendar) {
  Timetable table;
  table.start = calendar.start;
  table.days = calendar.horizon_days;
  int last_working = -1;
  table.worked_before.push_back(0);
  for (int day = 0; day < table.days; ++day) {
    const model::Date date = calendar.start + day;
    const model::YearMonthDay civil = model::to_civil(date);
    if (day == 0 || civil.day == 1) table.months.push_back({day, day, civil.month - 1, 0, 0});
    Month& month = table.months.back();
    const bool working = calendar.is_working_day(date);
    table.working.push_back(working ? 1 : 0);
    table.worked_before.push_back(table.worked_before.back() + (working ? 1 : 0));
    table.elapsed.push_back(day - last_working);
    table.month_of_day.push_back(static_cast<int>(table.months.size()) - 1);
    month.end_day = day + 1;
    month.working_days += working ? 1 : 0;
    month.share = static_cast<double>(month.end_day - month.first_day) / days_in_month(civil);
    if (working) last_working = day;
  }
  return table;
}

}  // namespace zhengshe::sim
