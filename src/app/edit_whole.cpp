// Edits of the scenario as a whole, of trades, of the city and of the evidence.
#include "app/edit_tools.h"

#include "model/order.h"

namespace zhengshe::app {

using namespace edits;

namespace {

// Who opens the points: the city before the campaign, or a plan; null where there is no such plan.
std::vector<model::RepairPoint>* points_of(Scenario& scenario, model::PlanId plan) {
  if (!plan) return &scenario.city.repair_points;
  model::Plan* found = plan_of(scenario, plan);
  return found != nullptr ? &found->sites : nullptr;
}

}  // namespace

Issues carry_out(const SetTitle& edit, Scenario& scenario) { return scenario.title = edit.title, Issues{}; }
Issues carry_out(const SetDescription& edit, Scenario& scenario) {
  scenario.question = edit.question;
  scenario.description = edit.description;
  return {};
}
Issues carry_out(const SetSeed& edit, Scenario& scenario) { return scenario.seed = edit.seed, Issues{}; }
Issues carry_out(const SetCalendar& edit, Scenario& scenario) { return scenario.calendar = edit.calendar, Issues{}; }

Issues carry_out(const SetTeams& edit, Scenario& scenario) {
  if (edit.step >= scenario.teams.steps.size()) return no_such("no_team_step");
  scenario.teams.steps[edit.step].teams = edit.teams;
  return {};
}

Issues carry_out(const SetTeamSteps& edit, Scenario& scenario) {
  scenario.teams.steps = edit.steps;
  model::sort_stably(scenario.teams.steps, [](const model::TeamStep& a, const model::TeamStep& b) { return a.first < b.first; });
  return {};
}

Issues carry_out(const SetTeamFigures& edit, Scenario& scenario) {
  model::Teams& teams = scenario.teams;
  if (edit.members != teams.members_per_team.value) teams.members_per_team = model::exact(edit.members);
  if (edit.skill != teams.initial_skill.value) teams.initial_skill = model::exact(edit.skill);
  return {};
}

Issues carry_out(const SetAssumption& edit, Scenario& scenario) {
  model::Quantity& quantity = scenario.assumptions[edit.coefficient].quantity;
  quantity.value = edit.value;
  quantity.low = std::min(quantity.low, edit.value);
  quantity.high = std::max(quantity.high, edit.value);
  quantity.provenance = model::Provenance::assumed;
  return {};
}

Issues carry_out(const StateAssumption& edit, Scenario& scenario) {
  scenario.assumptions[edit.coefficient] = edit.assumption;
  return {};
}

Issues carry_out(const PutTrade& edit, Scenario& scenario) { return put(scenario, scenario.trades, edit.trade, "no_trade"); }

Issues carry_out(const RemoveTrade& edit, Scenario& scenario) { return remove(scenario.trades, edit.trade, "no_trade"); }

Issues carry_out(const SetTradeQuantity& edit, Scenario& scenario) {
  const int index = model::index_of(scenario, edit.trade);
  if (index < 0) return no_such("no_trade");
  scenario.trades[static_cast<std::size_t>(index)].quantities[edit.quantity] = model::exact(edit.value);
  return {};
}

Issues carry_out(const SetCity& edit, Scenario& scenario) {
  scenario.city.name = edit.name;
  scenario.city.area_km2 = edit.area_km2;
  return {};
}

Issues carry_out(const PutZone& edit, Scenario& scenario) { return put(scenario, scenario.city.zones, edit.zone, "no_zone"); }
Issues carry_out(const RemoveZone& edit, Scenario& scenario) { return remove(scenario.city.zones, edit.zone, "no_zone"); }

Issues carry_out(const PutRepairPoint& edit, Scenario& scenario) {
  std::vector<model::RepairPoint>* points = points_of(scenario, edit.plan);
  return points == nullptr ? no_such("no_plan") : put(scenario, *points, edit.point, "no_point");
}

Issues carry_out(const RemoveRepairPoint& edit, Scenario& scenario) {
  std::vector<model::RepairPoint>* points = points_of(scenario, edit.plan);
  return points == nullptr ? no_such("no_plan") : remove(*points, edit.point, "no_point");
}

Issues carry_out(const PutObservation& edit, Scenario& scenario) {
  Issues issues = put(scenario, scenario.observations, edit.observation, "no_observation");
  model::sort_stably(scenario.observations, [](const model::Observation& a, const model::Observation& b) {
    return a.date != b.date ? a.date < b.date : a.id < b.id;
  });
  return issues;
}

Issues carry_out(const RemoveObservation& edit, Scenario& scenario) {
  return remove(scenario.observations, edit.observation, "no_observation");
}
Issues carry_out(const PutClaim& edit, Scenario& scenario) { return put(scenario, scenario.claims, edit.claim, "no_claim"); }
Issues carry_out(const RemoveClaim& edit, Scenario& scenario) { return remove(scenario.claims, edit.claim, "no_claim"); }

Issues carry_out(const PutSource& edit, Scenario& scenario) {
  if (edit.source_id.value > scenario.sources.size()) return no_such("no_source");
  if (edit.source_id) scenario.sources[edit.source_id.value - 1] = edit.source;
  else scenario.sources.push_back(edit.source);
  return {};
}

}  // namespace zhengshe::app
