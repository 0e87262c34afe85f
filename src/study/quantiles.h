// Exact quantiles of many values, several levels at once.
#pragma once

#include <span>
#include <vector>

namespace zhengshe::study {

// Quantiles at `levels` (0..1), type 7 of Hyndman and Fan: straight between the neighbours of position (n − 1)·p.
// Counts the values by their leading bits, then sorts only those that share them with a wanted one: two passes
// for any number of levels. Exact. Precondition: values not empty and none NaN.
std::vector<double> quantiles(std::span<const float> values, std::span<const double> levels);

}  // namespace zhengshe::study
