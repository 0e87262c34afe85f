// How changes are carried out on the planned arm (MODEL.md 5).
#include "sim/change.h"

#include <algorithm>
#include <utility>

#include "sim/state.h"

namespace zhengshe::sim {
namespace {

constexpr Arm kArm = Arm::planned;
constexpr int kDefaultWorkers = 2;  // of a repair point that nobody has planned

double mean(const std::array<double, 3>& levels) { return (levels[0] + levels[1] + levels[2]) / 3; }

// Changes of a cooperative's levels. Structure and the city's repair points are not its business.
struct LevelChange {
  Unit& unit;
  Carried& carried;

  void operator()(const RaisePractices& change) const {
    const std::array<double, 3> reach{change.bodies, change.planning, change.labour_organisation};
    for (std::size_t i = 0; i < 3; ++i) raise(i, reach[i] * room(i));
    aim();
  }
  void operator()(const AddPractices& change) const {
    for (std::size_t i = 0; i < 3; ++i) raise(i, std::min(change.gain, room(i)));
    aim();
  }
  void operator()(const AddControl& change) const {
    const double left = std::max(0.0, 1 - unit.control_base - carried.control_target);
    carried.control_target += std::min(change.gain, left);
  }
  void operator()(const RaiseDemocracy& change) const {
    const double left = std::max(0.0, 1 - unit.democracy_base - carried.democracy_target);
    carried.democracy_target += change.reach * left;
  }
  void operator()(const LoseLeaders& change) const {
    const double kept = 1 - change.share;
    for (std::size_t i = 0; i < 3; ++i) {
      unit.practice_gain[i] *= kept;
      unit.practice_target[i] *= kept;
    }
    carried.practice_gain *= kept;
    carried.control_gain *= kept;
    carried.control_target *= kept;
    aim();
  }
  void operator()(const Disturb& change) const { carried.dip += change.dip; }
  void operator()(const Encourage& change) const { carried.surge += change.surge; }
  void operator()(const SetAccumulation& change) const { unit.accumulation_share = change.share; }

 private:
  double room(std::size_t i) const { return std::max(0.0, 1 - unit.practice_base[i] - unit.practice_target[i]); }
  void raise(std::size_t i, double by) const { unit.practice_target[i] += by; }
  void aim() const { carried.practice_target = mean(unit.practice_target); }
};

void change_unit(Unit& unit, Carried& carried, const UnitChange& change) {
  std::visit(
      [&](const auto& c) {
        if constexpr (std::is_invocable_v<LevelChange, decltype(c)>) LevelChange{unit, carried}(c);
      },
      change);
}

// Whether a change touches nothing but levels, so that its cooperative need not be brought forward for it at once.
bool can_wait(const UnitChange& change) {
  return std::visit(
      [](const auto& c) {
        using Change = std::decay_t<decltype(c)>;
        return std::is_invocable_v<LevelChange, Change> && !std::is_same_v<Change, SetAccumulation>;
      },
      change);
}

// A gain that follows its target, which fades: the kernel's equation for one lane, with the same bits.
void follow(double& target, double& gain, double keep, double ramp) {
  target *= keep;
  gain += (target - gain) * ramp;
}

// What a working day does to the levels of a lane and to its kinds of goods, as the kernel has it.
void follow_levels(const UnitBlock& block, int lane, const DayFactors& factors, Carried& carried) {
  follow(carried.practice_target, carried.practice_gain, factors.practice_keep, factors.ramp);
  follow(carried.democracy_target, carried.democracy_gain, factors.democracy_keep, factors.ramp);
  follow(carried.control_target, carried.control_gain, factors.practice_keep, factors.ramp);
  carried.surge *= factors.surge_keep;
  carried.dip *= factors.dip_keep;
  const double practice = block.practice_base[lane] + carried.practice_gain;
  const double attention = std::min(block.attention[lane] * (0.5 + 0.5 * practice), 1.0);
  carried.varieties += (block.repertoire[lane] * attention - carried.varieties) * factors.variety_rate;
}

// Attention that keeps up the whole repertoire at the practice of the day.
void restore_varieties(const WorldState& state, Unit& unit, const Carried& carried) {
  const double each = attention_per_practice(unit, production_of(unit, state.parameters));
  const double now = each * (0.5 + 0.5 * working_state(unit, carried).practice);
  if (now > 0 && now < 1) unit.attention /= now;
}

void count_parts(WorldState& state, int root) {
  float& parts = state.ledgers[static_cast<std::size_t>(kArm)].parts[static_cast<std::size_t>(root)];
  parts = 0;  // as long as one is counted, no other place is looked at
  parts = static_cast<float>(places_of(state, root, kArm).size());
}

std::vector<double> divide_at(WorldState& state, const Place& place, const std::vector<std::vector<Workplace>>& groups, int day) {
  std::vector<Body> parts = divide(take(state, place, kArm), groups, state.parameters.trades);
  std::vector<double> members;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    members.push_back(members_of(parts[i].unit));
    put(state, i == 0 ? place : free_place(state, place.chunk, kArm), kArm, std::move(parts[i]), day);
  }
  state.ledgers[static_cast<std::size_t>(kArm)].active += static_cast<int>(parts.size()) - 1;
  return members;
}

template <class Group>
std::vector<double> divide_root(WorldState& state, int root, int day, Group group) {
  std::vector<double> members;
  for (const Place& place : places_of(state, root, kArm)) {
    const std::vector<std::vector<Workplace>> groups = group(side_at(state, place, kArm).units[place.at()]);
    if (groups.size() < 2) continue;
    settle_unit(state, kArm, place, day);
    const std::vector<double> parts = divide_at(state, place, groups, day);
    members.insert(members.end(), parts.begin(), parts.end());
  }
  count_parts(state, root);
  return members;
}

// The plan's next sites; beyond them, where residents have furthest to go.
std::vector<model::RepairPoint> next_sites(WorldState& state, int points, int workers) {
  std::vector<model::RepairPoint> sites;
  const std::vector<model::RepairPoint>& planned = state.plan->sites;
  while (static_cast<int>(sites.size()) < points && state.sites_opened < planned.size())
    sites.push_back(planned[state.sites_opened++]);
  const int missing = points - static_cast<int>(sites.size());
  const RepairService& service = state.repair[static_cast<std::size_t>(kArm)];
  for (const model::RepairPoint& site : service.best_sites(sites, missing, workers)) sites.push_back(site);
  return sites;
}

// Repairers staff the points; where they are too few, producers follow, at most half of them.
void separate_repair(WorldState& state, int root, int points, int day) {
  const std::vector<Place> places = places_of(state, root, kArm);
  double repairers = 0;
  double producers = 0;
  for (const Place& place : places) {
    settle_unit(state, kArm, place, day);
    const Unit& unit = side_at(state, place, kArm).units[place.at()];
    repairers += unit.repair_share * members_of(unit);
    producers += producers_of(unit);
  }
  const int workers = points > 0 ? static_cast<int>(repairers) / points : 0;
  double needed = 0;
  for (const model::RepairPoint& site : next_sites(state, points, std::max(kDefaultWorkers, workers))) {
    state.repair[static_cast<std::size_t>(kArm)].open(site);
    needed += site.workers;
  }
  const double share = producers > 0 ? std::clamp((needed - repairers) / producers, 0.0, 0.5) : 0;
  for (const Place& place : places) {
    Body body = take(state, place, kArm);
    body.unit.tied_members += share * producers_of(body.unit);
    body.unit.repair_share = 0;
    put(state, place, kArm, std::move(body), day);
  }
}

std::vector<double> merge_roots(WorldState& state, int root, const std::vector<int>& others, int day) {
  std::vector<int> roots{root};
  for (const int other : others) {
    const int current = state.merged_into[static_cast<std::size_t>(other)];
    if (std::find(roots.begin(), roots.end(), current) == roots.end()) roots.push_back(current);
  }
  if (roots.size() < 2) return {};
  std::vector<Place> places;
  std::vector<Body> bodies;
  for (const int joining : roots) {
    advance(state, state.chunks[static_cast<std::size_t>(joining / kRoots)], day);
    for (const Place& place : places_of(state, joining, kArm)) {
      settle_unit(state, kArm, place, day);
      places.push_back(place);
      bodies.push_back(take(state, place, kArm));
      follow_practices(state, bodies.back().unit, day);
    }
  }
  const Body merged = merge(bodies);
  const int survivor = merged.unit.root;
  Place home = places.front();
  bool housed = false;
  for (const Place& place : places) {
    if (!housed && side_at(state, place, kArm).units[place.at()].root == survivor) {
      home = place;
      housed = true;
    } else {
      vacate(side_at(state, place, kArm), place.index);
    }
  }
  put(state, home, kArm, merged, day);
  Ledger& ledger = state.ledgers[static_cast<std::size_t>(kArm)];
  ledger.active -= static_cast<int>(places.size()) - 1;
  for (const Origin& origin : merged.unit.origins) {
    ledger.parts[static_cast<std::size_t>(origin.root)] = static_cast<float>(origin.share);
    ledger.root_orders[static_cast<std::size_t>(origin.root)] = origin.share * merged.unit.orders_per_day;
  }
  for (int& now : state.merged_into)
    if (std::find(roots.begin(), roots.end(), now) != roots.end()) now = survivor;
  return {static_cast<double>(members_of(merged.unit))};
}

}  // namespace

void change_levels(WorldState& state, int root, const UnitChange& change, int day) {
  for_each_place(state, root, kArm, [&](const Place& place) {
    if (std::holds_alternative<SetAccumulation>(change)) settle_unit(state, kArm, place, day);
    Side& side = side_at(state, place, kArm);
    Unit& unit = side.units[place.at()];
    Carried carried = carried_at(side, place.index);
    follow_practices(state, unit, day);
    change_unit(unit, carried, change);
    carry(side, place.index, carried);
    if (!std::holds_alternative<RestoreVarieties>(change)) return;
    restore_varieties(state, unit, carried);
    configure(state, side, place.index, day);
  });
}

Body foresee(const WorldState& state, const Place& place, int day) {
  const Chunk& chunk = state.chunks[static_cast<std::size_t>(place.chunk)];
  const Side& side = side_at(state, place, state.planned_arm());
  const UnitBlock& block = side.blocks[static_cast<std::size_t>(place.block())];
  Body body = take(state, place, state.planned_arm());
  auto next = chunk.pending.begin();
  for (int today = chunk.day; today <= day; ++today) {
    for (; next != chunk.pending.end() && next->day == today; ++next) {
      if (next->root != body.unit.root) continue;
      follow_practices(state, body.unit, today);
      change_unit(body.unit, body.carried, next->change);
    }
    if (today < day && state.timetable.is_working(today)) follow_levels(block, place.lane(), state.factors_on(today), body.carried);
  }
  follow_practices(state, body.unit, day);
  return body;
}

std::vector<double> apply_change(WorldState& state, int root, const UnitChange& change, int day) {
  const int current = state.merged_into[static_cast<std::size_t>(root)];
  Chunk& chunk = state.chunks[static_cast<std::size_t>(current / kRoots)];
  if (can_wait(change)) {
    chunk.pending.push_back({day, current, change});
    return {};
  }
  advance(state, chunk, day);
  if (std::holds_alternative<DivideByTrade>(change))
    return divide_root(state, current, day, [&](const Unit& unit) { return by_trade_or_site(unit, state.parameters.trades); });
  if (const auto* by = std::get_if<DivideBySize>(&change))
    return divide_root(state, current, day, [&](const Unit& unit) { return by_size(unit, by->parts); });
  if (const auto* joining = std::get_if<Merge>(&change)) return merge_roots(state, current, joining->roots, day);
  if (const auto* repair = std::get_if<SeparateRepair>(&change))
    separate_repair(state, current, repair->points, day);
  else
    change_levels(state, current, change, day);
  return {};
}

}  // namespace zhengshe::sim
