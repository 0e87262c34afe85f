#include "study/fit.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/parameters.h"
#include "sim/run.h"
#include "study/gallery_worlds.h"
#include "study/kunming.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;
using model::Coefficient;

namespace {

constexpr int kCandidates = 400;

// The classroom with what an owner saw of rework in December: the values of a replication with another seed.
struct Owner {
  model::Scenario scenario = classroom();
  double truth = 0;  // rework_base_scale
};

Owner owner_of(int replication) {
  Owner owner;
  constexpr std::uint64_t kSeed = 77;
  sim::RunOptions options{owner.scenario.plans.front().id, kSeed, replication, true};
  const sim::RunResult result = sim::run(owner.scenario, options);
  const int day = 70;
  const int month = result.month_of_day[static_cast<std::size_t>(day)];
  for (std::size_t i = 0; i < owner.scenario.cooperatives.size(); ++i) {
    const sim::MonthlySums& sums = result.monthly(sim::Arm::planned, static_cast<int>(i), month);
    model::Observation seen;
    seen.id = {static_cast<std::uint32_t>(9000 + i)};
    seen.cooperative = owner.scenario.cooperatives[i].id;
    seen.date = owner.scenario.calendar.start + day;
    seen.metric = model::Metric::rework_rate;
    seen.value = model::exact(static_cast<double>(sums.rework / sums.gross));
    owner.scenario.observations.push_back(seen);
  }
  owner.truth = sim::draw_parameters(owner.scenario, {kSeed, static_cast<std::uint32_t>(replication), false})[Coefficient::rework_base_scale];
  return owner;
}

std::vector<double> outcomes_of_all(const model::Scenario& scenario, std::span<const Target> targets) {
  std::vector<double> outcomes;
  for (int i = 0; i < kCandidates; ++i)
    for (const double shown : outcomes_of(scenario, scenario.plans.front().id, 1, targets, i)) outcomes.push_back(shown);
  return outcomes;
}

const FittedAssumption& fitted(const Fit& made, Coefficient coefficient) {
  return *std::find_if(made.assumptions.begin(), made.assumptions.end(), [&](const FittedAssumption& a) { return a.coefficient == coefficient; });
}

}  // namespace

TEST_CASE("an owner's rework tells how much rework there is, and ranges only become narrower") {
  const Owner owner = owner_of(4);
  const std::vector<Target> targets = targets_of(owner.scenario);
  REQUIRE(targets.size() == owner.scenario.cooperatives.size());
  const Fit made = fit(owner.scenario, 1, targets, outcomes_of_all(owner.scenario, targets), .1);
  CHECK(made.posterior.effective_size > 10);
  const FittedAssumption& base = fitted(made, Coefficient::rework_base_scale);
  CHECK(base.low <= owner.truth);
  CHECK(owner.truth <= base.high);
  const model::Quantity& known = owner.scenario.assumptions[Coefficient::rework_base_scale].quantity;
  CHECK(base.high - base.low < .8 * (known.high - known.low));
  const model::Scenario learned = with_fit(owner.scenario, made);
  for (const Coefficient coefficient : model::all_of<Coefficient>()) {
    INFO(model::id_of(coefficient));
    const model::Quantity& before = owner.scenario.assumptions[coefficient].quantity;
    const model::Quantity& after = learned.assumptions[coefficient].quantity;
    CHECK((before.low <= after.low && after.low <= after.value && after.value <= after.high && after.high <= before.high));
  }
}

TEST_CASE("a monthly outcome of a candidate is the month's rate in its run") {
  const Owner owner = owner_of(4);
  const std::vector<Target> targets = targets_of(owner.scenario);
  const std::vector<double> shown = outcomes_of(owner.scenario, owner.scenario.plans.front().id, 77, targets, 4);
  for (std::size_t i = 0; i < targets.size(); ++i) CHECK(shown[i] == Approx(targets[i].value).epsilon(1e-4));
}

TEST_CASE("without monthly outcomes claims with a value are the targets, and what is rarely shown is left out") {
  const model::Scenario kunming = kunming_1957();
  const std::vector<Target> targets = targets_of(kunming);
  REQUIRE(!targets.empty());
  for (const Target& target : targets) CHECK(target.is_claim);
  const double nothing = std::nan("");
  std::vector<double> outcomes(4 * targets.size(), nothing);
  CHECK(fit(kunming, 1, targets, outcomes, .5).assumptions.empty());
  CHECK(with_fit(kunming, fit(kunming, 1, targets, outcomes, .5)) == kunming);
  for (std::size_t i = 0; i < 4; ++i) outcomes[i * targets.size()] = targets[0].value + .1 * static_cast<double>(i);
  const Fit made = fit(kunming, 1, targets, outcomes, .5);
  CHECK(made.used[0]);
  CHECK(std::count(made.used.begin(), made.used.end(), true) == 1);
  CHECK(made.posterior.weights[0] > made.posterior.weights[1]);
}
