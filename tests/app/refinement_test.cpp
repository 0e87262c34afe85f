#include "app/refinement.h"

#include <algorithm>

#include "app/automation.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "study/gallery_worlds.h"
#include "study/kunming.h"
#include "study/replications.h"

using namespace zhengshe;
using namespace zhengshe::tests;
using app::Command;
using app::Refinement;

TEST_CASE("bands come early, get better, and are those of the same replications run at once", "[app][refinement]") {
  const model::Scenario scenario = small();
  const model::PlanId plan = scenario.plans.front().id;
  Refinement refinement(app::Purpose::bands, 40);
  refinement.restart(scenario, plan);
  CHECK(refinement.result() == nullptr);
  for (int i = 0; i < 3; ++i) CHECK_FALSE(refinement.step());
  CHECK(refinement.step());
  REQUIRE(refinement.result() != nullptr);
  CHECK(refinement.result()->count() == 4);
  while (!refinement.step()) CHECK(refinement.result()->count() == 4);
  CHECK(refinement.result()->count() == 16);
  while (!refinement.is_done()) refinement.step();
  CHECK(refinement.result()->count() == 40);
  study::ReplicationOptions options;
  options.plan = plan;
  options.seed = scenario.seed;
  options.count = 40;
  options.stride_days = 7;
  const study::Ensemble at_once = study::replicate(scenario, options, 1);
  for (const double p : {0.05, 0.5, 0.95})
    CHECK(refinement.result()->quantile(sim::Arm::planned, model::Metric::monthly_wage, 20, p) ==
          at_once.quantile(sim::Arm::planned, model::Metric::monthly_wage, 20, p));
}

TEST_CASE("helpers give the same bands, however many there are and whoever is first", "[app][refinement]") {
  const model::Scenario scenario = small();
  Refinement alone(app::Purpose::bands, 100);
  alone.restart(scenario, scenario.plans.front().id);
  while (!alone.is_done()) alone.step();
  for (const std::size_t helpers : {1u, 2u, 7u}) {
    Refinement helped(app::Purpose::bands, 100);
    helped.restart(scenario, scenario.plans.front().id);
    std::vector<app::Helper> workers(helpers);
    const auto answer = [&](const app::Task& errand, std::size_t turn) { return workers[turn % helpers].run(errand.request); };
    std::vector<app::Task> in_hand;
    while (auto errand = helped.hand_out()) {
      in_hand.push_back(std::move(*errand));
      if (in_hand.size() < helpers) continue;
      CHECK_FALSE(helped.accept(in_hand.back().stand, answer(in_hand.back(), in_hand.size())));  // the first stage is not there
      in_hand.pop_back();
    }
    while (helped.has_step(true)) helped.step();
    for (std::size_t i = 0; i < in_hand.size(); ++i) helped.accept(in_hand[i].stand, answer(in_hand[i], i));
    REQUIRE(helped.is_done());
    REQUIRE(helped.result()->count() == 100);
    for (const model::Metric metric : model::all_of<model::Metric>())
      for (std::size_t day = 0; day < helped.result()->days().size(); ++day)
        for (const sim::Arm arm : {sim::Arm::planned, sim::Arm::left_alone}) {
          const auto made = helped.result()->of(arm, metric, day), expected = alone.result()->of(arm, metric, day);
          REQUIRE(std::equal(made.begin(), made.end(), expected.begin(), expected.end()));
        }
  }
}

TEST_CASE("what is stopped and resumed comes to the same as what was never stopped, wherever it was stopped", "[app][refinement]") {
  const model::Scenario scenario = small();
  const auto all_of = [&](Refinement& refinement) {
    std::vector<float> values;
    for (const model::Metric metric : model::all_of<model::Metric>())
      for (std::size_t day = 0; day < refinement.result()->days().size(); ++day) {
        const auto of = refinement.result()->of(sim::Arm::planned, metric, day);
        values.insert(values.end(), of.begin(), of.end());
      }
    return values;
  };
  Refinement straight(app::Purpose::bands, 80);
  straight.restart(scenario, scenario.plans.front().id);
  while (!straight.is_done()) straight.step();
  CHECK_FALSE(straight.is_stopped());
  app::Helper helper;
  for (const int steps : {0, 5, 16, 40, 79}) {
    Refinement halting(app::Purpose::bands, 80);
    halting.restart(scenario, scenario.plans.front().id);
    for (int i = 0; i < steps; ++i) halting.step();
    const std::optional<app::Task> in_hand = halting.hand_out();
    halting.stop();
    CHECK(halting.is_done());
    CHECK(halting.is_stopped());
    if (in_hand) CHECK_FALSE(halting.accept(in_hand->stand, helper.run(in_hand->request)));  // too late
    halting.resume();
    CHECK_FALSE(halting.is_stopped());
    while (auto task = halting.hand_out()) halting.accept(task->stand, helper.run(task->request));
    while (!halting.is_done()) halting.step();
    REQUIRE(halting.result()->count() == 80);
    CHECK(all_of(halting) == all_of(straight));
  }
  app::Session session(scenario, "small.json", app::Language::en);
  session.handle(app::Run{Command::stop_refining});
  CHECK_FALSE(session.is_refining());
  CHECK(session.is_stopped());
  session.handle(app::Run{Command::stop_refining});
  CHECK(session.is_refining());
  finish(session);
  CHECK_FALSE(session.can(Command::stop_refining));
}

TEST_CASE("an answer that is out of date, cut off or none changes nothing", "[app][refinement]") {
  const model::Scenario scenario = small();
  Refinement refinement(app::Purpose::bands, 40);
  refinement.restart(scenario, scenario.plans.front().id);
  const app::Task old = *refinement.hand_out();
  app::Helper helper;
  const std::string answer = helper.run(old.request);
  CHECK(!answer.empty());
  refinement.restart(scenario, scenario.plans.front().id);
  while (refinement.has_step(true)) refinement.step();
  CHECK_FALSE(refinement.accept(old.stand, answer));
  CHECK(refinement.done() == 4);
  const app::Task errand = *refinement.hand_out();
  CHECK_FALSE(refinement.accept(errand.stand, answer.substr(0, answer.size() - 1)));
  CHECK_FALSE(refinement.accept(errand.stand, ""));
  CHECK(refinement.done() == 4);
  refinement.accept(errand.stand, helper.run(errand.request));
  CHECK(refinement.done() == 20);
  for (const char* request : {"", "0 1", "0 1 0 16", "0 1 16 0 0\n{}", "0 1 0 16 0\n{}", "2 1 0 16 0\n{}", "0 -1 0 16 0\n{}", "0 1 0 99999999999 0\n{}", "0 1 0 16 9\n{}"}) CHECK(helper.run(request).empty());
}

TEST_CASE("a helper that remembers a scenario answers for the one it is asked about", "[app][refinement]") {
  model::Scenario other = small();
  other.seed += 1;
  const auto request_of = [](const model::Scenario& scenario) {
    Refinement refinement(app::Purpose::bands, 40);
    refinement.restart(scenario, scenario.plans.front().id);
    return refinement.hand_out()->request;
  };
  const std::string request = request_of(small()), other_request = request_of(other);
  app::Helper helper, fresh;
  const std::string answer = helper.run(request);
  CHECK(helper.run(other_request) == fresh.run(other_request));
  CHECK(helper.run("0 1 0 16 0\n{}").empty());
  CHECK(helper.run(request) == answer);
}

TEST_CASE("after an edit old bands stay until there are new ones, and are known to be old", "[app][refinement]") {
  app::Session session(small(), "small.json", app::Language::en);
  CHECK(session.is_refining());
  finish(session);
  REQUIRE(session.bands().is_fresh());
  const std::size_t stamp = session.stamp();
  session.handle(app::Edits{{app::SetTeams{0, 1}}});
  CHECK(session.stamp() != stamp);
  CHECK(session.is_refining());
  CHECK(session.bands().result() != nullptr);
  CHECK_FALSE(session.bands().is_fresh());
  session.handle(app::Run{Command::stop_refining});
  CHECK_FALSE(session.is_refining());
  CHECK_FALSE(session.bands().is_fresh());
}

TEST_CASE("claims are held only while somebody looks at them", "[app][refinement]") {
  app::Session session = tests::kunming_session();
  CHECK_FALSE(session.wants_claims());
  session.handle(app::Select{session.scenario().claims.back().cooperatives.empty() ? session.scenario().cooperatives[0].id
                                                                                   : session.scenario().claims.back().cooperatives.front()});
  session.handle(app::Run{Command::show_evidence});
  CHECK(session.wants_claims());
  CHECK(session.claims().claims().empty());
}

TEST_CASE("a claim about the merging is held once the merging can be read", "[app][refinement]") {
  const model::Scenario kunming = study::kunming_1957();
  std::size_t at = 0;
  while (kunming.claims[at].kind != model::ClaimKind::merging_harms) ++at;
  const auto defined_after_first_stage = [&](Refinement refinement) {
    refinement.restart(kunming, kunming.plans.front().id);
    while (!refinement.step()) continue;
    return refinement.claims()[at].defined;
  };
  Refinement refinement(app::Purpose::claims, 200);
  CHECK(defined_after_first_stage(refinement) == 0);
  refinement.set_merging(study::merging_1956);
  CHECK(defined_after_first_stage(refinement) == 16);
}

TEST_CASE("helpers hold the claims as the page does", "[app][refinement]") {
  const model::Scenario kunming = study::kunming_1957();
  const auto refinement_of_claims = [&kunming] {
    Refinement refinement(app::Purpose::claims, 10);
    refinement.set_merging(study::merging_1956);
    refinement.restart(kunming, kunming.plans.front().id);
    return refinement;
  };
  Refinement alone = refinement_of_claims(), helped = refinement_of_claims();
  while (!alone.is_done()) alone.step();
  CHECK_FALSE(helped.has_step(true));
  app::Helper helper;
  std::vector<app::Task> tasks;
  while (auto task = helped.hand_out()) tasks.push_back(std::move(*task));
  for (auto task = tasks.rbegin(); task != tasks.rend(); ++task) helped.accept(task->stand, helper.run(task->request));
  REQUIRE(helped.is_done());
  CHECK(helped.claims() == alone.claims());
}

TEST_CASE("bounds of the metrics hold the middle of the replications", "[app][refinement]") {
  app::Session session(small(), "small.json", app::Language::en);
  const std::string before = app::metrics_json(session);
  finish(session);
  const std::string after = app::metrics_json(session);
  CHECK(before != after);
  CHECK(app::metrics_json(session) == after);
}

TEST_CASE("a portfolio too large for a frame gets no replications unasked", "[app][refinement]") {
  model::Scenario scenario = small();
  scenario.calendar.horizon_days = 36500;
  for (int i = 0; i < 60; ++i) {
    model::Cooperative copy = scenario.cooperatives[0];
    copy.id = {scenario.next_id++};
    scenario.cooperatives.push_back(copy);
  }
  Refinement refinement(app::Purpose::bands, 40);
  refinement.restart(scenario, scenario.plans.front().id);
  CHECK(refinement.is_done());
  CHECK(refinement.result() == nullptr);
}
