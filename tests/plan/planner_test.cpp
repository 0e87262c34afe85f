#include "plan/planner.h"

#include <algorithm>

#include "catch_amalgamated.hpp"
#include "plan/contest.h"
#include "plan/search.h"
#include "plan/solver.h"
#include "sim/run.h"
#include "sim/small_city.h"
#include "study/kunming.h"

using namespace zhengshe;

namespace {

// Thirty cooperatives in two batches of 15, eleven weeks, so many teams.
model::Scenario city(int teams, int cooperatives = 30) {
  model::Scenario scenario = test::small_city(cooperatives);
  model::Plan& plan = scenario.plans[0];
  plan.deadline = model::to_date({1957, 2, 15});
  const model::Date start = model::to_date({1956, 12, 3});
  plan.batches = {{{501}, {}, start, {}, {}}, {{502}, {}, start + 28, {}, {}}};
  for (int i = 0; i < cooperatives; ++i)
    plan.batches[i < cooperatives / 2 ? 0 : 1].cooperatives.push_back({static_cast<std::uint32_t>(i + 1)});
  scenario.teams.steps = {{scenario.calendar.start, teams, {}}};
  return scenario;
}

std::size_t at(int position) { return static_cast<std::size_t>(position); }

bool by_cooperative(const model::Treatment& a, const model::Treatment& b) { return a.cooperative < b.cooperative; }

plan::Outcome planned(const model::Scenario& scenario, plan::PlanOptions options = {}) {
  plan::Planner planner(scenario, scenario.plans[0].id, options);
  return plan::plan_to_the_end(planner);
}

}  // namespace

TEST_CASE("a plan places everybody within teams, batches and deadline, near its bound") {
  const model::Scenario scenario = city(10);
  const plan::Outcome outcome = planned(scenario);
  REQUIRE(outcome.placements.size() == 30);
  CHECK(outcome.remaining.empty());
  CHECK(outcome.value <= outcome.bound + 1e-9);
  CHECK(outcome.gap < 0.02);
  for (const plan::PlannedWeek& week : outcome.weeks) CHECK(week.used <= week.team_days + 1e-9);
  int early = 0;
  for (const plan::Placement& placement : outcome.placements) early += placement.week < 4 ? 1 : 0;
  CHECK(early <= 15);
  const model::Plan made = plan::applied(scenario.plans[0], outcome);
  for (std::size_t i = 0; i < made.batches.size(); ++i) CHECK(made.batches[i].cooperatives.size() == scenario.plans[0].batches[i].cooperatives.size());
  for (const plan::Placement& placement : outcome.placements) CHECK((placement.week >= 4 || model::batch_of(made, placement.cooperative)->id == model::BatchId{501}));
}

TEST_CASE("whom a plan places, the simulation has done by the deadline, a rest day or not") {
  model::Scenario scenario = city(8);
  for (const int later : {0, 2, 1}) {  // Friday, Sunday, Monday
    scenario.plans[0].deadline = scenario.plans[0].deadline + later;
    const plan::Outcome outcome = planned(scenario);
    REQUIRE(outcome.remaining.empty());
    const plan::Trial trial = plan::try_out(scenario, plan::applied(scenario.plans[0], outcome));
    REQUIRE(trial.done);
    CHECK(model::format_date(*trial.done) <= model::format_date(scenario.plans[0].deadline));
    CHECK(outcome.reserve_days < 14);
    CHECK(outcome.days_late <= 0);
    CHECK(outcome.value <= outcome.bound + 1e-9);
  }
}

TEST_CASE("the optimal plan is worth more than every simple order, by the same bound") {
  const model::Scenario scenario = city(8);
  const plan::Outcome best = planned(scenario);
  for (const plan::Strategy strategy : model::all_of<plan::Strategy>()) {
    if (strategy == plan::Strategy::optimal) continue;
    const plan::Outcome simple = planned(scenario, {strategy, 1, 3});
    INFO(model::id_of(strategy));
    CHECK(simple.value < best.value);
    CHECK(simple.bound == best.bound);
  }
}

TEST_CASE("what is prepared serves every strategy, and is no more than where all begin") {
  for (const int teams : {8, 1}) {
    const model::Scenario scenario = city(teams);
    for (const plan::Strategy strategy : model::all_of<plan::Strategy>()) {
      plan::Planner planner(scenario, scenario.plans[0].id, {});
      while (!planner.is_prepared()) planner.prepare();
      planner.choose(strategy);
      const plan::Outcome prepared = plan::plan_to_the_end(planner);
      const plan::Outcome made = planned(scenario, {strategy, 1, 1});
      INFO(model::id_of(strategy));
      CHECK(plan::applied(scenario.plans[0], prepared) == plan::applied(scenario.plans[0], made));
      CHECK(prepared.bound == made.bound);
      CHECK(prepared.remaining == made.remaining);
    }
  }
}

TEST_CASE("largest first goes down in size, easiest first up in team-days") {
  const model::Scenario scenario = city(8);
  const plan::Outcome largest = planned(scenario, {plan::Strategy::largest_first, 1, 1});
  const auto week_of = [&](const plan::Outcome& outcome, std::uint32_t id) {
    for (const plan::Placement& placement : outcome.placements)
      if (placement.cooperative.value == id) return placement.week;
    return -1;
  };
  CHECK(week_of(largest, 1) == 0);  // of 350 members
  for (const plan::Placement& a : largest.placements)
    for (const plan::Placement& b : largest.placements) {
      const auto members = [&](model::CooperativeId id) { return model::members_of(scenario.cooperatives[static_cast<std::size_t>(model::index_of(scenario, id))]); };
      if (members(a.cooperative) > members(b.cooperative)) CHECK(a.week <= b.week);
    }
  CHECK(week_of(planned(scenario, {plan::Strategy::easiest_first, 1, 1}), 1) > 0);
}

TEST_CASE("measures follow what was found, not what is hidden") {
  model::Scenario scenario = city(8);
  model::Observation observation;
  observation.cooperative = {2};
  observation.kind = model::ObservationKind::finding;
  for (const model::Problem problem : model::all_of<model::Problem>()) {
    observation.problem = problem;
    observation.value = model::exact(problem == model::Problem::poor_quality_control ? 1 : 0);
    scenario.observations.push_back(observation);
  }
  const std::vector<plan::Candidates> candidates = plan::candidates(scenario, scenario.plans[0]);
  REQUIRE(!candidates[1].sets[0].measures.empty());
  CHECK(candidates[1].sets[0].measures[0].measure == model::Measure::quality_control);
  scenario.cooperatives.edit(1).quantities[model::CooperativeQuantity::bodies] = model::exact(0);
  scenario.cooperatives.edit(1).quantities[model::CooperativeQuantity::planning] = model::exact(0);
  CHECK(plan::candidates(scenario, scenario.plans[0])[1].sets[0].measures == candidates[1].sets[0].measures);
}

TEST_CASE("worth of a run is nothing where nobody is treated, and pays for teams where somebody is") {
  const model::Scenario scenario = city(8);
  model::Scenario nobody = scenario;
  nobody.plans[0].batches.clear();
  sim::RunOptions options;
  options.plan = scenario.plans[0].id;
  CHECK(plan::total_points(nobody, {}, sim::run(nobody, options)) == 0);
  const sim::RunResult run = sim::run(scenario, options);
  const model::ObjectiveWeights only_cost{0, 0, 0, 0, 1};
  double days = 0;
  for (const sim::Passage& passage : run.passages) days += passage.team_days;
  CHECK(plan::total_points(scenario, only_cost, run) == Catch::Approx(-days / 20));
}

TEST_CASE("too few teams are told, with what would do, and as many as possible are planned") {
  const model::Scenario scenario = city(2);
  plan::Planner planner(scenario, scenario.plans[0].id, {});
  const plan::Outcome outcome = plan::plan_to_the_end(planner);
  CHECK(!outcome.remaining.empty());
  CHECK(outcome.proven_too_little);
  CHECK(outcome.placements.size() + outcome.remaining.size() == 30);
  const plan::Cures cures = plan::cures_for(scenario, planner.table());
  CHECK(cures.remaining > 0);
  REQUIRE(cures.teams);
  CHECK(planned(city(2 + *cures.teams)).remaining.empty());
  const plan::Schedule fewer = plan::schedule_of(scenario, planner.table(), {*cures.teams - 1, 0, false});
  plan::Solver solver(fewer.assignment, 1);
  while (solver.step()) {
  }
  CHECK(solver.unplaced() > 0);
}

namespace {

// Pins thirty of Kunming's cooperatives, others each time, to where a plan for quality alone has put them, and plans the
// rest anew for all aims.
void check_pins(int trials) {
  constexpr int kPins = 30;
  const model::Scenario scenario = study::kunming_1957();
  model::Scenario for_quality = scenario;
  for_quality.plans[0].weights = {0, 0, 1, 0, 0};
  const plan::Outcome drawn = planned(for_quality);
  REQUIRE(drawn.remaining.empty());
  plan::Stream stream(7);
  int moved = 0;
  for (int trial = 0; trial < trials; ++trial) {
    model::Scenario edited = scenario;
    model::Plan& plan = edited.plans[0];
    plan = plan::applied(plan, drawn);
    REQUIRE(plan.treatments.size() == 167);
    for (int i = 0; i < kPins; ++i) std::swap(plan.treatments[at(i)], plan.treatments[at(i + stream.below(167 - i))]);
    for (int i = 0; i < kPins; ++i) plan.treatments[at(i)].pinned = true;
    std::sort(plan.treatments.begin(), plan.treatments.end(), by_cooperative);
    const plan::Outcome outcome = planned(edited);
    const model::Plan made = plan::applied(plan, outcome);
    CHECK(outcome.remaining.empty());
    CHECK(outcome.overbooked_weeks.empty());
    CHECK(outcome.gap < 0.02);
    int kept = 0;
    for (const plan::Placement& place : outcome.placements) {
      const model::Treatment& before = *model::treatment_of(plan, place.cooperative);
      if (!before.pinned) {
        moved += place.week != *before.start_week ? 1 : 0;
        continue;
      }
      ++kept;
      CHECK(place.pinned);
      CHECK(place.week == *before.start_week);
      CHECK(place.measures == *before.measures);
      CHECK(*model::treatment_of(made, place.cooperative) == before);
      CHECK(model::batch_of(made, place.cooperative)->id == model::batch_of(plan, place.cooperative)->id);
    }
    CHECK(kept == kPins);
  }
  CHECK(moved > 50 * trials);
}

}  // namespace

TEST_CASE("thirty pins are kept in every new plan of Kunming, which places the others anew") { check_pins(3); }

TEST_CASE("thirty pins are kept in two hundred new plans of Kunming", "[.soak]") { check_pins(200); }

TEST_CASE("measures that are chosen by hand are in the next plan, and so are pins that no plan has room for") {
  model::Scenario edited = city(10);
  model::Plan& plan = edited.plans[0];
  model::Treatment by_hand;
  by_hand.cooperative = {3};
  by_hand.measures = std::vector<model::MeasureChoice>{{model::Measure::re_election, 0, 0, {}, {}}};
  plan.treatments.push_back(by_hand);
  for (std::uint32_t id = 4; id <= 20; ++id) {
    by_hand.cooperative = {id};
    by_hand.pinned = true;
    by_hand.start_week = 1;
    plan.treatments.push_back(by_hand);
  }
  const plan::Outcome outcome = planned(edited);
  CHECK_FALSE(outcome.overbooked_weeks.empty());
  const model::Plan made = plan::applied(plan, outcome);
  CHECK(*model::treatment_of(made, {3})->measures == *by_hand.measures);
  for (std::uint32_t id = 4; id <= 20; ++id) CHECK(*model::treatment_of(made, {id}) == *model::treatment_of(plan, {id}));
}

TEST_CASE("places that are not the wished ones name what is in the way") {
  const plan::Outcome outcome = planned(city(6));
  int delayed = 0;
  for (const plan::Placement& placement : outcome.placements) {
    CHECK(placement.wished_value >= placement.value);
    if (placement.wished_week == placement.week) continue;
    ++delayed;
    CHECK((placement.full_week >= 0 || placement.full_batch));
  }
  CHECK(delayed > 0);
}

TEST_CASE("a contest meets every plan with the same luck") {
  const model::Scenario scenario = city(8);
  plan::PlanOptions options;
  options.seed = scenario.seed;
  plan::Planner planner(scenario, scenario.plans[0].id, options);
  const plan::Outcome outcome = plan::plan_to_the_end(planner);
  const plan::Contest contest = plan::hold_contest(scenario, scenario.plans[0].id, outcome, options, 0, 3);
  REQUIRE(contest.rivals.size() == model::kCount<plan::Strategy> - 1);
  // The worst-first plan by itself, in the same replications.
  options.strategy = plan::Strategy::worst_first;
  plan::Planner simple(scenario, scenario.plans[0].id, options);
  model::Scenario rival = scenario;
  rival.plans = {plan::applied(scenario.plans[0], plan::plan_to_the_end(simple))};
  double sum = 0;
  for (int replication = 0; replication < 3; ++replication) {
    sim::RunOptions run;
    run.plan = rival.plans[0].id;
    run.seed = scenario.seed;
    run.replication = replication;
    sum += plan::total_points(rival, rival.plans[0].weights, sim::run(rival, run));
  }
  CHECK(contest.rivals[0].strategy == plan::Strategy::worst_first);
  CHECK(contest.points - contest.rivals[0].difference == Catch::Approx(sum / 3).epsilon(1e-12));
  for (const plan::Rival& entry : contest.rivals) CHECK((entry.chance >= 0 && entry.chance <= 1 + 1e-12));
}
