// The commands of a report that make its figures again.
#include "app/reproduction.h"

#include "app/text_view.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;

TEST_CASE("a word for a shell stays one word, whatever is in it", "[app][reproduction]") {
  CHECK(app::shell_word("kunming-1957.json") == "kunming-1957.json");
  CHECK(app::shell_word("my file.json") == "'my file.json'");
  CHECK(app::shell_word("it's; rm $(x) `y`.json") == "'it'\\''s; rm $(x) `y`.json'");
  CHECK(app::shell_word("-o") == "./-o");
  CHECK(app::shell_word("") == "''");
  CHECK(app::shell_word("昆明.json") == "'昆明.json'");
}

TEST_CASE("a report names scenario, seed, state and the command of every kind of figure it has", "[app][reproduction]") {
  app::Session session = tests::kunming_session();
  app::Reproduction made = app::reproduction_of(session);
  CHECK(made.scenario.size() == 16);
  CHECK(made.seed == std::to_string(session.scenario().seed));
  REQUIRE(made.lines.size() == 2);  // there are no replications yet
  CHECK(made.lines[0].command == "zhengshe run --plan " + std::to_string(session.plan_id().value) + " kunming-1957.json");
  session.refine(0);
  while (!session.bands().is_fresh()) session.refine(0);
  made = app::reproduction_of(session);
  REQUIRE(made.lines.size() == 3);
  CHECK(made.lines[2].command.find("--format bands") != std::string::npos);
  CHECK(made.lines[2].command.find("--replications " + std::to_string(session.bands().result()->count())) != std::string::npos);
  const std::string report = app::report_html(session);
  CHECK(report.find("<pre>" + made.lines[2].command + "</pre>") != std::string::npos);
  CHECK(report.find(made.scenario) != std::string::npos);
  const std::string before = made.scenario;
  session.handle(app::Edits{{app::SetTeams{0, 5}}});
  CHECK(app::reproduction_of(session).scenario != before);
  CHECK(app::reproduction_of(session).lines.size() == 2);
}
