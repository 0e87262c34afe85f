// What a cooperative's structure means for its daily work: the numbers that stay constant until something
// happens to it (MODEL.md 3.1 to 3.3).
#pragma once

#include "sim/unit.h"

namespace zhengshe::sim {

// A day's work as functions of practice p, democracy, quality control q, varieties and the three shocks:
//   log efficiency = efficiency + practice·p + democracy·d − dip + surge + u
//   gross = base_output·exp(log efficiency)·(1 − changeover_loss·varieties)
//   log rework odds = rework − rework_practice·(p − ½) − rework_control·q + v,   good = gross / (1 + φ·odds)
//   log seconds odds = seconds − seconds_practice·(p − ½) − seconds_control·q + w
struct Production {
  double base_output = 0;      // yuan per working day at efficiency 1, before season
  double efficiency = 0;       // size (without democracy's part), mixed, distance, − practice_gain − democracy_gain
  double practice = 0;
  double democracy = 0;        // democracy_gain and what it does to the size exponent
  double changeover_loss = 0;  // per variety
  double rework = 0;           // log odds at p = ½, q = 0
  double rework_practice = 0;
  double rework_control = 0;
  double rework_labour = 0;    // φ
  double seconds = 0;          // log odds at p = ½, q = 0
  double seconds_practice = 0;
  double seconds_control = 0;
  double price_of_second = 1;
  double material_share = 0;   // of gross output
  double size_exponent = 0;    // ε at democracy 0 is 1½ times this, at democracy ½ this
  double trade_lines = 1;      // kinds of trades under one management

  bool operator==(const Production&) const = default;
};

// Members who make things: all but the non-producing cadres and those tied by repair points.
double producers_of(const Unit& unit);

Production production_of(const Unit& unit, const Parameters& parameters);

// Output of all workplaces at efficiency 1 in a month (0..11) of the year: Σ producers·base output·skill·season.
double base_output_of(const Unit& unit, const Parameters& parameters, int month_of_year);

// State of a cooperative in a day's equations.
struct WorkingState {
  double practice = 0;
  double democracy = 0;
  double control = 0;
  double varieties = 0;
};

// Undisturbed gross output, rework odds and good output of a working day, in yuan: no shock, dip or surge.
double undisturbed_gross(const Production& production, const WorkingState& state);
double undisturbed_rework_odds(const Production& production, const WorkingState& state);
double undisturbed_good(const Production& production, const WorkingState& state);

// What the best size weighs up: fixed cadres against the drag of size on effort and on rework.
struct SizeTradeoff {
  double cadres = 4;         // k0
  double size_exponent = 0;  // ε
  double rework_size = 0;    // growth of the log rework odds per log member
  double rework_labour = 0;  // φ; 0: gross output
  double rework_odds = 0;    // at 100 members
};

// Output per member relative to 100 members' efficiency without cadres: (1 − k0/N)·(N/100)^(−ε) / (1 + φ·odds(N)).
double output_per_member(const SizeTradeoff& tradeoff, double members);

// The size at which output per member is greatest; k0·(1 + 1/ε) where rework does not count (MODEL.md 3.1).
// At most 100,000; without cadres 1.
double best_members(const SizeTradeoff& tradeoff);

// The trade-off that this cooperative is in.
SizeTradeoff size_tradeoff(const Unit& unit, const Production& production, const WorkingState& state, const Parameters& parameters);

}  // namespace zhengshe::sim
