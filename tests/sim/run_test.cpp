#include "sim/run.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/small_city.h"
#include "sim/state.h"
#include "sim/visit.h"
#include "sim/world.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;

namespace {

using model::Metric;

model::MeasureChoice measure(model::Measure which, int parts = 0) { return {which, parts, 0, {}}; }

// A plan that puts everybody through one batch from 1 December with the given measures each.
model::Scenario treated_city(int count, std::vector<model::MeasureChoice> measures = {measure(model::Measure::production_plan)}) {
  model::Scenario scenario = test::small_city(count);
  model::Plan& plan = scenario.plans.front();
  plan.deadline = model::to_date({1957, 3, 31});
  plan.batches.push_back({{1}, {}, model::to_date({1956, 12, 1}), {}, {}});
  for (int i = 1; i <= count; ++i) {
    const model::CooperativeId id{static_cast<std::uint32_t>(i)};
    plan.batches.front().cooperatives.push_back(id);
    plan.treatments.push_back({id, measures, {}, {}, false, false, {}});
  }
  scenario.teams.steps.push_back({model::to_date({1956, 12, 1}), 6});
  return scenario;
}

RunOptions options(std::int64_t replication, std::uint64_t seed = 1) {
  RunOptions made;
  made.plan = {1};
  made.seed = seed;
  made.replication = replication;
  return made;
}

double total(const ArmResult& arm, float MonthlySums::*field) {
  double sum = 0;
  for (const MonthlySums& month : arm.monthly) sum += month.*field;
  return sum;
}

// Every number of one root's state, by name order.
std::vector<double> numbers_of(const WorldState& state, Arm arm, int wanted) {
  std::vector<double> numbers;
  visit_state(state, arm, [&](int root, const char*, double value) {
    if (root == wanted) numbers.push_back(value);
  });
  return numbers;
}

}  // namespace

TEST_CASE("the centre run does not depend on the seed, a replication does, and each repeats itself") {
  const model::Scenario city = treated_city(40);
  const RunResult centre = run(city, options(kCentre, 1));
  CHECK(centre == run(city, options(kCentre, 2)));
  const RunResult drawn = run(city, options(3, 1));
  CHECK(drawn == run(city, options(3, 1)));
  CHECK(drawn.planned.hash != run(city, options(3, 2)).planned.hash);
  CHECK(drawn.planned.hash != run(city, options(4, 1)).planned.hash);
}

TEST_CASE("results do not depend on how the days are sliced") {
  const model::Scenario city = treated_city(70);
  for (const std::int64_t replication : {kCentre, std::int64_t{5}}) {
    RunOptions daily = options(replication);
    daily.hash_days = true;
    const RunResult lazy = run(city, options(replication));
    RunResult each_day = run(city, daily);
    CHECK(each_day.planned.day_hashes.size() == 365);
    CHECK(each_day.planned.day_hashes.back() == each_day.planned.hash);
    each_day.planned.day_hashes.clear();
    each_day.left_alone.day_hashes.clear();
    CHECK(lazy == each_day);
  }
}

TEST_CASE("without treatment the planned arm is the one left alone") {
  model::Scenario city = test::small_city(20);
  const RunResult with_empty_plan = run(city, options(2));
  CHECK(with_empty_plan.planned.hash == with_empty_plan.left_alone.hash);
  CHECK(with_empty_plan.planned == with_empty_plan.left_alone);
  RunOptions alone = options(2);
  alone.plan = model::kLeftAlone;
  CHECK(run(city, alone).left_alone == with_empty_plan.left_alone);
}

TEST_CASE("everybody's course through the campaign is told, and the treated work better") {
  const RunResult result = run(treated_city(30), options(kCentre));
  REQUIRE(result.passages.size() == 30);
  CHECK(result.finished_day > 0);
  CHECK(result.planned.city.at(Metric::done, 364) == 30);
  CHECK(result.planned.city.at(Metric::good_output, 364) > result.left_alone.city.at(Metric::good_output, 364));
  CHECK(result.planned.city.at(Metric::rework_rate, 364) < result.left_alone.city.at(Metric::rework_rate, 364));
}

TEST_CASE("changing one cooperative's measures changes no other cooperative's draws") {
  const model::Scenario city = test::small_city(40);
  const Luck luck{9, 4, false};
  World quiet(city, &city.plans.front(), luck);
  World busy(city, &city.plans.front(), luck);
  const int last = 91;  // before December is settled, and the city's mean income tells everybody
  for (int day = 0; day < last; ++day) {
    if (day == 75) {
      busy.apply(2, DivideBySize{3}, day);
      busy.apply(2, RaisePractices{0.8, 0.8, 0.8}, day);
      busy.apply(2, Disturb{0.04}, day);
    }
    quiet.finish_day(day);
    busy.finish_day(day);
  }
  for (World* world : {&quiet, &busy})
    for (Chunk& chunk : world->state().chunks) advance(world->state(), chunk, last);
  for (int root = 0; root < 40; ++root) {
    const std::vector<double> before = numbers_of(quiet.state(), Arm::planned, root);
    const std::vector<double> after = numbers_of(busy.state(), Arm::planned, root);
    INFO("root " << root);
    for (std::size_t shock = 0; shock < 3; ++shock) CHECK(before[shock] == after[shock]);
    if (root != 2) CHECK(before == after);
    if (root == 2) CHECK(before != after);
    CHECK(numbers_of(quiet.state(), Arm::left_alone, root) == numbers_of(busy.state(), Arm::left_alone, root));
  }
}

TEST_CASE("a lone cooperative draws the same luck in any company") {
  model::Scenario all = test::small_city(40);
  model::Scenario some = test::small_city(40);
  while (some.cooperatives.size() > 3) some.cooperatives.pop_back();
  some.cooperatives.erase(0);  // others move to other places; ids stay
  const RunResult large = run(all, options(6));
  const RunResult small = run(some, options(6));
  // Days of the first month, before the city's mean income is heard of.
  CHECK(small.monthly(Arm::left_alone, 0, 0) == large.monthly(Arm::left_alone, 1, 0));
  CHECK(small.monthly(Arm::left_alone, 1, 0) == large.monthly(Arm::left_alone, 2, 0));
}

TEST_CASE("orders are delivered, sold beyond or still waiting: nothing is lost, treated or not") {
  const model::Scenario city = treated_city(30, {measure(model::Measure::divide_size, 3)});
  for (const std::int64_t replication : {kCentre, std::int64_t{1}}) {
    const RunResult result = run(city, options(replication));
    double first = 0;
    for (const model::Cooperative& cooperative : city.cooperatives) first += cooperative[model::CooperativeQuantity::backlog];
    for (const Arm arm : {Arm::planned, Arm::left_alone}) {
      double waiting = 0;
      for (int root = 0; root < 30; ++root) waiting += result.monthly(arm, root, result.months - 1).backlog_end;
      const double orders = total(result.arm(arm), &MonthlySums::orders);
      CHECK(first + orders - total(result.arm(arm), &MonthlySums::deliveries) == Approx(waiting).epsilon(1e-5));
    }
  }
}

TEST_CASE("monthly sums of the roots add up to the city's days, after divisions too") {
  const RunResult result = run(treated_city(30, {measure(model::Measure::divide_size, 3)}), options(1));
  CHECK(result.planned.city.at(Metric::cooperatives, 364) > 80);
  double good = 0;
  for (int day = 0; day < result.days; ++day)
    if (model::weekday_of(model::to_date({1956, 10, 1}) + day) != model::Weekday::sunday)
      good += result.planned.city.at(Metric::good_output, day);
  CHECK(good == Approx(total(result.planned, &MonthlySums::good)).epsilon(1e-5));
}

TEST_CASE("traced cooperatives add up to the city") {
  RunOptions traced = options(kCentre);
  traced.trace_cooperatives = true;
  const RunResult result = run(treated_city(12, {measure(model::Measure::divide_size, 2)}), traced);
  REQUIRE(result.planned.cooperatives.size() == 12);
  for (const int day : {0, 80, 200, 364})
    for (const Metric metric : {Metric::good_output, Metric::gross_output, Metric::net_income, Metric::members, Metric::varieties,
                                Metric::cooperatives, Metric::done}) {
      double sum = 0;
      for (const DailySeries& series : result.planned.cooperatives) sum += series.at(metric, day);
      INFO(id_of(metric) << " on day " << day);
      CHECK(sum == Approx(result.planned.city.at(metric, day)).epsilon(1e-4));
    }
}

TEST_CASE("a day of rest repeats the last working day's rates") {
  const RunResult result = run(test::small_city(5), options(kCentre));
  // 7 October 1956 is a Sunday, day 6.
  CHECK(result.left_alone.city.at(Metric::good_output, 6) == result.left_alone.city.at(Metric::good_output, 5));
  CHECK(result.working_days.front() == 27);  // October 1956: 31 days, Sundays on 7, 14, 21 and 28
}

TEST_CASE("the first difference of two runs names the day, the cooperative and the field") {
  const model::Scenario city = test::small_city(5, 60);
  CHECK(diff(city, city, options(1)).empty());
  model::Scenario other = city;
  other.cooperatives.edit(3).quantities[model::CooperativeQuantity::backlog] = model::exact(8'401);
  const std::vector<StateDifference> found = diff(city, other, options(1));
  REQUIRE(!found.empty());
  CHECK(found.front().day == 0);
  CHECK(found.front().cooperative == model::CooperativeId{4});
  CHECK(found.front().field == "backlog");
  CHECK(found.front().second - found.front().first == Approx(1));
}

TEST_CASE("runs of other length or of other cooperatives differ") {
  const model::Scenario city = test::small_city(5, 61);  // October and November
  const std::vector<StateDifference> longer = diff(city, test::small_city(5, 70), options(1));
  REQUIRE(longer.size() == 1);
  CHECK(longer.front().day == 61);
  CHECK(longer.front().field == "horizon_days");
  CHECK(longer.front().second == 70);
  const std::vector<StateDifference> more = diff(city, test::small_city(6, 61), options(1));
  REQUIRE(more.size() == 1);
  CHECK(more.front().field == "cooperatives");
  CHECK(more.front().first == 5);
}

TEST_CASE("narrow vectors give the bits of wide ones, every day") {
  RunOptions narrow = options(1);
  narrow.width = 2;
  const model::Scenario city = treated_city(40, {measure(model::Measure::divide_size, 2)});
  for (const StateDifference& difference : diff(city, options(1), city, narrow))
    FAIL_CHECK(difference.field << " on day " << difference.day);
  CHECK(run(city, options(1)).planned.hash == run(city, narrow).planned.hash);
}

TEST_CASE("a run that is made day by day gives what the same run gives at once", "[run]") {
  const model::Scenario city = treated_city(8);
  LongRun course(city, options(1));
  while (!course.is_done()) course.step();
  CHECK(course.done() == city.calendar.horizon_days);
  CHECK(course.finish() == run(city, options(1)));
}

TEST_CASE("runs that branch off a trunk are those that are made by themselves", "[run]") {
  const model::Scenario divided = treated_city(40, {measure(model::Measure::divide_size, 2), measure(model::Measure::separate_repair)});
  model::Scenario later = treated_city(40);
  later.plans.front().batches.front().earliest_start = model::to_date({1957, 1, 20});
  later.teams.steps.front().teams = 60;
  for (const std::int64_t replication : {kCentre, std::int64_t{1}, std::int64_t{7}}) {
    RunOptions traced = options(replication);
    traced.trace_cooperatives = true;
    Trunk trunk(divided, traced);
    const int first = divided.plans.front().batches.front().earliest_start - divided.calendar.start;
    for (const int day : {0, first / 2, first}) {
      trunk.grow(day);
      CHECK(trunk.branch(divided, {1}) == run(divided, traced));
      CHECK(trunk.branch(later, {1}) == run(later, traced));
    }
    trunk.grow(later.plans.front().batches.front().earliest_start - later.calendar.start);
    CHECK(trunk.branch(later, {1}) == run(later, traced));
  }
}

TEST_CASE("a branch that treats nobody is the run left alone", "[run]") {
  model::Scenario nobody = test::small_city(8);
  Trunk trunk(nobody, options(1));
  trunk.grow(100);
  CHECK(trunk.branch(nobody, {1}) == run(nobody, options(1)));
}
