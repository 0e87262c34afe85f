// Charts of the session's results, shared by the views.
#include <vector>

#include "app/views/charts.h"
#include "ui/controls.h"
#include "ui/panels.h"

namespace zhengshe::ui {

TimeAxis time_axis(const app::Session& session) {
  const app::Language language = session.language();
  const model::Date start = session.scenario().calendar.start;
  return {start, session.result().days, [language](const MonthTick& tick) { return std::string(app::month_name(language, tick.month)); },
          [language, start](int day) { return app::format_day(language, start + day); }};
}

DayMarks day_marks(const Look& look, const app::Session& session, const app::views::Timeline& line) {
  DayMarks marks;
  for (std::size_t i = 0; i < line.holidays.size(); ++i) {
    const app::views::Span& holiday = line.holidays[i];
    const bool long_enough = holiday.last - holiday.first >= 3;
    marks.shades.push_back({static_cast<float>(holiday.first), static_cast<float>(holiday.last),
                            long_enough ? std::string_view(line.holiday_names[i]) : std::string_view(), with_alpha(look->ink, 0.07f)});
  }
  if (line.deadline >= 0)
    marks.marks.push_back({static_cast<float>(line.deadline), app::tr(session.language(), app::Key::deadline), look->accent_text, true});
  if (line.day + 1 < line.days) marks.marks.push_back({static_cast<float>(line.day), {}, look->ink, false});
  return marks;
}

namespace {

// "Monthly wage · Three batches 34.2 · Left alone 33.1": what the lines show on the session's day.
std::string spoken(const app::Session& session, model::Metric metric, const app::ChartData& data) {
  const app::Language language = session.language();
  std::string words = data.title;
  for (const app::ChartSeries& series : data.series) {
    const auto day = static_cast<std::size_t>(session.day());
    if (day >= series.values.size()) continue;
    words += " · " + app::fill(app::tr(language, app::Key::label_value), {series.name, app::format_metric(language, metric, static_cast<double>(series.values[day]))});
  }
  return words;
}

std::vector<LineSeries> lines_of(const Look& look, const app::ChartData& data) {
  std::vector<LineSeries> lines;
  for (const app::ChartSeries& series : data.series)
    lines.push_back({.name = series.name, .values = series.values, .low = series.low, .high = series.high, .lower_quartile = series.lower_quartile,
                     .upper_quartile = series.upper_quartile, .colour = series.dashed ? look->left_alone : look->plan, .dashed = series.dashed});
  return lines;
}

}  // namespace

void metric_chart(const Look& look, const app::Session& session, model::Metric metric, model::CooperativeId of, const app::views::Timeline& line,
                  MetricChart& state, app::Intents& intents) {
  const app::Language language = session.language();
  const app::ChartData& data = state.data.get(session, {metric, of}, [&] { return app::views::metric_chart(session, metric, of); });
  const std::vector<LineSeries> lines = lines_of(look, data);
  const DayMarks marks = day_marks(look, session, line);
  LineChart chart;
  chart.axis = time_axis(session);
  chart.series = lines;
  const std::string label = spoken(session, metric, data) + "###chart";
  chart.label = label.c_str();
  chart.band_name = app::tr(language, app::Key::bands_of);
  chart.marks = marks.marks;
  chart.shades = marks.shades;
  chart.unit = data.unit;
  chart.format = [is_share = data.in_percent](double value, int decimals) { return app::format_tick(is_share, value, decimals); };
  const model::Date start = chart.axis.start;
  chart.day_name = [language, start](int day) { return app::format_date(language, start + day); };
  chart.menu = {language, data.title, [&] {
    app::ChartData wanted = app::views::with_calendar(data, session, line);
    const app::Range seen = seen_days(state.zoom, chart.axis.start, chart.axis.days);
    wanted.low = seen.low, wanted.high = seen.high;
    return wanted;
  }, &intents};
  legend(look, chart);
  ImGui::Dummy({1, look.space(0.5f)});
  const ChartEvents events = line_chart(look, chart, state.zoom, ImGui::GetContentRegionAvail());
  if (events.pressed_day && *events.pressed_day != session.day()) intents.add(app::SetDay{*events.pressed_day});
}

}  // namespace zhengshe::ui
