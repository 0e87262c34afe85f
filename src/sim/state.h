// Everything that changes from day to day, and where the sums of a run are kept.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "sim/change.h"
#include "sim/daily_kernel.h"
#include "sim/repair.h"
#include "sim/run.h"
#include "sim/setup.h"
#include "sim/timetable.h"

namespace zhengshe::sim {

inline constexpr int kArms = 2;            // planned, left alone
inline constexpr int kRoots = 4 * kLanes;  // roots in a chunk; fewer in the last

// The cooperatives of one chunk in one arm: units[i] is lane i % 8 of block i / 8. The places of the chunk's root
// blocks belong to the roots, the others to parts of divisions.
struct Side {
  std::vector<UnitBlock> blocks;
  std::vector<Unit> units;
  std::vector<DaySums> days;  // of the month that is running, by day of the run − first day of the month
  std::vector<int> shared_goods;  // places of units whose kinds of goods count only in part
};

// A change of a cooperative's levels that waits until its chunk comes to the day.
struct PendingChange {
  int day = 0;
  int root = 0;
  UnitChange change;
};

// Neighbouring roots, brought forward together so that they stay in the cache over several days.
struct Chunk {
  int first_root = 0;
  int root_blocks = 0;
  int day = 0;  // the next day to work
  std::vector<ShockBlock> shocks;             // of the roots, then copies for their parts
  std::array<std::uint32_t, kRoots> streams{};  // cooperative ids: whose luck each lane draws
  std::array<Side, kArms> sides;
  std::vector<PendingChange> pending;  // in order of days; none before `day`
};

// Where a unit is.
struct Place {
  int chunk = 0;
  int index = 0;  // in Side::units

  std::size_t at() const { return static_cast<std::size_t>(index); }
  int block() const { return index / kLanes; }
  int lane() const { return index % kLanes; }
};

// Daily values of one root in one arm, for those who follow it.
struct RootTrace {
  std::vector<DaySums> days;       // by day of the run; zero on days of rest
  std::vector<float> cooperatives; // how many the root is, by day of the run
};

// What one arm has come to so far.
struct Ledger {
  std::vector<DaySums> days;            // city, by day of the run
  std::vector<MonthlySums> monthly;     // [root × months + month]
  std::vector<float> cooperatives;      // by day of the run
  std::vector<Access> access;           // by day of the run
  std::vector<float> repair_wait_days;  // by day of the run
  std::vector<RootTrace> traces;        // by root; empty unless traced
  double orders_per_day = 0;            // of the city; divisions and mergers keep it
  std::vector<double> root_orders;      // yuan per day by root; a share of a merged one's
  double city_income = 0;               // yuan per member and month, last month
  std::vector<float> parts;             // by root: cooperatives that it is at present; a share of a merged one
  int active = 0;                       // cooperatives that exist
};

struct WorldState {
  const model::Scenario* scenario = nullptr;
  const model::Plan* plan = nullptr;
  Parameters parameters;
  Timetable timetable;
  std::vector<DayFactors> factors;  // by calendar days since the last working day
  ShockStep first_step;
  ShockStep step;
  int first_working_day = -1;
  Key shock_key;
  Key repair_key;
  std::vector<ShockBlock> zone_luck;        // of the day, in lanes of zones; its first row is used
  std::vector<std::uint32_t> zone_streams;  // zone ids
  std::vector<double> zone_noise;           // that row, zone by zone; empty on days without luck
  const DailyKernel* kernel = nullptr;

  std::vector<Chunk> chunks;
  std::array<RepairService, kArms> repair;
  std::size_t sites_opened = 0;
  std::vector<int> merged_into;  // by root: the root that its members went to, or itself
  std::vector<int> main_trade;   // by root
  std::array<Ledger, kArms> ledgers;
  bool trace = false;
  bool parted = false;  // whether the planned arm has a state of its own; until then it is as the one left alone
  bool twin = true;     // whether the one left alone goes on beside it

  int roots() const { return static_cast<int>(merged_into.size()); }
  const DayFactors& factors_on(int day) const {
    return factors[static_cast<std::size_t>(timetable.elapsed[static_cast<std::size_t>(day)])];
  }
  // Arms that run, first_arm() … end_arm() − 1: left alone, and planned once it is on its own.
  int first_arm() const { return parted ? 0 : 1; }
  int end_arm() const { return parted && !twin ? 1 : kArms; }
  // Where the planned arm's state is at present.
  Arm planned_arm() const { return parted ? Arm::planned : Arm::left_alone; }
};

// Brings a chunk forward so that `day` is the next day to work, with everything that was to happen until its morning.
void advance(WorldState& state, Chunk& chunk, int day);

// Calls visit(place) for the active units that a root became, in order. Its chunk only, since parts share their root's luck.
template <class Visit>
void for_each_place(const WorldState& state, int root, Arm arm, Visit visit) {
  const int chunk = root / kRoots;
  const Chunk& home = state.chunks[static_cast<std::size_t>(chunk)];
  const std::vector<Unit>& units = home.sides[static_cast<std::size_t>(arm)].units;
  const int own = root % kRoots;
  const bool stays = units[static_cast<std::size_t>(own)].active;
  if (stays) visit(Place{chunk, own});
  if (stays && state.ledgers[static_cast<std::size_t>(arm)].parts[static_cast<std::size_t>(root)] == 1) return;
  for (int i = home.root_blocks * kLanes; i < static_cast<int>(units.size()); ++i)
    if (units[static_cast<std::size_t>(i)].active && units[static_cast<std::size_t>(i)].root == root) visit(Place{chunk, i});
}

// The same as a list.
std::vector<Place> places_of(const WorldState& state, int root, Arm arm);

// Gives the planned arm a state of its own, where there is a plan.
void part_arms(WorldState& state);

Side& side_at(WorldState& state, const Place& place, Arm arm);
const Side& side_at(const WorldState& state, const Place& place, Arm arm);

// What a lane carries from day to day.
Carried carried_at(const Side& side, int index);
void carry(Side& side, int index, const Carried& carried);

// Copies a body out of its blocks, and puts one in; put() also sets the constants of its work.
Body take(const WorldState& state, const Place& place, Arm arm);
void put(WorldState& state, const Place& place, Arm arm, Body body, int day);

// Constants of the unit's work in its block, for the month of the day.
void configure(const WorldState& state, Side& side, int index, int day);

// Empties a lane: the unit is no more.
void vacate(Side& side, int index);

// A free place in the chunk for a part of a division.
Place free_place(WorldState& state, int chunk, Arm arm);

// Levels of the three practices as of the morning of `day`, which follow the mean that the kernel keeps.
void follow_practices(const WorldState& state, Unit& unit, int day);

// Closes the accounts of a unit up to the morning of `day` and adds them to its roots' month.
void settle_unit(WorldState& state, Arm arm, const Place& place, int day);

// End of a month: accounts, members who leave, sums of the days, the next month's season.
void close_month(WorldState& state, int month);

// A day of the repair points in both arms, and what residents find; how many cooperatives there are.
void work_repair(WorldState& state, int day);

// A planned cooperative on the morning of `day`, which its chunk has not reached, from the levels that depend on no
// luck: practices, democracy, control, dip, surge and varieties. Backlog and the blocks' sums stay behind.
Body foresee(const WorldState& state, const Place& place, int day);

// Carries out a change of levels on a root whose chunk has come to the day.
void change_levels(WorldState& state, int root, const UnitChange& change, int day);

// Carries out a change, or leaves it to the chunk; see World::apply.
std::vector<double> apply_change(WorldState& state, int root, const UnitChange& change, int day);

}  // namespace zhengshe::sim
