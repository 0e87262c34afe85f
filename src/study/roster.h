// Rosters of cooperatives that resemble a city of 1957: trades, sizes, problems, accounts (MODEL.md 11).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/scenario.h"

namespace zhengshe::study {

constexpr int kKunmingCooperatives = 167;

// What is made up and to be marked `assumed`: every number that this generator gives.
struct RosterOptions {
  int cooperatives = kKunmingCooperatives;    // at least one; trades keep Kunming's shares
  std::uint64_t seed = 1957;
  bool merged_history = true;  // tell from which units each was merged
};

// Which problem was built into a cooperative first, and none for those without a serious one.
enum class Trouble : std::uint8_t { none, over_size, mixed, repair_withdrawn, management, governance };

// Appends the trades of the roster to the scenario, by id, with names in both languages.
void add_trades(model::Scenario& scenario);

// Appends cooperatives with their workshops, practices and problems in the prevalence of MODEL.md 11, but not
// yet their accounts. Returns the trouble of each, by position. Deterministic in the options.
std::vector<Trouble> add_cooperatives(model::Scenario& scenario, const RosterOptions& options);

// Fills in what follows from the undisturbed work of the centre run: orders with 9 % slack, backlog, tariff
// wages with the mean and spread of the pay, other costs, skill and reserve.
// Numbers that are already marked as reported stay. Precondition: workshops and practices are set.
struct KnownMargin {
  std::size_t position = 0;  // of the cooperative
  double margin = 0;         // net income over wages; below zero: a loss
};
struct Pay {
  double mean = 42;  // yuan per member and month
  double sd = 7;     // between cooperatives
};
void settle_accounts(model::Scenario& scenario, std::uint64_t seed, std::span<const KnownMargin> known = {}, Pay pay = {});

// Three batches (48, 60 and 59 of each 167) in this order of positions, as of December 1956.
std::vector<model::Batch> three_batches(model::Scenario& scenario, std::span<const std::size_t> order);

// Positions 0 … count − 1 in a random order; the first ones stay in front.
std::vector<std::size_t> random_order(std::size_t count, std::uint64_t seed, std::span<const std::size_t> first = {});

// Zones of an urban core of the given radius (km), denser in the middle, and two repair points.
void add_city(model::Scenario& scenario, double radius_km, double residents);

// The next identity of the scenario.
template <class Id>
Id next_id(model::Scenario& scenario) {
  return Id{scenario.next_id++};
}

// The year of the campaign from 1 October 1956, its holidays, and work teams in proportion to Kunming's.
// Precondition: the cooperatives are there.
void add_calendar_and_teams(model::Scenario& scenario);

// A portfolio of any size with one plan: three batches in random order and work teams in proportion to
// Kunming's. Deterministic in the options.
model::Scenario portfolio(const RosterOptions& options);

// 1 → {"First", "第一"}, 21 → {"Twenty-first", "第二十一"}; from 100 on {"No. 100", "第100"}.
model::Text ordinal(int number);

}  // namespace zhengshe::study
