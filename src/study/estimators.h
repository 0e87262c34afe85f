// What a sceptic would compute from a panel (MODEL.md 9, EVIDENCE.md 5.2–5.5): each from the panel alone, as
// somebody would who has no twin to look at.
#pragma once

#include <vector>

#include "study/panel.h"

namespace zhengshe::study {

// A number, or "not identified": the panel holds nothing to compare with, and no number stands in for it.
struct Estimate {
  bool identified = false;
  double value = 0;
  double standard_error = 0;  // 0 where only one unit is on a side

  bool operator==(const Estimate&) const = default;
};

// Mean over treated units of (mean after − mean before). Identified where a unit has periods on both sides.
Estimate before_after(const Panel& panel);

// Difference-in-differences of the first cohort against all that start after the window, which ends before
// the second cohort starts: (ȲT,after − ȲT,before) − (ȲC,after − ȲC,before), with its standard error from
// the variances of the changes.
Estimate difference_in_differences(const Panel& panel);

// β of y = α_unit + λ_period + β·treated by least squares (Frisch, Waugh, Lovell), with a standard error
// that is clustered by unit. Identified where the treatment differs between units within some period.
Estimate two_way_fixed_effects(const Panel& panel);

enum class Comparison : std::uint8_t {
  with_never,            // a cohort against those never treated
  earlier_with_later,    // against those not treated yet
  later_with_treated,    // against those treated before: forbidden, since their effect still moves
};

// One 2×2 difference-in-differences inside the two-way coefficient.
struct BaconPart {
  Comparison comparison = Comparison::with_never;
  int treated_start = 0;
  int control_start = 0;
  double weight = 0;
  double estimate = 0;
};

// Two-way fixed effects taken apart: weights add to 1, and weight × estimate to the coefficient.
// A. Goodman-Bacon, Difference-in-differences with variation in treatment timing, J. Econometrics 225 (2021),
// theorem 1. Empty where the coefficient is not identified.
std::vector<BaconPart> goodman_bacon(const Panel& panel);

// Weight on forbidden comparisons.
double forbidden_weight(const std::vector<BaconPart>& parts);

}  // namespace zhengshe::study
