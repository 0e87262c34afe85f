// What chance, selection and design do to a reported change before anything works (EVIDENCE.md 5.6–5.8).
#pragma once

#include <vector>

#include "study/estimators.h"

namespace zhengshe::study {

// Expected standardised value of the best of n independent normal draws, and of the mean of the best k.
// Blom's approximation Φ⁻¹((n − j + .625) / (n + .25)) of the j-th best. Precondition: 1 ≤ k ≤ n.
double expected_best(int n, int k = 1);

// What a reported change x with standard error s says once it is known that such changes are m on average with
// standard deviation s0: w·x + (1 − w)·m, w = s0² / (s0² + s²).
double shrunk(double reported, double standard_error, double mean, double sd);

// Gain that appears by itself where the worst share q on one noisy measure went first: (1 − ρ)·σ·φ(z)/q with
// z = Φ⁻¹(q). σ: standard deviation of the measure; ρ: its reliability. 0 < share < 1.
double spurious_gain(double share, double sd, double reliability);

// The same from a panel, whatever the order was: (1 − ρ)·(mean of all − mean of the first cohort) in the last
// period before the first start, ρ being the correlation of the two last periods before it. Identified where
// there are two such periods, somebody outside the first cohort and some spread.
Estimate regression_to_the_mean(const Panel& panel);

// Variance of the effect in a stepped wedge: M. Hussey and J. Hughes, Design and analysis of stepped wedge
// cluster randomized trials, Contemporary Clinical Trials 28 (2007), equation 8. starts as in Panel; variances
// of a value within a unit and between units. Negative where the design tells nothing about the effect.
double stepped_wedge_variance(const std::vector<int>& starts, int periods, double within, double between);

// Smallest effect found with a probability of 80 % at the 5 % level (two-sided): 2.80 standard errors of the
// panel's design, with the variances of its untreated cells. Not identified where the design or the panel is too
// small; standard_error is that of the design.
Estimate minimum_detectable_effect(const Panel& panel);

}  // namespace zhengshe::study
