#include "study/claims.h"

#include "catch_amalgamated.hpp"
#include "sim/small_city.h"
#include "study/kunming.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;
using model::Claim;
using model::ClaimKind;
using model::Metric;

namespace {

// Days of October to December 1956, without a run: what windows are made of.
sim::RunResult three_months() {
  sim::RunResult result;
  result.days = 92;
  result.months = 3;
  for (int day = 0; day < 92; ++day) result.month_of_day.push_back(day < 31 ? 0 : day < 61 ? 1 : 2);
  return result;
}

Claim claim_of(ClaimKind kind, double value, double tolerance = 0) {
  Claim claim;
  claim.id = {9};
  claim.kind = kind;
  claim.value = model::exact(value);
  claim.tolerance = tolerance;
  return claim;
}

Sighting seen(double observed, double placebo = 0) { return {true, observed, placebo, 0.1}; }

}  // namespace

TEST_CASE("before is the last two full months, or what there is of days") {
  const sim::RunResult result = three_months();
  CHECK(before_window(result, 61) == Window{0, 61});   // 1 December: October and November
  CHECK(before_window(result, 70) == Window{0, 61});
  CHECK(before_window(result, 92) == Window{31, 92});  // 1 January: November and December
  CHECK(before_window(result, 60) == Window{0, 31});   // 30 November: October only
  CHECK(before_window(result, 20) == Window{0, 20});
  CHECK(!before_window(result, 5));
}

TEST_CASE("after is what the reporter can have seen, and six days at least") {
  const sim::RunResult result = three_months();
  CHECK(after_window(result, 70, 80) == Window{70, 81});
  CHECK(after_window(result, 70, 500) == Window{70, 92});
  CHECK(after_window(result, 70, 75) == Window{70, 76});
  CHECK(!after_window(result, 70, 74));
  CHECK(!after_window(result, 90, 80));
}

TEST_CASE("means of a window leave out days of rest, weigh rates by output, and take months as wholes") {
  const sim::RunResult result = three_months();
  model::Calendar calendar{model::to_date({1956, 10, 1}), 92, model::Weekday::sunday, {}};
  sim::DailySeries series(92);
  for (int day = 0; day < 92; ++day) {
    series.at(Metric::good_output, day) = static_cast<float>(day);
    series.at(Metric::gross_output, day) = day == 3 ? 300.0F : 100.0F;
    series.at(Metric::rework_rate, day) = day == 3 ? 0.2F : 0.1F;
    series.at(Metric::monthly_wage, day) = day < 31 ? 40.0F : day < 61 ? 42.0F : 50.0F;
  }
  // Monday 1 October 1956 is day 0, Sunday day 6: days 4, 5, 7, 8.
  CHECK(window_mean(calendar, result, series, Metric::good_output, {4, 9}) == Approx(6));
  // Days 2, 3, 4: (.1·100 + .2·300 + .1·100) / 500
  CHECK(window_mean(calendar, result, series, Metric::rework_rate, {2, 5}) == Approx(0.16));
  // From mid-November to mid-December there is no full month; to the end, December is one.
  CHECK(window_mean(calendar, result, series, Metric::monthly_wage, {51, 71}) == Approx(46));
  CHECK(window_mean(calendar, result, series, Metric::monthly_wage, {51, 92}) == Approx(50));
}

TEST_CASE("a reported change has its percentile among those observed, beside the placebo's") {
  std::vector<Sighting> sightings;
  for (int i = 0; i < 100; ++i) sightings.push_back(seen(i / 100.0, i / 200.0));  // 0 … .99; 0 … .495
  const ClaimResult result = judge(claim_of(ClaimKind::relative_change, 0.205, 0.001), sightings);
  CHECK(result.percentile == Approx(21));           // 0 … .20 lie below
  CHECK(result.placebo_percentile == Approx(41.5)); // 0 … .20 in steps of .005: 41 below, .205 itself counts half
  CHECK(result.median == Approx(0.495));
  CHECK(result.verdict == Verdict::within);
  CHECK(judge(claim_of(ClaimKind::relative_change, 1.5), sightings).verdict == Verdict::outside);
  CHECK(judge(claim_of(ClaimKind::relative_change, -0.1), sightings).verdict == Verdict::outside);
  CHECK(result.mean_true_effect == Approx(0.1));
}

TEST_CASE("what comes true or not has a probability") {
  std::vector<Sighting> sightings(8, seen(0, 0));
  sightings.push_back(seen(1, 0));
  sightings.push_back(seen(1, 1));
  const ClaimResult result = judge(claim_of(ClaimKind::turnaround, 0), sightings);
  CHECK(result.is_probability);
  CHECK(result.probability == Approx(0.2));
  CHECK(result.placebo_probability == Approx(0.1));
  CHECK(result.verdict == Verdict::within);
  sightings.assign(100, seen(0));
  CHECK(judge(claim_of(ClaimKind::turnaround, 0), sightings).verdict == Verdict::outside);
}

TEST_CASE("replications without windows are left out, and too many of them leave a claim open") {
  std::vector<Sighting> sightings(97);
  for (int i = 0; i < 3; ++i) sightings.push_back(seen(0.1));
  const ClaimResult result = judge(claim_of(ClaimKind::relative_change, 0.1), sightings);
  CHECK(result.defined == 3);
  CHECK(result.verdict == Verdict::unobservable);
  CHECK(judge(claim_of(ClaimKind::relative_change, 0.1), {}).verdict == Verdict::unobservable);
}

TEST_CASE("the sightings of Kunming's centre run agree with its series") {
  const model::Scenario scenario = kunming_1957();
  sim::RunOptions options;
  options.plan = scenario.plans.front().id;
  options.trace_cooperatives = true;
  const sim::RunResult result = sim::run(scenario, options);
  for (const Claim& claim : scenario.claims) {
    const Sighting sighting = sight(scenario, claim, result);
    CHECK(sighting.defined == (claim.kind != ClaimKind::merging_harms));
    if (claim.kind == ClaimKind::count) CHECK(sighting.observed == 1);
    if (claim.key == "C4") {
      const sim::DailySeries& planned = result.planned.cooperatives[documented(scenario).oilcloth_and_felt];
      const sim::Passage* passage = nullptr;
      for (const sim::Passage& p : result.passages)
        if (p.cooperative == claim.cooperatives.front()) passage = &p;
      REQUIRE(passage != nullptr);
      double before = 0, after = 0;
      int before_days = 0, after_days = 0;
      for (int day = 0; day <= *claim.by - scenario.calendar.start; ++day) {
        if (!scenario.calendar.is_working_day(scenario.calendar.start + day)) continue;
        if (day < 61) before += planned.at(Metric::good_output, day), ++before_days;  // October and November
        if (day >= passage->consolidation_day) after += planned.at(Metric::good_output, day), ++after_days;
      }
      CHECK(sighting.observed == Approx((after / after_days) / (before / before_days) - 1));
    }
  }
}

TEST_CASE("a world in which measures do nothing has no true effect, and its placebo is what is observed") {
  model::Scenario scenario = test::small_city(3, 200);
  model::Plan& plan = scenario.plans.front();
  plan.batches.push_back({{1}, {}, model::to_date({1956, 12, 1}), {{1}, {2}, {3}}, {}});
  scenario.teams.steps.push_back({model::to_date({1956, 12, 1}), 9, {}});
  for (const model::Coefficient nothing : {model::Coefficient::dip, model::Coefficient::summing_up_share})
    scenario.assumptions[nothing] = {model::exact(0), model::Distribution::fixed, {}};
  plan.treatments.push_back({{2}, std::vector<model::MeasureChoice>{}, {}, {}, false, false, {}});
  Claim claim = claim_of(ClaimKind::relative_change, 0.2);
  claim.cooperatives = {{2}};
  claim.by = model::to_date({1957, 2, 12});
  sim::RunOptions options{{1}, 4, 2, true, false};
  const Sighting sighting = sight(scenario, claim, sim::run(scenario, options));
  REQUIRE(sighting.defined);
  CHECK(sighting.observed == sighting.placebo);
  CHECK(sighting.observed != 0);
  CHECK(sighting.true_effect == 0);
}

TEST_CASE("claims are held against as many replications on any number of threads") {
  const model::Scenario scenario = kunming_1957();
  ClaimsOptions options;
  options.plan = scenario.plans.front().id;
  options.replications = 6;
  const std::vector<ClaimResult> one = hold_claims(scenario, options);
  options.threads = 2;
  CHECK(hold_claims(scenario, options) == one);
  REQUIRE(one.size() == scenario.claims.size());
  for (const ClaimResult& result : one) CHECK(result.replications == 6);
  CHECK(hold_claims(scenario, options, [](int) { return false; }).empty());
}
