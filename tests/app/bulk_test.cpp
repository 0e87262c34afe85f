// What is done for many cooperatives at once is undone at once.
#include "app/bulk.h"

#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;
using model::Measure;

namespace {

std::vector<model::CooperativeId> first_five(const app::Session& session) {
  std::vector<model::CooperativeId> ids;
  for (std::size_t i = 0; i < 5; ++i) ids.push_back(session.scenario().cooperatives[i].id);
  return ids;
}

}  // namespace

TEST_CASE("many cooperatives move into a batch in their order, as one step of undo", "[app][bulk]") {
  app::Session session = tests::kunming_session();
  const model::Scenario before = session.scenario();
  const std::vector<model::CooperativeId> ids = first_five(session);
  session.handle(app::Edits{app::move_all(session.plan_id(), session.plan()->batches[1].id, ids)});
  const std::vector<model::CooperativeId>& batch = session.plan()->batches[1].cooperatives;
  REQUIRE(batch.size() >= ids.size());
  CHECK(std::vector<model::CooperativeId>(batch.end() - 5, batch.end()) == ids);
  CHECK(session.history().position() == 1);
  session.handle(app::Edits{app::move_all(session.plan_id(), {}, ids)});
  for (const model::CooperativeId id : ids) CHECK(model::batch_of(*session.plan(), id) == nullptr);
  session.handle(app::Run{app::Command::undo});
  session.handle(app::Run{app::Command::undo});
  CHECK(session.scenario() == before);
}

TEST_CASE("a measure is given to many beside what they have, and taken from them again", "[app][bulk]") {
  app::Session session = tests::kunming_session();
  const std::vector<model::CooperativeId> ids = first_five(session);
  const auto chosen = [&](std::size_t i) { return model::treatment_of(*session.plan(), ids[i]); };
  session.handle(app::Edits{app::take_from_all(*session.plan(), Measure::quality_control, ids)});
  session.handle(app::Edits{{app::SetMeasures{session.plan_id(), ids[0], {{{.measure = Measure::production_plan, .partners = {}}}}}}});
  CHECK_FALSE(app::all_have(*session.plan(), Measure::quality_control, ids));
  const std::size_t position = session.history().position();
  session.handle(app::Edits{app::give_all(*session.plan(), Measure::quality_control, ids)});
  CHECK(session.history().position() == position + 1);
  CHECK(app::all_have(*session.plan(), Measure::quality_control, ids));
  REQUIRE(chosen(0));
  CHECK(chosen(0)->measures->size() == 2);
  CHECK(app::give_all(*session.plan(), Measure::quality_control, ids).empty());
  session.handle(app::Edits{app::take_from_all(*session.plan(), Measure::quality_control, ids)});
  REQUIRE(chosen(0));
  CHECK(chosen(0)->measures->size() == 1);
}
