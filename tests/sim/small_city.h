// A small city for tests: one trade unless more are added, cooperatives at the reference of MODEL.md 3.1.
#pragma once

#include "model/scenario.h"

namespace zhengshe::test {

inline model::Trade trade(std::uint32_t id, double base_output = 9, int relatedness_group = 0) {
  using Q = model::TradeQuantity;
  model::Trade trade;
  trade.id = {id};
  trade.relatedness_group = relatedness_group;
  trade.quantities[Q::base_output] = model::exact(base_output);
  trade.quantities[Q::material_share] = model::exact(0.6);
  trade.quantities[Q::base_rework] = model::exact(0.12);
  trade.quantities[Q::base_seconds] = model::exact(0.12);
  trade.quantities[Q::price_of_second] = model::exact(0.7);
  trade.quantities[Q::rework_labour] = model::exact(0.3);
  trade.quantities[Q::complementarity] = model::exact(1);
  trade.quantities[Q::changeover_loss] = model::exact(0.01);
  return trade;
}

inline model::Workshop workshop(std::uint32_t id, int members, std::uint32_t trade = 1, double x_km = 0) {
  model::Workshop shop;
  shop.id = {id};
  shop.trade = {trade};
  shop.members = members;
  shop.x_km = x_km;
  return shop;
}

inline model::Cooperative cooperative(std::uint32_t id, std::vector<model::Workshop> workshops) {
  using Q = model::CooperativeQuantity;
  model::Cooperative made;
  made.id = {id};
  made.workshops = std::move(workshops);
  const double members = members_of(made);
  const auto set = [&made](Q quantity, double value) { made.quantities[quantity] = model::exact(value); };
  set(Q::piece_rate_share, 0.5);
  set(Q::tariff_wage, 42);
  set(Q::accumulation_share, 0.15);
  set(Q::bodies, 0.5);
  set(Q::planning, 0.4);
  set(Q::labour_organisation, 0.6);
  set(Q::quality_control, 0.3);
  set(Q::democracy, 0.5);
  set(Q::non_producing_cadres, 4);
  set(Q::varieties, 5);
  set(Q::repertoire, 8);
  set(Q::orders_per_day, 7 * members);
  set(Q::backlog, 70 * members);
  set(Q::reserve, 3000);
  set(Q::other_costs, 0.3 * members);
  set(Q::repair_share, 0);
  return made;
}

// `count` cooperatives of 60 to 180 members, the first of 350; a plan with id 1 that treats nobody.
inline model::Scenario small_city(int count, int days = 365) {
  model::Scenario scenario = model::empty_scenario();
  scenario.calendar = {model::to_date({1956, 10, 1}), days, model::Weekday::sunday, {}};
  for (std::uint32_t zone = 0; zone < 9; ++zone)
    scenario.city.zones.push_back({{zone + 1}, {}, 1.0 * (zone % 3), 1.0 * (zone / 3), 20'000, {}});
  scenario.city.repair_points.push_back({{1}, {}, 0, 0, 4});
  scenario.trades.push_back(trade(1));
  for (int i = 0; i < count; ++i) {
    const std::uint32_t id = static_cast<std::uint32_t>(i + 1);
    scenario.cooperatives.push_back(cooperative(id, {workshop(id, i == 0 ? 350 : 60 + i % 7 * 20)}));
  }
  model::Plan plan;
  plan.id = {1};
  scenario.plans.push_back(plan);
  return scenario;
}

// Six cooperatives in two batches from 1 December 1956, three teams.
inline model::Scenario two_batches() {
  model::Scenario scenario = small_city(6, 200);
  model::Plan& plan = scenario.plans.front();
  plan.batches.push_back({{1}, {}, model::to_date({1956, 12, 1}), {{1}, {2}, {3}}, {}});
  plan.batches.push_back({{2}, {}, model::to_date({1957, 1, 15}), {{4}, {5}, {6}}, {}});
  scenario.teams.steps.push_back({model::to_date({1956, 12, 1}), 3, {}});
  return scenario;
}

}  // namespace zhengshe::test
