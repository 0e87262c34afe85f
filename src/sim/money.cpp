#include "sim/money.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::sim {

using model::Coefficient;

Settlement settle(const Unit& unit, double material_share, const Activity& activity, double arrears_floor) {
  const double members = members_of(unit);
  const double tariff = unit.tariff_wage * members * activity.months;
  const double norm_output = unit.norm * producers_of(unit) * activity.working_days;
  const double performance = norm_output > 0 ? activity.good / norm_output : 1;
  Settlement result;
  result.materials = material_share * activity.gross;
  result.other_costs = unit.other_costs * activity.working_days;
  result.wages = tariff * (1 - unit.piece_rate_share + unit.piece_rate_share * performance);
  result.net_income = activity.revenue - result.materials - result.other_costs - result.wages;
  result.reserve = unit.reserve + result.net_income;
  if (result.net_income < 0) {
    const double uncovered = std::max(0.0, std::min(-result.reserve, -result.net_income));
    result.arrears = std::min(uncovered, std::max(0.0, result.wages - arrears_floor * tariff));
    result.reserve += result.arrears;
  } else {
    const double surplus = std::clamp(result.reserve, 0.0, result.net_income);  // what debt leaves
    result.refund = (1 - unit.accumulation_share) * surplus;
    result.reserve -= result.refund;
  }
  return result;
}

void remember_income(Unit& unit, double income, double months) {
  if (unit.income == 0) {
    unit.income = unit.past_income = income;
    return;
  }
  unit.income += (income - unit.income) * std::min(1.0, months / 3);
  unit.past_income += (income - unit.past_income) * std::min(1.0, months / 12);
}

double leaving_hazard(const Unit& unit, double city_income, const Parameters& parameters) {
  constexpr double kMost = 0.1;
  const double base = parameters[Coefficient::leave_hazard];
  const double reference = std::max(unit.past_income, city_income);
  if (!(reference > unit.income)) return base;
  if (!(unit.income > 0)) return kMost;
  return std::min(kMost, base * exp(parameters[Coefficient::leave_elasticity] * log(reference / unit.income)));
}

int let_members_leave(Unit& unit, double hazard, double months) {
  unit.leaving += hazard * members_of(unit) * months;
  int left = 0;
  while (unit.leaving >= 1) {
    if (producers_of(unit) - 1 < unit.cadres) {
      unit.leaving = 0;
      break;
    }
    const auto most = std::max_element(unit.workplaces.begin(), unit.workplaces.end(),
                                       [](const Workplace& a, const Workplace& b) { return a.members < b.members; });
    --most->members;
    --unit.leaving;
    ++left;
  }
  return left;
}

}  // namespace zhengshe::sim
