#include "app/text_view.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "app/commands.h"
#include "app/form.h"
#include "app/html.h"
#include "app/views/evidence.h"
#include "app/views/results.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "io/scenario_json.h"

using namespace zhengshe;
using namespace zhengshe::tests;

namespace {

std::string section(const app::Session& session, std::string_view id) {
  for (const app::TextSection& one : app::text_sections(session))
    if (one.id == id) return one.html;
  return {};
}

// The names of elements that are opened and not closed, or closed and not opened, in the order found.
std::vector<std::string> unbalanced(std::string_view html) {
  std::vector<std::string> open, wrong;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = html[at + 1] == '/';
    const std::size_t begin = at + (closes ? 2 : 1), end = html.find_first_of(" >", begin);
    const std::string name(html.substr(begin, end - begin));
    if (name == "input" || name == "meta" || name == "!doctype") continue;
    if (!closes) open.push_back(name);
    else if (!open.empty() && open.back() == name) open.pop_back();
    else wrong.push_back(name);
  }
  wrong.insert(wrong.end(), open.begin(), open.end());
  return wrong;
}

app::Session session_on(const std::filesystem::path& file, app::Language language) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return app::Session(*io::read_scenario(text.str()).scenario, file.filename().string(), language);
}

const app::Field* field(const std::vector<app::Field>& all, std::string_view id) {
  const auto at = std::find_if(all.begin(), all.end(), [id](const app::Field& one) { return one.id == id; });
  return at == all.end() ? nullptr : &*at;
}

// Enters the value as a person would; false where the program does not understand it.
bool enter(app::Session& session, std::string_view id, std::string_view value) {
  const std::optional<app::Intent> intent = app::enter(session, id, value);
  if (intent) session.handle(*intent);
  return intent.has_value();
}

}  // namespace

TEST_CASE("text from a document cannot become markup", "[app][text]") {
  app::Html html;
  html.leaf("p", "<script>&\"'\x01", {{"title", "a\" onclick=\"b"}});
  CHECK(html.take() == "<p title=\"a&quot; onclick=&quot;b\">&lt;script&gt;&amp;&quot;&#39;␁</p>\n");
  app::Session session = tests::kunming_session();
  session.handle(app::Edits{{app::SetTitle{{"<img src=x>", "<img src=x>"}}}});
  CHECK(app::report_html(session).find("<img") == std::string::npos);
  CHECK(app::report_html(session).find("content=\"default-src &#39;none&#39;; ") != std::string::npos);
  CHECK(section(session, "banner").find("&lt;img src=x&gt;") != std::string::npos);
}

TEST_CASE("every scenario has a text view and a report of balanced elements in both languages", "[app][text]") {
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ZHENGSHE_ASSETS) / "scenarios"))
    for (const app::Language language : {app::Language::en, app::Language::zh}) {
      INFO(entry.path().filename().string());
      app::Session session = session_on(entry.path(), language);
      if (!session.scenario().cooperatives.empty()) session.handle(app::Select{session.scenario().cooperatives[0].id});
      std::set<std::string> ids;
      for (const app::TextSection& one : app::text_sections(session)) {
        INFO(one.id);
        CHECK(ids.insert(one.id).second);
        CHECK(unbalanced(one.html).empty());
      }
      const std::string report = app::report_html(session);
      CHECK(unbalanced(report).empty());
      CHECK(report.find("<button") == std::string::npos);
      CHECK(report.find("<input") == std::string::npos);
      CHECK(count(report, "<h1") == 1);
    }
}

TEST_CASE("the text view has a button for every command, and those that cannot be used are disabled", "[app][text]") {
  const app::Session session = tests::kunming_session();
  const std::string html = section(session, "commands");
  for (const app::CommandInfo& command : app::commands()) {
    INFO(command.id);
    const std::size_t at = html.find("data-command=\"" + std::string(command.id) + "\"");
    REQUIRE(at != std::string::npos);
    const bool disabled = html.substr(at, html.find('>', at) - at).find("disabled") != std::string::npos;
    CHECK(disabled == !session.can(command.command));
  }
}

TEST_CASE("the text view lists every cooperative, its passage and every claim", "[app][text]") {
  const app::Session session = tests::kunming_session();
  CHECK(count(section(session, "cooperatives"), "data-select=") == 167);
  CHECK(count(section(session, "batches"), "<th scope=\"row\">") == 167);
  const std::string evidence = section(session, "evidence");
  for (const model::Claim& claim : session.scenario().claims) CHECK(evidence.find(app::escape_html(claim.statement.en)) != std::string::npos);
}

TEST_CASE("every field of the text view holds what it says and takes it back unchanged", "[app][text]") {
  app::Session session = tests::kunming_session();
  session.handle(app::Select{session.scenario().cooperatives[2].id});
  const model::Scenario before = session.scenario();
  for (const app::Field& one : app::fields(session)) {
    INFO(one.id);
    if (one.id == "treat_findings" || one.id.rfind("measure/", 0) == 0) continue;  // a tick makes a choice by hand
    CHECK(enter(session, one.id, one.value));
    CHECK(session.scenario() == before);
  }
}

TEST_CASE("what is entered into the text view's fields changes the document", "[app][text]") {
  app::Session session = tests::kunming_session();
  CHECK(enter(session, "teams/0", "30"));
  CHECK(session.scenario().teams.steps[0].teams == 30);
  CHECK(enter(session, "deadline", "1957-04-30"));
  CHECK(session.plan()->deadline == model::to_date({1957, 4, 30}));
  CHECK(enter(session, "day", "1957-01-15"));
  CHECK(session.scenario().calendar.start + session.day() == model::to_date({1957, 1, 15}));
  const model::CooperativeId id = session.plan()->batches[2].cooperatives.front();
  CHECK(enter(session, "cooperative", std::to_string(id.value)));
  CHECK(session.selected() == id);
  CHECK(enter(session, "batch", std::to_string(session.plan()->batches[0].id.value)));
  CHECK(model::batch_of(*session.plan(), id)->id == session.plan()->batches[0].id);
  CHECK(enter(session, "plan", "0"));
  CHECK(session.plan() == nullptr);
  CHECK(field(app::fields(session), "deadline") == nullptr);
}

TEST_CASE("measures are ticked by hand and given back to the inspection", "[app][text]") {
  app::Session session = tests::kunming_session();
  const model::CooperativeId id = session.plan()->batches[0].cooperatives.front();
  session.handle(app::Select{id});
  const auto chosen = [&] { return model::treatment_of(*session.plan(), id); };
  CHECK(enter(session, "measure/re_election", "on"));
  REQUIRE(chosen() != nullptr);
  REQUIRE(chosen()->measures);
  CHECK(field(app::fields(session), "measure/re_election")->value == "on");
  CHECK(field(app::fields(session), "treat_findings")->value.empty());
  const std::size_t before = chosen()->measures->size();
  CHECK(enter(session, "measure/re_election", ""));
  CHECK(chosen()->measures->size() == before - 1);
  CHECK(enter(session, "treat_findings", "on"));
  CHECK((chosen() == nullptr || !chosen()->measures));
}

TEST_CASE("what is no value of its field is refused", "[app][text]") {
  const app::Session session = tests::kunming_session();
  for (const auto& [id, value] : {std::pair{"teams/0", "many"}, {"teams/0", "-1"}, {"teams/99", "3"}, {"deadline", "1957-02-30"},
                                  {"cooperative", "999999"}, {"plan", "x"}, {"no_such", "1"}, {"teams/0", "3 "}}) {
    INFO(id << " " << value);
    CHECK_FALSE(app::enter(session, id, value));
  }
}

TEST_CASE("outcomes have ranges once there are replications, around what the replications say", "[app][text]") {
  app::Session session = tests::kunming_session();
  CHECK_FALSE(app::views::outcomes(session).front().range);
  CHECK_FALSE(app::views::chance_in_time(session));
  while (session.bands().done() < 16) session.refine(0);
  const auto rows = app::views::outcomes(session);
  for (const app::views::Outcome& row : rows) {
    REQUIRE(row.range);
    CHECK(row.range->low <= row.range->high);
  }
  CHECK(app::views::chance_in_time(session).has_value());
  session.handle(app::Edits{{app::SetTeams{0, 3}}});
  CHECK_FALSE(app::views::outcomes(session).front().range);
}

TEST_CASE("the means of the months are the means of their days", "[app][text]") {
  const app::Session session = tests::kunming_session();
  const auto rows = app::views::month_means(session, model::Metric::monthly_wage);
  REQUIRE(rows.size() == 12);
  const auto days = session.result().planned.city.of(model::Metric::monthly_wage);
  const int first = rows[1].first - session.scenario().calendar.start, end = rows[2].first - session.scenario().calendar.start;
  double sum = 0;
  for (int day = first; day < end; ++day) sum += days[static_cast<std::size_t>(day)];
  CHECK(rows[1].planned == Catch::Approx(sum / (end - first)));
}

TEST_CASE("claims are told as reported at first, and with verdicts when they have been held against the model", "[app][text]") {
  app::Session session = tests::kunming_session();
  const auto row = [&](std::string_view key) {
    for (const app::views::ClaimRow& one : app::views::claim_rows(session))
      if (one.key == key) return one;
    return app::views::ClaimRow();
  };
  CHECK(row("C4").reported == "+20.6 %");
  CHECK(row("C3").reported == "by 31 March 1957");
  CHECK(row("C9").reported == "50.0 %");
  CHECK(row("C4").verdict.empty());
  session.handle(app::Run{app::Command::show_evidence});
  for (int i = 0; i < 1000 && session.claims().done() < 16; ++i) session.refine(0);
  CHECK(row("C1").verdict == "Holds");
  CHECK_FALSE(row("C4").percentile.empty());
  CHECK(row("C3").percentile.empty());
  CHECK(row("C3").expected.find("replications") != std::string::npos);
}
