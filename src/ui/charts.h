// The charts of every view, drawn with ImDrawList from plain spans. Days count from the start of the axis.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/axis.h"
#include "ui/chart_menu.h"
#include "ui/look.h"
#include "ui/zoom.h"

namespace zhengshe::ui {

using app::MonthTick;
using app::Scale;

/// What every chart over time shares.
struct TimeAxis {
  model::Date start;
  int days = 0;
  std::function<std::string(const MonthTick&)> month_name;
  std::function<std::string(int day)> day_name = {};  // short, where days have room for their names
};

/// A vertical line at a day, with a word at its top.
struct Mark {
  float day = 0;
  std::string_view label;
  ImU32 colour = 0;
  bool dashed = false;
};

/// A range of days with another ground: a holiday, a batch.
struct Shade {
  float first = 0, last = 0;
  std::string_view label;
  ImU32 colour = 0;  // with its opacity
};

/// One value a day. The bands may be empty; they have as many values as the line.
struct LineSeries {
  std::string_view name = {};
  std::span<const float> values = {};
  std::span<const float> low = {}, high = {};                    // 90 % of replications
  std::span<const float> lower_quartile = {}, upper_quartile = {};  // 50 %
  ImU32 colour = 0;
  bool dashed = false;
};

struct LineChart {
  const char* label = "";  // read aloud
  TimeAxis axis;
  std::span<const LineSeries> series;
  std::span<const Mark> marks = {};
  std::span<const Shade> shades = {};
  std::string_view band_name;                       // in the legend; empty = no band
  std::function<std::string(double, int decimals)> format;
  std::function<std::string(int day)> day_name;     // in the read-out
  std::string_view unit;
  ChartMenu menu = {};
};

struct ChartEvents {
  std::optional<int> pointed_day;  // under the pointer
  std::optional<int> pressed_day;  // pressed or dragged along
};

/// Lines with bands, months below, ticks on the left, a read-out under the pointer, of the days that `zoom` shows, and
/// the chart's menu. Fills `size`.
ChartEvents line_chart(const Look& look, const LineChart& chart, DayZoom& zoom, ImVec2 size);
/// The names of the series with samples of their lines, in the flow of the layout.
void legend(const Look& look, const LineChart& chart);

/// Columns, one a day, under a limit: the use of the work teams.
struct ColumnChart {
  const char* label = "";
  std::span<const float> values = {};
  std::span<const ImU32> colours;  // one a value
  std::span<const float> limit;    // a step line, one a value; may be empty
  std::function<std::string(int day)> explain;
  ChartMenu menu = {};
};
/// `scale` maps days to pixels, so that columns stand under a Gantt of the same days.
void column_chart(const Look& look, const ColumnChart& chart, const Scale& scale, float height);

/// How often each value came out, with the place of one value in it.
struct Density {
  const char* label = "";
  std::span<const float> heights;  // evenly spaced from low to high
  double low = 0, high = 1;
  double marker = 0;               // the reported value
  ChartMenu menu = {};
};
void density(const Look& look, const Density& density, ImVec2 size);

// --- parts, for whatever else is drawn over days ------------------------------------------------------

void draw_dashed(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float dash);
/// Faint lines at the months from `top` to `bottom`, their names above `names_top`.
void draw_months(const Look& look, const TimeAxis& axis, const Scale& scale, float top, float bottom, float names_top);
void draw_mark(const Look& look, const Mark& mark, const Scale& scale, float top, float bottom);

}  // namespace zhengshe::ui
