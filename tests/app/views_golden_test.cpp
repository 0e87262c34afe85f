// What every view has to say of every bundled scenario, as recorded text: a change of a figure, a word or an order shows.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/session.h"
#include "app/views/compare.h"
#include "app/views/cooperative_table.h"
#include "app/views/evidence.h"
#include "app/views/sceptic.h"
#include "app/views/inspection.h"
#include "app/views/inspector.h"
#include "app/views/map.h"
#include "app/views/measures.h"
#include "app/views/overview.h"
#include "app/views/results.h"
#include "app/views/timeline.h"
#include "catch_amalgamated.hpp"
#include "io/scenario_json.h"

using namespace zhengshe;
namespace fs = std::filesystem;
namespace views = app::views;

namespace {

constexpr std::size_t kMost = 6;  // rows of a long list

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string number(double value) { return app::format_number(value, 3); }

// Lines of cells under the name of a view.
class Record {
 public:
  void view(std::string_view name) { text_ += "\n[" + std::string(name) + "]\n"; }
  void line(std::initializer_list<std::string> cells) {
    bool first = true;
    for (const std::string& cell : cells) text_ += (first ? "" : " | ") + cell, first = false;
    text_ += "\n";
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

template <class Rows, class Write>
void some(const Rows& rows, const Write& write) {
  for (std::size_t i = 0; i < std::min(kMost, rows.size()); ++i) write(rows[i]);
}

void record_overview(Record& to, const app::Session& session) {
  const views::Overview view = views::overview(session);
  to.view("overview");
  for (const views::Figure& f : view.figures) to.line({f.name, f.value, f.unit, f.change, f.better ? "better" : "worse"});
  to.line({view.progress, view.finish, view.in_time ? "in time" : "late", std::to_string(view.losers)});
  for (const views::BatchProgress& batch : view.batches) to.line({batch.name, std::to_string(batch.done), std::to_string(batch.total)});
  for (const auto* list : {&view.gains, &view.losses}) some(*list, [&](const views::Ranked& r) { to.line({r.name, r.figure}); });
}

void record_map(Record& to, const app::Session& session) {
  const views::MapGround ground = views::map_ground(session);
  const views::MapPlaces places = views::map_places(session, views::points_opened(session, ground));
  const views::MapDay view = views::map_day(session, ground, places, model::Metric::monthly_wage);
  to.view("map");
  to.line({view.metric, number(view.low), number(view.high), view.access});
  for (const views::Area* area : {&view.everything, &view.city}) to.line({number(area->min_x), number(area->min_y), number(area->max_x), number(area->max_y)});
  some(ground.sites, [&](const views::MapSite& site) {
    const auto at = static_cast<std::size_t>(site.position);
    const std::string name(app::tr(session.language(), session.scenario().cooperatives[at].name));
    to.line({name, number(site.x_km), number(site.y_km), std::to_string(site.members), number(static_cast<double>(view.values[at]))});
  });
  for (const views::MapPoint& point : places.points) to.line({point.name, number(point.point.x_km), number(point.point.y_km), point.open ? "open" : "closed"});
  some(places.zones, [&](const views::MapZone& zone) { to.line({zone.name, number(zone.residents), number(zone.distance_km)}); });
}

void record_cooperatives(Record& to, const app::Session& session) {
  to.view("cooperatives");
  for (const views::SortBy sort : {views::SortBy{views::Column::name, false}, views::SortBy{views::Column::rework, true}})
    some(views::cooperative_table(session, "", sort), [&](const views::CooperativeRow& row) {
      std::string cells;
      for (int column = 0; column < views::kColumns; ++column) cells += (column == 0 ? "" : " | ") + views::cell(session.language(), row, static_cast<views::Column>(column));
      to.line({cells});
    });
}

void record_inspection(Record& to, const app::Session& session) {
  const views::Inspection view = views::inspection(session, views::accuracies(session.scenario()));
  to.view("inspection");
  to.line({std::to_string(view.inspected), std::to_string(view.total), std::to_string(view.none_serious)});
  for (const views::ProblemSummary& p : view.problems)
    to.line({p.name, std::to_string(p.main_of), std::to_string(p.serious_in), number(p.mean_severity), number(p.prevalence), number(p.accuracy.sensitivity), number(p.accuracy.specificity)});
  some(view.rows, [&](const views::InspectionRow& row) {
    to.line({std::string(row.name), std::string(row.batch), row.main_problem ? std::string(app::name_of(session.language(), *row.main_problem)) : "none"});
  });
}

void record_selected(Record& to, app::Session& session) {
  session.handle(app::Select{views::first_subject(session)});
  to.view("measures");
  if (const std::optional<views::Measures> view = views::measures(session)) {
    to.line({view->name, number(view->chance_main_right)});
    for (const views::MeasureRow& row : view->rows) to.line({row.name, row.treats, number(row.score), number(row.chance_best), number(row.team_days)});
  }
  to.view("inspector");
  if (const std::optional<views::Inspector> view = views::inspector(session)) {
    to.line({view->name, view->place, view->structure});
    for (const views::FindingRow& finding : view->findings) to.line({finding.name, number(finding.severity), finding.is_main ? "main" : ""});
    for (const views::HistoryRow& row : view->history) to.line({row.date, row.event});
  }
}

void record_batches(Record& to, const app::Session& session) {
  const views::Gantt chart = views::gantt(session);
  const views::Timeline line = views::timeline(session);
  to.view("batches");
  to.line({line.date, line.progress, std::to_string(line.deadline), std::to_string(line.holidays.size())});
  const auto span = [](const views::Span& s) { return s.last < s.first ? std::string("-") : std::to_string(s.first) + "-" + std::to_string(s.last); };
  for (const views::BatchBar& bar : line.batches) to.line({bar.name, span(bar.span), std::to_string(bar.cooperatives)});
  some(chart.rows, [&](const views::GanttRow& row) { to.line({row.name, std::to_string(row.batch), span(row.inspection), span(row.measures), span(row.consolidation)}); });
}

void record_results(Record& to, const app::Session& session) {
  to.view("results");
  for (const views::MonthMean& month : views::month_means(session, model::Metric::rework_rate))
    to.line({views::format_month(session.language(), month.first), number(month.planned), number(month.alone)});
  for (const views::GroupBy by : {views::GroupBy::trade, views::GroupBy::batch})
    some(views::results(session, model::Metric::monthly_wage, by), [&](const views::GroupSeries& group) {
      to.line({group.name, std::to_string(group.cooperatives), number(static_cast<double>(group.planned.back())), number(static_cast<double>(group.left_alone.back()))});
    });
}

void record_compare(Record& to, const app::Session& session) {
  const views::Compare view = views::compare(session, views::other_run(session));
  to.view("compare");
  for (const views::ComparedPlan* plan : {&view.first, &view.second})
    to.line({plan->name, plan->finish, number(plan->team_days), std::to_string(plan->treated), std::to_string(plan->losers)});
  for (const views::ComparedMetric& row : view.metrics) to.line({row.name, row.unit, number(row.first), number(row.second), app::format_change(row.change)});
}

void record_evidence(Record& to, const app::Session& session) {
  to.view("evidence");
  for (const views::ClaimRow& claim : views::claim_rows(session)) to.line({claim.statement, claim.reported, claim.says_who});
  for (const model::Metric metric : {model::Metric::good_output_per_member, model::Metric::rework_rate}) {
    const views::Sceptic sceptic = views::sceptic(session, metric);
    to.line({sceptic.truth});
    for (const views::EstimatorRow& row : sceptic.estimators) to.line({row.name, row.estimate, row.error, row.truth});
    for (const std::string& sentence : sceptic.sentences) to.line({sentence});
  }
  for (const views::AssumptionRow& row : views::assumption_rows(session))
    if (row.is_changed || row.provenance != model::Provenance::assumed) to.line({row.name, row.value, row.range, row.distribution, row.says_who});
}

void record_report(Record& to, const app::Session& session) {
  to.view("report");
  to.line({views::figures_caption(session)});
  for (const views::Outcome& outcome : views::outcomes(session))
    to.line({std::string(app::name_of(session.language(), outcome.metric)), number(outcome.first), number(outcome.planned), number(outcome.alone), number(outcome.difference)});
}

std::string recorded_views(model::Scenario scenario, app::Language language) {
  app::Session session(std::move(scenario), "scenario.json", language);
  session.handle(app::SetDay{session.result().days / 2});
  Record record;
  record_overview(record, session);
  record_map(record, session);
  record_cooperatives(record, session);
  record_inspection(record, session);
  record_selected(record, session);
  record_batches(record, session);
  record_results(record, session);
  record_compare(record, session);
  record_evidence(record, session);
  record_report(record, session);
  return record.text();
}

}  // namespace

TEST_CASE("every view says of every bundled scenario what is recorded, in both languages", "[app][views]") {
  for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(ZHENGSHE_ASSETS) / "scenarios")) {
    for (const app::Language language : {app::Language::en, app::Language::zh}) {
      const io::ReadResult read = io::read_scenario(text_of(entry.path()));
      REQUIRE(read.scenario.has_value());
      const std::string actual = recorded_views(*read.scenario, language);
      const fs::path golden = fs::path(ZHENGSHE_TESTS) / "golden" / "views" / entry.path().stem().concat(language == app::Language::en ? ".en.txt" : ".zh.txt");
      if (std::getenv("UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << actual;
      std::istringstream lines(actual), recorded(text_of(golden));
      std::string line, expected;
      for (int number = 1; std::getline(recorded, expected); ++number) {
        INFO(golden.filename().string() << ":" << number << " (UPDATE_GOLDEN=1 records a wanted change)");
        REQUIRE(std::getline(lines, line));
        CHECK(line == expected);
      }
      CHECK_FALSE(std::getline(lines, line));
    }
  }
}
