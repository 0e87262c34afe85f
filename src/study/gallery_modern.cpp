// A turnaround programme of today in the same model: firms, advisers, cohorts, outlets.
#include <algorithm>
#include <array>
#include <string>

#include "study/gallery_worlds.h"
#include "study/roster.h"

namespace zhengshe::study {
namespace {

using model::Cooperative;
using model::CooperativeQuantity;
using model::exact;
using model::Metric;
using model::ObservationKind;
using model::to_date;

constexpr std::uint64_t kModernSeed = 2026;
constexpr int kFirms = 40;
constexpr double kPayScale = 120;  // yuan of today per yuan of 1957

// What an owner can say of latent practice: a guess and how far it may be off.
model::Quantity guess(double value, double off) {
  model::Quantity quantity = exact(value);
  quantity.low = std::max(0.0, value - off);
  quantity.high = std::min(1.0, value + off);
  quantity.note = "Owner's estimate";
  return quantity;
}

void modernise(Cooperative& firm, std::size_t position) {
  const model::Text number = ordinal(static_cast<int>(position) + 1);
  firm.name = {"Firm " + std::to_string(position + 1), number.zh + "企业"};
  firm.merged_from.clear();
  for (const CooperativeQuantity latent : {CooperativeQuantity::bodies, CooperativeQuantity::planning, CooperativeQuantity::labour_organisation, CooperativeQuantity::quality_control,
                                           CooperativeQuantity::democracy})
    firm.quantities[latent] = guess(firm[latent], .15);
}

void observe(model::Scenario& scenario, std::size_t position, ObservationKind kind, model::Date date, Metric metric, double value) {
  model::Observation observation;
  observation.id = next_id<model::ObservationId>(scenario);
  observation.cooperative = scenario.cooperatives[position].id;
  observation.kind = kind;
  observation.date = date;
  observation.metric = metric;
  observation.value = exact(value);
  scenario.observations.push_back(std::move(observation));
}

void add_plan(model::Scenario& scenario) {
  model::Plan plan;
  plan.id = next_id<model::PlanId>(scenario);
  plan.name = {"Three cohorts", "分三期"};
  plan.deadline = to_date({2026, 9, 30});
  const std::vector<std::size_t> order = random_order(scenario.cooperatives.size(), kModernSeed);
  plan.batches = three_batches(scenario, order);
  const std::array<model::Date, 3> starts{to_date({2026, 3, 2}), to_date({2026, 5, 11}), to_date({2026, 7, 6})};
  const std::array<model::Text, 3> names{model::Text{"Cohort 1", "第一期"}, {"Cohort 2", "第二期"}, {"Cohort 3", "第三期"}};
  for (std::size_t i = 0; i < plan.batches.size(); ++i) {
    plan.batches[i].earliest_start = starts[i];
    plan.batches[i].name = names[i];
  }
  scenario.plans.push_back(std::move(plan));
}

}  // namespace

model::Scenario modern_programme() {
  model::Scenario scenario = model::empty_scenario();
  scenario.seed = kModernSeed;
  scenario.title = {"A turnaround programme of today", "今天的企业提升项目"};
  scenario.question = {"Forty small firms, six advisers: whom to help first, and what do the first results tell?", "四十家小企业、六个顾问组：先帮谁？最初的结果说明什么？"};
  scenario.description = {"The same model in today's words: teams are advisers, batches are cohorts, orders are buyers' contracts, repair points are service outlets. Latent practices are an owner's estimates; the first firms have been visited.",
                          "同一模型的当代说法：工作组即顾问，批次即期，订货即采购合同，修补点即服务网点。管理水平为业主估计；最初几家已走访。"};
  add_trades(scenario);
  for (model::Trade& trade : scenario.trades)
    trade.quantities[model::TradeQuantity::base_output] = exact(trade[model::TradeQuantity::base_output] * kPayScale);
  add_cooperatives(scenario, {kFirms, kModernSeed, false});
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) modernise(scenario.cooperatives.edit(i), i);
  settle_accounts(scenario, kModernSeed, {}, {42 * kPayScale, 7 * kPayScale});
  add_city(scenario, 2.2, 350000);
  scenario.city.repair_points = {{next_id<model::PointId>(scenario), {"Outlet", "网点"}, 0, 0, 12, {}}};
  scenario.calendar = {to_date({2026, 1, 5}), 360, model::Weekday::sunday, {{to_date({2026, 2, 16}), to_date({2026, 2, 22}), {"Spring Festival", "春节"}, {}}}};
  scenario.teams.steps = {{to_date({2026, 3, 2}), 6, {}}};
  scenario.teams.members_per_team = exact(1);
  add_plan(scenario);
  const std::vector<model::CooperativeId>& first = scenario.plans[0].batches[0].cooperatives;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto position = static_cast<std::size_t>(index_of(scenario, first[i]));
    const double wage = scenario.cooperatives[position][CooperativeQuantity::tariff_wage];
    observe(scenario, position, ObservationKind::inspected, to_date({2026, 3, 9}) + static_cast<int>(i), Metric::monthly_wage, 0);
    observe(scenario, position, ObservationKind::monthly_outcome, to_date({2026, 3, 31}), Metric::monthly_wage, wage * (1 + .02 * static_cast<double>(i)));
  }
  std::stable_sort(scenario.observations.begin(), scenario.observations.end(), [](const model::Observation& a, const model::Observation& b) { return a.date < b.date; });
  return scenario;
}

}  // namespace zhengshe::study
