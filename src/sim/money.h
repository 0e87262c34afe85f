// A cooperative's accounts of a month: wages, result, reserve, refund (MODEL.md 3.5), and who leaves (3.7).
#pragma once

#include "sim/production.h"

namespace zhengshe::sim {

// Sums of a unit since its accounts were last settled.
struct Activity {
  double gross = 0;       // yuan at firsts' prices
  double good = 0;
  double rework = 0;      // of gross, reworked
  double seconds = 0;     // of good, sold as seconds
  double deliveries = 0;
  double revenue = 0;
  double orders = 0;      // that arrived
  int working_days = 0;
  double months = 0;      // of calendar time, e.g. 1 or 12/31
};

struct Settlement {
  double materials = 0;    // yuan
  double other_costs = 0;
  double wages = 0;        // earned: tariff and piece work
  double net_income = 0;   // revenue − materials − other costs − wages
  double arrears = 0;      // of wages, not paid
  double refund = 0;       // to members out of a surplus
  double reserve = 0;      // afterwards; negative: debt

  double income() const { return wages - arrears + refund; }  // what members take home
};

// Closes the accounts. material_share: of gross output. Wage per member and month: tariff·((1 − α) + α·good per producing member-day / norm). A
// loss is met from the reserve, then by wages down to arrears_floor of the tariff, then by debt; a surplus
// first repays debt, then its accumulation share goes to the reserve and the rest is refunded to members.
Settlement settle(const Unit& unit, double material_share, const Activity& activity, double arrears_floor);

// Follows income with means of about three months and about a year. income: yuan per member and month.
void remember_income(Unit& unit, double income, double months);

// Share of members who leave per month: base·(reference / income)^elasticity, where income has fallen below
// the reference, the greater of the cooperative's own past and the city's mean; base otherwise; at most .1.
double leaving_hazard(const Unit& unit, double city_income, const Parameters& parameters);

// Members that leave in these months, as whole persons; the fraction is carried over. Each goes from the
// workplace that then has most members. Nobody leaves who would make the cadres outnumber the producers.
int let_members_leave(Unit& unit, double hazard, double months);

}  // namespace zhengshe::sim
