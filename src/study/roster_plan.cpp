// Batches and plans of a roster.
#include <algorithm>
#include <numeric>

#include "sim/philox.h"
#include "study/roster.h"

namespace zhengshe::study {
namespace {

using model::to_date;

constexpr int kFirstBatch = 48;   // reported
constexpr int kSecondBatch = 60;  // assumed; the rest makes the third
// Chosen once so that the first batch is done by 12 February with a probability of at least .8 and all by 31 March
// with one between .35 and .75 (MODEL.md 6).
constexpr int kFirstTeams = 18;   // from 1 December 1956, assumed
constexpr int kLaterTeams = 28;   // from 9 February 1957, with cadres trained in the first batch, assumed

// A number of Kunming's in proportion to the size of the roster, at least 1.
int in_proportion(int kunming, std::size_t cooperatives) {
  const auto scaled = static_cast<int>((static_cast<std::int64_t>(kunming) * static_cast<std::int64_t>(cooperatives) + kKunmingCooperatives / 2) / kKunmingCooperatives);
  return std::max(1, scaled);
}

}  // namespace

std::vector<std::size_t> random_order(std::size_t count, std::uint64_t seed, std::span<const std::size_t> first) {
  const sim::Key key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32) ^ 0x4f726472u};
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t position) {
    const auto in_front = std::find(first.begin(), first.end(), position);
    return in_front != first.end() ? -static_cast<double>(first.end() - in_front) : sim::uniform(key, static_cast<std::uint32_t>(position), 0, 0);
  };
  std::vector<double> ranks(count);
  for (std::size_t i = 0; i < count; ++i) ranks[i] = rank(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  return order;
}

std::vector<model::Batch> three_batches(model::Scenario& scenario, std::span<const std::size_t> order) {
  const auto end_of_first = static_cast<std::size_t>(in_proportion(kFirstBatch, order.size()));
  const std::size_t end_of_second = std::min(order.size(), end_of_first + static_cast<std::size_t>(in_proportion(kSecondBatch, order.size())));
  std::vector<model::Batch> batches(3);
  batches[0].name = {"First batch", "第一批"};
  batches[1].name = {"Second batch", "第二批"};
  batches[2].name = {"Third batch", "第三批"};
  batches[0].earliest_start = to_date({1956, 12, 1});
  batches[1].earliest_start = to_date({1957, 2, 9});
  batches[2].earliest_start = to_date({1957, 2, 20});
  for (model::Batch& batch : batches) batch.id = next_id<model::BatchId>(scenario);
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const std::size_t batch = rank < end_of_first ? 0 : rank < end_of_second ? 1 : 2;
    batches[batch].cooperatives.push_back(scenario.cooperatives[order[rank]].id);
  }
  return batches;
}

void add_calendar_and_teams(model::Scenario& scenario) {
  scenario.calendar = {to_date({1956, 10, 1}), 365, model::Weekday::sunday, {}};
  const auto holiday = [&](model::Date first, model::Date last, model::Text name) { scenario.calendar.holidays.push_back({first, last, std::move(name), {}}); };
  holiday(to_date({1956, 10, 1}), to_date({1956, 10, 2}), {"National Day", "国庆节"});
  holiday(to_date({1957, 1, 1}), to_date({1957, 1, 1}), {"New Year", "元旦"});
  holiday(to_date({1957, 1, 31}), to_date({1957, 2, 2}), {"Spring Festival", "春节"});
  holiday(to_date({1957, 5, 1}), to_date({1957, 5, 1}), {"Labour Day", "劳动节"});
  scenario.teams.steps = {{to_date({1956, 12, 1}), in_proportion(kFirstTeams, scenario.cooperatives.size()), {}},
                          {to_date({1957, 2, 9}), in_proportion(kLaterTeams, scenario.cooperatives.size()), {}}};
}

model::Scenario portfolio(const RosterOptions& options) {
  model::Scenario scenario = model::empty_scenario();
  const std::string count = std::to_string(options.cooperatives);
  scenario.title = {"A portfolio of " + count + " cooperatives", count + "个合作社的组合"};
  scenario.question = {"How does the campaign scale?", "规模扩大后整社会怎样？"};
  scenario.description = {"Generated from a seed; every number is assumed.", "由种子生成；所有数字均为假设。"};
  scenario.seed = options.seed;
  add_trades(scenario);
  add_cooperatives(scenario, options);
  settle_accounts(scenario, options.seed);
  add_city(scenario, 2.2, 350000);
  add_calendar_and_teams(scenario);
  model::Plan plan;
  plan.id = next_id<model::PlanId>(scenario);
  plan.name = {"Three batches in random order", "随机顺序分三批"};
  plan.deadline = to_date({1957, 3, 31});
  plan.batches = three_batches(scenario, random_order(scenario.cooperatives.size(), options.seed));
  scenario.plans.push_back(std::move(plan));
  return scenario;
}

}  // namespace zhengshe::study
