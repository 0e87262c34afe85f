#include "model/city.h"

#include <algorithm>

namespace zhengshe::model {

bool Calendar::is_working_day(Date date) const {
  if (rest_day && weekday_of(date) == *rest_day) return false;
  return std::none_of(holidays.begin(), holidays.end(),
                      [date](const Holiday& holiday) { return holiday.first <= date && date <= holiday.last; });
}

int Teams::available(Date date) const {
  int teams = 0;
  for (const TeamStep& step : steps)
    if (step.first <= date) teams = step.teams;
  return teams;
}

}  // namespace zhengshe::model
