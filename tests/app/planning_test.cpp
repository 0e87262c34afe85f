#include "app/planning.h"

#include "app/session.h"
#include "app/views/planning.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "study/kunming.h"

using namespace zhengshe;
using app::Command;

namespace {

app::Session classroom_session() { return app::Session(tests::small(), "classroom.json", app::Language::en); }

void make_plan(app::Session& session, plan::Strategy strategy = plan::Strategy::optimal) {
  session.handle(app::MakePlan{strategy});
  while (session.planning().is_running()) session.refine(0);
}

}  // namespace

TEST_CASE("a plan that is made is an edit with its value, its bound and reasons, and can be undone", "[app][planning]") {
  app::Session session = classroom_session();
  const model::Plan before = *session.plan();
  session.handle(app::MakePlan{});
  CHECK(session.is_refining());
  CHECK(app::views::planning_line(session).words.find("Planning") == 0);
  make_plan(session);
  REQUIRE(session.made_plan() != nullptr);
  const plan::Outcome& outcome = session.made_plan()->outcome;
  CHECK(outcome.value > 0);
  CHECK(outcome.value <= outcome.bound + 1e-9);
  CHECK_FALSE(*session.plan() == before);
  CHECK(app::views::planning_line(session).words.find("Worth") == 0);
  for (const plan::Placement& placement : outcome.placements) CHECK_FALSE(app::views::reasons(session, placement.cooperative).empty());
  session.handle(app::Run{Command::undo});
  CHECK(*session.plan() == before);
  CHECK(session.made_plan() == nullptr);
  CHECK(app::views::planning_line(session).words.empty());
  CHECK(app::views::reasons(session, outcome.placements[0].cooperative).empty());
}

TEST_CASE("helpers have nothing to do while a plan is made, and go on after it", "[app][planning]") {
  app::Session session = classroom_session();
  session.employ_helpers();
  CHECK(session.hand_out());
  session.handle(app::MakePlan{});
  CHECK_FALSE(session.hand_out());
  make_plan(session);
  CHECK(session.hand_out());
}

TEST_CASE("helpers have nothing to do while a plan is prepared either", "[app][planning]") {
  app::Session session = classroom_session();
  session.employ_helpers();
  session.handle(app::Run{Command::show_batches});
  CHECK_FALSE(session.hand_out());
  while (session.can_prepare()) session.prepare(0);
  CHECK(session.hand_out());
}

TEST_CASE("a plan whose pins end after the deadline says so", "[app][planning]") {
  model::Scenario scenario = tests::small();
  const auto warning = [&] {
    app::Session session(scenario, "classroom.json", app::Language::en);
    session.handle(app::Edits{{app::SetTeams{0, 8}}});
    make_plan(session);
    REQUIRE(session.made_plan() != nullptr);
    REQUIRE(session.made_plan()->outcome.remaining.empty());
    return app::views::planning_line(session).warning;
  };
  CHECK(warning().empty());
  model::Plan& plan = scenario.plans[0];
  model::Treatment& late = plan.treatments.emplace_back();
  late.cooperative = plan.batches[0].cooperatives[0];
  late.pinned = true;
  late.start_week = (plan.deadline - plan.batches[0].earliest_start) / 7;
  CHECK(warning().find("after the deadline of ") != std::string::npos);
  CHECK(warning().find("what is pinned ends later") != std::string::npos);
}

TEST_CASE("planning that is stopped, or overtaken by an edit, changes nothing", "[app][planning]") {
  app::Session session = classroom_session();
  session.handle(app::MakePlan{});
  session.refine(0);
  session.handle(app::Run{Command::stop_refining});
  CHECK_FALSE(session.planning().is_running());
  const model::Scenario before = session.scenario();
  session.handle(app::MakePlan{});
  session.handle(app::Edits{{app::SetTeams{0, 5}}});
  CHECK_FALSE(session.planning().is_running());
  CHECK(session.plan()->treatments == model::find_plan(before, session.plan_id())->treatments);
}

TEST_CASE("planning that is stopped keeps the best plan so far, with its bound", "[app][planning]") {
  app::Session session = classroom_session();
  session.handle(app::Edits{{app::SetTeams{0, 8}}});  // a place for everybody
  const model::Plan before = *session.plan();
  session.handle(app::MakePlan{});
  while (session.planning().is_running() && !session.planning().standing()) session.refine(0);
  REQUIRE(session.planning().is_running());
  const plan::Planner::Standing best = *session.planning().standing();
  CHECK(app::views::planning_line(session).words.find("so far") != std::string::npos);
  session.handle(app::Run{Command::stop_refining});
  CHECK_FALSE(session.planning().is_running());
  REQUIRE(session.made_plan() != nullptr);
  CHECK(session.made_plan()->outcome.value == Catch::Approx(best.value));
  CHECK(session.made_plan()->outcome.bound == Catch::Approx(best.bound));
  CHECK_FALSE(*session.plan() == before);
  session.handle(app::Run{Command::undo});
  CHECK(*session.plan() == before);
}

TEST_CASE("what is changed by hand in a plan that was made is in the next one", "[app][planning]") {
  app::Session session = classroom_session();
  session.handle(app::Edits{{app::SetTeams{0, 8}}});  // a place for everybody in every order
  make_plan(session);
  const model::CooperativeId by_hand = session.made_plan()->outcome.placements[0].cooperative;
  const std::vector<model::MeasureChoice> chosen{{model::Measure::re_election, 0, 0, {}, {}}};
  session.handle(app::Edits{{app::SetMeasures{session.plan_id(), by_hand, chosen}}});
  CHECK(session.made_plan() == nullptr);
  make_plan(session, plan::Strategy::largest_first);
  REQUIRE(model::treatment_of(*session.plan(), by_hand) != nullptr);
  CHECK(model::treatment_of(*session.plan(), by_hand)->measures == chosen);
  CHECK_FALSE(model::treatment_of(*session.plan(), by_hand)->planned);
  session.handle(app::Edits{{app::MoveToBatch{session.plan_id(), by_hand, session.plan()->batches.back().id}}});
  CHECK(model::treatment_of(*session.plan(), by_hand)->pinned);
  make_plan(session);
  CHECK(model::batch_of(*session.plan(), by_hand)->id == session.plan()->batches.back().id);
  CHECK(app::views::reasons(session, by_hand).size() == 3);  // measures, worth, and that it is pinned
}

TEST_CASE("a plan made a second time is the same", "[app][planning]") {
  app::Session session = classroom_session();
  make_plan(session);
  const model::Plan once = *session.plan();
  make_plan(session, plan::Strategy::worst_first);
  make_plan(session);
  CHECK(session.plan()->treatments == once.treatments);
  CHECK(session.plan()->batches == once.batches);
}

TEST_CASE("a plan that was prepared while batches were looked at is the one made without, by every strategy", "[app][planning]") {
  for (const plan::Strategy strategy : {plan::Strategy::optimal, plan::Strategy::worst_first}) {
    app::Session unprepared = classroom_session();
    make_plan(unprepared, strategy);
    app::Session session = classroom_session();
    session.handle(app::Run{Command::show_batches});
    for (; session.can_prepare(); session.prepare(0)) CHECK_FALSE(session.planning().is_running());
    CHECK(session.planning().is_prepared());
    CHECK_FALSE(session.planning().standing());
    session.handle(app::MakePlan{strategy});
    CHECK(session.planning().standing().has_value() == (strategy == plan::Strategy::optimal));
    while (session.planning().is_running()) session.refine(0);
    CHECK(*session.plan() == *unprepared.plan());
    CHECK(session.made_plan()->outcome.bound == unprepared.made_plan()->outcome.bound);
    CHECK_FALSE(session.can_prepare());
  }
}

TEST_CASE("what is prepared is of the plan as it stands", "[app][planning]") {
  const app::Edits more_teams{{app::SetTeams{0, 8}}};
  app::Session fresh = classroom_session();
  fresh.handle(more_teams);
  make_plan(fresh);
  app::Session session = classroom_session();
  CHECK_FALSE(session.can_prepare());
  session.handle(app::Run{Command::show_batches});
  CHECK(session.can_prepare());
  while (session.can_prepare()) session.prepare(0);
  session.handle(more_teams);
  make_plan(session);
  CHECK(*session.plan() == *fresh.plan());
}
