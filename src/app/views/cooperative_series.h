// Metrics of single cooperatives: by the day where the run has kept its days, else by the month.
#pragma once

#include <vector>

#include "sim/run.h"

namespace zhengshe::app::views {

// Whether the days of single cooperatives were kept; large portfolios have months only.
bool has_days_of_each(const sim::RunResult& result);

// The metric of the cooperative at this position on a day, or of the day's month. 0 for what only the city has.
float value_on(const sim::RunResult& result, sim::Arm arm, int position, model::Metric metric, int day);

// The same of every day of the run.
std::vector<float> values_of(const sim::RunResult& result, sim::Arm arm, int position, model::Metric metric);

}  // namespace zhengshe::app::views
