// What the documented defaults of MODEL.md say.
#pragma once

#include "sim/parameters.h"

namespace zhengshe::sim {

inline Coefficients defaults() {
  Coefficients values{};
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) values[coefficient] = model::info(coefficient).value;
  return values;
}

inline model::MeasureChoice choice(model::Measure measure, int parts = 0, int points = 0) { return {measure, parts, points, {}, {}}; }

}  // namespace zhengshe::sim
