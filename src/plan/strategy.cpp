#include "plan/strategy.h"

#include <algorithm>
#include <tuple>

#include "model/order.h"
#include "plan/search.h"

namespace zhengshe::plan {
namespace {

int rule_set(const Table& table, int row) {
  const Row& here = table.rows[at(row)];
  return std::min(table.candidates[at(here.position)].rule, static_cast<int>(here.gain.size()) - 1);
}

// Cooperatives of one trade and one half of the sizes are a stratum; a random one of them leads each round.
std::vector<int> random_in_strata(const model::Scenario& scenario, const Table& table, std::uint64_t seed) {
  struct Entry {
    std::uint32_t trade;
    int members;
    int row;
  };
  Stream stream(seed);
  std::vector<Entry> entries;
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    const model::Cooperative& cooperative = scenario.cooperatives[at(table.rows[at(row)].position)];
    entries.push_back({cooperative.workshops.front().trade.value, model::members_of(cooperative), row});
  }
  model::sort_stably(entries, [](const Entry& a, const Entry& b) { return std::tie(a.trade, a.members, a.row) < std::tie(b.trade, b.members, b.row); });
  // Neighbours in this order are alike. Each gets a random place in its own part of the queue, so that every stretch of
  // the queue holds a fair share of each trade and size.
  std::vector<std::pair<double, int>> queue;
  for (std::size_t begin = 0; begin < entries.size();) {
    std::size_t end = begin;
    while (end < entries.size() && entries[end].trade == entries[begin].trade) ++end;
    const std::size_t half = (end - begin + 1) / 2;
    for (std::size_t first = begin; first < end; first += half) {
      const std::size_t last = std::min(first + half, end);
      std::vector<int> rows;
      for (std::size_t i = first; i < last; ++i) rows.push_back(entries[i].row);
      for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[at(stream.below(static_cast<int>(i)))]);
      for (std::size_t i = 0; i < rows.size(); ++i) queue.push_back({(static_cast<double>(i) + stream.unit()) / static_cast<double>(rows.size()), rows[i]});
    }
    begin = end;
  }
  model::sort_stably(queue);
  std::vector<int> order;
  for (const auto& [place, row] : queue) order.push_back(row);
  return order;
}

// What a simple strategy ranks by; the least first.
double rank_of(const model::Scenario& scenario, const Table& table, int row, Strategy strategy) {
  const Row& here = table.rows[at(row)];
  const model::Cooperative& cooperative = scenario.cooperatives[at(here.position)];
  switch (strategy) {
    case Strategy::worst_first: {
      double worst = 0;
      for (const sim::Prospect& prospect : table.candidates[at(here.position)].prospects) worst = std::max(worst, prospect.score);
      return -worst;
    }
    case Strategy::easiest_first: return here.team_days[at(rule_set(table, row))];
    case Strategy::largest_first: return -model::members_of(cooperative);
    case Strategy::by_trade: return cooperative.workshops.front().trade.value;
    default: return 0;
  }
}

// The option of a slot, or kUnplaced: options of a row stand by set, then by week.
int option_of(const Schedule& schedule, const Slot& wanted) {
  for (int option = schedule.assignment.first_option(wanted.row); option < schedule.assignment.end_option(wanted.row); ++option) {
    const Slot& slot = schedule.slots[at(option)];
    if (slot.set == wanted.set && slot.week == wanted.week) return option;
  }
  return kUnplaced;
}

}  // namespace

std::vector<int> order_of(const model::Scenario& scenario, const Table& table, Strategy strategy, std::uint64_t seed) {
  std::vector<int> order = random_in_strata(scenario, table, seed);
  if (strategy != Strategy::random_in_strata) {
    std::vector<std::pair<double, int>> ranked;
    for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) ranked.push_back({rank_of(scenario, table, row, strategy), row});
    model::sort_stably(ranked);
    for (std::size_t i = 0; i < ranked.size(); ++i) order[i] = ranked[i].second;
  }
  const auto pinned = [&](int row) { return table.rows[at(row)].pinned_week >= 0; };
  model::sort_stably(order, [&](int a, int b) { return pinned(a) && !pinned(b); });
  return order;
}

Choices list_schedule(const Schedule& schedule, const Table& table, const std::vector<int>& order) {
  const Assignment& assignment = schedule.assignment;
  std::vector<int> room;
  for (int r = 0; r < assignment.resources(); ++r) room.push_back(assignment.capacity(r));
  Choices choices(at(assignment.items()), kUnplaced);
  int week = 0;
  for (const int row : order) {
    if (table.rows[at(row)].pinned_week >= 0) {
      choices[at(row)] = assignment.first_option(row);
      continue;
    }
    for (int later = week; later < static_cast<int>(table.weeks.size()); ++later) {
      const int option = option_of(schedule, {row, rule_set(table, row), later});
      if (option == kUnplaced) continue;
      const auto uses = assignment.uses(option);
      if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.amount > room[at(use.resource)]; })) continue;
      for (const Use& use : uses) room[at(use.resource)] -= use.amount;
      choices[at(row)] = option;
      week = later;
      break;
    }
  }
  return choices;
}

}  // namespace zhengshe::plan
