#include "sim/state.h"

#include <algorithm>
#include <utility>

namespace zhengshe::sim {
namespace {

std::size_t index_of(Arm arm) { return static_cast<std::size_t>(arm); }

// Place of the first part of a division.
std::size_t first_part(const Chunk& chunk) { return static_cast<std::size_t>(chunk.root_blocks * kLanes); }

// Copies each part's luck from its root, for as many lanes as the planned arm has.
void share_luck(Chunk& chunk, const Side& side) {
  if (chunk.shocks.size() < side.blocks.size()) chunk.shocks.resize(side.blocks.size());
  for (std::size_t i = first_part(chunk); i < side.units.size(); ++i) {
    if (!side.units[i].active) continue;
    const std::size_t lane = static_cast<std::size_t>(side.units[i].root - chunk.first_root);
    const ShockBlock& from = chunk.shocks[lane / kLanes];
    ShockBlock& to = chunk.shocks[i / kLanes];
    to.output[i % kLanes] = from.output[lane % kLanes];
    to.rework[i % kLanes] = from.rework[lane % kLanes];
    to.seconds[i % kLanes] = from.seconds[lane % kLanes];
    to.orders[i % kLanes] = from.orders[lane % kLanes];
  }
}

double shared_goods(const Side& side) {
  double counted_less = 0;
  for (const int index : side.shared_goods) {
    const std::size_t i = static_cast<std::size_t>(index);
    counted_less += (side.units[i].variety_share - 1) * side.blocks[i / kLanes].varieties[i % kLanes];
  }
  return counted_less;
}

// Calls visit(sums of the root's day, share, place) for each unit and each root it came from.
template <class Visit>
void for_each_traced(Ledger& ledger, const Side& side, int day, Visit visit) {
  for (std::size_t i = 0; i < side.units.size(); ++i) {
    const Unit& unit = side.units[i];
    if (!unit.active) continue;
    const auto sums = [&](int root) -> DaySums& { return ledger.traces[static_cast<std::size_t>(root)].days[static_cast<std::size_t>(day)]; };
    if (unit.origins.empty()) visit(sums(unit.root), 1.0, i);
    for (const Origin& origin : unit.origins) visit(sums(origin.root), origin.share, i);
  }
}

// What is offered when the day begins, as the kernel counts it too.
void trace_morning(Ledger& ledger, const Side& side, int day) {
  for_each_traced(ledger, side, day, [&side](DaySums& sums, double share, std::size_t i) {
    sums.varieties += share * side.units[i].variety_share * side.blocks[i / kLanes].varieties[i % kLanes];
  });
}

void trace_evening(Ledger& ledger, const Side& side, const std::vector<DayBlock>& made, int day) {
  for_each_traced(ledger, side, day, [&](DaySums& sums, double share, std::size_t i) {
    const DayBlock& today = made[i / kLanes];
    const std::size_t lane = i % kLanes;
    sums.gross += share * today.gross[lane];
    sums.good += share * today.good[lane];
    sums.rework += share * today.rework[lane];
    sums.seconds += share * today.seconds[lane];
    sums.backlog += share * side.blocks[i / kLanes].backlog[lane];
  });
}

void work_day(WorldState& state, Chunk& chunk, int day) {
  const DayFactors& factors = state.factors_on(day);
  const int month_start = state.timetable.month(day).first_day;
  if (!state.parameters.luck.centre)
    state.kernel->draw(chunk.shocks.data(), chunk.root_blocks, chunk.streams.data(), state.shock_key, static_cast<std::uint32_t>(day),
                       state.parameters.luck.replication, day == state.first_working_day ? state.first_step : state.step);
  share_luck(chunk, chunk.sides[0]);
  std::vector<DayBlock> made;
  for (int arm = state.first_arm(); arm < state.end_arm(); ++arm) {
    Side& side = chunk.sides[static_cast<std::size_t>(arm)];
    DaySums& sums = side.days[static_cast<std::size_t>(day - month_start)];
    sums.varieties += shared_goods(side);
    if (state.trace) made.resize(side.blocks.size());
    if (state.trace) trace_morning(state.ledgers[static_cast<std::size_t>(arm)], side, day);
    state.kernel->work(side.blocks.data(), chunk.shocks.data(), static_cast<int>(side.blocks.size()), factors, sums,
                       state.trace ? made.data() : nullptr);
    if (state.trace) trace_evening(state.ledgers[static_cast<std::size_t>(arm)], side, made, day);
  }
}

}  // namespace

void advance(WorldState& state, Chunk& chunk, int day) {
  for (;; ++chunk.day) {
    auto& pending = chunk.pending;
    auto next = pending.begin();
    for (; next != pending.end() && next->day <= chunk.day; ++next) change_levels(state, next->root, next->change, next->day);
    pending.erase(pending.begin(), next);
    if (chunk.day >= day) return;
    if (state.timetable.is_working(chunk.day)) work_day(state, chunk, chunk.day);
  }
}

std::vector<Place> places_of(const WorldState& state, int root, Arm arm) {
  std::vector<Place> places;
  for_each_place(state, root, arm, [&places](const Place& place) { places.push_back(place); });
  return places;
}

void part_arms(WorldState& state) {
  if (state.plan == nullptr || state.parted) return;
  const auto hand_on = [&state](auto& arms) {
    if (state.twin) arms[index_of(Arm::planned)] = arms[index_of(Arm::left_alone)];
    else arms[index_of(Arm::planned)] = std::move(arms[index_of(Arm::left_alone)]);
  };
  for (Chunk& chunk : state.chunks) hand_on(chunk.sides);
  hand_on(state.ledgers);
  hand_on(state.repair);
  state.parted = true;
}

Side& side_at(WorldState& state, const Place& place, Arm arm) {
  return state.chunks[static_cast<std::size_t>(place.chunk)].sides[index_of(arm)];
}

const Side& side_at(const WorldState& state, const Place& place, Arm arm) {
  return state.chunks[static_cast<std::size_t>(place.chunk)].sides[index_of(arm)];
}

Carried carried_at(const Side& side, int index) {
  const UnitBlock& block = side.blocks[static_cast<std::size_t>(index / kLanes)];
  const int lane = index % kLanes;
  return {block.backlog[lane],        block.varieties[lane],        block.practice_gain[lane], block.practice_target[lane],
          block.democracy_gain[lane], block.democracy_target[lane], block.control_gain[lane],  block.control_target[lane],
          block.dip[lane],            block.surge[lane]};
}

void carry(Side& side, int index, const Carried& carried) {
  UnitBlock& block = side.blocks[static_cast<std::size_t>(index / kLanes)];
  const int lane = index % kLanes;
  block.backlog[lane] = carried.backlog;
  block.varieties[lane] = carried.varieties;
  block.practice_gain[lane] = carried.practice_gain;
  block.practice_target[lane] = carried.practice_target;
  block.democracy_gain[lane] = carried.democracy_gain;
  block.democracy_target[lane] = carried.democracy_target;
  block.control_gain[lane] = carried.control_gain;
  block.control_target[lane] = carried.control_target;
  block.dip[lane] = carried.dip;
  block.surge[lane] = carried.surge;
}

Body take(const WorldState& state, const Place& place, Arm arm) {
  const Side& side = side_at(state, place, arm);
  return {side.units[place.at()], carried_at(side, place.index)};
}

void put(WorldState& state, const Place& place, Arm arm, Body body, int day) {
  Side& side = side_at(state, place, arm);
  Unit& unit = side.units[place.at()] = std::move(body.unit);
  carry(side, place.index, body.carried);
  std::erase(side.shared_goods, place.index);
  if (unit.variety_share != 1)
    side.shared_goods.insert(std::lower_bound(side.shared_goods.begin(), side.shared_goods.end(), place.index), place.index);
  configure(state, side, place.index, day);
}

void configure(const WorldState& state, Side& side, int index, int day) {
  UnitBlock& block = side.blocks[static_cast<std::size_t>(index / kLanes)];
  const int lane = index % kLanes;
  Unit& unit = side.units[static_cast<std::size_t>(index)];
  const Production production = production_of(unit, state.parameters);
  unit.material_share = production.material_share;
  block.base_output[lane] = base_output_of(unit, state.parameters, state.timetable.month(day).month_of_year);
  block.efficiency[lane] = production.efficiency;
  block.practice[lane] = production.practice;
  block.democracy[lane] = production.democracy;
  block.changeover_loss[lane] = production.changeover_loss;
  block.rework[lane] = production.rework;
  block.rework_practice[lane] = production.rework_practice;
  block.rework_control[lane] = production.rework_control;
  block.rework_labour[lane] = production.rework_labour;
  block.seconds[lane] = production.seconds;
  block.seconds_practice[lane] = production.seconds_practice;
  block.seconds_control[lane] = production.seconds_control;
  block.second_loss[lane] = 1 - production.price_of_second;
  block.orders_per_day[lane] = unit.orders_per_day;
  block.repertoire[lane] = unit.repertoire;
  block.attention[lane] = attention_per_practice(unit, production);
  block.practice_base[lane] = (unit.practice_base[0] + unit.practice_base[1] + unit.practice_base[2]) / 3;
  block.democracy_base[lane] = unit.democracy_base;
  block.control_base[lane] = unit.control_base;
}

void vacate(Side& side, int index) {
  UnitBlock& block = side.blocks[static_cast<std::size_t>(index / kLanes)];
  const int root = side.units[static_cast<std::size_t>(index)].root;
  // A block is nothing but rows of lanes.
  LaneValues* rows = &block.base_output;
  for (std::size_t row = 0; row < sizeof(UnitBlock) / sizeof(LaneValues); ++row) rows[row][index % kLanes] = 0;
  side.units[static_cast<std::size_t>(index)] = Unit{};
  side.units[static_cast<std::size_t>(index)].root = root;
  std::erase(side.shared_goods, index);
}

Place free_place(WorldState& state, int chunk, Arm arm) {
  Chunk& home = state.chunks[static_cast<std::size_t>(chunk)];
  Side& side = home.sides[index_of(arm)];
  for (std::size_t i = first_part(home); i < side.units.size(); ++i)
    if (!side.units[i].active) return {chunk, static_cast<int>(i)};
  // One block more, not twice as many: in a large portfolio nearly every chunk has a few parts.
  const int index = static_cast<int>(side.units.size());
  side.blocks.reserve(side.blocks.size() + 1);
  side.units.reserve(side.units.size() + kLanes);
  side.blocks.push_back(UnitBlock{});
  side.units.resize(side.units.size() + kLanes);
  for (std::size_t i = static_cast<std::size_t>(index); i < side.units.size(); ++i)
    side.units[i].root = home.first_root;
  return {chunk, index};
}

void follow_practices(const WorldState& state, Unit& unit, int day) {
  constexpr std::array<double, 3> kUntouched{};
  if (unit.practice_target == kUntouched && unit.practice_gain == kUntouched) unit.practice_day = day;
  for (; unit.practice_day < day; ++unit.practice_day) {
    if (!state.timetable.is_working(unit.practice_day)) continue;
    const DayFactors& factors = state.factors_on(unit.practice_day);
    for (std::size_t i = 0; i < 3; ++i) {
      unit.practice_target[i] *= factors.practice_keep;
      unit.practice_gain[i] += (unit.practice_target[i] - unit.practice_gain[i]) * factors.ramp;
    }
  }
}

}  // namespace zhengshe::sim
