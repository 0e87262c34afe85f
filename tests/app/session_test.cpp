#include "app/session.h"

#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "io/scenario_json.h"

using namespace zhengshe;
using app::Command;

namespace {

app::SaveFile saved_file(app::Session& session) {
  session.handle(app::Run{Command::save_file});
  std::vector<app::Request> requests = session.take_requests();
  REQUIRE(requests.size() == 1);
  return std::get<app::SaveFile>(requests.front());
}

}  // namespace

TEST_CASE("a session opens simulated, on the last day, with nothing unsaved", "[app][session]") {
  const app::Session session = tests::kunming_session();
  CHECK(session.result().days == 365);
  CHECK(session.day() == 364);
  CHECK(session.is_saved());
  CHECK(session.result().planned.hash != session.result().left_alone.hash);
}

TEST_CASE("an edit simulates again, and undo brings back the same results", "[app][session]") {
  app::Session session = tests::kunming_session();
  const std::uint64_t before = session.result().planned.hash;
  session.handle(app::Edits{{app::SetTeams{0, 5}}});
  CHECK_FALSE(session.is_saved());
  CHECK(session.result().planned.hash != before);
  session.handle(app::Run{Command::undo});
  CHECK(session.result().planned.hash == before);
  CHECK(session.is_saved());
  session.handle(app::Run{Command::redo});
  CHECK_FALSE(session.is_saved());
}

TEST_CASE("several edits of one gesture are one step of undo", "[app][session]") {
  app::Session session = tests::kunming_session();
  session.handle(app::Edits{{app::SetTeams{0, 10}, app::SetTeams{1, 20}}});
  session.handle(app::Run{Command::undo});
  CHECK(session.scenario() == study::kunming_1957());
}

TEST_CASE("saving, editing and opening what was saved restores it byte for byte", "[app][session]") {
  app::Session session = tests::kunming_session();
  const app::SaveFile file = saved_file(session);
  session.handle(app::Edits{{app::SetTeams{0, 10}}});
  session.handle(app::Saved{file.name, file.version, app::SaveOutcome::written});
  CHECK_FALSE(session.is_saved());  // what was written is the state before the edit
  session.handle(app::OpenBytes{file.name, file.bytes});
  CHECK(session.is_saved());
  CHECK(io::write_scenario(session.scenario()) == file.bytes);
}

TEST_CASE("a bad file leaves the document alone and lists its problems with places", "[app][session]") {
  app::Session session = tests::kunming_session();
  session.handle(app::Edits{{app::SetTeams{0, 10}}});
  const model::Scenario before = session.scenario();
  std::string bytes = io::write_scenario(before);
  bytes.replace(bytes.find("\"seed\""), 6, "\"seed");
  session.handle(app::OpenBytes{"broken.json", bytes});
  REQUIRE(session.refused().has_value());
  CHECK(session.refused()->issues.front().line > 0);
  CHECK(session.scenario() == before);
  CHECK(session.can(Command::undo));
  session.handle(app::DismissProblems{});
  CHECK_FALSE(session.refused().has_value());
}

TEST_CASE("play starts over from the last day, moves with time and stops at the end", "[app][session]") {
  app::Session session = tests::kunming_session();
  session.handle(app::Run{Command::play_pause});
  CHECK(session.is_playing());
  CHECK(session.day() == 0);
  CHECK(session.advance(1000));
  CHECK(session.day() == 24);
  session.advance(60000);
  CHECK(session.day() == 364);
  CHECK_FALSE(session.is_playing());
}

TEST_CASE("left alone shows the city without the campaign", "[app][session]") {
  app::Session session = tests::kunming_session();
  session.handle(app::ShowPlan{model::kLeftAlone});
  CHECK(session.plan() == nullptr);
  CHECK(session.result().planned.hash == session.result().left_alone.hash);
  session.handle(app::ShowPlan{model::PlanId{424242}});
  CHECK(session.plan() == nullptr);
}

TEST_CASE("a refused edit says why and changes nothing", "[app][session]") {
  app::Session session = tests::kunming_session();
  session.handle(app::Edits{{app::SetTeams{0, 10}, app::SetTeams{99, 1}}});
  CHECK(session.scenario() == study::kunming_1957());
  REQUIRE(session.notices().size() == 1);
  CHECK(session.notices().front().severity == model::Severity::warning);
}
