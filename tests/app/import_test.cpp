// A table of cooperatives becomes part of the scenario, and says row by row why not.
#include "app/import.h"

#include <algorithm>

#include "app/tour.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;

namespace {

std::string row(const app::Session& session, const char* name, const char* members) {
  return std::string(name) + "," + session.scenario().trades[0].name.en + "," + members + "\n";
}

}  // namespace

TEST_CASE("a table of cooperatives is shown first, then added as one step of undo", "[app][import]") {
  app::Session session = tests::kunming_session();
  const model::Scenario before = session.scenario();
  session.handle(app::OpenBytes{"more.csv", "name,trade,members\n" + row(session, "North", "40") + row(session, "South", "60")});
  REQUIRE(session.import());
  CHECK(session.import()->added == 2);
  CHECK(session.import()->changed == 0);
  CHECK(session.scenario() == before);
  session.handle(app::TakeImport{});
  CHECK_FALSE(session.import());
  CHECK(session.history().position() == 1);
  REQUIRE(session.scenario().cooperatives.size() == 169);
  CHECK(session.scenario().cooperatives.back().name.en == "South");
  CHECK(session.scenario().plans == before.plans);
  session.handle(app::Run{app::Command::undo});
  CHECK(session.scenario() == before);
}

TEST_CASE("a column without a known heading counts once it is given its field", "[app][import]") {
  app::Session session = tests::kunming_session();
  session.handle(app::OpenBytes{"more.csv", "name,trade,people\n" + row(session, "North", "40")});
  REQUIRE(session.import());
  CHECK_FALSE(session.import()->staged);
  CHECK(app::field_of(*session.import(), 2) == -1);
  const auto& fields = session.import()->columns.fields;
  const int members = static_cast<int>(std::find(fields.begin(), fields.end(), "members") - fields.begin());
  session.handle(app::GiveField{2, members});
  CHECK(app::field_of(*session.import(), 2) == members);
  CHECK(session.import()->staged);
  session.handle(app::GiveField{2, -1});
  CHECK_FALSE(session.import()->staged);
}

TEST_CASE("a faulty row is named by its line and keeps the table from being taken", "[app][import]") {
  app::Session session = tests::kunming_session();
  session.handle(app::OpenBytes{"more.csv", "name,trade,members\n" + row(session, "North", "40") + row(session, "South", "many")});
  REQUIRE(session.import());
  REQUIRE_FALSE(session.import()->issues.empty());
  CHECK(session.import()->issues.front().line == 3);
  session.handle(app::TakeImport{});
  CHECK(session.import());
  CHECK(session.history().position() == 0);
  session.handle(app::CloseImport{});
  CHECK_FALSE(session.import());
}

TEST_CASE("what is no table is refused like any other file", "[app][import]") {
  app::Session session = tests::kunming_session();
  session.handle(app::OpenBytes{"broken.csv", "name\n\"open"});
  CHECK_FALSE(session.import());
  REQUIRE(session.refused());
  CHECK(session.refused()->name == "broken.csv");
}

TEST_CASE("a table in another encoding is read as the likeliest, and as another where one says so", "[app][import]") {
  std::vector<std::string> asked;
  const auto decode = [&asked](const std::string& label, const std::string& bytes) -> std::optional<std::string> {
    asked.push_back(label);
    if (label == "big5") return std::nullopt;
    std::string text;
    for (const char byte : bytes) text.append(static_cast<unsigned char>(byte) < 0x80 ? std::string(1, byte) : label == "gb18030" ? "中" : "é");
    return text;
  };
  const auto read = [&](const std::string& name) {
    asked.clear();
    app::Session session = tests::kunming_session();
    session.set_decoder(decode);
    session.handle(app::OpenBytes{"more.csv", "name,trade,members\n" + row(session, name.c_str(), "40")});
    return session;
  };
  app::Session chinese = read("\xD6\xD0\xCE\xC4");
  CHECK(asked == std::vector<std::string>{"gb18030", "big5", "windows-1252"});
  REQUIRE(chinese.import());
  REQUIRE(chinese.import()->readings.size() == 2);
  CHECK(chinese.import()->readings[0].encoding == "GB 18030");
  REQUIRE(chinese.import()->staged);
  CHECK(chinese.import()->staged->cooperatives.back().name.en == "中中中中");
  chinese.handle(app::ReadAs{1});
  CHECK(chinese.import()->reading == 1);
  CHECK(chinese.import()->staged->cooperatives.back().name.en == "éééé");
  chinese.handle(app::ReadAs{2});
  CHECK(chinese.import()->reading == 1);
  chinese.handle(app::TakeImport{});
  CHECK(chinese.scenario().cooperatives.back().name.en == "éééé");

  CHECK(read("Caf\xE9 M\xFCller").import()->readings[0].encoding == "Windows-1252");
  read("\xE4\xB8\xAD");
  CHECK(asked.empty());  // it is UTF-8
  app::Session marked = tests::kunming_session();
  marked.set_decoder(decode);
  asked.clear();
  marked.handle(app::OpenBytes{"more.csv", std::string("\xFF\xFEn\0", 4)});
  CHECK(asked == std::vector<std::string>{"utf-16le"});
}

TEST_CASE("a table in another encoding is refused where nothing reads it", "[app][import]") {
  app::Session session = tests::kunming_session();
  session.handle(app::OpenBytes{"more.csv", "name\n\xD6\xD0\n"});
  CHECK_FALSE(session.import());
  REQUIRE(session.refused());
  CHECK(session.refused()->issues.front().code == "not_utf8");
}

TEST_CASE("a row with the id of a cooperative replaces it", "[app][import]") {
  app::Session session = tests::kunming_session();
  const model::Cooperative known = session.scenario().cooperatives[3];
  session.handle(app::OpenBytes{"more.csv", "id,name,trade,members\n" + std::to_string(known.id.value) + "," + row(session, "Renamed", "40")});
  REQUIRE(session.import());
  CHECK(session.import()->changed == 1);
  session.handle(app::TakeImport{});
  CHECK(session.scenario().cooperatives.size() == 167);
  CHECK(session.scenario().cooperatives[3].name.en == "Renamed");
}

TEST_CASE("the tour opens the view it speaks of, ends by itself and is remembered", "[app][tour]") {
  app::Session session = tests::kunming_session();
  CHECK_FALSE(session.knows_tour());
  session.handle(app::Run{app::Command::start_tour});
  for (std::size_t step = 0; step < app::kTour.size(); ++step) {
    REQUIRE(session.tour() == static_cast<int>(step));
    CHECK(session.view() == app::kTour[step].view);
    session.handle(app::ShowTour{static_cast<int>(step) + 1});
  }
  CHECK_FALSE(session.tour());
  CHECK(session.knows_tour());
  session.handle(app::Run{app::Command::start_tour});
  session.handle(app::ShowTour{-1});
  CHECK_FALSE(session.tour());
}

TEST_CASE("every field that a table can give has a name in both languages", "[app][import]") {
  const io::PortfolioColumns columns = io::match_columns({});
  REQUIRE(columns.fields.size() > 9);
  for (const std::string& field : columns.fields)
    for (const app::Language language : {app::Language::en, app::Language::zh}) {
      INFO(field);
      CHECK(app::name_of_field(language, field) != field);
    }
  CHECK(app::name_of_field(app::Language::en, "other") == "other");
}
