#include "study/panel.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::study {
namespace {

using model::Metric;
using sim::Arm;
using sim::MonthlySums;

std::optional<double> month_value(Metric metric, const MonthlySums& sums) {
  if (!(sums.gross > 0 && sums.good > 0 && sums.member_days > 0 && sums.members_end > 0 && sums.wages > 0)) return std::nullopt;
  const auto ratio = [](float part, float whole) { return static_cast<double>(part) / static_cast<double>(whole); };
  switch (metric) {
    case Metric::good_output_per_member: return sim::log(ratio(sums.good, sums.member_days));
    case Metric::gross_output: return sim::log(ratio(sums.gross, sums.member_days));
    case Metric::monthly_wage: return sim::log(ratio(sums.wages, sums.member_days));
    case Metric::rework_rate: return ratio(sums.rework, sums.gross);
    case Metric::seconds_rate: return ratio(sums.seconds, sums.good);
    case Metric::net_income: return ratio(sums.net_income, sums.members_end);
    default: return std::nullopt;
  }
}

// All months of a parent; empty where one has no value.
std::vector<double> row_of(const sim::RunResult& result, Arm arm, int parent, Metric metric) {
  std::vector<double> row;
  for (int month = 0; month < result.months; ++month) {
    const std::optional<double> value = month_value(metric, result.monthly(arm, parent, month));
    if (!value) return {};
    row.push_back(*value);
  }
  return row;
}

}  // namespace

std::vector<Cohort> cohorts_of(const Panel& panel) {
  std::vector<Cohort> cohorts;
  for (int start = 0; start <= panel.periods; ++start) {
    Cohort cohort{start, 0, std::vector<double>(static_cast<std::size_t>(panel.periods))};
    for (int unit = 0; unit < panel.units(); ++unit) {
      if (panel.starts[static_cast<std::size_t>(unit)] != start) continue;
      ++cohort.units;
      for (int period = 0; period < panel.periods; ++period) cohort.means[static_cast<std::size_t>(period)] += panel.at(unit, period);
    }
    if (cohort.units == 0) continue;
    for (double& mean : cohort.means) mean /= cohort.units;
    cohorts.push_back(std::move(cohort));
  }
  return cohorts;
}

std::optional<double> mean_over_treated(const Panel& panel, const Panel& twin) {
  double sum = 0;
  int cells = 0;
  for (int unit = 0; unit < panel.units(); ++unit)
    for (int period = panel.starts[static_cast<std::size_t>(unit)]; period < panel.periods; ++period, ++cells) sum += panel.at(unit, period) - twin.at(unit, period);
  if (cells == 0) return std::nullopt;
  return sum / cells;
}

Panel effects_alone(const Panel& panel, const Panel& twin) {
  Panel effects = panel;
  for (int unit = 0; unit < panel.units(); ++unit)
    for (int period = 0; period < panel.periods; ++period)
      effects.values[static_cast<std::size_t>(unit * panel.periods + period)] = panel.treated(unit, period) ? panel.at(unit, period) - twin.at(unit, period) : 0;
  return effects;
}

bool has_panel(Metric metric) {
  return in_logs(metric) || metric == Metric::rework_rate || metric == Metric::seconds_rate || metric == Metric::net_income;
}

bool in_logs(Metric metric) {
  return metric == Metric::good_output_per_member || metric == Metric::gross_output || metric == Metric::monthly_wage;
}

Panels panels_of(const model::Scenario& scenario, const sim::RunResult& result, Metric metric) {
  Panels panels;
  panels.planned.periods = panels.left_alone.periods = result.months;
  for (std::size_t parent = 0; parent < scenario.cooperatives.size(); ++parent) {
    const std::vector<double> planned = row_of(result, Arm::planned, static_cast<int>(parent), metric);
    const std::vector<double> alone = row_of(result, Arm::left_alone, static_cast<int>(parent), metric);
    if (planned.empty() || alone.empty()) continue;
    const model::CooperativeId id = scenario.cooperatives[parent].id;
    const auto passage = std::find_if(result.passages.begin(), result.passages.end(), [id](const sim::Passage& p) { return p.cooperative == id; });
    int start = result.months;
    if (passage != result.passages.end()) {
      const int day = passage->inspection_day >= 0 ? passage->inspection_day : passage->measures_day;
      if (day >= 0) start = result.month_of_day[static_cast<std::size_t>(day)];
    }
    panels.cooperatives.push_back(id);
    panels.batches.push_back(passage != result.passages.end() ? passage->batch : model::BatchId{});
    panels.planned.values.insert(panels.planned.values.end(), planned.begin(), planned.end());
    panels.left_alone.values.insert(panels.left_alone.values.end(), alone.begin(), alone.end());
    panels.planned.starts.push_back(start);
  }
  panels.left_alone.starts = panels.planned.starts;
  return panels;
}

}  // namespace zhengshe::study
