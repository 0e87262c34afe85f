#include "sim/setup.h"

#include <algorithm>

namespace zhengshe::sim {
namespace {

using model::CooperativeQuantity;

constexpr std::uint32_t kSkillField = 1000;  // estimates of workshops' skills, after those of the quantities

bool is_share(CooperativeQuantity quantity) {
  switch (quantity) {
    case CooperativeQuantity::piece_rate_share:
    case CooperativeQuantity::accumulation_share:
    case CooperativeQuantity::bodies:
    case CooperativeQuantity::planning:
    case CooperativeQuantity::labour_organisation:
    case CooperativeQuantity::quality_control:
    case CooperativeQuantity::democracy:
    case CooperativeQuantity::repair_share: return true;
    default: return false;
  }
}

model::PerEnum<CooperativeQuantity, double> draw_quantities(const model::Cooperative& cooperative, const Luck& luck) {
  model::PerEnum<CooperativeQuantity, double> drawn;
  for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>()) {
    const double value = draw_estimate(cooperative.quantities[quantity], luck, Purpose::cooperative_estimates, cooperative.id.value,
                                       static_cast<std::uint32_t>(quantity));
    const double least = quantity == CooperativeQuantity::reserve ? value : 0;  // a cooperative may start in debt
    drawn[quantity] = std::clamp(value, least, is_share(quantity) ? 1.0 : std::max(value, least));
  }
  return drawn;
}

std::vector<Workplace> draw_workplaces(const model::Scenario& scenario, const model::Cooperative& cooperative, const Luck& luck) {
  std::vector<Workplace> workplaces;
  for (const model::Workshop& shop : cooperative.workshops) {
    const double skill = draw_estimate(shop.skill, luck, Purpose::cooperative_estimates, cooperative.id.value,
                                       kSkillField + static_cast<std::uint32_t>(workplaces.size()));
    workplaces.push_back({index_of(scenario, shop.trade), shop.x_km, shop.y_km, shop.members, std::max(0.05, skill)});
  }
  return workplaces;
}

// A cooperative without cadres is looked after by one of its members.
double attending(const Unit& unit) { return std::max(1.0, unit.cadres); }

}  // namespace

WorkingState working_state(const Unit& unit, const Carried& carried) {
  const auto& practice = unit.practice_base;
  return {(practice[0] + practice[1] + practice[2]) / 3 + carried.practice_gain, unit.democracy_base + carried.democracy_gain,
          unit.control_base + carried.control_gain, carried.varieties};
}

double attention_per_practice(const Unit& unit, const Production& production) {
  return unit.attention * attending(unit) / production.trade_lines;
}

Body make_body(const model::Scenario& scenario, int root, const Parameters& parameters) {
  const model::Cooperative& cooperative = scenario.cooperatives[static_cast<std::size_t>(root)];
  const model::PerEnum<CooperativeQuantity, double> drawn = draw_quantities(cooperative, parameters.luck);
  Body body;
  Unit& unit = body.unit;
  unit.active = true;
  unit.root = root;
  unit.workplaces = draw_workplaces(scenario, cooperative, parameters.luck);
  unit.piece_rate_share = drawn[CooperativeQuantity::piece_rate_share];
  unit.tariff_wage = drawn[CooperativeQuantity::tariff_wage];
  unit.accumulation_share = drawn[CooperativeQuantity::accumulation_share];
  unit.cadres = std::min(drawn[CooperativeQuantity::non_producing_cadres], members_of(unit) / 2.0);
  unit.repertoire = std::max(drawn[CooperativeQuantity::repertoire], drawn[CooperativeQuantity::varieties]);
  unit.orders_per_day = drawn[CooperativeQuantity::orders_per_day];
  unit.other_costs = drawn[CooperativeQuantity::other_costs];
  unit.repair_share = drawn[CooperativeQuantity::repair_share];
  unit.practice_base = {drawn[CooperativeQuantity::bodies], drawn[CooperativeQuantity::planning],
                        drawn[CooperativeQuantity::labour_organisation]};
  unit.democracy_base = drawn[CooperativeQuantity::democracy];
  unit.control_base = drawn[CooperativeQuantity::quality_control];
  unit.reserve = drawn[CooperativeQuantity::reserve];
  body.carried.backlog = drawn[CooperativeQuantity::backlog];
  body.carried.varieties = drawn[CooperativeQuantity::varieties];

  const Production production = production_of(unit, parameters);
  const WorkingState state = working_state(body);
  const double producers = producers_of(unit);
  const double good = undisturbed_good(production, state);
  unit.norm = producers > 0 && good > 0 ? good / producers : 1;
  const double offered = unit.repertoire > 0 ? body.carried.varieties / unit.repertoire : 1;
  unit.attention = offered * production.trade_lines / (attending(unit) * (0.5 + 0.5 * state.practice));
  return body;
}

}  // namespace zhengshe::sim
