#include "sim/inspection.h"

#include <algorithm>

#include "sim/maths.h"
#include "sim/philox.h"

namespace zhengshe::sim {
namespace {

using model::Problem;

double density(double x) { return 0.3989422804014327 * exp(-0.5 * x * x); }

}  // namespace

double normal_cdf(double x) {
  if (x < -8.5) return 0;
  if (x > 8.5) return 1;
  double sum = x;
  double term = x;
  for (int i = 3; sum + term != sum; i += 2) {
    term *= x * x / i;
    sum += term;
  }
  return std::clamp(0.5 + sum * density(x), 0.0, 1.0);
}

double inspection_noise(double sigma, double days, double skill) { return sigma * square_root(kReferenceInspectionDays / (days * skill)); }

Severities observe(const Severities& truth, double noise, const Luck& luck, model::CooperativeId cooperative) {
  if (luck.centre) return truth;
  const Key key = make_key(luck.seed, Purpose::inspection);
  Severities observed{};
  for (const Problem problem : model::all_of<Problem>()) {
    const double error = noise * normal(key, cooperative.value, static_cast<std::uint32_t>(problem), luck.replication);
    observed[problem] = std::clamp(truth[problem] + error, 0.0, 1.0);
  }
  return observed;
}

const Prior& prior(Problem problem) {
  // Structural problems are rare and grave, those of management common and of every degree.
  static constexpr Prior kStructural{0.10, 0.25};
  static constexpr Prior kManagement{0.45, 0.20};
  switch (problem) {
    case Problem::unsound_bodies:
    case Problem::no_production_plan:
    case Problem::unreasonable_labour_organisation:
    case Problem::undemocratic_leadership:
    case Problem::poor_quality_control: return kManagement;
    default: return kStructural;
  }
}

Prior posterior(const Prior& before, double observed, double noise) {
  const double variance = before.sd * before.sd;
  const double weight = variance > 0 ? variance / (variance + noise * noise) : 0;
  return {std::clamp(before.mean + weight * (observed - before.mean), 0.0, 1.0), before.sd * square_root(1 - weight)};
}

double Accuracy::positive_predictive_value() const {
  const double found = sensitivity * prevalence + (1 - specificity) * (1 - prevalence);
  return found > 0 ? sensitivity * prevalence / found : 0;
}

Accuracy accuracy(const Prior& before, double noise, double threshold) {
  const double cut = (threshold - before.mean) / before.sd;
  Accuracy result;
  result.prevalence = 1 - normal_cdf(cut);
  if (!(noise > 0)) {
    result.sensitivity = result.specificity = 1;
    return result;
  }
  // P(truth ≥ θ and observed ≥ θ) = ∫ from the cut of φ(z)·Φ((mean + sd·z − θ)/noise) dz, by Simpson's rule to 9 sd.
  const auto both = [&](double z) { return density(z) * normal_cdf((before.mean + before.sd * z - threshold) / noise); };
  const auto integral = [](auto f, double low, double high) {
    constexpr int kSteps = 800;
    const double step = (high - low) / kSteps;
    double sum = f(low) + f(high);
    for (int i = 1; i < kSteps; ++i) sum += (i % 2 == 1 ? 4 : 2) * f(low + i * step);
    return sum * step / 3;
  };
  const double hit = integral(both, std::min(cut, 9.0), 9.0);
  const double false_alarm = integral(both, -9.0, std::max(cut, -9.0));
  result.sensitivity = result.prevalence > 0 ? std::min(1.0, hit / result.prevalence) : 0;
  result.specificity = result.prevalence < 1 ? std::max(0.0, 1 - false_alarm / (1 - result.prevalence)) : 0;
  return result;
}

double true_prevalence(double share_found, double sensitivity, double specificity) {
  return std::clamp((share_found + specificity - 1) / (sensitivity + specificity - 1), 0.0, 1.0);
}

}  // namespace zhengshe::sim
