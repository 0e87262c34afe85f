#include "sim/money.h"

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;

namespace {

// 100 members, 4 cadres, tariff 40, half piece work, norm 10 yuan per producing member-day.
Unit unit_of(double reserve) {
  Unit unit;
  unit.workplaces = {{0, 0, 0, 100, 1}};
  unit.cadres = 4;
  unit.piece_rate_share = 0.5;
  unit.tariff_wage = 40;
  unit.accumulation_share = 0.2;
  unit.other_costs = 10;
  unit.norm = 10;
  unit.reserve = reserve;
  return unit;
}

// A month of 25 days: good output 26,400 = 1.1 times 96·25·10.
Activity month_of(double revenue) {
  Activity activity;
  activity.gross = 28'000;
  activity.good = 26'400;
  activity.revenue = revenue;
  activity.working_days = 25;
  activity.months = 1;
  return activity;
}

Parameters reference_leaving() {
  Parameters parameters;
  parameters.coefficients[model::Coefficient::leave_hazard] = 0.002;
  parameters.coefficients[model::Coefficient::leave_elasticity] = 3;
  return parameters;
}

}  // namespace

TEST_CASE("wages follow output by the piece-rate share, and a surplus is shared between reserve and members") {
  // Wages 40·100·(½ + ½·1.1) = 4,200. Materials .6·28,000 = 16,800, other 25·10 = 250.
  // Revenue 22,250: net 22,250 − 16,800 − 250 − 4,200 = 1,000; refund .8·1,000 = 800, reserve 500 + 200.
  const Settlement month = settle(unit_of(500), 0.6, month_of(22'250), 0.7);
  CHECK(month.wages == Approx(4'200));
  CHECK(month.net_income == Approx(1'000));
  CHECK(month.refund == Approx(800));
  CHECK(month.reserve == Approx(700));
  CHECK(month.income() == Approx(5'000));  // 50 yuan a member
}

TEST_CASE("a loss is met from the reserve, then by arrears down to the floor, then by debt") {
  // Revenue 20,250: net −1,000. Reserve 3,000 pays all of it.
  const Settlement covered = settle(unit_of(3'000), 0.6, month_of(20'250), 0.7);
  CHECK(covered.net_income == Approx(-1'000));
  CHECK(covered.reserve == Approx(2'000));
  CHECK(covered.arrears == 0);
  // Reserve 400: 600 are left, taken from wages (4,200 − .7·4,000 = 1,400 could be).
  const Settlement late = settle(unit_of(400), 0.6, month_of(20'250), 0.7);
  CHECK(late.arrears == Approx(600));
  CHECK(late.reserve == Approx(0).margin(1e-9));
  CHECK(late.income() == Approx(3'600));
  // Revenue 18,250: net −3,000; reserve 400, arrears 1,400, the other 1,200 become debt.
  const Settlement debt = settle(unit_of(400), 0.6, month_of(18'250), 0.7);
  CHECK(debt.arrears == Approx(1'400));
  CHECK(debt.reserve == Approx(-1'200));
  CHECK(debt.income() == Approx(2'800));
}

TEST_CASE("a surplus repays debt before anybody shares it") {
  // Debt 600, net 1,000: 400 are left, of which .8 go to members.
  const Settlement month = settle(unit_of(-600), 0.6, month_of(22'250), 0.7);
  CHECK(month.refund == Approx(320));
  CHECK(month.reserve == Approx(80));
  CHECK(settle(unit_of(-1'500), 0.6, month_of(22'250), 0.7).refund == 0);
}

TEST_CASE("members leave faster where income falls behind the city or their own past") {
  Unit unit = unit_of(0);
  unit.income = 40;
  unit.past_income = 44;
  // .002·(44/40)³ = .002·1.331 = .002662; behind the city's 50: .002·1.25³ = .00390625; ahead of both: .002.
  CHECK(leaving_hazard(unit, 42, reference_leaving()) == Approx(0.002662));
  CHECK(leaving_hazard(unit, 50, reference_leaving()) == Approx(0.00390625));
  unit.past_income = 38;
  CHECK(leaving_hazard(unit, 39, reference_leaving()) == Approx(0.002));
  unit.income = 0;
  CHECK(leaving_hazard(unit, 39, reference_leaving()) == Approx(0.1));
}

TEST_CASE("members leave as whole persons from the largest workplace, and fractions are carried over") {
  Unit unit = unit_of(0);
  unit.workplaces = {{0, 0, 0, 60, 1}, {0, 0, 0, 40, 1}};
  CHECK(let_members_leave(unit, 0.006, 1) == 0);  // .6 persons
  CHECK(let_members_leave(unit, 0.006, 1) == 1);  // 1.2
  CHECK(unit.workplaces[0].members == 59);
  CHECK(unit.leaving == Approx(0.2));
  // 10 members with 4 cadres: two can go before the cadres would outnumber the producers.
  Unit small = unit_of(0);
  small.workplaces = {{0, 0, 0, 10, 1}};
  CHECK(let_members_leave(small, 1, 1) == 2);
  CHECK(members_of(small) == 8);
}

TEST_CASE("income is remembered over about three months and about a year") {
  Unit unit = unit_of(0);
  remember_income(unit, 42, 1);
  CHECK(unit.income == 42);
  remember_income(unit, 48, 1);  // 42 + 6/3 and 42 + 6/12
  CHECK(unit.income == Approx(44));
  CHECK(unit.past_income == Approx(42.5));
}
