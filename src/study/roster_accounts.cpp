// Accounts of a roster, from the undisturbed work of its first day.
#include <algorithm>
#include <cmath>

#include "sim/distributions.h"
#include "sim/maths.h"
#include "sim/philox.h"
#include "sim/setup.h"
#include "study/roster.h"

namespace zhengshe::study {
namespace {

using model::Cooperative;
using model::CooperativeQuantity;
using model::exact;
using model::Quantity;

constexpr double kSlack = 1.09;             // capacity over orders
constexpr double kWorkingDaysPerMonth = 25.4;
constexpr double kUsualMargin = .06;        // net income over wages
constexpr double kMarginSd = .05;
constexpr double kOverhead = .05;           // rent, tools, tax over revenue
constexpr double kReserveMonths = .4;       // of wages

double rounded_half_up(double value, double per_unit) { return std::floor(value * per_unit + .5) / per_unit; }

double normal_draw(std::uint64_t seed, std::size_t who, std::uint32_t channel) {
  const sim::Key key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32) ^ 0x41636374u};
  return sim::inverse_normal(sim::uniform(key, static_cast<std::uint32_t>(who), 0, 0, channel));
}

bool is_free(const Quantity& quantity) { return quantity.provenance == model::Provenance::assumed; }

void propose(Quantity& quantity, double value) {
  if (is_free(quantity)) quantity = exact(value);
}

// Undisturbed work of a day.
struct Work {
  double gross = 0;      // yuan
  double good = 0;       // yuan
  double revenue = 0;    // yuan, seconds at their price
  double materials = 0;  // yuan
};

Work work_of(const model::Scenario& scenario, std::size_t position, const sim::Parameters& parameters) {
  const sim::Body body = sim::make_body(scenario, static_cast<int>(position), parameters);
  const sim::Production production = sim::production_of(body.unit, parameters);
  const sim::WorkingState state = sim::working_state(body);
  Work work;
  work.gross = sim::undisturbed_gross(production, state);
  work.good = sim::undisturbed_good(production, state);
  const double seconds = sim::logistic(production.seconds - production.seconds_practice * (state.practice - .5) - production.seconds_control * state.control);
  work.revenue = work.good * (1 - seconds * (1 - production.price_of_second));
  work.materials = work.gross * production.material_share;
  return work;
}

// Tariffs with exactly the mean and the spread of the documented wage: better practice goes with higher pay.
std::vector<double> tariffs(const model::Scenario& scenario, std::uint64_t seed, Pay pay) {
  std::vector<double> scores;
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) {
    const Cooperative& cooperative = scenario.cooperatives[i];
    const double practice = (cooperative[CooperativeQuantity::bodies] + cooperative[CooperativeQuantity::planning] + cooperative[CooperativeQuantity::labour_organisation]) / 3;
    scores.push_back(std::clamp(normal_draw(seed, i, 0) + 3 * (practice - .5), -2.2, 2.6));
  }
  double mean = 0;
  for (const double score : scores) mean += score / static_cast<double>(scores.size());
  double variance = 0;
  for (const double score : scores) variance += (score - mean) * (score - mean) / static_cast<double>(scores.size());
  const double scale = variance > 0 ? pay.sd / sim::square_root(variance) : 0;
  for (double& score : scores) score = rounded_half_up(pay.mean + scale * (score - mean), 10);
  return scores;
}

}  // namespace

void settle_accounts(model::Scenario& scenario, std::uint64_t seed, std::span<const KnownMargin> known, Pay pay) {
  const sim::Parameters parameters = sim::draw_parameters(scenario, sim::Luck{});
  const std::vector<double> tariff = tariffs(scenario, seed, pay);
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) {
    propose(scenario.cooperatives.edit(i).quantities[CooperativeQuantity::tariff_wage], tariff[i]);
    const double wages = scenario.cooperatives[i][CooperativeQuantity::tariff_wage] * members_of(scenario.cooperatives[i]) / kWorkingDaysPerMonth;
    const auto fixed = std::find_if(known.begin(), known.end(), [i](const KnownMargin& k) { return k.position == i; });
    const double margin = fixed != known.end() ? fixed->margin : std::clamp(kUsualMargin + kMarginSd * normal_draw(seed, i, 1), -.06, .18);
    // Skill is what reconciles wages, margin and usual costs with the work that the trade's numbers give.
    const Work plain = work_of(scenario, i, parameters);
    const double skill = rounded_half_up((1 + margin) * wages / (plain.revenue * (1 - kOverhead) - plain.materials), 1000);
    for (model::Workshop& shop : scenario.cooperatives.edit(i).workshops) shop.skill = exact(std::clamp(skill, .5, 2.0));
    const Work work = work_of(scenario, i, parameters);
    Cooperative& cooperative = scenario.cooperatives.edit(i);
    propose(cooperative.quantities[CooperativeQuantity::other_costs], rounded_half_up(std::max(0.0, work.revenue - work.materials - (1 + margin) * wages), 10));
    propose(cooperative.quantities[CooperativeQuantity::orders_per_day], rounded_half_up(work.good / kSlack, 1));
    const double backlog_days = std::clamp(4 * sim::exp(.5 * normal_draw(seed, i, 2)), 1.0, 10.0);
    propose(cooperative.quantities[CooperativeQuantity::backlog], rounded_half_up(backlog_days * cooperative[CooperativeQuantity::orders_per_day], .1));
    propose(cooperative.quantities[CooperativeQuantity::reserve], rounded_half_up(kReserveMonths * sim::exp(.4 * normal_draw(seed, i, 3)) * wages * kWorkingDaysPerMonth, .1));
  }
}

}  // namespace zhengshe::study
