#include "sim/parameters.h"

#include <algorithm>

#include "sim/distributions.h"
#include "sim/maths.h"
#include "sim/philox.h"
#include "sim/sobol.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;
using model::TradeQuantity;

double share(double value) { return std::clamp(value, 0.001, 0.95); }

TradeParameters draw_trade(const model::Trade& trade, const Parameters& parameters) {
  model::PerEnum<TradeQuantity, double> drawn;
  for (const TradeQuantity quantity : model::all_of<TradeQuantity>())
    drawn[quantity] = draw_estimate(trade.quantities[quantity], parameters.luck, Purpose::trade_estimates, trade.id.value,
                                    static_cast<std::uint32_t>(quantity));
  TradeParameters result;
  result.base_output = std::max(0.0, drawn[TradeQuantity::base_output]);
  result.material_share = std::clamp(drawn[TradeQuantity::material_share], 0.0, 0.99);
  result.rework_log_odds = logit(share(drawn[TradeQuantity::base_rework])) + log(parameters[Coefficient::rework_base_scale]);
  result.seconds_log_odds = logit(share(drawn[TradeQuantity::base_seconds])) + log(parameters[Coefficient::seconds_base_scale]);
  result.price_of_second =
      std::clamp(drawn[TradeQuantity::price_of_second] * parameters[Coefficient::price_of_second_scale], 0.0, 1.0);
  result.rework_labour = std::max(0.0, drawn[TradeQuantity::rework_labour] * parameters[Coefficient::rework_labour_scale]);
  result.complementarity = std::max(0.0, drawn[TradeQuantity::complementarity]);
  result.changeover_loss = std::max(0.0, drawn[TradeQuantity::changeover_loss]);
  result.season = trade.season;
  result.relatedness_group = trade.relatedness_group;
  return result;
}

}  // namespace

double draw_estimate(const model::Quantity& quantity, const Luck& luck, Purpose purpose, std::uint32_t who, std::uint32_t field) {
  if (luck.centre || !quantity.is_estimate()) return quantity.value;
  return estimate(quantity, normal(make_key(luck.seed, purpose), who, field, luck.replication));
}

Parameters draw_parameters(const model::Scenario& scenario, const Luck& luck) {
  Parameters parameters;
  parameters.luck = luck;
  const Key key = make_key(luck.seed, Purpose::coefficients);
  const std::uint64_t scrambling = (static_cast<std::uint64_t>(key.high) << 32) | key.low;
  for (const Coefficient coefficient : model::all_of<Coefficient>()) {
    const model::Assumption& assumption = scenario.assumptions[coefficient];
    parameters.coefficients[coefficient] =
        luck.centre ? assumption.quantity.value
                    : quantile(assumption, sobol_uniform(luck.replication, static_cast<std::uint32_t>(coefficient), scrambling));
  }
  for (const model::Trade& trade : scenario.trades) parameters.trades.push_back(draw_trade(trade, parameters));
  parameters.members_per_team = draw_estimate(scenario.teams.members_per_team, luck, Purpose::city_estimates, 0, 0);
  parameters.team_skill = std::max(0.05, draw_estimate(scenario.teams.initial_skill, luck, Purpose::city_estimates, 0, 1));
  return parameters;
}

}  // namespace zhengshe::sim
