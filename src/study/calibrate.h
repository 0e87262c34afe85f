// Which values of assumptions agree with what was reported: approximate Bayesian computation with importance
// weights. Candidates are drawn from the documented distributions, so no posterior leaves them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/scenario.h"

namespace zhengshe::study {

// Weights of candidates, which add to 1; all zero where none came near.
struct Posterior {
  std::vector<double> weights;  // by candidate
  double tolerance = 0;         // distance at which the weight falls to zero
  double effective_size = 0;    // 1 / Σ w²: as many equal candidates would say as much
};

// Weighs candidates by how near their outcomes come to the targets: Epanechnikov's kernel of the distance, each
// outcome in units of its standard deviation among candidates, with the tolerance that the nearest `share` of
// the candidates meets (M. Beaumont et al., Genetics 162 (2002), without their regression).
// outcomes: [candidate × targets + target]; a candidate with an outcome that is not a number has no weight.
Posterior weigh(std::span<const double> outcomes, std::span<const double> targets, double share);

// The p-quantile of weighted values. Precondition: the weights add to 1.
double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p);

// Candidate i as quantiles (0..1) of its factors' distributions: scrambled Sobol points.
std::vector<double> candidate_point(int factors, int candidate, std::uint64_t seed);

}  // namespace zhengshe::study
