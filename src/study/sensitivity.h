// Which assumptions drive an outcome. Plans of points in the unit cube, to be evaluated by anybody in any order,
// and what their outcomes say.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/scenario.h"
#include "study/claims.h"

namespace zhengshe::study {

// Share of an outcome's variance that a factor explains alone (first) and with all its interactions (total), with
// 90 % intervals from resampled points. All zero where the outcome does not vary.
struct SobolIndex {
  double first = 0, first_low = 0, first_high = 0;
  double total = 0, total_low = 0, total_high = 0;
};

// Points for Sobol indices: two independent scrambled Sobol samples A and B of `base` points, and for each factor A
// with B's coordinate. A. Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics
// Communications 181 (2010).
struct SobolPlan {
  int factors = 1;
  int base = 1024;  // a power of two is best
  std::uint64_t seed = 1;

  int points() const { return base * (factors + 2); }
};
std::vector<double> point_of(const SobolPlan& plan, int point);

// First-order indices after Saltelli (2010, equation b of table 2), total after Jansen (1999, equation f), from the
// outcomes of all points in order.
std::vector<SobolIndex> sobol_indices(const SobolPlan& plan, std::span<const double> outcomes);

// Elementary effects of a factor, per its whole range: mean, mean of sizes, and standard deviation, which is large
// where the factor interacts or bends. M. Morris, Technometrics 33 (1991); F. Campolongo et al. (2007) for the sizes.
struct MorrisEffect {
  double mean = 0;
  double mean_size = 0;
  double sd = 0;
};

// Points for screening: walks that change each factor once by ⅔ on a grid of four levels.
struct MorrisPlan {
  int factors = 1;
  int walks = 10;
  std::uint64_t seed = 1;

  int points() const { return walks * (factors + 1); }
};
std::vector<double> point_of(const MorrisPlan& plan, int point);
std::vector<MorrisEffect> morris_effects(const MorrisPlan& plan, std::span<const double> outcomes);

// The assumptions of the scenario that have a range, in order.
std::vector<model::Coefficient> uncertain(const model::Scenario& scenario);

// The scenario with these assumptions fixed at quantiles `point` (0..1) of their documented distributions.
model::Scenario with_assumptions(const model::Scenario& scenario, std::span<const model::Coefficient> coefficients, std::span<const double> point);

// Mean over the days of the window, or its difference to the twin that is left alone, in the centre run under the
// plan: an outcome without noise of its own.
struct Outcome {
  model::PlanId plan;
  model::Metric metric = model::Metric::good_output_per_member;
  bool difference = true;
  Window window;
};
double outcome_of(const model::Scenario& scenario, const Outcome& outcome);

}  // namespace zhengshe::study
