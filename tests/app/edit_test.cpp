#include "app/edit.h"

#include <algorithm>

#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "model/validate.h"

using namespace zhengshe;
using namespace zhengshe::tests;

namespace {

bool holds(const model::Batch& batch, model::CooperativeId id) {
  return std::find(batch.cooperatives.begin(), batch.cooperatives.end(), id) != batch.cooperatives.end();
}

}  // namespace

TEST_CASE("moving a cooperative to another batch leaves it in exactly one", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::Plan& plan = before.plans.front();
  const model::CooperativeId moved = plan.batches[2].cooperatives.front();
  const model::Scenario after = applied(before, app::MoveToBatch{plan.id, moved, plan.batches[0].id, 0});
  CHECK(after.plans.front().batches[0].cooperatives.front() == moved);
  CHECK(after.plans.front().batches[0].cooperatives.size() == 49);
  CHECK_FALSE(holds(after.plans.front().batches[2], moved));
  const model::Scenario out = applied(after, app::MoveToBatch{plan.id, moved, {}, 0});
  CHECK(model::batch_of(out.plans.front(), moved) == nullptr);
}

TEST_CASE("measures chosen by hand and then given back leave no trace", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::PlanId plan = before.plans.front().id;
  const model::CooperativeId id = before.cooperatives[20].id;
  model::MeasureChoice choice;
  choice.measure = model::Measure::production_plan;
  const model::Scenario chosen = applied(before, app::SetMeasures{plan, id, std::vector{choice}});
  REQUIRE(model::treatment_of(chosen.plans.front(), id) != nullptr);
  CHECK(model::treatment_of(chosen.plans.front(), id)->measures->front() == choice);
  CHECK(applied(chosen, app::SetMeasures{plan, id, std::nullopt}) == before);
}

TEST_CASE("deleting a cooperative takes it out of plans, claims and observations", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  for (const std::size_t position : {std::size_t{0}, std::size_t{40}, before.cooperatives.size() - 1}) {
    const model::CooperativeId id = before.cooperatives[position].id;
    const model::Scenario after = applied(before, app::RemoveCooperative{id});
    CHECK(after.cooperatives.size() == before.cooperatives.size() - 1);
    CHECK(model::index_of(after, id) < 0);
    CHECK(model::validate(after).empty());
  }
}

TEST_CASE("a duplicate has new ids for itself and its workshops", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::Scenario after = applied(before, app::DuplicateCooperative{before.cooperatives[3].id});
  const model::Cooperative& copy = after.cooperatives.back();
  CHECK(copy.id.value >= before.next_id);
  CHECK(after.next_id > copy.workshops.back().id.value);
  CHECK(copy.quantities == before.cooperatives[3].quantities);
}

TEST_CASE("an edit that would make the scenario unsound is refused whole, with a reason", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const app::EditResult result = app::apply(before, app::SetQuantity{before.cooperatives[0].id, model::CooperativeQuantity::democracy, 1.5});
  REQUIRE(std::holds_alternative<model::Issues>(result));
  const model::Issues& issues = std::get<model::Issues>(result);
  CHECK(issues.front().path.find("/cooperatives/0") == 0);
  CHECK_FALSE(issues.front().message.en.empty());
  CHECK_FALSE(issues.front().message.zh.empty());
  CHECK(std::holds_alternative<model::Issues>(app::apply(before, app::SetTeams{99, 3})));
  CHECK(std::holds_alternative<model::Issues>(app::apply(before, app::RemoveCooperative{model::CooperativeId{999999}})));
}

TEST_CASE("an edit shares what it does not change with the state before", "[app][edit]") {
  const model::Scenario before = study::kunming_1957();
  const model::Scenario after = applied(before, app::SetQuantity{before.cooperatives[0].id, model::CooperativeQuantity::planning, 0.9});
  CHECK(&after.cooperatives[100] == &before.cooperatives[100]);
  CHECK(&after.cooperatives[0] != &before.cooperatives[0]);
}
