#include "sim/campaign.h"

#include <algorithm>
#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/defaults.h"
#include "sim/small_city.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;
using model::Measure;
using model::MeasureChoice;

namespace {

// So many cooperatives of a hundred members, in one batch from Saturday 1 December 1956, each with one measure.
model::Scenario equal_city(int count, int teams, std::vector<MeasureChoice> measures = {choice(Measure::production_plan)}) {
  model::Scenario scenario = test::small_city(0);
  for (int i = 1; i <= count; ++i) {
    const auto id = static_cast<std::uint32_t>(i);
    scenario.cooperatives.push_back(test::cooperative(id, {test::workshop(id, 100)}));
  }
  model::Plan& plan = scenario.plans.front();
  plan.batches.push_back({{1}, {}, model::to_date({1956, 12, 1}), {}, {}});
  for (const model::Cooperative& cooperative : scenario.cooperatives) {
    plan.batches.front().cooperatives.push_back(cooperative.id);
    plan.treatments.push_back({cooperative.id, measures, {}, {}, false, false, {}});
  }
  scenario.teams.steps.push_back({model::to_date({1956, 12, 1}), teams, {}});
  return scenario;
}

int day_of(const model::Scenario& scenario, int year, int month, int day) { return model::to_date({year, month, day}) - scenario.calendar.start; }

RunResult centre(const model::Scenario& scenario) { return run(scenario, {{1}, 1, kCentre, false, false}); }

const Passage& passage(const RunResult& result, std::uint32_t id) {
  return *std::find_if(result.passages.begin(), result.passages.end(), [id](const Passage& p) { return p.cooperative.value == id; });
}

model::Treatment& treatment(model::Scenario& scenario, std::uint32_t id) { return scenario.plans.front().treatments[id - 1]; }

}  // namespace

TEST_CASE("learning is a power of what was done, as far as it transfers") {
  CHECK(learning_factor(0.2, 0) == 1);
  CHECK(learning_factor(0.2, 31) == Approx(0.5));                 // 32^−.2 = 2^−1
  CHECK(learning_factor(std::log2(1 / 0.8), 1) == Approx(0.8));   // an 80 % curve: one doubling
  Experience experience(2, 0.8, 0.3);
  CHECK(experience.effective_done(0) == 0);
  experience.add(0, false);
  experience.add(0, false);
  experience.add(1, false);
  CHECK(experience.effective_done(0) == Approx(2 * 0.8 + 0.3));
  CHECK(experience.effective_done(1) == Approx(0.8 + 2 * 0.3));
  experience.add(1, true);  // a group meeting: .8 → .9, .3 → .65
  CHECK(experience.effective_done(1) == Approx(0.8 + 0.9 + 2 * 0.3));
  CHECK(experience.effective_done(0) == Approx(2 * 0.8 + 0.3 + 0.65));
}

TEST_CASE("one cooperative passes through its stages in the time the table gives") {
  model::Scenario scenario = equal_city(1, 5);
  const RunResult result = centre(scenario);
  const Passage& course = passage(result, 1);
  // 5 + 2 + 4 = 11 team-days: one team. Working days from Saturday 1 December: inspection 1, 3, 4, 5, 6;
  // summing-up 7, 8; the plan 10, 11, 12, 13; consolidation from the 14th for seven days.
  CHECK(course.teams == 1);
  CHECK(course.team_days == Approx(11));
  CHECK(course.inspection_day == day_of(scenario, 1956, 12, 1));
  CHECK(course.summing_up_day == day_of(scenario, 1956, 12, 7));
  CHECK(course.measures_day == day_of(scenario, 1956, 12, 10));
  CHECK(course.consolidation_day == day_of(scenario, 1956, 12, 14));
  CHECK(course.done_day == day_of(scenario, 1956, 12, 21));
  CHECK(result.finished_day == course.done_day);
}

TEST_CASE("larger tasks get two and three teams, and no more than there are") {
  model::Scenario scenario = equal_city(1, 5, {choice(Measure::production_plan), choice(Measure::sound_bodies)});
  RunResult result = centre(scenario);
  CHECK(passage(result, 1).teams == 2);  // 15 team-days
  CHECK(passage(result, 1).summing_up_day == day_of(scenario, 1956, 12, 4));  // 2½ days: the third working day
  scenario = equal_city(1, 5, {choice(Measure::divide_size, 5)});
  CHECK(passage(centre(scenario), 1).teams == 3);  // 7 + 18 team-days
  scenario.teams.steps[0].teams = 2;
  CHECK(passage(centre(scenario), 1).teams == 2);
  treatment(scenario, 1).teams = 1;
  CHECK(passage(centre(scenario), 1).teams == 1);
}

TEST_CASE("the next cooperative starts when a team is free, on the morning after its last measure") {
  model::Scenario scenario = equal_city(3, 1);
  const RunResult result = centre(scenario);
  CHECK(passage(result, 2).inspection_day == passage(result, 1).consolidation_day);
  CHECK(passage(result, 3).inspection_day == passage(result, 2).consolidation_day);
  CHECK(passage(result, 1).first_team == 0);
  CHECK(passage(result, 3).first_team == 0);
  // The first is done before the second's plan is made: 7 + 4·(1 + .8)^−.2 = 10.556 team-days.
  CHECK(passage(result, 2).team_days == Approx(7 + 4 * std::pow(1.8, -0.2)));
  CHECK(passage(result, 3).team_days < passage(result, 2).team_days);
}

TEST_CASE("batches go by their dates, cooperatives by the plan's order and start week") {
  model::Scenario scenario = equal_city(4, 10);
  model::Plan& plan = scenario.plans.front();
  plan.batches[0].cooperatives = {{3}, {1}, {2}};
  plan.batches.push_back({{2}, {}, model::to_date({1957, 2, 9}), {{4}}, {}});
  treatment(scenario, 2).start_week = 2;
  const RunResult result = centre(scenario);
  CHECK(passage(result, 1).inspection_day == day_of(scenario, 1956, 12, 1));
  CHECK(passage(result, 2).inspection_day == day_of(scenario, 1956, 12, 15));  // two weeks later, a Saturday
  CHECK(passage(result, 4).inspection_day == day_of(scenario, 1957, 2, 9));
  CHECK(passage(result, 3).first_team == 0);
  CHECK(passage(result, 1).first_team == 1);
  CHECK(passage(result, 4).batch == model::BatchId{2});
}

TEST_CASE("the number of teams follows its dates, and nobody is left standing half-way") {
  model::Scenario scenario = equal_city(6, 3);
  scenario.teams.steps.push_back({model::to_date({1956, 12, 5}), 1, {}});
  const RunResult result = centre(scenario);
  int early = 0;
  for (const Passage& course : result.passages) early += course.inspection_day == day_of(scenario, 1956, 12, 1) ? 1 : 0;
  CHECK(early == 3);
  for (const Passage& course : result.passages) CHECK(course.done_day > 0);
  // From 5 December on one at a time.
  for (const Passage& a : result.passages)
    for (const Passage& b : result.passages)
      if (a.inspection_day > day_of(scenario, 1956, 12, 5) && b.inspection_day > a.inspection_day)
        CHECK(b.inspection_day >= a.consolidation_day);
}

TEST_CASE("teams never work on more than there are of them") {
  model::Scenario scenario = equal_city(40, 7);
  for (model::Treatment& t : scenario.plans.front().treatments) t.measures.reset();
  for (const std::int64_t replication : {0, 1, 2}) {
    const RunResult result = run(scenario, {{1}, 9, replication, false, false});
    for (int day = 0; day < result.days; ++day) {
      int busy = 0;
      for (const Passage& course : result.passages)
        if (course.inspection_day >= 0 && course.inspection_day <= day && (course.consolidation_day < 0 || day < course.consolidation_day))
          busy += course.summing_up_day < 0 || day < course.summing_up_day ? course.inspecting_teams : course.teams;
      CHECK(busy <= 7);
    }
  }
}

TEST_CASE("what is not finished within the horizon is not done") {
  model::Scenario scenario = equal_city(3, 1);
  scenario.calendar.horizon_days = 90;  // until 29 December
  const RunResult result = centre(scenario);
  CHECK(passage(result, 1).done_day >= 0);
  CHECK(passage(result, 3).done_day == -1);
  CHECK(result.finished_day == -1);
}

TEST_CASE("nobody to treat, no team to send: the campaign rests") {
  model::Scenario scenario = equal_city(2, 0);
  CHECK(passage(centre(scenario), 1).inspection_day == -1);
  scenario.plans.front().batches.clear();
  CHECK(centre(scenario).passages.empty());
  CHECK(centre(scenario).finished_day == -1);
}

TEST_CASE("by the rule, what the inspection finds is treated; the plan's own choice wins over it") {
  model::Scenario scenario = equal_city(2, 6);
  scenario.cooperatives.edit(0).quantities[model::CooperativeQuantity::democracy] = model::exact(0.05);
  scenario.cooperatives.edit(1).quantities[model::CooperativeQuantity::democracy] = model::exact(0.05);
  treatment(scenario, 1).measures.reset();
  const RunResult result = centre(scenario);
  const Passage& ruled = passage(result, 1);
  REQUIRE(ruled.main_problem >= 0);
  REQUIRE(ruled.findings.size() == model::kCount<model::Problem>);
  CHECK(measure_for(ruled.findings[static_cast<std::size_t>(ruled.main_problem)].problem) == ruled.measures.front().measure);
  const Passage& chosen = passage(result, 2);
  REQUIRE(chosen.measures.size() == 1);
  CHECK(chosen.measures[0].measure == Measure::production_plan);
  CHECK(chosen.findings[static_cast<std::size_t>(chosen.main_problem)].problem == model::Problem::no_production_plan);
}

TEST_CASE("a division into the best number of parts is settled by the inspection, or left out") {
  model::Scenario scenario = equal_city(2, 6, {choice(Measure::divide_size)});
  scenario.cooperatives.edit(0).workshops[0].members = 350;
  scenario.cooperatives.edit(1).workshops[0].members = 50;
  const RunResult result = centre(scenario);
  const Passage& large = passage(result, 1);
  REQUIRE(large.measures.size() == 1);
  CHECK(large.measures[0].parts >= 3);
  CHECK(static_cast<int>(large.part_members.size()) == large.measures[0].parts);
  double members = 0;
  for (const double part : large.part_members) members += part;
  CHECK(members > 340);  // some may have left since October
  CHECK(passage(result, 2).measures.empty());
  CHECK(passage(result, 2).part_members.empty());
}

TEST_CASE("in 1956 cooperatives were merged uninspected, and who has merged is passed over") {
  model::Scenario scenario = equal_city(3, 6);
  treatment(scenario, 1).measures = std::vector<MeasureChoice>{{Measure::merge, 0, 0, {{3}}, {}}};
  scenario.plans.front().batches[0].cooperatives = {{1}, {2}};
  scenario.plans.front().batches.push_back({{2}, {}, model::to_date({1957, 1, 5}), {{3}}, {}});
  const RunResult result = centre(scenario);
  const Passage& merger = passage(result, 1);
  CHECK(merger.inspection_day == -1);
  CHECK(merger.findings.empty());
  CHECK(merger.measures_day == day_of(scenario, 1956, 12, 1));
  CHECK(merger.consolidation_day == day_of(scenario, 1956, 12, 6));  // four team-days: 1, 3, 4, 5 December
  const Passage& gone = passage(result, 3);
  CHECK(gone.inspection_day == -1);
  CHECK(gone.done_day == day_of(scenario, 1957, 1, 5));
  CHECK(result.finished_day == gone.done_day);
  CHECK(result.planned.city.at(model::Metric::cooperatives, 200) == 2);
}

TEST_CASE("durations scatter around the table's with the given spread") {
  model::Scenario scenario = equal_city(400, 400);
  scenario.assumptions[model::Coefficient::duration_sd] = {model::exact(0.25), model::Distribution::fixed, {}};
  scenario.assumptions[model::Coefficient::learning_exponent] = {model::exact(0), model::Distribution::fixed, {}};
  const RunResult result = run(scenario, {{1}, 5, 0, false, false});
  double sum = 0;
  for (const Passage& course : result.passages) sum += course.team_days;
  // Mean of a lognormal with median 1 and sd .25 of its logarithm: e^(.25²/2) = 1.0317
  CHECK(sum / 400 == Approx(11 * 1.0317).epsilon(0.02));
}

TEST_CASE("work on a cooperative grows with the root of its size") {
  model::Scenario scenario = equal_city(1, 5);
  scenario.cooperatives.edit(0).workshops[0].members = 81;  // (5 + 2 + 4)·√.81, or a little less where somebody has left
  CHECK(passage(centre(scenario), 1).team_days == Approx(9.9).epsilon(0.01));
}

TEST_CASE("smaller teams take longer, and skill sharpens with what was learned") {
  model::Scenario scenario = equal_city(1, 5);
  scenario.teams.members_per_team = model::exact(2);
  CHECK(passage(centre(scenario), 1).team_days == Approx(22));  // teams of two where four are usual
}

TEST_CASE("one cooperative's measures change nobody else's findings or durations while teams are plenty") {
  model::Scenario scenario = equal_city(12, 40);
  for (model::Treatment& t : scenario.plans.front().treatments) t.measures.reset();
  const RunOptions options{{1}, 3, 7, false, false};
  const RunResult ruled = run(scenario, options);
  treatment(scenario, 1).measures = std::vector<MeasureChoice>{};
  const RunResult changed = run(scenario, options);
  for (std::size_t i = 1; i < ruled.passages.size(); ++i) {
    CHECK(ruled.passages[i].findings == changed.passages[i].findings);
    CHECK(ruled.passages[i].measures == changed.passages[i].measures);
    CHECK(ruled.passages[i].summing_up_day == changed.passages[i].summing_up_day);
  }
}
