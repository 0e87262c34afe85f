#include "sim/world.h"

#include <algorithm>
#include <utility>

#include "sim/maths.h"
#include "sim/state.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;

double halving(double days, double half_life_days) { return exp(-kLn2 * days / half_life_days); }

DayFactors day_factors(const Parameters& parameters, int elapsed) {
  DayFactors factors;
  factors.ramp = 1 - exp(-elapsed / parameters[Coefficient::practice_ramp]);
  factors.practice_keep = halving(elapsed, parameters[Coefficient::practice_half_life]);
  factors.democracy_keep = halving(elapsed, parameters[Coefficient::democracy_half_life]);
  factors.dip_keep = halving(elapsed, parameters[Coefficient::dip_half_life]);
  factors.surge_keep = halving(elapsed, parameters[Coefficient::surge_half_life]);
  factors.variety_rate = 1 - exp(-elapsed / parameters[Coefficient::variety_time_constant]);
  factors.surplus_price = parameters[Coefficient::surplus_price];
  factors.surplus_share = parameters[Coefficient::surplus_share];
  return factors;
}

void prepare_luck(WorldState& state, const Luck& luck) {
  const Parameters& parameters = state.parameters;
  const auto step = [&parameters](bool first) {
    return shock_step(parameters[Coefficient::shock_persistence], parameters[Coefficient::output_shock_sd],
                      parameters[Coefficient::rework_shock_sd], parameters[Coefficient::seconds_shock_sd],
                      parameters[Coefficient::order_noise], first);
  };
  state.first_step = step(true);
  state.step = step(false);
  state.shock_key = make_key(luck.seed, Purpose::daily_shocks);
  state.repair_key = make_key(luck.seed, Purpose::repair_jobs);
  for (const model::Zone& zone : state.scenario->city.zones) state.zone_streams.push_back(zone.id.value);
  state.zone_luck.resize((state.zone_streams.size() + kLanes - 1) / kLanes);
  state.zone_streams.resize(state.zone_luck.size() * kLanes);
  const std::vector<char>& working = state.timetable.working;
  state.first_working_day = static_cast<int>(std::find(working.begin(), working.end(), char{1}) - working.begin());
}

int most_members_trade(const Unit& unit) {
  const auto most = std::max_element(unit.workplaces.begin(), unit.workplaces.end(),
                                     [](const Workplace& a, const Workplace& b) { return a.members < b.members; });
  return most->trade;
}

Chunk make_chunk(WorldState& state, int first_root) {
  Chunk chunk;
  chunk.first_root = first_root;
  const int roots = std::min(kRoots, static_cast<int>(state.scenario->cooperatives.size()) - first_root);
  chunk.root_blocks = (roots + kLanes - 1) / kLanes;
  const std::size_t blocks = static_cast<std::size_t>(chunk.root_blocks);
  chunk.shocks.resize(blocks);
  for (ShockBlock& block : chunk.shocks) {
    block = ShockBlock{};
    std::fill(std::begin(block.orders), std::end(block.orders), 1.0);
  }
  const Month& month = state.timetable.months.front();
  for (int arm = state.first_arm(); arm < state.end_arm(); ++arm) {
    Side& side = chunk.sides[static_cast<std::size_t>(arm)];
    side.blocks.resize(blocks, UnitBlock{});
    side.units.resize(blocks * kLanes);
    for (std::size_t i = 0; i < side.units.size(); ++i) side.units[i].root = first_root + static_cast<int>(i);
    side.days.resize(static_cast<std::size_t>(month.end_day - month.first_day));
  }
  return chunk;
}

void settle_in(WorldState& state, int root) {
  const model::Scenario& scenario = *state.scenario;
  const Body body = make_body(scenario, root, state.parameters);
  state.main_trade.push_back(most_members_trade(body.unit));
  state.merged_into.push_back(root);
  const Place place{root / kRoots, root % kRoots};
  Chunk& chunk = state.chunks[static_cast<std::size_t>(place.chunk)];
  chunk.streams[place.at()] = scenario.cooperatives[static_cast<std::size_t>(root)].id.value;
  for (int arm = state.first_arm(); arm < state.end_arm(); ++arm) {
    put(state, place, static_cast<Arm>(arm), body, 0);
    state.ledgers[static_cast<std::size_t>(arm)].orders_per_day += body.unit.orders_per_day;
    state.ledgers[static_cast<std::size_t>(arm)].root_orders.push_back(body.unit.orders_per_day);
  }
}

void open_books(WorldState& state) {
  const std::size_t roots = state.scenario->cooperatives.size();
  const std::size_t days = static_cast<std::size_t>(state.timetable.days);
  for (int arm = state.first_arm(); arm < state.end_arm(); ++arm) {
    Ledger& ledger = state.ledgers[static_cast<std::size_t>(arm)];
    ledger.days.resize(days);
    ledger.monthly.resize(roots * state.timetable.months.size());
    ledger.parts.assign(roots, 1.0F);
    ledger.active = static_cast<int>(roots);
    if (state.trace) ledger.traces.assign(roots, RootTrace{std::vector<DaySums>(days), {}});
    state.repair[static_cast<std::size_t>(arm)] = RepairService(state.scenario->city, state.parameters);
  }
}

// The numbers of a condition, for means over a divided root's cooperatives.
template <class Visit>
void for_each_number(Condition& condition, Visit visit) {
  for (double* number : {&condition.members, &condition.diversity, &condition.distance_km, &condition.bodies, &condition.planning,
                         &condition.labour_organisation, &condition.democracy, &condition.quality_control, &condition.varieties,
                         &condition.repertoire, &condition.accumulation_share, &condition.repair_share, &condition.size.cadres,
                         &condition.size.size_exponent, &condition.size.rework_size, &condition.size.rework_labour,
                         &condition.size.rework_odds})
    visit(*number);
}

Condition condition_of(const WorldState& state, const Unit& unit, const Carried& carried) {
  const Production production = production_of(unit, state.parameters);
  const WorkingState working = working_state(unit, carried);
  const auto level = [&unit](std::size_t i) { return unit.practice_base[i] + unit.practice_gain[i]; };
  Condition condition;
  condition.members = members_of(unit);
  condition.diversity = diversity_of(unit, state.parameters.trades);
  condition.distance_km = distance_of(unit);
  condition.bodies = level(0);
  condition.planning = level(1);
  condition.labour_organisation = level(2);
  condition.democracy = working.democracy;
  condition.quality_control = working.control;
  condition.varieties = working.varieties;
  condition.repertoire = unit.repertoire;
  condition.accumulation_share = unit.accumulation_share;
  condition.repair_share = unit.repair_share;
  condition.size = size_tradeoff(unit, production, working, state.parameters);
  return condition;
}

// Mean of the conditions, weighted by members.
Condition mean_of(std::vector<Condition> conditions) {
  Condition mean;
  for_each_number(mean, [](double& number) { number = 0; });
  double members = 0;
  for (const Condition& condition : conditions) members += condition.members;
  for (Condition& condition : conditions) {
    const double weight = condition.members / members;
    std::vector<double> numbers;
    for_each_number(condition, [&numbers](double number) { numbers.push_back(number); });
    std::size_t i = 0;
    for_each_number(mean, [&](double& number) { number += weight * numbers[i++]; });
  }
  return mean;
}

}  // namespace

World::World(const model::Scenario& scenario, const model::Plan* plan, const Luck& luck, bool trace, bool together)
    : state_(std::make_unique<WorldState>()) {
  WorldState& state = *state_;
  state.scenario = &scenario;
  state.plan = plan;
  state.trace = trace;
  state.parameters = draw_parameters(scenario, luck);
  state.timetable = make_timetable(scenario.calendar);
  state.kernel = &daily_kernel();
  prepare_luck(state, luck);
  const int most_elapsed = *std::max_element(state.timetable.elapsed.begin(), state.timetable.elapsed.end());
  for (int elapsed = 0; elapsed <= most_elapsed; ++elapsed) state.factors.push_back(day_factors(state.parameters, elapsed));
  open_books(state);
  const int roots = static_cast<int>(scenario.cooperatives.size());
  for (int root = 0; root < roots; ++root) {
    if (root % kRoots == 0) state.chunks.push_back(make_chunk(state, root));
    settle_in(state, root);
  }
  if (!together) part_arms(state);
}

World::World(std::unique_ptr<WorldState> state) : state_(std::move(state)) {}

World World::under(const model::Scenario& scenario, const model::Plan* plan) const {
  auto state = std::make_unique<WorldState>(*state_);
  state->scenario = &scenario;
  state->plan = plan;
  state->twin = false;
  return World(std::move(state));
}

World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;
World::~World() = default;

const model::Scenario& World::scenario() const { return *state_->scenario; }
const model::Plan* World::plan() const { return state_->plan; }
const Parameters& World::parameters() const { return state_->parameters; }
const Timetable& World::timetable() const { return state_->timetable; }
int World::roots() const { return state_->roots(); }
int World::main_trade(int root) const { return state_->main_trade[static_cast<std::size_t>(root)]; }
int World::current_root(int root) const { return state_->merged_into[static_cast<std::size_t>(root)]; }

Condition World::condition(int root, int day) const {
  const WorldState& state = *state_;
  std::vector<Condition> conditions;
  for_each_place(state, current_root(root), state.planned_arm(), [&](const Place& place) {
    const Body body = foresee(state, place, day);
    conditions.push_back(condition_of(state, body.unit, body.carried));
  });
  Condition condition = conditions.size() == 1 ? conditions.front() : mean_of(std::move(conditions));
  condition.resident_distance_km = state.repair[static_cast<std::size_t>(state.planned_arm())].access().distance_km;
  return condition;
}

void World::part() { part_arms(*state_); }

std::vector<double> World::apply(int root, const UnitChange& change, int day) { return apply_change(*state_, root, change, day); }

int World::members(int root) const {
  int members = 0;
  const Arm arm = state_->planned_arm();
  for_each_place(*state_, current_root(root), arm, [&](const Place& place) {
    members += members_of(side_at(*state_, place, arm).units[place.at()]);
  });
  return members;
}

void World::finish_day(int day) {
  work_repair(*state_, day);
  const int month = state_->timetable.month_of_day[static_cast<std::size_t>(day)];
  if (day + 1 == state_->timetable.months[static_cast<std::size_t>(month)].end_day) close_month(*state_, month);
}

}  // namespace zhengshe::sim
