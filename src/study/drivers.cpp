#include "study/drivers.h"

#include <algorithm>
#include <cassert>

#include "model/order.h"

namespace zhengshe::study {
namespace {

using model::Coefficient;

constexpr int kWalks = 10;
constexpr int kMeasuredBase = 256;
constexpr std::size_t kMostMeasured = 8;

MorrisPlan screening(const model::Scenario& scenario, int factors) { return {factors, kWalks, scenario.seed}; }

SobolPlan measuring(const model::Scenario& scenario, const DriverQuestion& question, int base) {
  return {static_cast<int>(question.measured.size()), base, scenario.seed};
}

// By share where it is measured, the others after them by what the screening found.
bool drives_more(const Driver& a, const Driver& b) {
  if (a.share.has_value() != b.share.has_value()) return a.share.has_value();
  return a.share ? a.share->total > b.share->total : a.screening.mean_size > b.screening.mean_size;
}

}  // namespace

int points_of(const model::Scenario& scenario, const DriverQuestion& question) {
  if (!question.measured.empty()) return measuring(scenario, question, kMeasuredBase).points();
  const auto factors = static_cast<int>(uncertain(scenario).size());
  return factors == 0 ? 0 : screening(scenario, factors).points();
}

int points_per_base(const DriverQuestion& question) { return static_cast<int>(question.measured.size()) + 2; }

double outcome_at(const model::Scenario& scenario, const DriverQuestion& question, int point) {
  if (!question.measured.empty()) {
    const int block = point % points_per_base(question), base = point / points_per_base(question);
    const std::vector<double> place = point_of(measuring(scenario, question, kMeasuredBase), block * kMeasuredBase + base);
    return outcome_of(with_assumptions(scenario, question.measured, place), question.outcome);
  }
  const std::vector<Coefficient> all = uncertain(scenario);
  return outcome_of(with_assumptions(scenario, all, point_of(screening(scenario, static_cast<int>(all.size())), point)), question.outcome);
}

std::vector<Driver> screened(const model::Scenario& scenario, std::span<const double> outcomes) {
  const std::vector<Coefficient> all = uncertain(scenario);
  const std::vector<MorrisEffect> effects = morris_effects(screening(scenario, static_cast<int>(all.size())), outcomes);
  std::vector<Driver> drivers;
  for (std::size_t i = 0; i < all.size(); ++i) drivers.push_back({all[i], effects[i], {}});
  model::sort_stably(drivers, drives_more);
  return drivers;
}

DriverQuestion second_round(const DriverQuestion& first, std::span<const Driver> drivers) {
  DriverQuestion second = first;
  for (const Driver& driver : drivers)
    if (driver.screening.mean_size > 0 && second.measured.size() < kMostMeasured) second.measured.push_back(driver.coefficient);
  return second;
}

void measure(std::vector<Driver>& drivers, const model::Scenario& scenario, const DriverQuestion& question, std::span<const double> outcomes) {
  const auto blocks = static_cast<std::size_t>(points_per_base(question)), base = outcomes.size() / blocks;
  assert(base > 0 && outcomes.size() == base * blocks);
  std::vector<double> by_block(outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) by_block[i % blocks * base + i / blocks] = outcomes[i];
  const std::vector<SobolIndex> shares = sobol_indices(measuring(scenario, question, static_cast<int>(base)), by_block);
  for (std::size_t i = 0; i < question.measured.size(); ++i)
    std::find_if(drivers.begin(), drivers.end(), [&](const Driver& driver) { return driver.coefficient == question.measured[i]; })->share = shares[i];
  model::sort_stably(drivers, drives_more);
}

}  // namespace zhengshe::study
