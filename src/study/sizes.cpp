#include "study/sizes.h"

#include "sim/maths.h"
#include "sim/parameters.h"

namespace zhengshe::study {
namespace {

constexpr double kCadres = 4;
constexpr double kReferenceRework = 0.15;        // r0 of the garment trade
constexpr double kReferenceReworkLabour = 0.4;   // its φ

SizeCurve curve(const sim::Parameters& parameters, model::TradeId trade, double complementarity, double rework_labour, double rework_log_odds) {
  const double exponent = parameters[model::Coefficient::size_exponent] * complementarity;
  const double growth = parameters[model::Coefficient::rework_size];
  return {trade, {kCadres, exponent, growth, 0, 0}, {kCadres, exponent, growth, rework_labour, sim::exp(rework_log_odds)}};
}

}  // namespace

std::vector<SizeCurve> size_curves(const model::Scenario& scenario) {
  const sim::Parameters parameters = sim::draw_parameters(scenario, {});
  std::vector<SizeCurve> curves{curve(parameters, {}, 1, kReferenceReworkLabour, sim::log(kReferenceRework / (1 - kReferenceRework)))};
  for (std::size_t i = 0; i < scenario.trades.size(); ++i) {
    const sim::TradeParameters& trade = parameters.trades[i];
    curves.push_back(curve(parameters, scenario.trades[i].id, trade.complementarity, trade.rework_labour, trade.rework_log_odds));
  }
  return curves;
}

double relative_output(const sim::SizeTradeoff& tradeoff, double members) {
  return sim::output_per_member(tradeoff, members) / sim::output_per_member(tradeoff, sim::best_members(tradeoff));
}

}  // namespace zhengshe::study
