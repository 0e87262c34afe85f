// Charts of the session's results, shared by the views.
#include <array>
#include <vector>

#include "app/views/cooperative_series.h"
#include "ui/controls.h"
#include "ui/panels.h"

namespace zhengshe::ui {

TimeAxis time_axis(const app::Session& session) {
  const app::Language language = session.language();
  return {session.scenario().calendar.start, session.result().days,
          [language](const MonthTick& tick) { return std::string(app::month_name(language, tick.month)); }};
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

bool is_share(model::Metric metric) {
  return metric == model::Metric::rework_rate || metric == model::Metric::seconds_rate || metric == model::Metric::within_800_m;
}

// "Monthly wage · Three batches 34.2 · Left alone 33.1": what the lines show on the session's day.
std::string spoken(const app::Session& session, model::Metric metric, std::span<const LineSeries> series) {
  const app::Language language = session.language();
  std::string words(app::name_of(language, metric));
  for (const LineSeries& line : series) {
    const auto day = static_cast<std::size_t>(session.day());
    if (day >= line.values.size()) continue;
    words += " · " + app::fill(app::tr(language, app::Key::label_value), {line.name, app::format_metric(language, metric, static_cast<double>(line.values[day]))});
  }
  return words;
}

}  // namespace

void metric_chart(const Look& look, const app::Session& session, model::Metric metric, model::CooperativeId of, const app::views::Timeline& line,
                  ChartBands& memo, app::Intents& intents) {
  const app::Language language = session.language();
  const int position = of ? model::index_of(session.scenario(), of) : -1;
  const sim::RunResult& result = session.result();
  std::string plan(session.plan() ? app::tr(language, session.plan()->name) : std::string_view());
  std::vector<float> own, own_alone;  // of the cooperative
  if (position >= 0) {
    own = app::views::values_of(result, sim::Arm::planned, position, metric);
    own_alone = app::views::values_of(result, sim::Arm::left_alone, position, metric);
  }
  LineSeries planned{.name = plan, .values = position < 0 ? result.planned.city.of(metric) : own, .colour = look->plan};
  LineSeries alone{.name = app::tr(language, app::Key::left_alone), .values = position < 0 ? result.left_alone.city.of(metric) : own_alone,
                         .colour = look->left_alone, .dashed = true};
  const std::optional<app::views::Bands>& bands = memo.get(session, {metric}, [&]() -> std::optional<app::views::Bands> {
    const std::optional<app::views::Bands> kept = app::views::bands(session, metric);
    return kept && kept->fresh ? std::optional(app::views::daily(*kept)) : std::nullopt;
  });
  const bool has_bands = bands && position < 0 && session.plan() != nullptr && bands->low.size() == planned.values.size();
  if (has_bands) {
    plan = app::fill(app::tr(language, app::Key::median_line), {plan});
    planned.name = plan, planned.values = bands->median, alone.values = bands->median_alone;
    planned.low = bands->low, planned.high = bands->high, planned.lower_quartile = bands->lower, planned.upper_quartile = bands->upper;
  }
  const std::array both{planned, alone};
  const DayMarks marks = day_marks(look, session, line);
  LineChart chart;
  chart.axis = time_axis(session);
  chart.series = std::span(both).subspan(session.plan() ? 0 : 1);
  const std::string label = spoken(session, metric, chart.series) + "###chart";
  chart.label = label.c_str();
  if (has_bands) chart.band_name = app::tr(language, app::Key::bands_of);
  chart.marks = marks.marks;
  chart.shades = marks.shades;
  chart.unit = is_share(metric) ? std::string_view() : app::unit_of(language, metric);
  chart.format = [metric](double value, int decimals) {
    return is_share(metric) ? app::format_share(value, std::max(0, decimals - 2)) : app::format_number(value, decimals);
  };
  const model::Date start = chart.axis.start;
  chart.day_name = [language, start](int day) { return app::format_date(language, start + day); };
  legend(look, chart);
  ImGui::Dummy({1, look.space(0.5f)});
  const ChartEvents events = line_chart(look, chart, ImGui::GetContentRegionAvail());
  if (events.pressed_day && *events.pressed_day != session.day()) intents.add(app::SetDay{*events.pressed_day});
}

}  // namespace zhengshe::ui
