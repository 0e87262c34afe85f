// Edits of every part of a scenario: what each changes, what it leaves alone, what it refuses.
#include <numeric>

#include "app/edit.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "model/validate.h"

using namespace zhengshe;
using namespace zhengshe::tests;
using model::CooperativeQuantity;

namespace {

std::string refused(const model::Scenario& scenario, const app::Edit& edit) {
  const app::EditResult result = app::apply(scenario, edit);
  REQUIRE(std::holds_alternative<model::Issues>(result));
  return std::get<model::Issues>(result).front().code;
}

double total(const model::Scenario& scenario, CooperativeQuantity quantity) {
  double sum = 0;
  for (const model::Cooperative& cooperative : scenario.cooperatives) sum += cooperative[quantity];
  return sum;
}

int members(const model::Scenario& scenario) {
  int sum = 0;
  for (const model::Cooperative& cooperative : scenario.cooperatives) sum += model::members_of(cooperative);
  return sum;
}

}  // namespace

TEST_CASE("merging and dividing by hand keep members, orders, backlog, reserve and costs", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::CooperativeId first = before.cooperatives[5].id, second = before.cooperatives[9].id;
  const model::Scenario merged = applied(before, app::MergeCooperatives{first, {second}});
  CHECK(merged.cooperatives.size() == before.cooperatives.size() - 1);
  CHECK(members(merged) == members(before));
  const model::Cooperative& one = merged.cooperatives[5];
  CHECK(one.workshops.size() == before.cooperatives[5].workshops.size() + before.cooperatives[9].workshops.size());
  CHECK(one.merged_from.size() >= 2);

  const model::Scenario divided = applied(merged, app::DivideCooperative{first, {one.workshops.back().id}});
  CHECK(divided.cooperatives.size() == before.cooperatives.size());
  CHECK(members(divided) == members(before));
  for (const CooperativeQuantity quantity : {CooperativeQuantity::orders_per_day, CooperativeQuantity::backlog, CooperativeQuantity::reserve, CooperativeQuantity::other_costs}) {
    INFO(model::id_of(quantity));
    CHECK(total(merged, quantity) == Catch::Approx(total(before, quantity)).epsilon(1e-12));
    CHECK(total(divided, quantity) == Catch::Approx(total(before, quantity)).epsilon(1e-12));
  }
}

TEST_CASE("a merged cooperative's shares are averages over members", "[app][edit]") {
  model::Scenario before = study::kunming_1957();
  const model::CooperativeId first = before.cooperatives[5].id, second = before.cooperatives[9].id;
  before = applied(applied(before, app::SetQuantity{first, CooperativeQuantity::democracy, 0.2}), app::SetQuantity{second, CooperativeQuantity::democracy, 0.8});
  const double in_first = model::members_of(before.cooperatives[5]), in_second = model::members_of(before.cooperatives[9]);
  const model::Scenario merged = applied(before, app::MergeCooperatives{first, {second}});
  CHECK(merged.cooperatives[5][CooperativeQuantity::democracy] == Catch::Approx((0.2 * in_first + 0.8 * in_second) / (in_first + in_second)));
  CHECK(merged.cooperatives[5].quantities[CooperativeQuantity::democracy].provenance == model::Provenance::derived);
}

TEST_CASE("what cannot be merged or divided is refused", "[app][edit]") {
  const model::Scenario scenario = study::kunming_1957();
  const model::Cooperative& some = scenario.cooperatives[2];
  CHECK(refused(scenario, app::MergeCooperatives{some.id, {}}) == "nothing_to_merge");
  CHECK(refused(scenario, app::MergeCooperatives{some.id, {some.id}}) == "no_cooperative");
  CHECK(refused(scenario, app::DivideCooperative{some.id, {}}) == "nothing_to_divide");
  CHECK(refused(scenario, app::RemoveWorkshop{some.id, some.workshops.front().id}) != "");
}

TEST_CASE("a new cooperative is sound at once and comes last", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::Scenario after = applied(before, app::AddCooperative{{"Ninth Umbrella", "第九伞业"}, before.trades[3].id, 42, 1.5, -0.5});
  const model::Cooperative& added = after.cooperatives.back();
  CHECK(added.id.value == before.next_id);
  CHECK(model::members_of(added) == 42);
  CHECK(added.workshops.front().trade == before.trades[3].id);
}

TEST_CASE("a duplicated plan stands beside its original, with batches of its own", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::PlanId original = before.plans.front().id;
  const model::Scenario after = applied(before, app::DuplicatePlan{original});
  REQUIRE(after.plans.size() == before.plans.size() + 1);
  CHECK(after.plans[1].batches.size() == before.plans.front().batches.size());
  CHECK(after.plans[1].batches.front().id != before.plans.front().batches.front().id);
  CHECK(after.plans[1].batches.front().cooperatives == before.plans.front().batches.front().cooperatives);
  CHECK(applied(after, app::RemovePlan{after.plans[1].id}).plans == before.plans);
}

TEST_CASE("removing a plan or a batch takes the claims about its batches along", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::Plan& plan = before.plans.front();
  const auto about = [](const model::Scenario& s, model::BatchId batch) {
    return std::count_if(s.claims.begin(), s.claims.end(), [batch](const model::Claim& c) { return c.batch == batch; });
  };
  REQUIRE(about(before, plan.batches.front().id) > 0);
  CHECK(about(applied(before, app::RemoveBatch{plan.id, plan.batches.front().id}), plan.batches.front().id) == 0);
  CHECK(about(applied(before, app::RemovePlan{plan.id}), plan.batches.front().id) == 0);
}

TEST_CASE("decisions for a cooperative that decide nothing are not kept", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::PlanId plan = before.plans.front().id;
  const model::CooperativeId id = before.cooperatives[33].id;
  const model::Scenario pinned = applied(applied(before, app::SetPinned{plan, id, true}), app::SetStartWeek{plan, id, 4});
  CHECK(model::treatment_of(pinned.plans.front(), id)->start_week == 4);
  CHECK(applied(applied(pinned, app::SetPinned{plan, id, false}), app::SetStartWeek{plan, id, std::nullopt}) == before);
  CHECK(refused(before, app::SetTeamsAtOnce{plan, id, 9}) == "out_of_range");
}

TEST_CASE("what is put under no id is added, and under its id it is replaced", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  model::RepairPoint point;
  point.x_km = 1;
  point.workers = 3;
  const model::Scenario more = applied(before, app::PutRepairPoint{model::kLeftAlone, point});
  REQUIRE(more.city.repair_points.size() == before.city.repair_points.size() + 1);
  model::RepairPoint moved = more.city.repair_points.back();
  moved.x_km = 2;
  const model::Scenario after = applied(more, app::PutRepairPoint{model::kLeftAlone, moved});
  CHECK(after.city.repair_points.back() == moved);
  CHECK(after.city.repair_points.size() == more.city.repair_points.size());
  CHECK(applied(after, app::RemoveRepairPoint{model::kLeftAlone, moved.id}).city.repair_points == before.city.repair_points);
  moved.id = {999999};
  CHECK(refused(before, app::PutRepairPoint{model::kLeftAlone, moved}) == "no_point");
}

TEST_CASE("team steps and observations are kept in order of their dates", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::Date start = before.calendar.start;
  model::TeamStep late, early;
  late.first = start + 100;
  late.teams = 5;
  early.first = start + 10;
  early.teams = 3;
  const model::Scenario teams = applied(before, app::SetTeamSteps{{late, early}});
  CHECK(teams.teams.steps == std::vector{early, late});
  model::Observation first, second;
  first.cooperative = second.cooperative = before.cooperatives[0].id;
  first.date = start + 40;
  second.date = start + 20;
  const model::Scenario seen = applied(applied(before, app::PutObservation{first}), app::PutObservation{second});
  REQUIRE(seen.observations.size() == before.observations.size() + 2);
  CHECK(std::is_sorted(seen.observations.begin(), seen.observations.end(), [](const auto& a, const auto& b) { return a.date < b.date; }));
}

TEST_CASE("every kind of edit says what it does in both languages", "[app][edit]") {
  const auto check = [](const app::Edit& edit) {
    CHECK_FALSE(edit.label(app::Language::en).empty());
    CHECK(edit.label(app::Language::en) != edit.label(app::Language::zh));
    CHECK(edit.label(app::Language::en).find('{') == std::string::npos);
  };
  for (const app::Edit& edit : std::vector<app::Edit>{
      app::SetTitle{}, app::SetSeed{}, app::SetCalendar{}, app::SetTeams{}, app::SetTeamSteps{}, app::SetAssumption{},
      app::StateAssumption{}, app::AddCooperative{}, app::DuplicateCooperative{}, app::RemoveCooperative{},
      app::MergeCooperatives{}, app::DivideCooperative{}, app::RenameCooperative{}, app::SetNotes{}, app::SetQuantity{},
      app::StateQuantity{}, app::PutWorkshop{}, app::RemoveWorkshop{}, app::PutTrade{}, app::SetTradeQuantity{}, app::PutZone{},
      app::RemoveZone{}, app::PutRepairPoint{}, app::RemoveRepairPoint{}, app::AddPlan{}, app::DuplicatePlan{},
      app::RemovePlan{}, app::RenamePlan{}, app::SetDeadline{}, app::SetWeights{}, app::AddBatch{}, app::RemoveBatch{},
      app::SetBatchStart{}, app::MoveToBatch{}, app::SetMeasures{}, app::SetStartWeek{}, app::SetTeamsAtOnce{}, app::SetPinned{},
      app::PutObservation{}, app::RemoveObservation{}, app::PutClaim{}, app::RemoveClaim{}})
    check(edit);
}
