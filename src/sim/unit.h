// One cooperative that exists at present, without its daily quantities (those are in the kernel's blocks).
#pragma once

#include <array>
#include <vector>

#include "sim/parameters.h"

namespace zhengshe::sim {

struct Workplace {
  int trade = 0;  // position in Parameters::trades
  double x_km = 0;
  double y_km = 0;
  int members = 0;
  double skill = 1;  // multiplier of base output

  bool operator==(const Workplace&) const = default;
};

// Whose members a merged cooperative has: its results count with these roots in these shares.
struct Origin {
  int root = 0;
  double share = 1;

  bool operator==(const Origin&) const = default;
};

struct Unit {
  bool active = false;
  int root = 0;  // whose luck it has
  std::vector<Workplace> workplaces;  // the first is the management site
  std::vector<Origin> origins;        // empty: all of it belongs to root

  double piece_rate_share = 0;    // α, 0..1
  double tariff_wage = 0;         // yuan per member and month
  double accumulation_share = 0;  // of positive net income
  double cadres = 0;              // k0, persons
  double repertoire = 0;          // kinds of goods known
  double variety_share = 1;       // of the root's kinds of goods that are counted here, so that a division adds none
  double orders_per_day = 0;      // yuan per working day
  double other_costs = 0;         // yuan per working day
  double repair_share = 0;        // of members' work
  double tied_members = 0;        // who left production for repair points, beyond the repairers
  std::array<double, 3> practice_base{};  // bodies, planning, labour organisation; 0..1
  std::array<double, 3> practice_gain{};    // as of practice_day
  std::array<double, 3> practice_target{};  // as of practice_day
  int practice_day = 0;
  double democracy_base = 0;
  double control_base = 0;

  double material_share = 0; // of gross output, mean of its trades
  double norm = 1;           // good output, yuan per producing member and working day, that earns the tariff wage
  double attention = 1;      // share of the repertoire that is kept up at practice ½
  double reserve = 0;        // yuan; negative: debt
  double income = 0;         // yuan per member and month, mean of about three months; 0 before the first settlement
  double past_income = 0;    // the same over about a year
  double leaving = 0;        // members about to leave, fraction carried over
  int settled_day = 0;       // accounts are settled up to this day

  bool operator==(const Unit&) const = default;
};

inline int members_of(const Unit& unit) {
  int members = 0;
  for (const Workplace& workplace : unit.workplaces) members += workplace.members;
  return members;
}

// 1 − Σ s², s the share of members in each group of related trades.
double diversity_of(const Unit& unit, const std::vector<TradeParameters>& trades);

// Mean distance of members from their workplace to the management site, km.
double distance_of(const Unit& unit);

}  // namespace zhengshe::sim
