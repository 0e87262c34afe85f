// Daily series of the metrics from the books of a run.
#pragma once

#include "sim/state.h"

namespace zhengshe::sim {

// passages: of the campaign, for the metric `done`; empty for the arm that is left alone.
DailySeries city_series(const WorldState& state, Arm arm, const std::vector<Passage>& passages);

// The same of one root. Precondition: the run was traced.
DailySeries root_series(const WorldState& state, Arm arm, int root, const Passage* passage);

}  // namespace zhengshe::sim
