#include "study/sensitivity.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "sim/distributions.h"
#include "sim/maths.h"
#include "sim/philox.h"
#include "sim/sobol.h"
#include "study/replications.h"

namespace zhengshe::study {
namespace {

using model::Coefficient;

constexpr int kResamples = 100;

// Sums over some of the base points, from which an index of a factor follows.
struct SobolMoments {
  double n = 0, sum = 0, squares = 0;         // of A and B together
  double first = 0, total = 0;                // of B·(AB − A) and (A − AB)²

  void add(double a, double b, double mixed) {
    n += 2;
    sum += a + b;
    squares += a * a + b * b;
    first += b * (mixed - a);
    total += (a - mixed) * (a - mixed);
  }
  double variance() const { return squares / n - sum / n * (sum / n); }
  double first_index() const { return variance() > 0 ? first / (n / 2) / variance() : 0; }
  double total_index() const { return variance() > 0 ? total / n / variance() : 0; }
};

// Values at the level of each factor when a walk starts, and its order of factors.
struct Walk {
  std::vector<double> start;
  std::vector<int> direction;  // ±1
  std::vector<int> order;
};

Walk walk_of(const MorrisPlan& plan, int number) {
  const sim::Key key = sim::make_key(plan.seed, sim::Purpose::screening);
  const auto draw = [&](int factor, std::uint32_t channel) { return sim::uniform(key, static_cast<std::uint32_t>(factor), channel, static_cast<std::uint32_t>(number)); };
  Walk walk;
  std::vector<double> ranks;
  for (int factor = 0; factor < plan.factors; ++factor) {
    const bool up = draw(factor, 0) < .5;  // from 0 or 1/3 up by 2/3, or from 2/3 or 1 down
    const double low = draw(factor, 1) < .5 ? 0 : 1. / 3;
    walk.start.push_back(up ? low : low + 2. / 3);
    walk.direction.push_back(up ? 1 : -1);
    ranks.push_back(draw(factor, 2));
  }
  walk.order.resize(static_cast<std::size_t>(plan.factors));
  std::iota(walk.order.begin(), walk.order.end(), 0);
  std::sort(walk.order.begin(), walk.order.end(), [&](int a, int b) { return ranks[static_cast<std::size_t>(a)] < ranks[static_cast<std::size_t>(b)]; });
  return walk;
}

}  // namespace

std::vector<double> point_of(const SobolPlan& plan, int point) {
  const int block = point / plan.base;  // 0: A, 1: B, 2 + i: A with B's factor i
  const auto index = static_cast<std::uint32_t>(point % plan.base);
  std::vector<double> values;
  for (int factor = 0; factor < plan.factors; ++factor) {
    const bool of_b = block == 1 || block == factor + 2;
    values.push_back(sim::sobol_uniform(index, static_cast<std::uint32_t>(of_b ? plan.factors + factor : factor), plan.seed));
  }
  return values;
}

std::vector<SobolIndex> sobol_indices(const SobolPlan& plan, std::span<const double> outcomes) {
  assert(outcomes.size() == static_cast<std::size_t>(plan.points()));
  const auto base = static_cast<std::size_t>(plan.base);
  // Products of large outcomes would drown what varies.
  const double centre = std::accumulate(outcomes.begin(), outcomes.begin() + 2 * plan.base, 0.0) / (2.0 * plan.base);
  const auto add = [&](SobolMoments& moments, std::size_t factor, std::size_t i) {
    moments.add(outcomes[i] - centre, outcomes[base + i] - centre, outcomes[base * (factor + 2) + i] - centre);
  };
  const auto factors = static_cast<std::size_t>(plan.factors);
  std::vector<std::vector<double>> first(factors);  // by factor and resample
  std::vector<std::vector<double>> total(factors);
  const sim::Key key = sim::make_key(plan.seed, sim::Purpose::resampling);
  for (int resample = 0; resample < kResamples; ++resample) {
    std::vector<SobolMoments> moments(factors);
    for (std::size_t i = 0; i < base; ++i) {
      const double u = sim::uniform(key, static_cast<std::uint32_t>(i), 0, static_cast<std::uint32_t>(resample));
      const auto drawn = static_cast<std::size_t>(u * static_cast<double>(base));
      for (std::size_t factor = 0; factor < factors; ++factor) add(moments[factor], factor, drawn);
    }
    for (std::size_t factor = 0; factor < factors; ++factor) {
      first[factor].push_back(moments[factor].first_index());
      total[factor].push_back(moments[factor].total_index());
    }
  }
  std::vector<SobolIndex> indices;
  for (std::size_t factor = 0; factor < factors; ++factor) {
    SobolMoments all;
    for (std::size_t i = 0; i < base; ++i) add(all, factor, i);
    indices.push_back({all.first_index(), quantile_of(first[factor], .05), quantile_of(first[factor], .95), all.total_index(), quantile_of(total[factor], .05),
                       quantile_of(total[factor], .95)});
  }
  return indices;
}

std::vector<double> point_of(const MorrisPlan& plan, int point) {
  Walk walk = walk_of(plan, point / (plan.factors + 1));
  for (int step = 0; step < point % (plan.factors + 1); ++step) {
    const auto factor = static_cast<std::size_t>(walk.order[static_cast<std::size_t>(step)]);
    walk.start[factor] += walk.direction[factor] * 2. / 3;
  }
  return walk.start;
}

std::vector<MorrisEffect> morris_effects(const MorrisPlan& plan, std::span<const double> outcomes) {
  assert(outcomes.size() == static_cast<std::size_t>(plan.points()));
  std::vector<MorrisEffect> effects(static_cast<std::size_t>(plan.factors));
  std::vector<double> squares(effects.size());
  for (int number = 0; number < plan.walks; ++number) {
    const Walk walk = walk_of(plan, number);
    for (int step = 0; step < plan.factors; ++step) {
      const auto factor = static_cast<std::size_t>(walk.order[static_cast<std::size_t>(step)]);
      const auto at = static_cast<std::size_t>(number * (plan.factors + 1) + step);
      const double effect = (outcomes[at + 1] - outcomes[at]) / (walk.direction[factor] * 2. / 3);
      effects[factor].mean += effect / plan.walks;
      effects[factor].mean_size += std::abs(effect) / plan.walks;
      squares[factor] += effect * effect / plan.walks;
    }
  }
  for (std::size_t factor = 0; factor < effects.size(); ++factor) {
    const double variance = squares[factor] - effects[factor].mean * effects[factor].mean;
    if (plan.walks > 1 && variance > 0) effects[factor].sd = sim::square_root(variance * plan.walks / (plan.walks - 1.0));
  }
  return effects;
}

std::vector<Coefficient> uncertain(const model::Scenario& scenario) {
  std::vector<Coefficient> list;
  for (const Coefficient coefficient : model::all_of<Coefficient>()) {
    const model::Assumption& assumption = scenario.assumptions[coefficient];
    if (assumption.distribution != model::Distribution::fixed && assumption.quantity.low < assumption.quantity.high) list.push_back(coefficient);
  }
  return list;
}

model::Scenario with_assumptions(const model::Scenario& scenario, std::span<const Coefficient> coefficients, std::span<const double> point) {
  model::Scenario fixed = scenario;
  for (std::size_t i = 0; i < coefficients.size(); ++i) {
    model::Assumption& assumption = fixed.assumptions[coefficients[i]];
    const double u = std::clamp(point[i], 1e-6, 1 - 1e-6);
    assumption.quantity = model::exact(sim::quantile(assumption, u), assumption.quantity.provenance, assumption.quantity.source);
    assumption.distribution = model::Distribution::fixed;
  }
  return fixed;
}

double outcome_of(const model::Scenario& scenario, const Outcome& outcome) {
  sim::RunOptions options;
  options.plan = outcome.plan;
  const sim::RunResult result = sim::run(scenario, options);
  const auto mean = [&](sim::Arm arm) { return window_mean(scenario.calendar, result, result.arm(arm).city, outcome.metric, outcome.window); };
  return mean(sim::Arm::planned) - (outcome.difference ? mean(sim::Arm::left_alone) : 0);
}

}  // namespace zhengshe::study
