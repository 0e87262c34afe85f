// Why division is not always good: output per member against size, trade by trade (MODEL.md 3.1 and 3.2).
#pragma once

#include <vector>

#include "model/scenario.h"
#include "sim/production.h"

namespace zhengshe::study {

// A cooperative of one trade and one site at the reference of MODEL.md 3.1: four cadres, half of the pay by the piece,
// democracy ½, practice ½, no quality control; with the scenario's coefficients at their values.
struct SizeCurve {
  model::TradeId trade;     // none: the reference itself, as work in common (κ = 1) in a trade of φ = .4 and r0 = .15
  sim::SizeTradeoff gross;  // what gross output weighs up
  sim::SizeTradeoff good;   // the same with rework

  double best_gross() const { return sim::best_members(gross); }
  double best_good() const { return sim::best_members(good); }
};

// The reference, then the scenario's trades in their order.
std::vector<SizeCurve> size_curves(const model::Scenario& scenario);

// Output per member at this size, 0..1 of that at the best size.
double relative_output(const sim::SizeTradeoff& tradeoff, double members);

}  // namespace zhengshe::study
