#include "app/views/charts.h"

#include <algorithm>
#include <cmath>

#include "app/views/bands.h"
#include "app/views/cooperative_series.h"
#include "sim/run.h"

namespace zhengshe::app::views {
namespace {

// "Kunming 1957 · Three batches · behaviour version 1"
std::string source_of(const Session& session) {
  const Language language = session.language();
  return std::string(tr(language, session.scenario().title)) + " · " + std::string(name_of(language, session.plan())) + " · " +
         fill(tr(language, Key::behaviour_version), {std::to_string(sim::kBehaviourVersion)});
}

std::string with_replications(const Session& session, int count) {
  return source_of(session) + " · " + fill(tr(session.language(), Key::replications_done), {std::to_string(count)});
}

ChartData over_days(const Session& session, int first, int days) {
  ChartData chart;
  chart.language = session.language();
  chart.start = session.scenario().calendar.start + first;
  chart.places_name = tr(session.language(), Key::date);
  chart.high = std::max(0, days - 1);
  chart.source = source_of(session);
  return chart;
}

ChartSeries& add_series(ChartData& chart, std::string_view name, std::vector<float> values) {
  ChartSeries& series = chart.series.emplace_back();
  series.name = name;
  series.values = std::move(values);
  return series;
}

}  // namespace

ChartData centre_chart(const Session& session, model::Metric metric, model::CooperativeId of) {
  const Language language = session.language();
  const sim::RunResult& result = session.result();
  const int position = of ? model::index_of(session.scenario(), of) : -1;
  ChartData chart = over_days(session, 0, result.days);
  chart.file = model::id_of(metric);
  chart.title = name_of(language, metric);
  chart.unit = is_share(metric) ? std::string_view() : unit_of(language, metric);
  chart.in_percent = is_share(metric);
  if (position >= 0) {
    chart.file += "-" + std::to_string(of.value);
    chart.title += " · " + std::string(tr(language, session.scenario().cooperatives[static_cast<std::size_t>(position)].name));
  }
  const auto values = [&](sim::Arm arm, const sim::ArmResult& run) { return position < 0 ? values_of(run, metric) : values_of(result, arm, position, metric); };
  if (session.plan() != nullptr) add_series(chart, name_of(language, session.plan()), values(sim::Arm::planned, result.planned));
  add_series(chart, tr(language, Key::left_alone), values(sim::Arm::left_alone, result.left_alone)).dashed = true;
  return chart;
}

ChartData metric_chart(const Session& session, model::Metric metric, model::CooperativeId of) {
  ChartData chart = centre_chart(session, metric, of);
  if (model::index_of(session.scenario(), of) >= 0 || session.plan() == nullptr) return chart;
  const std::optional<Bands> kept = bands(session, metric);
  if (!kept || !kept->fresh) return chart;
  Bands all = daily(*kept);
  ChartSeries& planned = chart.series[0];
  if (all.low.size() != planned.values.size()) return chart;
  planned.name = fill(tr(session.language(), Key::median_line), {planned.name});
  planned.values = std::move(all.median);
  planned.low = std::move(all.low), planned.high = std::move(all.high);
  planned.lower_quartile = std::move(all.lower), planned.upper_quartile = std::move(all.upper);
  chart.series[1].values = std::move(all.median_alone);
  chart.source = with_replications(session, kept->replications);
  return chart;
}

ChartData with_calendar(ChartData chart, const Session& session, const Timeline& line) {
  for (std::size_t i = 0; i < line.holidays.size(); ++i)
    chart.shades.push_back({static_cast<double>(line.holidays[i].first), static_cast<double>(line.holidays[i].last), line.holiday_names[i]});
  if (line.deadline >= 0) chart.marks.push_back({static_cast<double>(line.deadline), std::string(tr(session.language(), Key::deadline))});
  return chart;
}

ChartData teams_chart(const Session& session, const Gantt& gantt, int first, int days) {
  const Language language = session.language();
  const auto part = [&](const std::vector<int>& all) {
    const auto end = std::min(all.size(), static_cast<std::size_t>(first + days));
    return std::vector<float>(all.begin() + first, all.begin() + static_cast<std::ptrdiff_t>(end));
  };
  ChartData chart = over_days(session, first, days);
  chart.file = "teams";
  chart.title = tr(language, Key::teams_in_use);
  chart.from_zero = true;
  add_series(chart, chart.title, part(gantt.teams_at_work)).shape = ChartSeries::Shape::columns;
  add_series(chart, tr(language, Key::work_teams), part(gantt.teams_available)).dashed = true;
  return chart;
}

ChartData claim_chart(const Session& session, const ClaimRow& claim) {
  const Language language = session.language();
  const auto [least, largest] = std::minmax_element(claim.observed.begin(), claim.observed.end());
  const float low = std::min(*least, claim.reported_value), high = std::max(*largest, claim.reported_value);
  constexpr int kSteps = 24;
  ChartData chart;
  chart.language = language;
  chart.file = "claim-" + std::to_string(claim.id.value);
  chart.title = claim.statement;
  chart.from_zero = true;
  chart.places_name = tr(language, Key::value);
  chart.low = static_cast<double>(low), chart.high = static_cast<double>(high);
  ChartSeries& heights = add_series(chart, tr(language, Key::frequency), std::vector<float>(kSteps, 0.0f));
  heights.shape = ChartSeries::Shape::area;
  const float width = std::max(high - low, 1e-9f) / (kSteps - 1);
  for (int i = 0; i < kSteps; ++i) {
    chart.places.push_back(low + width * static_cast<float>(i));
    for (const float value : claim.observed)  // a triangle around each value, two steps to either side
      heights.values[static_cast<std::size_t>(i)] += std::max(0.0f, 1 - std::abs(value - chart.places.back()) / (2 * width));
  }
  chart.marks.push_back({static_cast<double>(claim.reported_value), fill(tr(language, Key::label_value), {tr(language, Key::reported), claim.reported})});
  chart.source = with_replications(session, session.claims().result()->count());
  return chart;
}

}  // namespace zhengshe::app::views
