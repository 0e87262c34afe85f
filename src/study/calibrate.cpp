#include "study/calibrate.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "model/order.h"
#include "sim/maths.h"
#include "sim/sobol.h"

namespace zhengshe::study {
namespace {

// Distance of every candidate; infinite where an outcome is not a number.
std::vector<double> distances_of(std::span<const double> outcomes, std::span<const double> targets) {
  const std::size_t count = outcomes.size() / targets.size();
  std::vector<double> squares(count);
  for (std::size_t target = 0; target < targets.size(); ++target) {
    double n = 0, sum = 0, sum_of_squares = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const double x = outcomes[i * targets.size() + target] - targets[target];
      if (!std::isfinite(x)) continue;
      n += 1;
      sum += x;
      sum_of_squares += x * x;
    }
    const double variance = n > 0 ? sum_of_squares / n - sum / n * (sum / n) : 0;
    const double scale = variance > 0 ? variance : 1;
    for (std::size_t i = 0; i < count; ++i) {
      const double x = outcomes[i * targets.size() + target] - targets[target];
      squares[i] += std::isfinite(x) ? x * x / scale : std::numeric_limits<double>::infinity();
    }
  }
  for (double& square : squares) square = sim::square_root(square);
  return squares;
}

}  // namespace

Posterior weigh(std::span<const double> outcomes, std::span<const double> targets, double share) {
  assert(!targets.empty() && outcomes.size() % targets.size() == 0);
  const std::vector<double> distances = distances_of(outcomes, targets);
  Posterior posterior;
  posterior.weights.assign(distances.size(), 0);
  if (distances.empty()) return posterior;
  std::vector<double> sorted = distances;
  const auto rank = std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())));
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(rank), sorted.end());
  posterior.tolerance = sorted[rank];
  double sum = 0;
  for (std::size_t i = 0; i < distances.size(); ++i) {
    if (!std::isfinite(distances[i]) || distances[i] > posterior.tolerance) continue;
    const double part = std::isfinite(posterior.tolerance) && posterior.tolerance > 0 ? distances[i] / posterior.tolerance : 0;
    posterior.weights[i] = 1 - part * part;
    sum += posterior.weights[i];
  }
  if (sum == 0) return posterior;
  double squares = 0;
  for (double& weight : posterior.weights) {
    weight /= sum;
    squares += weight * weight;
  }
  posterior.effective_size = 1 / squares;
  return posterior;
}

double weighted_quantile(std::span<const double> values, std::span<const double> weights, double p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (weights[i] > 0) order.push_back(i);
  assert(!order.empty());
  model::sort_stably(order, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  double below = 0;
  for (const std::size_t i : order) {
    below += weights[i];
    if (below >= p) return values[i];
  }
  return values[order.back()];
}

std::vector<double> candidate_point(int factors, int candidate, std::uint64_t seed) {
  std::vector<double> point;
  for (int factor = 0; factor < factors; ++factor) point.push_back(sim::sobol_uniform(static_cast<std::uint32_t>(candidate), static_cast<std::uint32_t>(factor), seed));
  return point;
}

}  // namespace zhengshe::study
