// Divisions and mergers: who gets what, and that nothing is lost (MODEL.md 5).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/unit.h"

namespace zhengshe::sim {

// What a unit carries from day to day in the kernel's blocks.
struct Carried {
  double backlog = 0;    // yuan of orders waiting
  double varieties = 0;  // kinds of goods offered
  double practice_gain = 0;
  double practice_target = 0;
  double democracy_gain = 0;
  double democracy_target = 0;
  double control_gain = 0;
  double control_target = 0;
  double dip = 0;    // log points
  double surge = 0;  // log points

  bool operator==(const Carried&) const = default;
};

// A unit with all it has.
struct Body {
  Unit unit;
  Carried carried;

  bool operator==(const Body&) const = default;
};

// Whole shares of a total in proportion to weights (not negative), by largest remainder; ties go to the
// first. The parts add up to the total. With no positive weight the parts are as equal as can be.
std::vector<std::int64_t> split_whole(std::int64_t total, std::span<const double> weights);

// An amount of money in proportion to weights. Amounts are kept in multiples of 2^-20 yuan here, so that
// parts add up to exactly amount_on_grid(amount), in any order. |amount| below 8·10⁹ yuan; what no whole number of steps
// can hold, from 8.6·10¹² yuan on, infinite or no number at all, is divided by the number of parts.
std::vector<double> split_amount(double amount, std::span<const double> weights);
double amount_on_grid(double amount);

// Groups of workplaces to divide into: one per group of related trades; of a single group one per site.
std::vector<std::vector<Workplace>> by_trade_or_site(const Unit& unit, const std::vector<TradeParameters>& trades);

// Groups of nearly equal size, in the order of the workplaces. At most one part for two members.
std::vector<std::vector<Workplace>> by_size(const Unit& unit, int parts);

// Divides into the groups: orders and backlog by productive capacity, reserve and costs by members, all exactly.
// Every part has cadres of its own, as many as the whole had (but at most half of its members), the same levels
// of practice, democracy and control, and the goods of its trades. Precondition: the groups hold all members.
std::vector<Body> divide(const Body& body, std::span<const std::vector<Workplace>> groups, const std::vector<TradeParameters>& trades);

// Merges all into the largest (ties: the first), whose site and cadres manage the whole; sums and means by members.
// Precondition: not empty. Returns the merged body with the root of the largest.
Body merge(std::span<const Body> bodies);

}  // namespace zhengshe::sim
