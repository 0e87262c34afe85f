#include <limits>

#include "catch_amalgamated.hpp"
#include "model/validate.h"

using namespace zhengshe::model;

namespace {

// Two cooperatives of one trade in one batch: sound.
Scenario sound() {
  Scenario scenario = empty_scenario();
  scenario.next_id = 100;
  scenario.calendar.start = to_date({1956, 10, 1});
  Trade trade;
  trade.id = TradeId{1};
  scenario.trades.push_back(trade);
  for (std::uint32_t id : {2u, 3u}) {
    Cooperative cooperative;
    cooperative.id = CooperativeId{id};
    cooperative.workshops.push_back({WorkshopId{10 + id}, TradeId{1}, 0, 0, 50, exact(1), {}});
    scenario.cooperatives.push_back(cooperative);
  }
  Plan plan;
  plan.id = PlanId{4};
  plan.deadline = to_date({1957, 3, 31});
  Batch batch;
  batch.id = BatchId{5};
  batch.cooperatives = {CooperativeId{2}, CooperativeId{3}};
  plan.batches.push_back(batch);
  scenario.plans.push_back(plan);
  return scenario;
}

// "code path" of the only problem.
std::string problem_of(const Scenario& scenario) {
  const Issues issues = validate(scenario);
  for (const Issue& issue : issues) UNSCOPED_INFO(issue.code << " " << issue.path);
  REQUIRE(issues.size() == 1);
  CHECK_FALSE(issues[0].message.en.empty());
  CHECK_FALSE(issues[0].message.zh.empty());
  return issues[0].code + " " + issues[0].path;
}

}  // namespace

TEST_CASE("a sound scenario has no problem") { CHECK(validate(sound()).empty()); }

TEST_CASE("a value outside its range is named") {
  Scenario scenario = sound();
  scenario.cooperatives.edit(1).quantities[CooperativeQuantity::democracy] = exact(1.5);
  CHECK(problem_of(scenario) == "out_of_range /cooperatives/1/democracy");
  scenario = sound();
  scenario.cooperatives.edit(0).workshops[0].members = 0;
  CHECK(validate(scenario)[0].path == "/cooperatives/0/workshops/0/members");
  scenario = sound();
  scenario.trades[0].quantities[TradeQuantity::base_output].value = std::numeric_limits<double>::infinity();
  scenario.trades[0].quantities[TradeQuantity::base_output].low = scenario.trades[0].quantities[TradeQuantity::base_output].high = std::numeric_limits<double>::infinity();
  CHECK(problem_of(scenario) == "not_finite /trades/0/baseOutput");
}

TEST_CASE("an identity that stands for nothing, or for two things, is named") {
  Scenario scenario = sound();
  scenario.plans[0].batches[0].cooperatives.push_back(CooperativeId{77});
  CHECK(problem_of(scenario) == "no_such_cooperative /plans/0/batches/0/cooperatives/2");
  scenario = sound();
  scenario.plans[0].batches[0].cooperatives.push_back(CooperativeId{2});
  CHECK(problem_of(scenario) == "in_two_batches /plans/0/batches/0/cooperatives/2");
  scenario = sound();
  scenario.cooperatives.edit(0).workshops[0].trade = TradeId{9};
  CHECK(problem_of(scenario) == "no_such_trade /cooperatives/0/workshops/0/trade");
  scenario = sound();
  scenario.next_id = 13;
  CHECK(problem_of(scenario) == "id_not_drawn /cooperatives/1/workshops/0/id");
  scenario = sound();
  scenario.trades.push_back(scenario.trades[0]);
  CHECK(problem_of(scenario) == "duplicate_id /trades/1/id");
}

TEST_CASE("relations between values are checked") {
  Scenario scenario = sound();
  scenario.cooperatives.edit(0).quantities[CooperativeQuantity::non_producing_cadres] = exact(50);
  CHECK(problem_of(scenario) == "nobody_produces /cooperatives/0/nonProducingCadres");
  scenario = sound();
  scenario.cooperatives.edit(0).quantities[CooperativeQuantity::varieties] = exact(5);
  CHECK(problem_of(scenario) == "varieties_beyond_repertoire /cooperatives/0/varieties");
  scenario = sound();
  scenario.teams.steps = {{to_date({1957, 2, 1}), 3, {}}, {to_date({1957, 1, 1}), 4, {}}};
  CHECK(problem_of(scenario) == "team_order /teams/available/1/first");
  scenario = sound();
  scenario.calendar.holidays.push_back({to_date({1957, 2, 2}), to_date({1957, 2, 1}), {}, {}});
  CHECK(problem_of(scenario) == "holiday_order /calendar/holidays/0");
  scenario = sound();
  scenario.assumptions[Coefficient::dip] = {{.04, 0, .08, Provenance::assumed, {}, {}}, Distribution::lognormal, {}};
  CHECK(problem_of(scenario) == "lognormal_not_positive /assumptions/dip/low");
}

TEST_CASE("treatments stand in order and choose each measure once") {
  Scenario scenario = sound();
  Treatment treatment;
  treatment.cooperative = CooperativeId{3};
  treatment.measures = std::vector<MeasureChoice>{{Measure::re_election, 0, 0, {}, {}}, {Measure::re_election, 0, 0, {}, {}}};
  scenario.plans[0].treatments = {treatment};
  CHECK(problem_of(scenario) == "measure_twice /plans/0/treatments/0/measures/1");
  treatment.measures = std::vector<MeasureChoice>{{Measure::merge, 0, 0, {CooperativeId{3}}, {}}};
  scenario.plans[0].treatments = {treatment};
  CHECK(problem_of(scenario) == "merges_with_itself /plans/0/treatments/0/measures/0/partners/0");
  treatment.measures.reset();
  scenario.plans[0].treatments = {treatment, treatment};
  CHECK(problem_of(scenario) == "treatment_order /plans/0/treatments/1/cooperative");
}

TEST_CASE("a copy of a list shares what is not written to, and is not touched by writing") {
  SharedList<int> list;
  for (int i = 0; i < 100; ++i) list.push_back(i);
  const SharedList<int> copy = list;
  list.edit(40) = -1;
  CHECK(copy[40] == 40);
  CHECK(list[40] == -1);
  CHECK(&copy[0] == &list[0]);
  CHECK_FALSE(copy == list);
  list.edit(40) = 40;
  CHECK(copy == list);
  list.insert(3, 1000);
  CHECK(list[3] == 1000);
  CHECK(list[4] == 3);
  list.erase(3);
  CHECK(copy == list);
}
