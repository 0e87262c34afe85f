// Plans against each other, and against being left alone, with the same luck (MODEL.md 7).
#pragma once

#include <span>
#include <vector>

#include "model/scenario.h"
#include "study/claims.h"

namespace zhengshe::study {

// What is compared: a metric's mean over days, for better or worse.
struct Yardstick {
  model::Metric metric = model::Metric::good_output_per_member;
  Window window;
  bool less_is_better = false;  // as with rework
};

// The city's value under a plan (kLeftAlone: without one) in replications 0 … count − 1. Replication r has the same
// luck under every plan, so values of two plans are pairs.
std::vector<double> plan_values(const model::Scenario& scenario, model::PlanId plan, const Yardstick& yardstick, std::uint64_t seed, int count);

// Whether less of it is better, as of rework, seconds, backlogs, ways and waiting.
bool less_is_better(model::Metric metric);

// First less second, pair by pair; in the metric's unit.
struct PairedDifference {
  double mean = 0;
  double mean_low = 0, mean_high = 0;  // 95 % interval of the mean: ± 1.96 standard errors
  double low = 0, high = 0;            // 5 % and 95 % of the pairs
  double probability_better = 0;       // that the first is better; ties count half
};
// Precondition: equally many, at least one.
PairedDifference compare(std::span<const double> first, std::span<const double> second, bool less_is_better);

// Mean regret of each plan: how far it stays behind the best plan of the same replication. Never negative; zero for a
// plan that is best whatever the luck. Precondition: every plan has equally many values, at least one.
std::vector<double> mean_regrets(std::span<const std::vector<double>> values_by_plan, bool less_is_better);

// How a comparison turns on an assumption: the chance that the first plan is better in the third of the replications in
// which it was drawn lowest, and in the third in which it was drawn highest.
struct Turn {
  model::Coefficient coefficient = model::Coefficient::size_exponent;
  double low = 0.5;
  double high = 0.5;
  double chance_error = 0;  // 1.96 standard errors of either, were the plans equally good

  // One plan is better at the one end and the other at the other, by more than luck explains.
  bool flips() const { return (low > 0.5 + chance_error && high < 0.5 - chance_error) || (low < 0.5 - chance_error && high > 0.5 + chance_error); }
};
// Of each assumption with a range, those that turn it most first. Precondition: values of replications 0 … under the
// seed, equally many, at least three.
std::vector<Turn> turns(const model::Scenario& scenario, std::uint64_t seed, std::span<const double> first, std::span<const double> second, bool less_is_better);

// What one plan changes for a cooperative against another plan, in the centre run.
struct CooperativeDifference {
  model::CooperativeId cooperative;
  model::TradeId trade;   // of its first workshop
  model::BatchId batch;   // under the first plan; none: in no batch
  double first = 0;
  double second = 0;

  double difference() const { return first - second; }
};
// By position in the scenario. Those without working days in the window have zeros.
std::vector<CooperativeDifference> compare_cooperatives(const model::Scenario& scenario, model::PlanId first, model::PlanId second, const Yardstick& yardstick);

// Those that lose by more than rounding, worst first; ties by position.
std::vector<CooperativeDifference> losers(std::vector<CooperativeDifference> differences, bool less_is_better);

}  // namespace zhengshe::study
