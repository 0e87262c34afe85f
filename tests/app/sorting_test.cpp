// Names with numbers are in the order a person expects.
#include "app/views/cooperative_table.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;

TEST_CASE("names are sorted by the numbers in them, and the same names stay in order of ids", "[app][views]") {
  model::Scenario scenario = study::kunming_1957();
  const std::vector<std::string> given{"合作社 10", "合作社 2", "合作社 1", "合作社", "合作社 02", "合作社 2 甲", "合作社 99999999999999999999", "社 3"};
  std::vector<app::Edit> edits;
  for (std::size_t i = 0; i < given.size(); ++i) edits.push_back(app::RenameCooperative{scenario.cooperatives[i].id, {"number " + std::to_string(i), given[i]}});
  app::Session session(std::move(scenario), "test.json", app::Language::zh);
  session.handle(app::Edits{edits});
  std::vector<std::string> shown;
  for (const app::views::CooperativeRow& row : app::views::cooperative_table(session, "number", {})) shown.push_back(row.name);
  CHECK(shown == std::vector<std::string>{"合作社", "合作社 1", "合作社 02", "合作社 2", "合作社 2 甲", "合作社 10", "合作社 99999999999999999999", "社 3"});
}
