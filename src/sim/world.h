// The city and its cooperatives from day to day, in two arms that share their luck: under the plan and
// left alone. What happens inside a day is MODEL.md 3; the campaign reads and changes the planned arm here.
//
// Time is lazy: a cooperative is brought forward when somebody asks for it, in chunks that stay in the
// cache, and everybody at the end of a month. Results do not depend on when anybody asked.
#pragma once

#include <memory>
#include <vector>

#include "model/plan.h"
#include "sim/change.h"
#include "sim/parameters.h"
#include "sim/severity.h"
#include "sim/timetable.h"

namespace zhengshe::sim {

struct WorldState;

// Roots are the cooperatives of the scenario, by position in Scenario::cooperatives. A root may be divided
// into several cooperatives, or have merged into another root; questions about it then go to what it became.
class World {
 public:
  // The scenario, and the plan if there is one, must outlive the world. plan == nullptr: only left alone.
  // trace: keep the daily values of each root. together: both arms are one until part().
  World(const model::Scenario& scenario, const model::Plan* plan, const Luck& luck, bool trace = false, bool together = false);
  // The same from here on under a plan, without the one left alone; both must outlive it. The scenario may differ from
  // this one's in its plans and numbers of teams. Before the arms part.
  World under(const model::Scenario& scenario, const model::Plan* plan) const;

  World(World&&) noexcept;
  World& operator=(World&&) noexcept;
  ~World();

  const model::Scenario& scenario() const;
  const model::Plan* plan() const;
  const Parameters& parameters() const;
  const Timetable& timetable() const;
  int roots() const;

  // From now on the planned arm goes its own way. Before anything is asked of it or done to it.
  void part();

  // What an inspector finds in the morning of the day: planned arm, before the day's work. Means over its
  // cooperatives, weighted by members, where the root is divided; members is then their mean size.
  Condition condition(int root, int day) const;

  // Does the change to every cooperative that the root became, in the morning of the day, planned arm only.
  // Days of successive calls never decrease. Returns the members of each cooperative that a division or
  // merger made (empty for other changes, and for a division that finds nothing to divide).
  std::vector<double> apply(int root, const UnitChange& change, int day);

  // Members of the root and of what it became, planned arm, today.
  int members(int root) const;

  // The trade of most members at the start, by position in Scenario::trades.
  int main_trade(int root) const;

  // The root whose cooperative this root's members now belong to: itself, unless it merged into another.
  int current_root(int root) const;

 // Ends the day after the campaign has had its say: repair points work; at a month's end accounts are closed,
  // members leave and the season turns. Every day of the timetable, in order.
  void finish_day(int day);

  WorldState& state() { return *state_; }
  const WorldState& state() const { return *state_; }

 private:
  explicit World(std::unique_ptr<WorldState> state);

  std::unique_ptr<WorldState> state_;
};

}  // namespace zhengshe::sim
