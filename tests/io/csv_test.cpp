#include "catch_amalgamated.hpp"
#include "io/portfolio_csv.h"
#include "study/kunming.h"

using namespace zhengshe;
using io::CsvDialect;

namespace {

std::vector<std::vector<std::string>> rows_of(std::string_view text, CsvDialect dialect = {}) {
  model::Issues issues;
  const auto table = io::parse_csv(text, dialect, issues);
  REQUIRE(table);
  return table->rows;
}

io::PortfolioImport import(const model::Scenario& scenario, const std::string& text) {
  model::Issues issues;
  const auto table = io::parse_csv(text, io::detect_dialect(text), issues);
  REQUIRE(table);
  return io::read_portfolio_csv(scenario, *table, io::match_columns(*table));
}

}  // namespace

TEST_CASE("cells are quoted where they have to be, and no text is a formula") {
  CHECK(io::csv_text("plain 整社") == "plain 整社");
  CHECK(io::csv_text("a,b") == "\"a,b\"");
  CHECK(io::csv_text("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(io::csv_text("=1+1") == "'=1+1");
  CHECK(io::csv_text("@x") == "'@x");
  CHECK(io::csv_text("-3") == "'-3");
  CHECK(io::csv_number(-3.5) == "-3.5");
  CHECK(io::csv_number(std::numeric_limits<double>::quiet_NaN()).empty());
  const std::string nul("a\0b", 3);
  CHECK(io::plain_text(rows_of("x," + io::csv_text(nul))[0][1]) == nul);
  for (const char* text : {"=1+1", "'=1+1", "''@", "'", "'quoted'", "+", "-x", "\t", "\r=", "plain", ""}) CHECK(io::plain_text(rows_of("x," + io::csv_text(text))[0][1]) == text);
}

TEST_CASE("tables are read with quotes, line breaks and either line end") {
  using Rows = std::vector<std::vector<std::string>>;
  CHECK(rows_of("a,b\r\n1,2\r\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows_of("a,b\n\n\"x\ny\",\"p\"\"q\"") == Rows{{"a", "b"}, {"x\ny", "p\"q"}});
  CHECK(rows_of("\xEF\xBB\xBF" "a,,\n") == Rows{{"a", "", ""}});
  model::Issues issues;
  CHECK_FALSE(io::parse_csv("a,b\n1,\"open\n2,3", {}, issues));
  CHECK(issues.at(0).line == 2);
}

TEST_CASE("a table that is not UTF-8 is refused with the place, and says what spreadsheets call it") {
  for (const std::string_view bytes : {"name,members\nM\xFCller,40\n", "name,members\n\xD7\xDC\xC9\xE7,40\n", "name,members\n\xED\xA0\x80,40\n"}) {  // Windows, GBK, a surrogate
    model::Issues issues;
    CHECK_FALSE(io::parse_csv(bytes, {}, issues));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].code == "not_utf8");
    CHECK(issues[0].line == 2);
    CHECK(issues[0].message.en.find("CSV UTF-8") != std::string::npos);
    CHECK(issues[0].message.zh.find("CSV UTF-8") != std::string::npos);
  }
}

TEST_CASE("delimiter and decimal comma are found out") {
  CHECK(io::detect_dialect("a,b,c\n1,2.5,3\n") == CsvDialect{',', false});
  CHECK(io::detect_dialect("a;b;c\n1;2,5;3\n") == CsvDialect{';', true});
  CHECK(io::detect_dialect("a;b;c\n1;2.5;3\n") == CsvDialect{';', false});
  CHECK(io::detect_dialect("a\tb\n1,5\t2\n") == CsvDialect{'\t', true});
  CHECK(io::parse_number("1,234.5", {',', false}) == 1234.5);
  CHECK(io::parse_number("1.234,5", {';', true}) == 1234.5);
  CHECK(io::parse_number(" -7 ", {}) == -7);
  for (const char* wrong : {"", "x", "1 2", "1,2", "inf", "nan", "0x10", "1..2"}) CHECK_FALSE(io::parse_number(wrong, {}));
}

TEST_CASE("a portfolio that is exported and imported is the same") {
  const model::Scenario kunming = study::kunming_1957();
  const io::PortfolioImport back = import(kunming, io::write_portfolio_csv(kunming));
  REQUIRE(back.scenario);
  CHECK(back.issues.empty());
  CHECK((*back.scenario == kunming));
}

TEST_CASE("a cooperative that is known by one name only keeps it through its own table") {
  model::Scenario scenario = study::kunming_1957();
  scenario.cooperatives.edit(0).name = {"Lacquer", ""};
  scenario.cooperatives.edit(1).name = {"", "漆器"};
  const io::PortfolioImport back = import(scenario, io::write_portfolio_csv(scenario));
  REQUIRE(back.scenario);
  CHECK((*back.scenario == scenario));
}

TEST_CASE("a table of an owner's own needs only trades and members") {
  const model::Scenario kunming = study::kunming_1957();
  const io::PortfolioImport own = import(kunming, "Name;Trade;Members;tariff wage\nNorth;Ironware;40;38,5\nSouth;服装;25;41\n");
  REQUIRE(own.scenario);
  REQUIRE(own.scenario->cooperatives.size() == 2);
  const model::Cooperative& north = own.scenario->cooperatives[0];
  CHECK(north.name == model::Text{"North", "North"});
  CHECK(north[model::CooperativeQuantity::tariff_wage] == 38.5);
  CHECK(north[model::CooperativeQuantity::accumulation_share] == .15);
  CHECK(own.scenario->plans[0].batches[0].cooperatives.empty());
  CHECK(own.issues.at(0).code == "references_removed");
}

TEST_CASE("every row with a problem is named with its line") {
  const io::PortfolioImport result = import(study::kunming_1957(), "name,trade,members\nA,Ironware,ten\nB,Magic,10\nC,Ironware,0\n");
  CHECK_FALSE(result.scenario);
  std::string problems;
  for (const model::Issue& issue : result.issues) problems += issue.code + " " + std::to_string(issue.line) + "\n";
  CHECK(problems == "not_a_number 2\nmembers_needed 2\nno_such_trade 3\nmembers_needed 4\n");
}
