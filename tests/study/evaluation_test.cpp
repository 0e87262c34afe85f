#include "study/evaluation.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "study/gallery_worlds.h"
#include "study/kunming.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;
using model::Metric;

namespace {

sim::RunResult run_of(const model::Scenario& scenario, std::int64_t replication) {
  sim::RunOptions options;
  options.plan = scenario.plans.front().id;
  options.seed = scenario.seed;
  options.replication = replication;
  return sim::run(scenario, options);
}

// Every cooperative is given these measures and no other.
void treat_all_with(model::Scenario& scenario, const std::vector<model::Measure>& measures) {
  model::Plan& plan = scenario.plans.front();
  plan.treatments.clear();
  for (const model::Cooperative& cooperative : scenario.cooperatives) {
    model::Treatment treatment;
    treatment.cooperative = cooperative.id;
    treatment.measures.emplace();
    for (const model::Measure measure : measures) {
      model::MeasureChoice choice;
      choice.measure = measure;
      treatment.measures->push_back(choice);
    }
    plan.treatments.push_back(treatment);
  }
}

}  // namespace

TEST_CASE("where rectification does nothing the true effect is exactly zero, and before and after is not") {
  model::Scenario scenario = nothing_works();
  using enum model::Measure;
  treat_all_with(scenario, {sound_bodies, production_plan, labour_organisation, quality_control});
  for (int replication = 0; replication < 3; ++replication) {
    const sim::RunResult result = run_of(scenario, replication);
    for (const Metric metric : {Metric::good_output_per_member, Metric::gross_output, Metric::monthly_wage, Metric::rework_rate, Metric::seconds_rate, Metric::net_income}) {
      const Evaluation evaluation = evaluate(panels_of(scenario, result, metric), metric, 1, 9);
      CHECK(evaluation.treated > 100);
      CHECK(*evaluation.truth == 0);
      CHECK(evaluation.parts.effect == 0);
      CHECK(evaluation.before_after.truth == 0);
    }
    const Evaluation output = evaluate(panels_of(scenario, result, Metric::good_output_per_member), Metric::good_output_per_member, 1, 9);
    CHECK(std::abs(output.before_after.estimate.value) > 1e-4);
    CHECK(output.parts.common + output.parts.selection == output.before_after.estimate.value);
    CHECK(output.showcases.best > .05);
  }
}

// Dividing costs cadres, splits what is ordered unevenly and pays differently. In a world without those a division
// changes nothing but the count.
TEST_CASE("divisions of no effect stay below 1e-9") {
  model::Scenario scenario = nothing_works();
  model::Assumption& leaving = scenario.assumptions[model::Coefficient::leave_hazard];
  leaving = {model::exact(0), model::Distribution::fixed, {}};
  treat_all_with(scenario, {model::Measure::divide_size});
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) {
    model::Cooperative& cooperative = scenario.cooperatives.edit(i);
    cooperative.quantities[model::CooperativeQuantity::non_producing_cadres] = model::exact(0);
    std::vector<model::MeasureChoice>& measures = *scenario.plans.front().treatments[i].measures;
    if (cooperative.workshops.size() > 1) measures.clear();  // of several trades: each part has its own rates
    else measures.front().parts = 3;
  }
  for (int replication = 0; replication < 3; ++replication) {
    const sim::RunResult result = run_of(scenario, replication);
    CHECK(result.planned.city.at(Metric::cooperatives, result.days - 1) > 300);
    const Evaluation evaluation = evaluate(panels_of(scenario, result, Metric::good_output_per_member), Metric::good_output_per_member, 1, 9);
    CHECK(std::abs(*evaluation.truth) < 1e-9);
  }
}

TEST_CASE("before and after is the effect, what is common to all, and selection") {
  const model::Scenario scenario = kunming_1957();
  const sim::RunResult result = run_of(scenario, 0);
  const Panels panels = panels_of(scenario, result, Metric::good_output_per_member);
  const Evaluation evaluation = evaluate(panels, Metric::good_output_per_member, 1, 99);
  CHECK(panels.planned.units() == 167);
  CHECK(evaluation.treated == 167);
  CHECK(evaluation.parts.effect + evaluation.parts.common + evaluation.parts.selection == Approx(evaluation.before_after.estimate.value));
  CHECK(*evaluation.truth > .005);
  CHECK(*evaluation.truth < .10);
  CHECK(evaluation.before_after.truth == Approx(evaluation.parts.effect).margin(1e-12));
  // The best of those treated is near what the best of so many is by chance.
  CHECK(evaluation.showcases.best == Approx(evaluation.showcases.expected_best).margin(.25));
  CHECK(evaluation.showcases.expected_best > evaluation.showcases.expected_best_of_nothing);
  // With everybody treated in the end, late months are not identified.
  CHECK(!evaluation.events.back().effect.identified);
  CHECK(evaluation.group_time.estimate.identified);
  CHECK(forbidden_weight(evaluation.bacon) > .1);
}

TEST_CASE("a city left alone has nothing to evaluate") {
  const model::Scenario scenario = classroom();
  sim::RunOptions options;
  options.replication = 0;
  const Evaluation evaluation = evaluate(panels_of(scenario, sim::run(scenario, options), Metric::rework_rate), Metric::rework_rate, 1);
  CHECK(evaluation.treated == 0);
  CHECK(!evaluation.truth);
  CHECK(!evaluation.before_after.estimate.identified);
  CHECK(!evaluation.group_time.estimate.identified);
  CHECK(evaluation.showcases.treated == 0);
}

TEST_CASE("a track record counts what is identified, errors and coverage") {
  Evaluation first;
  first.before_after = {{true, 2, .5}, 1};   // error 1, outside 1.96 · .5
  Evaluation second;
  second.before_after = {{true, 0, .2}, .3};  // error −.3, inside
  const std::vector<TrackRecord> records = track_records({first, second, Evaluation{}});
  CHECK(records[0].estimator == "before_after");
  CHECK(records[0].replications == 3);
  CHECK(records[0].identified == 2);
  CHECK(records[0].mean_estimate == 1);
  CHECK(records[0].mean_truth == .65);
  CHECK(records[0].covered == .5);
  CHECK(records[0].root_mean_square_error == Approx(std::sqrt((1 + .09) / 2)));
  CHECK(records[3].identified == 0);
}
