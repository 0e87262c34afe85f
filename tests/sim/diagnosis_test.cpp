#include "sim/diagnosis.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/defaults.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;
using model::Measure;
using model::Problem;

namespace {

Circumstances of(double members) { return {members, {4, 0.04, 0.7, 0.3, 0.1364}, 0.01, 8}; }

Severities mild() {
  Severities severities{};
  severities[Problem::unsound_bodies] = severities[Problem::no_production_plan] = 0.3;
  severities[Problem::unreasonable_labour_organisation] = severities[Problem::undemocratic_leadership] = 0.3;
  severities[Problem::poor_quality_control] = 0.3;
  return severities;
}

Diagnosis exact_diagnosis(const Severities& truth, double members = 90) { return diagnose(truth, truth, 0, defaults(), of(members), {}); }

const Finding& main_of(const Diagnosis& diagnosis) { return diagnosis.findings[static_cast<std::size_t>(diagnosis.main_problem)]; }

}  // namespace

TEST_CASE("a score adds weighted changes in standard units and takes off the teams' time") {
  // .05/.10 + 2·.03/.10 + .5/.25 + 0 − 10/20 = .5 + .6 + 2 − .5
  CHECK(score({0.05, 0.03, 0.5, 0}, 10, {1, 2, 1, 1, 1}) == Approx(2.6));
}

TEST_CASE("findings are all problems, the most severe observed first, with the truth beside") {
  Severities truth = mild();
  Severities observed = truth;
  observed[Problem::lost_varieties] = 0.8;
  const Diagnosis diagnosis = diagnose(truth, observed, 0.18, defaults(), of(90), {});
  REQUIRE(diagnosis.findings.size() == model::kCount<Problem>);
  CHECK(diagnosis.findings[0] == Finding{Problem::lost_varieties, 0.8, 0});
  for (std::size_t i = 1; i < diagnosis.findings.size(); ++i)
    CHECK(diagnosis.findings[i - 1].severity >= diagnosis.findings[i].severity);
}

TEST_CASE("where nothing is serious nothing is done beyond summing-up") {
  const Diagnosis diagnosis = exact_diagnosis(mild());
  CHECK(diagnosis.main_problem == -1);
  CHECK(diagnosis.measures.empty());
}

TEST_CASE("each documented kind of trouble leads to the measure of the report") {
  Severities truth = mild();
  truth[Problem::mixed_trades] = truth[Problem::dispersed_sites] = 1;
  CHECK(exact_diagnosis(truth, 112).measures.front().measure == Measure::divide_trades);
  CHECK(main_of(exact_diagnosis(truth, 112)).problem == Problem::mixed_trades);

  truth = mild();
  truth[Problem::over_size] = 1;
  const Diagnosis garments = exact_diagnosis(truth, 350);
  REQUIRE(garments.measures.front().measure == Measure::divide_size);
  CHECK(garments.measures.front().parts >= 3);

  truth = mild();
  truth[Problem::repair_withdrawn] = 0.9;
  const Diagnosis ironware = exact_diagnosis(truth, 118);
  REQUIRE(ironware.measures.front().measure == Measure::separate_repair);
  CHECK(ironware.measures.front().points == kRulePoints);

  truth = mild();
  truth[Problem::undemocratic_leadership] = 0.9;
  CHECK(exact_diagnosis(truth, 86).measures.front().measure == Measure::re_election);
}

TEST_CASE("bad management gets its three measures and no more") {
  Severities truth = mild();
  truth[Problem::unsound_bodies] = 0.78;
  truth[Problem::no_production_plan] = 0.88;
  truth[Problem::unreasonable_labour_organisation] = 0.8;
  truth[Problem::poor_quality_control] = 0.8;
  const Diagnosis diagnosis = exact_diagnosis(truth, 146);
  CHECK(main_of(diagnosis).problem == Problem::no_production_plan);
  REQUIRE(diagnosis.measures.size() == kMostMeasures);
  CHECK(diagnosis.measures[0].measure == Measure::production_plan);
  CHECK(diagnosis.measures[1].measure == Measure::labour_organisation);
  CHECK(diagnosis.measures[2].measure == Measure::sound_bodies);
}

TEST_CASE("a cooperative is never divided twice at once") {
  Severities truth = mild();
  truth[Problem::mixed_trades] = truth[Problem::over_size] = 1;
  int divisions = 0;
  for (const model::MeasureChoice& choice : exact_diagnosis(truth, 300).measures)
    divisions += choice.measure == Measure::divide_trades || choice.measure == Measure::divide_size ? 1 : 0;
  CHECK(divisions == 1);
}

TEST_CASE("a measure that costs more than it promises is not taken") {
  Severities truth = mild();
  truth[Problem::over_size] = 0.6;
  CHECK(exact_diagnosis(truth).measures.front().measure == Measure::divide_size);
  const model::ObjectiveWeights dear_teams{1, 1, 1, 1, 20};
  CHECK(diagnose(truth, truth, 0, defaults(), of(90), dear_teams).measures.empty());
}

TEST_CASE("noise makes inspectors cautious: the same observation weighs less") {
  Severities truth = mild();
  Severities observed = truth;
  observed[Problem::mixed_trades] = 0.6;
  CHECK(diagnose(truth, observed, 0, defaults(), of(112), {}).main_problem >= 0);
  CHECK(diagnose(truth, observed, 0.3, defaults(), of(112), {}).main_problem == -1);  // .1 + .41·.5 = .31
}

TEST_CASE("expected benefits are the model's own effects") {
  const Coefficients believed = defaults();
  // All practice missing: .85 of it comes, a third of the mean, ·.30 of output, and less rework: φ·odds =
  // .0409, share .0393, of .8·.2833.
  const Expectation plan = expectation_at_worst(Problem::no_production_plan, believed, of(90));
  CHECK(plan.output == Approx(0.30 * 0.85 / 3 + 0.0409 / 1.0409 * 0.8 * 0.85 / 3).epsilon(0.001));
  CHECK(plan.quality == Approx(0.5 * (0.8 + 1.5) * 0.85 / 3 * 0.88));
  // Diversity ½ costs .16·½ of output.
  CHECK(expectation_at_worst(Problem::mixed_trades, believed, of(90)).output == Approx(0.08 + 0.0409 / 1.0409 * 0.15).epsilon(0.001));
  // An election: .7·.08 for good, and the year's mean of a surge of .1 that halves in 60 days: .1·.2340 .
  const double decay = std::log(2.0) * 365 / 60;
  CHECK(expectation_at_worst(Problem::undemocratic_leadership, believed, of(100)).output ==
        Approx(0.056 + 0.1 * (1 - std::exp(-decay)) / decay));
}

TEST_CASE("the chance that the main problem is right falls from certainty to a guess") {
  Prospect first;
  first.score = 2;
  Prospect second = first;
  second.score = 1;
  CHECK(probability_right({first}) == 1);
  CHECK(probability_right({first, second}) == 1);
  first.score_sd = second.score_sd = 1;
  // P(N(2,1) > N(1,1)) = Φ(1/√2) = .7602
  CHECK(probability_right({first, second}) == Approx(0.5 * std::erfc(-0.5)).epsilon(1e-6));
  CHECK(probability_right({first, second}, 1) == Approx(0.5 * std::erfc(0.5)).epsilon(1e-6));
  second.score = 2;
  CHECK(probability_right({first, second, second, second}) == Approx(0.25).epsilon(1e-6));
}

TEST_CASE("chances of all prospects add up to one") {
  const std::vector<Prospect> all = prospects(beliefs_after(mild(), 0.18), defaults(), of(90), {});
  REQUIRE(all.size() == 10);
  double sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i) sum += probability_right(all, i);
  CHECK(sum == Approx(1).epsilon(0.01));
}
