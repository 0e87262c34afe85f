#include "sim/production.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;

// Means over the members of a unit's workplaces of what its trades give.
struct TradeMeans {
  double rework = 0;
  double seconds = 0;
  double price_of_second = 0;
  double rework_labour = 0;
  double complementarity = 0;
  double changeover_loss = 0;
  double material_share = 0;
  double lines = 0;
};

TradeMeans trade_means(const Unit& unit, const std::vector<TradeParameters>& trades) {
  TradeMeans means;
  const double all = members_of(unit);
  for (std::size_t i = 0; i < unit.workplaces.size(); ++i) {
    const Workplace& workplace = unit.workplaces[i];
    const TradeParameters& trade = trades[static_cast<std::size_t>(workplace.trade)];
    const double weight = workplace.members / all;
    means.rework += weight * trade.rework_log_odds;
    means.seconds += weight * trade.seconds_log_odds;
    means.price_of_second += weight * trade.price_of_second;
    means.rework_labour += weight * trade.rework_labour;
    means.complementarity += weight * trade.complementarity;
    means.changeover_loss += weight * trade.changeover_loss;
    means.material_share += weight * trade.material_share;
    bool seen = false;
    for (std::size_t k = 0; k < i; ++k) seen = seen || unit.workplaces[k].trade == workplace.trade;
    means.lines += seen ? 0 : 1;
  }
  return means;
}

}  // namespace

double producers_of(const Unit& unit) {
  const double producers = members_of(unit) - unit.cadres - unit.tied_members;
  return producers > 0 ? producers : 0;
}

double base_output_of(const Unit& unit, const Parameters& parameters, int month_of_year) {
  const double producing_share = producers_of(unit) / members_of(unit);
  double output = 0;
  for (const Workplace& workplace : unit.workplaces) {
    const TradeParameters& trade = parameters.trades[static_cast<std::size_t>(workplace.trade)];
    output += workplace.members * trade.base_output * workplace.skill * trade.season[static_cast<std::size_t>(month_of_year)];
  }
  return output * producing_share;
}

Production production_of(const Unit& unit, const Parameters& parameters) {
  const TradeMeans trade = trade_means(unit, parameters.trades);
  const double log_size = log(members_of(unit) / 100.0);
  const double diversity = diversity_of(unit, parameters.trades);
  const double piece = unit.piece_rate_share - 0.5;
  Production made;
  made.size_exponent = parameters[Coefficient::size_exponent] * (1 - unit.piece_rate_share) / 0.5 * trade.complementarity;
  made.practice = parameters[Coefficient::practice_gain];
  made.democracy = parameters[Coefficient::democracy_gain] + made.size_exponent * log_size;
  made.efficiency = -1.5 * made.size_exponent * log_size - parameters[Coefficient::mixed_trades] * diversity -
                    parameters[Coefficient::distance_loss] * distance_of(unit) - parameters[Coefficient::practice_gain] -
                    parameters[Coefficient::democracy_gain];
  // Changing over can take at most half of the working time, whatever the draws.
  const double most_varieties = unit.repertoire > 1 ? unit.repertoire : 1;
  const double loss = trade.changeover_loss * parameters[Coefficient::changeover_scale];
  made.changeover_loss = loss * most_varieties < 0.5 ? loss : 0.5 / most_varieties;
  made.rework = trade.rework + parameters[Coefficient::rework_size] * log_size + parameters[Coefficient::rework_mixed] * diversity +
                parameters[Coefficient::rework_piece] * piece;
  made.rework_practice = parameters[Coefficient::rework_practice];
  made.rework_control = parameters[Coefficient::rework_control];
  made.rework_labour = trade.rework_labour;
  made.seconds = trade.seconds + parameters[Coefficient::seconds_piece] * piece;
  made.seconds_practice = parameters[Coefficient::seconds_practice];
  made.seconds_control = parameters[Coefficient::seconds_control];
  made.price_of_second = trade.price_of_second;
  made.material_share = trade.material_share;
  made.trade_lines = trade.lines;
  made.base_output = 0;
  for (const Workplace& workplace : unit.workplaces)
    made.base_output += workplace.members * workplace.skill * parameters.trades[static_cast<std::size_t>(workplace.trade)].base_output;
  made.base_output *= producers_of(unit) / members_of(unit);
  return made;
}

double undisturbed_gross(const Production& production, const WorkingState& state) {
  return production.base_output *
         exp(production.efficiency + production.practice * state.practice + production.democracy * state.democracy) *
         (1 - production.changeover_loss * state.varieties);
}

double undisturbed_rework_odds(const Production& production, const WorkingState& state) {
  return exp(production.rework - production.rework_practice * (state.practice - 0.5) - production.rework_control * state.control);
}

double undisturbed_good(const Production& production, const WorkingState& state) {
  return undisturbed_gross(production, state) / (1 + production.rework_labour * undisturbed_rework_odds(production, state));
}

double output_per_member(const SizeTradeoff& tradeoff, double members) {
  const double log_size = log(members / 100);
  return (1 - tradeoff.cadres / members) * exp(-tradeoff.size_exponent * log_size) /
         (1 + tradeoff.rework_labour * tradeoff.rework_odds * exp(tradeoff.rework_size * log_size));
}

double best_members(const SizeTradeoff& tradeoff) {
  constexpr double kLogMost = 11.512925464970229;      // ln 100,000
  constexpr double kLogReference = 4.605170185988092;  // ln 100
  if (!(tradeoff.cadres > 0)) return 1;
  // The slope of log output per log member falls with size, so it has one root; Newton's steps start from the
  // closed form with the drag of rework at 100 members, and are kept between what is known to be too few and too many.
  double few = log(tradeoff.cadres);
  double many = kLogMost;
  const double weight = tradeoff.rework_labour * tradeoff.rework_odds;
  const double drag = tradeoff.size_exponent + tradeoff.rework_size * weight / (1 + weight);
  double at = drag > 0 ? std::min(few + log(1 + 1 / drag), many) : many;
  for (int i = 0; i < 60; ++i) {
    const double members = exp(at);
    const double producers = members - tradeoff.cadres;
    const double rework = weight * exp(tradeoff.rework_size * (at - kLogReference));
    const double dragged = tradeoff.size_exponent + tradeoff.rework_size * rework / (1 + rework);
    const double excess = producers * dragged - tradeoff.cadres;  // of what size drags over what it saves
    (excess < 0 ? few : many) = at;
    const double growth = members * dragged + producers * tradeoff.rework_size * (dragged - tradeoff.size_exponent) / (1 + rework);
    const double newton = growth > 0 ? at - excess / growth : many;
    const double next = newton > few && newton < many ? newton : 0.5 * (few + many);
    const double step = next - at;
    at = next;
    if (step < 1e-9 && step > -1e-9) break;
  }
  return exp(at);
}

SizeTradeoff size_tradeoff(const Unit& unit, const Production& production, const WorkingState& state, const Parameters& parameters) {
  const double rework_size = parameters[Coefficient::rework_size];
  const double at_size = undisturbed_rework_odds(production, state);
  return {unit.cadres, production.size_exponent * (1.5 - state.democracy), rework_size, production.rework_labour,
          at_size * exp(-rework_size * log(members_of(unit) / 100.0))};
}

}  // namespace zhengshe::sim
