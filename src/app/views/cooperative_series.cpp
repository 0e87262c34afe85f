#include "app/views/cooperative_series.h"

#include <span>

namespace zhengshe::app::views {
namespace {

using model::Metric;

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

// What a day of the month shows where days are not kept: means over its working days, and levels at its end.
double value_of(const sim::MonthlySums& month, Metric metric, int working_days) {
  switch (metric) {
    case Metric::good_output: return ratio(month.good, working_days);
    case Metric::good_output_per_member: return ratio(month.good, month.member_days);
    case Metric::gross_output: return ratio(month.gross, working_days);
    case Metric::rework_rate: return ratio(month.rework, month.gross);
    case Metric::seconds_rate: return ratio(month.seconds, month.good);
    case Metric::backlog_days: return ratio(month.backlog_end, ratio(month.orders, working_days));
    case Metric::varieties: return month.varieties_end;
    case Metric::monthly_wage: return ratio(month.wages, month.member_days) * working_days;
    case Metric::net_income: return month.net_income;
    case Metric::reserve: return month.reserve_end;
    case Metric::members: return working_days > 0 ? ratio(month.member_days, working_days) : static_cast<double>(month.members_end);
    default: return 0;
  }
}

}  // namespace

std::vector<float> values_of(const sim::ArmResult& run, Metric metric) {
  const std::span<const float> values = run.city.of(metric);
  return {values.begin(), values.end()};
}

bool has_days_of_each(const sim::RunResult& result) { return !result.planned.cooperatives.empty() || result.planned.monthly.empty(); }

float value_on(const sim::RunResult& result, sim::Arm arm, int position, Metric metric, int day) {
  const auto& traced = result.arm(arm).cooperatives;
  const auto at = static_cast<std::size_t>(position);
  if (at < traced.size()) return traced[at].at(metric, day);
  const int month = result.month_of_day[static_cast<std::size_t>(day)];
  return static_cast<float>(value_of(result.monthly(arm, position, month), metric, result.working_days[static_cast<std::size_t>(month)]));
}

std::vector<float> values_of(const sim::RunResult& result, sim::Arm arm, int position, Metric metric) {
  std::vector<float> values;
  for (int day = 0; day < result.days; ++day) values.push_back(value_on(result, arm, position, metric, day));
  return values;
}

}  // namespace zhengshe::app::views
