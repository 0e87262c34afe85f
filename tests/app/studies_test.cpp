// What can be asked of the open document besides its bands: what drives the result, what observations say about the
// assumptions, how all plans rank.
#include <algorithm>

#include "app/session.h"
#include "app/text_view.h"
#include "app/views/drivers.h"
#include "app/views/ranking.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "io/scenario_json.h"
#include "study/gallery_worlds.h"
#include "study/kunming.h"

using namespace zhengshe;
using namespace zhengshe::tests;
using app::Command;

namespace {

// Few months of few cooperatives, in which something was reported.
model::Scenario small_with_claims() {
  model::Scenario scenario = study::kunming_1957();
  scenario.calendar.horizon_days = 180;
  return scenario;
}

app::Session session_of(model::Scenario scenario) { return app::Session(std::move(scenario), "small.json", app::Language::en); }

// The same by helpers, which answer in reverse order.
void finish_with_helpers(app::Session& session, std::size_t helpers) {
  session.employ_helpers();
  std::vector<app::Helper> workers(helpers);
  while (session.is_refining()) {
    while (session.can_refine()) session.refine(1000);
    std::vector<app::Session::HelperTask> in_hand;
    while (in_hand.size() < helpers) {
      auto given = session.hand_out();
      if (!given) break;
      in_hand.push_back(std::move(*given));
    }
    for (std::size_t i = in_hand.size(); i-- > 0;) session.accept(in_hand[i], workers[i].run(in_hand[i].task.request));
  }
}

}  // namespace

TEST_CASE("what drives the result is asked once, found in two rounds, and the same from any number of helpers", "[app][studies]") {
  app::Session alone = session_of(small());
  CHECK(app::views::drivers(alone).rows.empty());
  alone.handle(app::AskDrivers{model::Metric::rework_rate});
  CHECK(alone.is_refining());
  finish(alone);
  const std::vector<study::Driver>& expected = alone.drivers().found();
  REQUIRE(expected.size() > 8);
  CHECK(std::count_if(expected.begin(), expected.end(), [](const study::Driver& driver) { return driver.share.has_value(); }) == 8);
  const app::views::DriversView view = app::views::drivers(alone);
  REQUIRE(view.rows.size() == expected.size());
  CHECK(view.rows.front().share >= view.rows[1].share);
  CHECK(view.rows.back().share < 0);
  const std::size_t done = alone.drivers().done();
  alone.handle(app::AskDrivers{model::Metric::rework_rate});  // is there already
  CHECK(alone.drivers().done() == done);
  for (const std::size_t helpers : {1u, 2u, 7u}) {
    app::Session helped = session_of(small());
    helped.handle(app::AskDrivers{model::Metric::rework_rate});
    finish_with_helpers(helped, helpers);
    REQUIRE(helped.drivers().found().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      CHECK(helped.drivers().found()[i].coefficient == expected[i].coefficient);
      CHECK(helped.drivers().found()[i].screening.mean == expected[i].screening.mean);
      if (expected[i].share) CHECK(helped.drivers().found()[i].share->total == expected[i].share->total);
    }
  }
  alone.handle(app::Edits{{app::SetSeed{2}}});
  CHECK_FALSE(alone.drivers().metric());  // of a document that is there no more
}

TEST_CASE("a stop leaves what was found, and asking again goes on", "[app][studies]") {
  app::Session session = session_of(small());
  session.handle(app::Run{Command::find_drivers});
  CHECK(session.view() == app::View::evidence);
  while (session.drivers().is_screening()) session.refine(0);
  session.handle(app::Run{Command::stop_refining});
  CHECK_FALSE(session.is_refining());
  CHECK_FALSE(session.drivers().found().empty());
  session.handle(app::AskDrivers{model::Metric::seconds_rate});
  CHECK(session.is_refining());
}

TEST_CASE("assumptions are fitted to what was observed, and taken over in one step of undo", "[app][studies]") {
  app::Session session = session_of(small_with_claims());
  REQUIRE(session.can(Command::fit_assumptions));
  CHECK_FALSE(session.can(Command::take_fit));
  session.handle(app::Run{Command::fit_assumptions});
  CHECK(app::views::fit(session).rows.empty());
  finish(session);
  REQUIRE(session.fitting().fit());
  const app::views::FitView view = app::views::fit(session);
  CHECK_FALSE(view.targets.empty());
  REQUIRE_FALSE(view.rows.empty());
  const model::Scenario before = session.scenario();
  REQUIRE(session.can(Command::take_fit));
  session.handle(app::Run{Command::take_fit});
  CHECK(session.scenario() != before);
  for (const model::Coefficient coefficient : study::uncertain(before)) {
    const model::Quantity &documented = before.assumptions[coefficient].quantity, &fitted = session.scenario().assumptions[coefficient].quantity;
    CHECK(fitted.low >= documented.low);
    CHECK(fitted.high <= documented.high);
  }
  session.handle(app::Run{Command::undo});
  CHECK(session.scenario() == before);
}

TEST_CASE("all plans are ranked by the same luck, whichever is shown", "[app][studies]") {
  model::Scenario scenario = small();
  app::Session session = session_of(std::move(scenario));
  const model::PlanId original = session.plan_id();
  session.handle(app::Run{Command::duplicate_plan});
  const model::PlanId copy = session.plan_id();
  session.handle(app::Run{Command::show_compare});
  finish(session);
  const app::views::Ranking ranking = app::views::ranking(session, model::Metric::good_output_per_member);
  REQUIRE(ranking.plans.size() == session.scenario().plans.size() + 1);
  CHECK(ranking.replications == 200);
  double shares = 0;
  for (const app::views::RankedPlan& plan : ranking.plans) shares += plan.best_share;
  CHECK(shares == Catch::Approx(1));
  CHECK_FALSE(ranking.turns.empty());
  const auto row_of = [&](model::PlanId id) { return *std::find_if(ranking.plans.begin(), ranking.plans.end(), [&](const auto& plan) { return plan.plan == id; }); };
  CHECK(row_of(copy).regret == row_of(original).regret);
  CHECK(row_of(copy).best_share == row_of(original).best_share);
  CHECK(row_of(copy).difference.empty());
  CHECK_FALSE(row_of(original).difference.empty());
}

TEST_CASE("differences by trade and batch add up to the same cooperatives, and losers are named", "[app][studies]") {
  app::Session session = session_of(study::kunming_1957());
  using app::views::Grouping;
  for (const Grouping grouping : {Grouping::trade, Grouping::batch}) {
    const app::views::Differences found = app::views::differences(session, model::Metric::good_output_per_member, grouping);
    int cooperatives = 0, worse = 0;
    for (const app::views::GroupDifference& group : found.groups) cooperatives += group.cooperatives, worse += group.worse;
    CHECK(cooperatives == 167);
    CHECK(worse == static_cast<int>(found.losers.size()));
    REQUIRE_FALSE(found.losers.empty());
    for (const app::views::LosingCooperative& loser : found.losers) CHECK(loser.first < loser.second);
  }
}
