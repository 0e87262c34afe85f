#include "app/views/results.h"

#include <algorithm>
#include <cmath>

#include "app/views/cooperative_series.h"

namespace zhengshe::app::views {
namespace {

using model::Metric;

bool is_amount(Metric metric) {
  return metric == Metric::good_output || metric == Metric::gross_output || metric == Metric::net_income || metric == Metric::reserve ||
         metric == Metric::members || metric == Metric::cooperatives || metric == Metric::done;
}

bool is_of_city(Metric metric) {
  return metric == Metric::resident_distance_km || metric == Metric::within_800_m || metric == Metric::repair_wait_days;
}

// Group of each cooperative, by position: of its first workshop's trade, or its batch; -1 = in none.
std::vector<int> groups_of(const Session& session, GroupBy by) {
  const model::Scenario& scenario = session.scenario();
  std::vector<int> groups;
  for (const model::Cooperative& cooperative : scenario.cooperatives) {
    if (by == GroupBy::trade) {
      groups.push_back(model::index_of(scenario, cooperative.workshops.front().trade));
      continue;
    }
    const model::Batch* batch = session.plan() != nullptr ? model::batch_of(*session.plan(), cooperative.id) : nullptr;
    groups.push_back(batch == nullptr ? -1 : static_cast<int>(batch - session.plan()->batches.data()));
  }
  return groups;
}

std::vector<float> combined(const sim::ArmResult& arm, const std::vector<int>& groups, int group, Metric metric, int days) {
  std::vector<float> line;
  for (int day = 0; day < days; ++day) {
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (groups[i] != group) continue;
      const double members = is_amount(metric) ? 1 : static_cast<double>(arm.cooperatives[i].at(Metric::members, day));
      sum += members * static_cast<double>(arm.cooperatives[i].at(metric, day));
      weight += members;
    }
    line.push_back(static_cast<float>(is_amount(metric) || weight == 0 ? sum : sum / weight));
  }
  return line;
}

}  // namespace

std::vector<GroupSeries> results(const Session& session, Metric metric, GroupBy by) {
  const sim::RunResult& result = session.result();
  const Language language = session.language();
  const bool traced = result.planned.cooperatives.size() == session.scenario().cooperatives.size();
  if (by == GroupBy::city || is_of_city(metric) || !traced)
    return {{std::string(tr(language, Key::whole_city)), static_cast<int>(session.scenario().cooperatives.size()),
             values_of(result.planned, metric), values_of(result.left_alone, metric)}};
  const std::vector<int> groups = groups_of(session, by);
  const int last = groups.empty() ? -1 : *std::max_element(groups.begin(), groups.end());
  std::vector<GroupSeries> series;
  for (int group = -1; group <= last; ++group) {
    const int size = static_cast<int>(std::count(groups.begin(), groups.end(), group));
    if (size == 0) continue;
    const auto at = static_cast<std::size_t>(group);
    const std::string_view name = group < 0 ? tr(language, Key::no_batch)
                                  : by == GroupBy::trade ? tr(language, session.scenario().trades[at].name) : tr(language, session.plan()->batches[at].name);
    series.push_back({std::string(name), size, combined(result.planned, groups, group, metric, result.days), combined(result.left_alone, groups, group, metric, result.days)});
  }
  return series;
}

std::vector<HistogramBin> distribution(const Session& session, Metric metric, int bins) {
  const sim::RunResult& result = session.result();
  const auto value = [&](const sim::DailySeries& series) { return static_cast<double>(series.at(metric, session.day())); };
  double low = 0, high = 0;
  bool any = false;
  for (const sim::ArmResult* arm : {&result.planned, &result.left_alone})
    for (const sim::DailySeries& series : arm->cooperatives) {
      low = any ? std::min(low, value(series)) : value(series);
      high = any ? std::max(high, value(series)) : value(series);
      any = true;
    }
  if (!(high > low)) return {};
  std::vector<HistogramBin> histogram(static_cast<std::size_t>(bins));
  const double width = (high - low) / bins;
  for (std::size_t i = 0; i < histogram.size(); ++i) histogram[i] = {low + width * static_cast<double>(i), low + width * static_cast<double>(i + 1), 0, 0};
  const auto bin_of = [&](double v) -> HistogramBin& {
    return histogram[static_cast<std::size_t>(std::min(bins - 1, static_cast<int>((v - low) / width)))];
  };
  for (const sim::DailySeries& series : result.planned.cooperatives) ++bin_of(value(series)).planned;
  for (const sim::DailySeries& series : result.left_alone.cooperatives) ++bin_of(value(series)).left_alone;
  return histogram;
}

std::vector<Outcome> outcomes(const Session& session) {
  const sim::RunResult& result = session.result();
  std::vector<Outcome> rows;
  for (const Metric metric : model::all_of<Metric>()) {
    const auto value = [&](const sim::ArmResult& arm, int day) { return static_cast<double>(arm.city.at(metric, day)); };
    if (const std::optional<study::Spread> spread = views::spread(session, metric)) {
      rows.push_back({metric, spread->first, spread->planned.median, spread->alone, spread->difference.median, interval_of(spread->planned), interval_of(spread->difference)});
    } else {
      const double planned = value(result.planned, session.day()), alone = value(result.left_alone, session.day());
      rows.push_back({metric, value(result.planned, 0), planned, alone, planned - alone, {}, {}});
    }
  }
  return rows;
}

std::vector<MonthMean> month_means(const Session& session, Metric metric) {
  const sim::RunResult& result = session.result();
  const model::Date start = session.scenario().calendar.start;
  std::vector<MonthMean> months;
  int days = 0;
  for (int day = 0; day < result.days; ++day) {
    if (day == 0 || model::to_civil(start + day).day == 1) months.push_back({start + day, 0, 0}), days = 0;
    ++days;  // running means
    MonthMean& month = months.back();
    month.planned += (static_cast<double>(result.planned.city.at(metric, day)) - month.planned) / days;
    month.alone += (static_cast<double>(result.left_alone.city.at(metric, day)) - month.alone) / days;
  }
  return months;
}

std::string format_month(Language language, model::Date date) {
  const model::YearMonthDay civil = model::to_civil(date);
  const std::string year = std::to_string(civil.year), month(month_name(language, civil.month));
  return language == Language::zh ? year + "年" + month : month + " " + year;
}

}  // namespace zhengshe::app::views
