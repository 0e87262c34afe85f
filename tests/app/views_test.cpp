#include <algorithm>

#include "app/views/bands.h"
#include "app/views/cooperative_table.h"
#include "app/views/inspector.h"
#include "app/views/map.h"
#include "app/views/overview.h"
#include "app/views/passages.h"
#include "app/views/timeline.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;
namespace views = app::views;

TEST_CASE("the overview counts the campaign of the day", "[app][views]") {
  app::Session session = tests::kunming_session();
  session.handle(app::SetDay{0});
  CHECK(views::overview(session).done == 0);
  session.handle(app::Run{app::Command::last_day});
  const views::Overview last = views::overview(session);
  CHECK(last.total == 167);
  CHECK(last.done == 167);
  CHECK(last.progress == "167 of 167 done");
  REQUIRE(last.batches.size() == 3);
  CHECK(last.batches[0].total == 48);
  REQUIRE(last.figures.size() == 5);
  CHECK_FALSE(last.figures[0].change.empty());
  CHECK(std::is_sorted(last.gains.begin(), last.gains.end(), [](const auto& a, const auto& b) { return a.change > b.change; }));
}

TEST_CASE("without a plan the overview compares with nothing", "[app][views]") {
  app::Session session = tests::kunming_session();
  session.handle(app::ShowPlan{model::kLeftAlone});
  const views::Overview view = views::overview(session);
  CHECK(view.figures[0].change.empty());
  CHECK(view.batches.empty());
  CHECK(view.gains.empty());
}

TEST_CASE("the table finds cooperatives in either language and sorts with ties in order of ids", "[app][views]") {
  const app::Session session = tests::kunming_session();
  CHECK(views::cooperative_table(session, "", {}).size() == 167);
  const auto english = views::cooperative_table(session, "oilcloth felt", {});
  const auto chinese = views::cooperative_table(session, "油布", {});
  REQUIRE_FALSE(english.empty());
  REQUIRE_FALSE(chinese.empty());
  CHECK(english.front().id == chinese.front().id);
  CHECK(views::cooperative_table(session, "no such name", {}).empty());
  const auto sorted = views::cooperative_table(session, "", {views::Column::rework, true});
  CHECK(std::is_sorted(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.rework > b.rework; }));
  const auto stages = views::cooperative_table(session, "", {views::Column::stage, false});
  for (std::size_t i = 1; i < stages.size(); ++i)
    if (stages[i].stage == stages[i - 1].stage) CHECK(stages[i - 1].id < stages[i].id);
}

TEST_CASE("stages of a cooperative follow each other in time", "[app][views]") {
  const app::Session session = tests::kunming_session();
  for (const model::Cooperative& cooperative : session.scenario().cooperatives)
    for (int day = 1; day < 365; ++day)
      CHECK(views::stage_on(session.result(), cooperative.id, day - 1) <= views::stage_on(session.result(), cooperative.id, day));
}

TEST_CASE("who is taken out of the batches is left alone, and nobody takes its place", "[app][views]") {
  app::Session session = tests::kunming_session();
  const model::CooperativeId out = session.scenario().cooperatives[3].id, next = session.scenario().cooperatives[4].id;
  session.handle(app::Edits{{app::MoveToBatch{session.plan_id(), out, {}}}});
  CHECK(views::stage_on(session.result(), out, 364) == model::Stage::left_alone);
  CHECK(views::stage_on(session.result(), next, 364) == model::Stage::done);
  session.handle(app::Select{out});
  CHECK_FALSE(views::inspector(session)->inspected);
  session.handle(app::Select{next});
  CHECK(views::inspector(session)->inspected);
}

TEST_CASE("the inspector tells nothing before the inspection has seen it", "[app][views]") {
  app::Session session = tests::kunming_session();
  const model::CooperativeId id = session.plan()->batches[1].cooperatives.front();
  session.handle(app::Select{id});
  session.handle(app::SetDay{0});
  const auto before = views::inspector(session);
  REQUIRE(before.has_value());
  CHECK_FALSE(before->inspected);
  CHECK(before->findings.empty());
  CHECK(before->history.empty());
  session.handle(app::Run{app::Command::last_day});
  const auto after = views::inspector(session);
  CHECK(after->inspected);
  CHECK(after->findings.size() == model::kCount<model::Problem>);
  CHECK(after->history.size() >= 4);
  CHECK(after->output.size() == 365);
  session.handle(app::Run{app::Command::clear_selection});
  CHECK_FALSE(views::inspector(session).has_value());
}

TEST_CASE("the Gantt chart never has more teams at work than there are", "[app][views]") {
  const app::Session session = tests::kunming_session();
  const views::Gantt chart = views::gantt(session);
  CHECK(chart.rows.size() == 167);
  for (std::size_t day = 0; day < chart.teams_at_work.size(); ++day) {
    INFO("day " << day);
    CHECK(chart.teams_at_work[day] <= chart.teams_available[day]);
  }
  for (const views::GanttRow& row : chart.rows)
    if (row.measures.last >= row.measures.first) CHECK(row.inspection.last < row.measures.first);
}

TEST_CASE("the time line knows its months, holidays and deadline", "[app][views]") {
  const app::Session session = tests::kunming_session(app::Language::zh);
  const views::Timeline line = views::timeline(session);
  CHECK(line.months.size() == 12);
  CHECK(line.months[4].label == "2月");
  CHECK(line.deadline == model::to_date({1957, 3, 31}) - session.scenario().calendar.start);
  REQUIRE(line.batches.size() == 3);
  CHECK(line.batches[0].span.first < line.batches[1].span.first);
  REQUIRE_FALSE(line.holidays.empty());
}

TEST_CASE("the city is what residents, repair points and managements take of the plane, without workshops far out", "[app][views]") {
  const app::Session session = tests::kunming_session();
  const views::MapGround ground = views::map_ground(session);
  const views::MapPlaces places = views::map_places(session, views::points_opened(session, ground));
  const views::MapDay view = views::map_day(session, ground, places, model::Metric::monthly_wage);
  CHECK(view.everything.max_x - view.everything.min_x > 1.5 * (view.city.max_x - view.city.min_x));
  const auto inside = [](const views::Area& area, double x, double y) { return x >= area.min_x && x <= area.max_x && y >= area.min_y && y <= area.max_y; };
  for (const views::MapSite& site : ground.sites) {
    CHECK(inside(view.everything, site.x_km, site.y_km));
    CHECK((!site.is_management || inside(view.city, site.x_km, site.y_km)));
  }
  for (const views::MapZone& zone : places.zones) CHECK(inside(view.city, zone.x_km, zone.y_km));
}

TEST_CASE("whom the inspector shows at first is put in order and no report's subject", "[app][views]") {
  app::Session session = tests::kunming_session();
  const model::CooperativeId first = views::first_subject(session);
  REQUIRE(model::batch_of(*session.plan(), first));
  for (const model::Claim& claim : session.scenario().claims)
    CHECK(std::find(claim.cooperatives.begin(), claim.cooperatives.end(), first) == claim.cooperatives.end());
  session.handle(app::ShowPlan{model::kLeftAlone});
  CHECK_FALSE(views::first_subject(session));
}

TEST_CASE("headlines are medians with ranges once there are replications of the document", "[app][views]") {
  app::Session session = tests::kunming_session();
  const std::string centre = views::overview(session).figures[1].value;
  CHECK(views::overview(session).figures[1].interval.empty());
  while (session.bands().done() < 16) session.refine(0);
  const std::optional<study::Spread> wage = views::spread(session, model::Metric::monthly_wage);
  REQUIRE(wage);
  CHECK(views::overview(session).figures[1].value == app::format_metric(session.language(), model::Metric::monthly_wage, wage->planned.median));
  CHECK(views::overview(session).figures[1].value != centre);
  CHECK(wage->planned.low <= wage->planned.median);
  CHECK(wage->planned.median <= wage->planned.high);
  REQUIRE(wage->change);
  CHECK(views::overview(session).figures[1].interval == views::format_interval(views::interval_of(*wage->change)));
  session.handle(app::Edits{{app::SetTeams{0, 3}}});
  CHECK_FALSE(views::spread(session, model::Metric::monthly_wage));
}

TEST_CASE("an interval is written as exactly as its size needs", "[app][views]") {
  CHECK(views::format_interval({0.018, 0.106}) == "+1.8 … +10.6 %");
  CHECK(views::format_interval({-0.486, -0.254}) == "−49 … −25 %");
  CHECK(views::format_interval({-0.003, 0.12}) == "−0.3 … +12.0 %");
}
