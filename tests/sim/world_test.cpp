#include "sim/world.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/small_city.h"
#include "sim/state.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;

namespace {

struct Town {
  model::Scenario scenario;
  World world;

  explicit Town(model::Scenario city) : scenario(std::move(city)), world(scenario, &scenario.plans.front(), Luck{}) {}
  explicit Town(int count) : Town(test::small_city(count)) {}

  int today = 0;

  // With everything that was left to the chunk for this morning.
  void catch_up() { advance(world.state(), world.state().chunks.front(), today); }
  Unit& unit(int root, std::size_t part = 0) {
    catch_up();
    const Place place = places_of(world.state(), root, Arm::planned)[part];
    return side_at(world.state(), place, Arm::planned).units[place.at()];
  }
  Carried carried(int root) {
    catch_up();
    return take(world.state(), places_of(world.state(), root, Arm::planned).front(), Arm::planned).carried;
  }
  void live(int first, int end) {
    for (int day = first; day < end; ++day) world.finish_day(day);
    today = end;
  }
};

}  // namespace

TEST_CASE("practices move to their target along the ramp and fade with their half-life") {
  // One measure on a Monday (1 October 1956, day 0), .85 of the way from .5 to 1 = .425 for bodies.
  // Target after t days .425·2^(−t/2922); gain' = (target − gain)/75. After 75 days the gain is close to
  // (1 − 1/e)·.425·2^(−75/2922 ...) ≈ .2665; stepping by days instead of continuously keeps it within 1 %.
  Town town(2);
  town.world.apply(0, RaisePractices{0.85, 0, 0}, 0);
  town.live(0, 75);
  const Condition condition = town.world.condition(0, 75);
  CHECK(condition.bodies == Approx(0.5 + 0.2665).epsilon(0.005));
  CHECK(condition.planning == 0.4);
  // The kernel keeps the mean of the three: a third of it.
  CHECK(town.carried(0).practice_gain == Approx((condition.bodies - 0.5) / 3).epsilon(1e-9));
}

TEST_CASE("a second measure raises what is left to raise, and nothing goes beyond 1") {
  Town town(1);
  town.world.apply(0, RaisePractices{0.5, 0, 0}, 0);  // target .25 above .5
  town.world.apply(0, RaisePractices{0.5, 0, 0}, 0);  // half of the .25 that is left
  CHECK(town.unit(0).practice_target[0] == Approx(0.375));
  town.world.apply(0, AddPractices{0.9}, 0);
  CHECK(town.unit(0).practice_target[0] == Approx(0.5));
  CHECK(town.unit(0).practice_target[1] == Approx(0.6));
  town.world.apply(0, AddControl{0.9}, 0);  // control .3: at most .7
  CHECK(town.carried(0).control_target == Approx(0.7));
  town.world.apply(0, RaiseDemocracy{0.7}, 0);  // .7 of the way from .5 to 1
  CHECK(town.carried(0).democracy_target == Approx(0.35));
}

TEST_CASE("what is foreseen of a cooperative is what its chunk comes to, bit by bit") {
  Town town(2);
  const Place place = places_of(town.world.state(), 0, Arm::planned).front();
  town.world.apply(0, RaisePractices{0.85, 0.5, 0}, 0);
  town.live(0, 40);
  town.world.apply(0, AddControl{0.4}, 40);
  town.live(40, 44);
  town.world.apply(0, LoseLeaders{0.3}, 44);
  town.world.apply(0, RaiseDemocracy{0.7}, 44);
  town.world.apply(0, Encourage{0.1}, 44);
  town.world.apply(0, Disturb{0.04}, 44);
  town.live(44, 52);
  const Body foreseen = foresee(town.world.state(), place, 52);
  CHECK(town.world.state().chunks.front().day < 52);
  Unit& reached = town.unit(0);
  follow_practices(town.world.state(), reached, 52);
  CHECK(foreseen.unit.practice_gain == reached.practice_gain);
  const Carried come = town.carried(0);
  CHECK(foreseen.carried.practice_gain == come.practice_gain);
  CHECK(foreseen.carried.practice_target == come.practice_target);
  CHECK(foreseen.carried.democracy_gain == come.democracy_gain);
  CHECK(foreseen.carried.control_gain == come.control_gain);
  CHECK(foreseen.carried.dip == come.dip);
  CHECK(foreseen.carried.surge == come.surge);
  CHECK(foreseen.carried.varieties == come.varieties);
  CHECK(come.varieties != 5);
}

TEST_CASE("dip and surge halve after their half-lives") {
  Town town(1);
  town.world.apply(0, Disturb{0.04}, 0);
  town.world.apply(0, Encourage{0.10}, 0);
  town.live(0, 60);
  // 60 elapsed days, from the day before the first.
  CHECK(town.carried(0).dip == Approx(0.04 * std::pow(2.0, -60.0 / 25)).epsilon(1e-9));
  CHECK(town.carried(0).surge == Approx(0.05).epsilon(1e-9));
}

TEST_CASE("leaders who leave take part of what depended on them") {
  Town town(1);
  town.world.apply(0, RaisePractices{0.8, 0.8, 0.8}, 0);
  town.world.apply(0, AddControl{0.5}, 0);
  town.live(0, 50);
  const Condition before = town.world.condition(0, 50);
  town.world.apply(0, LoseLeaders{0.3}, 50);
  const Condition after = town.world.condition(0, 50);
  CHECK(after.bodies - 0.5 == Approx(0.7 * (before.bodies - 0.5)));
  CHECK(after.quality_control - 0.3 == Approx(0.7 * (before.quality_control - 0.3)));
}

TEST_CASE("varieties follow attention, and restoring them brings the repertoire back") {
  Town town(1);
  town.live(0, 30);
  CHECK(town.world.condition(0, 30).varieties == Approx(5));  // kept up as they are
  town.world.apply(0, RestoreVarieties{}, 30);
  for (int day = 30; day < 330; ++day) town.world.finish_day(day);
  // 300 days of a time constant of 60: 8 − 3·e^−5 = 7.980.
  CHECK(town.world.condition(0, 330).varieties == Approx(7.980).epsilon(1e-3));
}

TEST_CASE("a division makes parts with cadres of their own; measures after it reach every part") {
  Town town(3);
  CHECK(town.world.apply(0, DivideBySize{4}, 0) == std::vector<double>{87, 88, 87, 88});
  CHECK(places_of(town.world.state(), 0, Arm::planned).size() == 4);
  CHECK(places_of(town.world.state(), 0, Arm::left_alone).size() == 1);
  CHECK(town.unit(0, 3).cadres == 4);
  CHECK(town.world.members(0) == 350);
  town.world.apply(0, RaiseDemocracy{1}, 0);
  town.live(0, 80);
  CHECK(town.world.condition(0, 80).members == Approx(87.5).epsilon(0.02));
  CHECK(town.world.condition(0, 80).democracy > 0.75);
  CHECK(town.world.apply(1, DivideByTrade{}, 80).empty());  // one trade, one site
}

TEST_CASE("a division raises gross output per member by what its structure says") {
  // 350 → 4 parts of 87 or 88 at ε = .04: about +2.0 % gross (MODEL.md 3.1), in the running kernel.
  Town town(1);
  town.world.apply(0, DivideBySize{4}, 0);
  town.live(0, 31);
  const WorldState& state = town.world.state();
  const double planned = state.ledgers[0].monthly[0].gross;
  const double alone = state.ledgers[1].monthly[0].gross;
  CHECK(planned / alone == Approx(1.020).epsilon(0.001));
}

TEST_CASE("mergers live on in the largest, and all roots keep their share of the results") {
  Town town(3);  // 350, 80, 100 members
  CHECK(town.world.apply(1, Merge{{0, 2}}, 0) == std::vector<double>{530});
  CHECK(town.world.current_root(1) == 0);
  CHECK(town.world.current_root(2) == 0);
  CHECK(town.world.members(2) == 530);
  CHECK(town.world.apply(2, Merge{{0}}, 0).empty());  // merged already
  town.live(0, 31);
  const WorldState& state = town.world.state();
  const std::size_t months = state.timetable.months.size();
  const auto gross = [&](std::size_t root) { return state.ledgers[0].monthly[root * months].gross; };
  CHECK(gross(1) / gross(0) == Approx(80.0 / 350));
  CHECK(gross(2) / gross(0) == Approx(100.0 / 350));
  CHECK(state.ledgers[0].active == 1);
}

TEST_CASE("separated repair opens points at the plan's sites and ties up the members it needs") {
  model::Scenario city = test::small_city(1);
  city.plans.front().sites = {{{7}, {}, 2, 2, 10}, {{8}, {}, 2, 0, 10}};
  city.cooperatives.edit(0).quantities[model::CooperativeQuantity::repair_share] = model::exact(0.04);  // 14 of 350 repair
  Town town(city);
  const double before = town.world.condition(0, 0).resident_distance_km;
  town.world.apply(0, SeparateRepair{2}, 0);
  CHECK(town.world.condition(0, 0).resident_distance_km < before);
  CHECK(town.unit(0).tied_members == Approx(6));  // 20 workers, 14 of them repairers
  CHECK(town.unit(0).repair_share == 0);
  town.world.apply(0, SeparateRepair{1}, 0);  // no planned site left: the zone that gains most
  CHECK(town.world.state().repair[0].points().size() == 4);
  CHECK(town.world.state().repair[1].points().size() == 1);
}

TEST_CASE("a changed accumulation share counts from its day on") {
  Town town(1);
  town.live(0, 10);
  town.world.apply(0, SetAccumulation{0.05}, 10);
  CHECK(town.unit(0).accumulation_share == 0.05);
  CHECK(town.unit(0).settled_day == 10);
}

TEST_CASE("a cooperative's condition can be asked in a city without a plan") {
  const model::Scenario city = test::small_city(2);
  const World world(city, nullptr, Luck{});
  CHECK(world.condition(1, 0).members == world.members(1));
  CHECK(world.condition(1, 0).bodies == 0.5);
}
