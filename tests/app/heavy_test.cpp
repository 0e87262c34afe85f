// Work that is too much to be done without a question.
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "io/scenario_json.h"
#include "study/kunming.h"

using namespace zhengshe;
using app::Command;

namespace {

std::string classroom_file() { return io::write_scenario(tests::small()); }

void work_until_done(app::Session& session) {
  for (int i = 0; session.heavy() && i < 1000; ++i) session.refine(0);
  REQUIRE(session.heavy() == nullptr);
}

}  // namespace

TEST_CASE("a document that takes long is asked about, and leaving it leaves the open one as it was", "[app][heavy]") {
  app::Session session = tests::kunming_session();
  session.ask_above(1000);
  const std::string before = io::write_scenario(session.scenario());
  session.open("classroom.json", classroom_file());
  REQUIRE(session.heavy() != nullptr);
  CHECK(session.is_asking());
  CHECK(session.heavy()->estimate.en.find("12 cooperatives on 240 days would take about") != std::string::npos);
  CHECK(io::write_scenario(session.scenario()) == before);
  session.handle(app::Run{Command::leave_heavy});
  CHECK(session.heavy() == nullptr);
  CHECK(io::write_scenario(session.scenario()) == before);
  CHECK(session.document() == 0);
}

TEST_CASE("what was meant is simulated day by day and opens with the results of any other run", "[app][heavy]") {
  app::Session session = tests::kunming_session(), other = tests::kunming_session();
  other.open("classroom.json", classroom_file());
  session.ask_above(1000);
  session.open("classroom.json", classroom_file());
  session.handle(app::Run{Command::begin_heavy});
  session.refine(0);
  REQUIRE(session.heavy() != nullptr);
  CHECK(session.heavy()->run->done() == 1);
  CHECK(session.is_refining());
  CHECK(session.document() == 0);
  work_until_done(session);
  CHECK(session.document() == 1);
  CHECK(session.document_name() == "classroom.json");
  CHECK(session.result() == other.result());
}

TEST_CASE("work that was begun stops at once and leaves the document", "[app][heavy]") {
  app::Session session = tests::kunming_session();
  const std::uint64_t before = session.result().planned.hash;
  session.ask_above(1000);
  session.open("classroom.json", classroom_file());
  session.handle(app::Run{Command::begin_heavy});
  session.refine(0);
  session.handle(app::Run{Command::stop_refining});
  CHECK(session.heavy() == nullptr);
  CHECK(session.result().planned.hash == before);
}

TEST_CASE("an edit that makes the simulation long is asked about, and is one step of undo once it is done", "[app][heavy]") {
  app::Session session = tests::kunming_session();
  session.ask_above(61'000);
  session.handle(app::Edits{{app::SetTeams{0, 5}}});  // makes nothing longer
  CHECK(session.heavy() == nullptr);
  const std::size_t count = session.scenario().cooperatives.size();
  session.handle(app::Edits{{app::DuplicateCooperative{session.scenario().cooperatives[0].id}}});
  REQUIRE(session.heavy() != nullptr);
  CHECK(session.scenario().cooperatives.size() == count);
  session.handle(app::Run{Command::begin_heavy});
  work_until_done(session);
  CHECK(session.scenario().cooperatives.size() == count + 1);
  CHECK(session.document() == 0);
  session.handle(app::Run{Command::undo});
  CHECK(session.scenario().cooperatives.size() == count);
}

TEST_CASE("another edit in the meantime drops what was held back", "[app][heavy]") {
  app::Session session = tests::kunming_session();
  session.ask_above(61'000);
  session.handle(app::Edits{{app::DuplicateCooperative{session.scenario().cooperatives[0].id}}});
  REQUIRE(session.heavy() != nullptr);
  session.handle(app::Edits{{app::SetTeams{0, 5}}});
  CHECK(session.heavy() == nullptr);
}
