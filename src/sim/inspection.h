// What an inspection sees of the truth (MODEL.md 4).
#pragma once

#include "sim/parameters.h"
#include "sim/severity.h"

namespace zhengshe::sim {

// h0: team-days, for 100 members, at which the noise of an inspection is σ0 (MODEL.md 4).
inline constexpr double kReferenceInspectionDays = 5;

// Share of a standard normal distribution below x. Absolute error below 1e-14 (G. Marsaglia, Evaluating the
// normal distribution, Journal of Statistical Software 11(4), 2004, series; 0 and 1 beyond ±8.5).
double normal_cdf(double x);

// σ0·√(h0/(h·q)): standard deviation of an observed severity. days: team-days h for 100 members (larger
// cooperatives take proportionally longer for the same care); skill: q, both positive.
double inspection_noise(double sigma, double days, double skill);

// The severities as seen: clamp(severity + normal·noise) to 0..1; the truth itself in the centre run. Keyed by
// cooperative and problem, so that nothing else changes what is seen of this one.
Severities observe(const Severities& truth, double noise, const Luck& luck, model::CooperativeId cooperative);

// What is believed of severities in general, before looking: a normal distribution.
struct Prior {
  double mean = 0.3;
  double sd = 0.25;
};

// What the program assumes of a problem among cooperatives formed by hasty mergers; assumed, see MODEL.md 11.
const Prior& prior(model::Problem problem);

// Belief after seeing `observed` with this noise: mean and sd of the normal posterior,
// w = s²/(s² + noise²), mean = m + w·(observed − m), sd = s·√(1 − w). The mean is kept within 0..1.
Prior posterior(const Prior& before, double observed, double noise);

// How well an inspection tells serious cases (severity at least `threshold`) from the others, where a finding
// counts as serious from the same threshold on and severities follow the prior (E4.11). Each 0..1.
struct Accuracy {
  double prevalence = 0;   // P(truth ≥ threshold)
  double sensitivity = 0;  // P(observed ≥ threshold | truth ≥ threshold)
  double specificity = 0;  // P(observed < threshold | truth < threshold)

  // Share of serious findings that are true: Se·π / (Se·π + (1 − Sp)·(1 − π)); 0 where there are none.
  double positive_predictive_value() const;
};
Accuracy accuracy(const Prior& before, double noise, double threshold);

// Prevalence behind a share of positive findings: (share + Sp − 1)/(Se + Sp − 1), kept within 0..1
// (Rogan and Gladen 1978). Precondition: sensitivity + specificity > 1.
double true_prevalence(double share_found, double sensitivity, double specificity);

}  // namespace zhengshe::sim
