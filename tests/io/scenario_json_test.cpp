#include "catch_amalgamated.hpp"
#include "io/sample.h"
#include "io/scenario_json.h"

using namespace zhengshe;
using io::read_scenario;
using io::write_scenario;
using tests::sample_text;
using tests::sample_with;

namespace {

std::string described(const model::Issues& issues) {
  std::string text;
  for (const model::Issue& issue : issues)
    text += issue.code + " " + issue.path + " " + std::to_string(issue.line) + ":" + std::to_string(issue.column) + "\n";
  return text;
}

model::Scenario good(const std::string& text) {
  io::ReadResult result = read_scenario(text);
  INFO(described(result.issues));
  REQUIRE(result.scenario);
  return std::move(*result.scenario);
}

// The problems of a text that must not be accepted.
std::string problems(const std::string& text) {
  const io::ReadResult result = read_scenario(text);
  CHECK_FALSE(result.scenario);
  return described(result.issues);
}

}  // namespace

TEST_CASE("a hand-written file is read in today's shape") {
  const model::Scenario scenario = good(sample_text());
  CHECK(scenario.title.zh == "样例");
  CHECK(scenario.calendar.start == model::to_date({1956, 10, 1}));
  CHECK_FALSE(scenario.calendar.rest_day);
  CHECK(scenario.city.area_km2.high == 25);
  CHECK(scenario.city.repair_points[0].workers == 2);
  REQUIRE(scenario.cooperatives.size() == 2);
  const model::Cooperative& fourth = scenario.cooperatives[0];
  CHECK(fourth.id.value == 4);
  CHECK(fourth.name.en == "Fourth");
  const model::Quantity& wage = fourth.quantities[model::CooperativeQuantity::tariff_wage];
  CHECK(wage.value == 42);
  CHECK(wage.provenance == model::Provenance::reported);
  CHECK(wage.source.value == 1);
  CHECK(wage.note == "before");
  CHECK(fourth[model::CooperativeQuantity::accumulation_share] == .15);
  CHECK(scenario.plans[0].batches[0].cooperatives[0].value == 5);
  CHECK(scenario.plans[0].treatments[0].measures->at(1).parts == 2);
  CHECK(scenario.assumptions[model::Coefficient::size_exponent].quantity.value == .05);
  CHECK(scenario.assumptions[model::Coefficient::practice_gain].quantity.value == .30);
  CHECK(scenario.next_id == 11);
}

TEST_CASE("saving, loading and saving again gives the same bytes") {
  const model::Scenario scenario = good(sample_text());
  const std::string once = write_scenario(scenario);
  const model::Scenario again = good(once);
  CHECK(again == scenario);
  CHECK(write_scenario(again) == once);
  CHECK(once.back() == '\n');
  CHECK(once.find("\n\n") == std::string::npos);
}

TEST_CASE("members that this version does not know are kept at every depth") {
  std::string text = sample_with("\"title\": {\"en\": \"Sample\", ", "\"mood\": [1, {\"x\": null}], \"title\": {\"fr\": \"Échantillon\", \"en\": \"Sample\", ");
  const auto insert = [&text](const std::string& before, const std::string& what) { text.insert(text.find(before) + before.size(), what); };
  insert("{\"first\": \"1957-01-31\", ", "\"kind\": \"lunar\", ");
  insert("\"skill\": {\"value\": 1, ", "\"trust\": 0.5, ");
  insert("\"horizonDays\": 120, ", "\"shifts\": 2, ");
  insert("\"tariffWage\": {\"value\": 42, ", "\"seen\": \"1957-02-12\", ");
  insert("{\"measure\": \"divide_size\", ", "\"reason\": \"size\", ");
  insert("\"assumptions\": {", "\"new_coefficient\": {\"value\": 1}, ");
  const model::Scenario scenario = good(text);
  const std::string written = write_scenario(scenario);
  for (const char* kept : {"\"mood\"", "Échantillon", "\"lunar\"", "\"trust\": 0.5", "\"shifts\": 2", "\"seen\"", "\"reason\"", "\"new_coefficient\""}) {
    INFO(kept);
    CHECK(written.find(kept) != std::string::npos);
  }
  CHECK(good(written) == scenario);
  CHECK(write_scenario(good(written)) == written);
}

TEST_CASE("a newer minor version is read and keeps its mark, a newer major version is refused") {
  const std::string newer = sample_with("\"formatVersion\": \"1.0.0\"", "\"formatVersion\": \"1.7.0\", \"novelty\": 1");
  const io::ReadResult result = read_scenario(newer);
  REQUIRE(result.scenario);
  CHECK(described(result.issues) == "newer_minor_version  3:20\n");
  const std::string written = write_scenario(*result.scenario);
  CHECK(written.find("\"formatVersion\": \"1.7.0\"") != std::string::npos);
  CHECK(written.find("\"novelty\": 1") != std::string::npos);
  CHECK(problems(sample_with("\"1.0.0\"", "\"2.0.0\"")).find("newer_major_version") == 0);
  CHECK(problems(sample_with("\"1.0.0\"", "\"one\"")).find("unknown_version") == 0);
  CHECK(problems("{\"format\": \"other\"}").find("not_a_scenario") == 0);
  CHECK(problems("[]").find("not_a_scenario") == 0);
}

TEST_CASE("every problem is reported with its place, in the order of the text") {
  std::string text = sample_with("\"horizonDays\": 120", "\"horizonDays\": \"long\"");
  const auto replace = [&text](const std::string& from, const std::string& to) { text.replace(text.find(from), from.size(), to); };
  replace("\"last\": \"1957-02-02\"", "\"last\": \"1957-02-30\"");
  replace("\"members\": 80", "\"members\": -3");
  replace("\"cooperatives\": [5, 4]", "\"cooperatives\": [5, 5, 77]");
  replace("\"re_election\"", "\"re_elect\"");
  CHECK(problems(text) ==
        "wrong_type /calendar/horizonDays 5:54\n"
        "impossible_date /calendar/holidays/0/last 6:50\n"
        "nobody_produces /cooperatives/1/nonProducingCadres 11:5\n"
        "out_of_range /cooperatives/1/workshops/0/members 11:95\n"
        "in_two_batches /plans/0/batches/0/cooperatives/1 18:95\n"
        "no_such_cooperative /plans/0/batches/0/cooperatives/2 18:98\n"
        "unknown_choice /plans/0/treatments/0/measures/0 19:52\n");
}

TEST_CASE("dangling and doubled identities are errors") {
  CHECK(problems(sample_with("\"trade\": 3, \"x\": 1", "\"trade\": 33, \"x\": 1")).find("no_such_trade /cooperatives/1/workshops/0/trade") == 0);
  CHECK(problems(sample_with("{\"id\": 5,", "{\"id\": 4,")).find("duplicate_id /cooperatives/1/id") == 0);
  CHECK(problems(sample_with("\"source\": \"rmrb-1957-02-12\", \"note\"", "\"source\": \"nowhere\", \"note\"")).find("no_such_source") == 0);
  CHECK(problems(sample_with("\"yuan/month\"", "\"yuan/day\"")).find("wrong_unit") == 0);
  CHECK(problems(sample_with("\"high\": 25", "\"high\": 2")).find("estimate_order /city/area") == 0);
}

TEST_CASE("a missing member is named where it is missing") {
  CHECK(problems(sample_with("\"start\": \"1956-10-01\", ", "")) == "missing_member /calendar 5:15\n");
}

TEST_CASE("at most a hundred problems are reported") {
  std::string batch = "[";
  for (int i = 0; i < 300; ++i) batch += std::to_string(1000 + i) + ", ";
  const io::ReadResult result = read_scenario(sample_with("[5, 4]", batch + "4]"));
  CHECK(result.issues.size() == 100);
}

TEST_CASE("many cooperatives are written in columns and come back") {
  model::Scenario scenario = good(sample_text());
  const model::Cooperative last = scenario.cooperatives.back();
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    model::Cooperative cooperative = last;
    cooperative.id.value = 100 + i;
    if (i == 77) cooperative.notes = {"seventy-seven", "七十七"};
    if (i == 78) cooperative.unknown.json = R"({"colour":"red"})";
    scenario.cooperatives.push_back(cooperative);
  }
  scenario.next_id = 20'000;
  const std::string text = write_scenario(scenario);
  CHECK(text.find("\"columns\": {") != std::string::npos);
  const model::Scenario again = good(text);
  CHECK((again == scenario));
  CHECK((write_scenario(again) == text));
}

TEST_CASE("a problem in columns is found in its column") {
  const std::string text = sample_with(R"("cooperatives": [
    {"id": 5, "name": "Fifth", "workshops": [{"id": 7, "trade": 3, "x": 1, "y": 1, "members": 80}], "tariffWage": 40.5},
    {"id": 4, "name": "Fourth", "workshops": [{"id": 6, "trade": 3, "x": 0, "y": 0, "members": 90, "skill": {"value": 1, "low": 0.9, "high": 1.2}}],
      "tariffWage": {"value": 42, "unit": "yuan/month", "provenance": "reported", "source": "rmrb-1957-02-12", "note": "before"},
      "mergedFrom": [{"trade": 3, "x": 0, "y": 0, "members": 30}]}
  ],)",
                                       R"("cooperatives": {"columns": {
  "id": [5, 4],
  "name": ["Fifth", "Fourth"],
  "workshops": [[{"id": 7, "trade": 3, "x": 1, "y": 1, "members": 80}], [{"id": 6, "trade": 3, "x": 0, "y": 0, "members": 90}]],
  "democracy": [7, null]}},)");
  CHECK(problems(text) == "out_of_range /cooperatives/1/democracy 14:17\n");
}

TEST_CASE("a number that is not finite is not written over a good file") {
  model::Scenario scenario = good(sample_text());
  scenario.trades[0].quantities[model::TradeQuantity::base_output].value = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(write_scenario(scenario), std::invalid_argument);
}

TEST_CASE("a seed of 64 bits survives") {
  model::Scenario scenario = good(sample_text());
  scenario.seed = 18446744073709551615u;
  CHECK(good(write_scenario(scenario)).seed == scenario.seed);
}
