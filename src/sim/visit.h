// Every field of the state, by name, in one fixed order: the hash and the difference of two runs read the same.
#pragma once

#include <cstdint>

#include "sim/state.h"

namespace zhengshe::sim {

// Calls visit(root, name, value) for each number of the arm's state, in order of cooperative ids and, within a
// root, of its parts; then for the city with root −1. The order does not depend on chunks.
template <class Visit>
void visit_state(const WorldState& state, Arm arm, Visit visit) {
  const auto number = [&visit](int root, const char* name, double value) { visit(root, name, value); };
  for (int root = 0; root < state.roots(); ++root) {
    const Chunk& chunk = state.chunks[static_cast<std::size_t>(root / kRoots)];
    const ShockBlock& luck = chunk.shocks[static_cast<std::size_t>(root % kRoots / kLanes)];
    number(root, "output_shock", luck.output[root % kLanes]);
    number(root, "rework_shock", luck.rework[root % kLanes]);
    number(root, "seconds_shock", luck.seconds[root % kLanes]);
    const std::vector<Place> places = places_of(state, root, arm);
    number(root, "cooperatives", static_cast<double>(places.size()));
    for (const Place& place : places) {
      const Side& side = side_at(state, place, arm);
      const Unit& unit = side.units[place.at()];
      const Carried carried = carried_at(side, place.index);
      number(root, "members", members_of(unit));
      number(root, "backlog", carried.backlog);
      number(root, "varieties", carried.varieties);
      number(root, "practice_gain", carried.practice_gain);
      number(root, "practice_target", carried.practice_target);
      number(root, "democracy_gain", carried.democracy_gain);
      number(root, "democracy_target", carried.democracy_target);
      number(root, "control_gain", carried.control_gain);
      number(root, "control_target", carried.control_target);
      number(root, "dip", carried.dip);
      number(root, "surge", carried.surge);
      number(root, "reserve", unit.reserve);
      number(root, "income", unit.income);
      number(root, "past_income", unit.past_income);
      number(root, "leaving", unit.leaving);
      number(root, "accumulation_share", unit.accumulation_share);
      number(root, "tied_members", unit.tied_members);
      const UnitBlock& block = side.blocks[static_cast<std::size_t>(place.block())];
      number(root, "gross_sum", block.gross_sum[place.lane()]);
      number(root, "good_sum", block.good_sum[place.lane()]);
      number(root, "rework_sum", block.rework_sum[place.lane()]);
      number(root, "seconds_sum", block.seconds_sum[place.lane()]);
      number(root, "revenue_sum", block.revenue_sum[place.lane()]);
    }
  }
  for (const OpenPoint& point : state.repair[static_cast<std::size_t>(arm)].points()) number(-1, "repair_queue", point.queue);
}

// 64 bits over the IEEE bits of every number, the same in every build.
std::uint64_t hash_state(const WorldState& state, Arm arm);

}  // namespace zhengshe::sim
