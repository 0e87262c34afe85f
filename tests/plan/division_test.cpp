// Division is not always good: what the best plan does with cooperatives of several sizes (MODEL.md 3.1).
#include <algorithm>

#include "catch_amalgamated.hpp"
#include "plan/planner.h"
#include "sim/run.h"
#include "sim/small_city.h"

using namespace zhengshe;
using Q = model::CooperativeQuantity;

namespace {

constexpr int kSizes[] = {400, 375, 350, 110, 105, 100, 90, 80, 70};
constexpr int kMiddling = 110;  // members, at most

// Well-managed cooperatives of the garment trade, so that their size is all that can be the matter with them.
model::Scenario sound_city() {
  model::Scenario scenario = test::small_city(0);
  model::Plan& plan = scenario.plans[0];
  plan.deadline = model::to_date({1957, 2, 15});
  plan.batches = {{{501}, {}, model::to_date({1956, 12, 3}), {}, {}}};
  scenario.teams.steps = {{scenario.calendar.start, 12, {}}};
  scenario.trades[0].quantities[model::TradeQuantity::base_rework] = model::exact(0.15);
  scenario.trades[0].quantities[model::TradeQuantity::rework_labour] = model::exact(0.4);
  for (const int members : kSizes) {
    const auto id = static_cast<std::uint32_t>(scenario.cooperatives.size() + 1);
    model::Cooperative cooperative = test::cooperative(id, {test::workshop(id, members)});
    for (const Q quantity : {Q::bodies, Q::planning, Q::labour_organisation}) cooperative.quantities[quantity] = model::exact(0.8);
    for (const Q quantity : {Q::democracy, Q::quality_control}) cooperative.quantities[quantity] = model::exact(0.55);
    cooperative.quantities[Q::varieties] = model::exact(8);
    scenario.cooperatives.push_back(cooperative);
    plan.batches[0].cooperatives.push_back({id});
  }
  return scenario;
}

bool divides(const std::vector<model::MeasureChoice>& measures) {
  return std::any_of(measures.begin(), measures.end(), [](const model::MeasureChoice& choice) { return choice.measure == model::Measure::divide_size; });
}

// Good output of each over the whole year where all are inspected and this is done.
std::vector<double> good_output_after(model::Scenario scenario, const std::vector<model::MeasureChoice>& measures) {
  model::Plan& plan = scenario.plans[0];
  for (const model::CooperativeId id : plan.batches[0].cooperatives) {
    model::Treatment treatment;
    treatment.cooperative = id;
    treatment.measures = measures;
    plan.treatments.push_back(treatment);
  }
  sim::RunOptions options;
  options.plan = plan.id;
  const sim::RunResult result = sim::run(scenario, options);
  std::vector<double> sums(scenario.cooperatives.size());
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (int month = 0; month < result.months; ++month)
      sums[i] += static_cast<double>(result.monthly(sim::Arm::planned, static_cast<int>(i), month).good);
  return sums;
}

}  // namespace

TEST_CASE("the best plan divides the large cooperatives and leaves the middling ones whole") {
  const model::Scenario scenario = sound_city();
  plan::Planner planner(scenario, scenario.plans[0].id, {});
  const plan::Outcome outcome = plan::plan_to_the_end(planner);
  REQUIRE(outcome.placements.size() == std::size(kSizes));
  for (const plan::Placement& placement : outcome.placements) {
    const int members = kSizes[placement.cooperative.value - 1];
    INFO(members << " members");
    CHECK(divides(placement.measures) == (members > kMiddling));
  }
}

TEST_CASE("halving brings the large more within a year than its dip costs, and the middling less") {
  const std::vector<double> whole = good_output_after(sound_city(), {});
  const std::vector<double> halved = good_output_after(sound_city(), {{model::Measure::divide_size, 2, 0, {}, {}}});
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const double effect = halved[i] / whole[i] - 1;
    INFO(kSizes[i] << " members: " << effect);
    CHECK((effect > 0.01) == (kSizes[i] > kMiddling));
    CHECK((effect < 0) == (kSizes[i] <= kMiddling));
  }
}
