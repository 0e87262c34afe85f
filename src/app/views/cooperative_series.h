// Metrics of the whole city, and of single cooperatives: by the day where the run has kept its days, else by the month.
#pragma once

#include <vector>

#include "sim/run.h"

namespace zhengshe::app::views {

// The metric of the whole city on every day of the run.
std::vector<float> values_of(const sim::ArmResult& run, model::Metric metric);

// Whether the days of single cooperatives were kept; large portfolios have months only.
bool has_days_of_each(const sim::RunResult& result);

// The metric of the cooperative at this position on a day, or of the day's month. 0 for what only the city has.
float value_on(const sim::RunResult& result, sim::Arm arm, int position, model::Metric metric, int day);

// The metric of one cooperative on every day of the run.
std::vector<float> values_of(const sim::RunResult& result, sim::Arm arm, int position, model::Metric metric);

}  // namespace zhengshe::app::views
