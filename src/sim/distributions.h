// Where a coefficient or an estimate lies at a given quantile.
#pragma once

#include "model/assumption.h"

namespace zhengshe::sim {

// Standard normal value below which a share u in (0, 1) lies; relative error below 1.2e-9.
// P. J. Acklam, An algorithm for computing the inverse normal cumulative distribution function, 2003.
double inverse_normal(double u);

// Value of the assumption at quantile u in (0, 1). `low` and `high` are its bounds where it is uniform or
// triangular (mode = value), and its 5 % and 95 % quantiles where it is normal or lognormal (median = value;
// the two halves may differ in width).
double quantile(const model::Assumption& assumption, double u);

// An owner's estimate at the standard normal value z: median `value`, 5 % and 95 % quantiles `low` and `high`.
double estimate(const model::Quantity& quantity, double z);

}  // namespace zhengshe::sim
