#include "ui/charts.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/controls.h"

namespace zhengshe::ui {

void draw_dashed(ImDrawList& list, ImVec2 from, ImVec2 to, ImU32 colour, float thickness, float dash) {
  const float dx = to.x - from.x, dy = to.y - from.y, length = std::sqrt(dx * dx + dy * dy);
  for (float at = 0; at < length; at += 2 * dash) {
    const float a = at / length, b = std::min(1.0f, (at + dash) / length);
    list.AddLine({from.x + dx * a, from.y + dy * a}, {from.x + dx * b, from.y + dy * b}, colour, thickness);
  }
}

void draw_months(const Look& look, const TimeAxis& axis, const Scale& scale, float top, float bottom, float names_top) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::vector<MonthTick> ticks = month_ticks(axis.start, axis.days);
  const float month_width = scale.pixel(30) - scale.pixel(0);
  float widest = 0;
  for (const MonthTick& tick : ticks) widest = std::max(widest, measure(look, TextStyle::small, axis.month_name(tick)).x);
  const int stride = static_cast<int>(std::ceil((widest + look.space(2)) / month_width));  // every so many months has its name
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const MonthTick& tick = ticks[i];
    const float x = std::round(scale.pixel(tick.day));
    list.AddLine({x, top}, {x, bottom}, look->line, kHairline);
    const float centre = x + month_width / 2;
    if (i % static_cast<std::size_t>(stride) != 0 || centre + widest / 2 > scale.high_pixel + look.space(2)) continue;
    draw_text(look, TextStyle::small, {centre, names_top}, look->muted, axis.month_name(tick), Align::centre);
  }
}

void draw_mark(const Look& look, const Mark& mark, const Scale& scale, float top, float bottom) {
  if (mark.day < scale.low || mark.day > scale.high) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = std::round(scale.pixel(mark.day)) + 0.5f;
  if (mark.dashed) draw_dashed(list, {x, top}, {x, bottom}, mark.colour, 1.5f, look.space(1));
  else list.AddLine({x, top}, {x, bottom}, mark.colour, 1.5f);
  const bool leftward = x + look.space(1.5f) + measure(look, TextStyle::small, mark.label).x > scale.high_pixel;
  draw_text(look, TextStyle::small, {x + look.space(leftward ? -1.5f : 1.5f), top}, mark.colour, mark.label, leftward ? Align::right : Align::left);
}

namespace {

// The frame of a line chart: the rectangle of the lines and the two scales.
struct Plot {
  ImVec2 min, max;
  Scale x, y;
  std::vector<double> ticks;
  int decimals = 0;
};

Extent values_of(const LineChart& chart) {
  std::vector<std::span<const float>> all;
  for (const LineSeries& series : chart.series)
    for (const std::span<const float> values : {series.values, series.low, series.high}) all.push_back(values);
  Extent extent = extent_of(all);
  if (chart.from_zero) extent.low = 0;
  return extent;
}

Plot plot_of(const Look& look, const LineChart& chart, ImVec2 min, ImVec2 max) {
  Plot plot;
  const Extent extent = values_of(chart);
  plot.ticks = nice_ticks(extent.low, extent.high, std::max(3, static_cast<int>((max.y - min.y) / look.space(11))));
  plot.decimals = decimals_of(plot.ticks);
  float widest = 0;
  for (const double tick : plot.ticks) widest = std::max(widest, measure(look, TextStyle::small, chart.format(tick, plot.decimals)).x);
  plot.min = {min.x + widest + look.space(3), min.y};
  plot.max = {max.x, max.y - look.space(6)};
  plot.x = {0, std::max(1.0, static_cast<double>(chart.axis.days - 1)), plot.min.x, plot.max.x};
  plot.y = {extent.low, extent.high, plot.max.y, plot.min.y};
  return plot;
}

void draw_grid(const Look& look, const LineChart& chart, const Plot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Shade& shade : chart.shades) {
    const float left = plot.x.pixel(shade.first), right = plot.x.pixel(shade.last + 1);
    list.AddRectFilled({left, plot.min.y}, {right, plot.max.y}, shade.colour);
    if (!shade.label.empty()) draw_text(look, TextStyle::small, {(left + right) / 2, plot.min.y + look.space(1)}, look->muted, shade.label, Align::centre);
  }
  for (const double tick : plot.ticks) {
    const float y = std::round(plot.y.pixel(tick));
    list.AddLine({plot.min.x, y}, {plot.max.x, y}, look->line, kHairline);
    draw_text(look, TextStyle::small, {plot.min.x - look.space(2), y - look.size(TextStyle::small) / 2}, look->muted, chart.format(tick, plot.decimals),
              Align::right);
  }
  draw_months(look, chart.axis, plot.x, plot.max.y, plot.max.y + look.space(1), plot.max.y + look.space(2));
}

// A strip of triangles without softened edges, so that its own seams do not show.
void draw_band(ImDrawList& list, const Plot& plot, std::span<const float> low, std::span<const float> high, ImU32 colour) {
  const int columns = static_cast<int>(plot.max.x - plot.min.x);
  const std::vector<PixelColumn> bottom = decimate(low, columns), top = decimate(high, columns);
  const std::size_t count = std::min(bottom.size(), top.size());
  if (count < 2) return;
  list.PrimReserve(static_cast<int>(count - 1) * 6, static_cast<int>(count) * 2);
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const ImDrawIdx first = list._VtxCurrentIdx;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = plot.x.pixel(top[i].x);
    list.PrimWriteVtx({x, plot.y.pixel(top[i].high)}, white, colour);
    list.PrimWriteVtx({x, plot.y.pixel(bottom[i].low)}, white, colour);
  }
  for (unsigned i = 0; i + 1 < count; ++i)
    for (const unsigned corner : {0u, 1u, 2u, 2u, 1u, 3u}) list.PrimWriteIdx(first + 2 * i + corner);
}

// The points of a line in pixels; a column with a range contributes both of its ends.
std::vector<ImVec2> points_of(const Plot& plot, std::span<const float> values) {
  std::vector<ImVec2> points;
  for (const PixelColumn& column : decimate(values, 2 * static_cast<int>(plot.max.x - plot.min.x))) {
    const float x = plot.x.pixel(column.x);
    points.push_back({x, plot.y.pixel(column.high)});
    if (column.low != column.high) points.push_back({x, plot.y.pixel(column.low)});
  }
  return points;
}

// Dashes along a path, by its length.
void draw_dashed_path(ImDrawList& list, const std::vector<ImVec2>& points, ImU32 colour, float dash) {
  float walked = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) walked += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    const bool gap = std::fmod(walked, 2.2f * dash) > 1.3f * dash;
    if (!gap) {
      list.PathLineTo(points[i]);
    } else if (list._Path.Size > 0) {
      list.PathLineTo(points[i]);
      list.PathStroke(colour, 0, kSeriesWidth);
    }
  }
  list.PathStroke(colour, 0, kSeriesWidth);
}

// A path with a point every other pixel, so that dashes begin and end where they should.
std::vector<ImVec2> densified(const std::vector<ImVec2>& points) {
  std::vector<ImVec2> dense;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const ImVec2 a = points[i], b = points[i + 1];
    const int parts = std::max(1, static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / 2));
    for (int part = 0; part < parts; ++part) {
      const float share = static_cast<float>(part) / static_cast<float>(parts);
      dense.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
    }
  }
  if (!points.empty()) dense.push_back(points.back());
  return dense;
}

void draw_series(const Look& look, const Plot& plot, const LineSeries& series) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const std::vector<ImVec2> points = points_of(plot, series.values);
  if (series.dashed) draw_dashed_path(list, densified(points), series.colour, look.space(1.25f));
  else list.AddPolyline(points.data(), static_cast<int>(points.size()), series.colour, 0, kSeriesWidth);
}

void read_out(const Look& look, const LineChart& chart, const Plot& plot, int day) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = std::round(plot.x.pixel(day)) + 0.5f;
  list.AddLine({x, plot.min.y}, {x, plot.max.y}, with_alpha(look->ink, 0.35f), kHairline);
  if (!ImGui::BeginTooltip()) return;
  text(look, TextStyle::strong, look->ink, chart.day_name(day));
  for (const LineSeries& series : chart.series) {
    const auto at = static_cast<std::size_t>(day);
    if (at >= series.values.size()) continue;
    list.AddCircleFilled({x, plot.y.pixel(series.values[at])}, look.space(1), series.colour);
    const int decimals = plot.decimals + 1;
    std::string line = std::string(series.name) + "  " + chart.format(series.values[at], decimals) + " " + std::string(chart.unit);
    if (at < series.low.size() && at < series.high.size())
      line += "  (" + chart.format(series.low[at], decimals) + " … " + chart.format(series.high[at], decimals) + ")";
    text(look, TextStyle::body, series.colour, line);
  }
  ImGui::EndTooltip();
}

}  // namespace

ChartEvents line_chart(const Look& look, const LineChart& chart, ImVec2 size) {
  const Press press = press_area(chart.label, size);
  const Plot plot = plot_of(look, chart, press.min, press.max);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  draw_grid(look, chart, plot);
  for (const LineSeries& series : chart.series) {
    draw_band(list, plot, series.low, series.high, with_alpha(series.colour, kOuterBand));
    draw_band(list, plot, series.lower_quartile, series.upper_quartile, with_alpha(series.colour, kInnerBand));
  }
  for (auto series = chart.series.rbegin(); series != chart.series.rend(); ++series) draw_series(look, plot, *series);
  for (const Mark& mark : chart.marks) draw_mark(look, mark, plot.x, plot.min.y, plot.max.y);

  ChartEvents events;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = mouse.x >= plot.min.x && mouse.x <= plot.max.x;
  if (!(press.hovered && inside) && !press.held) return events;
  const int day = std::clamp(static_cast<int>(std::lround(plot.x.value(mouse.x))), 0, std::max(0, chart.axis.days - 1));
  events.pointed_day = day;
  if (press.held) events.pressed_day = day;
  read_out(look, chart, plot, day);
  return events;
}

void legend(const Look& look, const LineChart& chart) {
  const float sample = look.space(5), gap = look.space(2);
  bool first = true;
  const auto entry = [&](std::string_view name, ImU32 colour, bool dashed, bool band) {
    const float width = sample + gap + measure(look, TextStyle::small, name).x + look.space(2);
    if (!first) flow(look, width);
    first = false;
    ImGui::Dummy({width, look.size(TextStyle::small)});
    const ImVec2 min = ImGui::GetItemRectMin();
    const float middle = (min.y + ImGui::GetItemRectMax().y) / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (band) list.AddRectFilled({min.x, middle - look.space(1.25f)}, {min.x + sample, middle + look.space(1.25f)}, with_alpha(colour, kOuterBand + kInnerBand), 2);
    else if (dashed) draw_dashed(list, {min.x, middle}, {min.x + sample, middle}, colour, kSeriesWidth, look.space(1.25f));
    else list.AddLine({min.x, middle}, {min.x + sample, middle}, colour, kSeriesWidth);
    draw_text(look, TextStyle::small, {min.x + sample + gap, min.y}, look->muted, name);
  };
  for (const LineSeries& series : chart.series) {
    entry(series.name, series.colour, series.dashed, false);
    if (!series.low.empty() && !chart.band_name.empty()) entry(chart.band_name, series.colour, false, true);
  }
}

void column_chart(const Look& look, const ColumnChart& chart, const Scale& scale, float height) {
  const Press press = press_area(chart.label, {ImGui::GetContentRegionAvail().x, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float most = 1;
  for (const std::span<const float> values : {chart.values, chart.limit})
    for (const float value : values) most = std::max(most, value);
  const float top = press.min.y + look.space(2), bottom = press.max.y;
  const auto level = [&](float value) { return bottom - (bottom - top) * value / most; };
  const float day_width = scale.pixel(1) - scale.pixel(0), gap = day_width > 4 ? 1.0f : 0.0f;
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    if (chart.values[i] <= 0) continue;
    const float left = scale.pixel(static_cast<double>(i));
    list.AddRectFilled({left, level(chart.values[i])}, {left + std::max(1.0f, day_width - gap), bottom}, with_alpha(chart.colours[i], 0.8f));
  }
  for (std::size_t i = 0; i < chart.limit.size(); ++i) {
    const float left = scale.pixel(static_cast<double>(i)), y = level(chart.limit[i]);
    if (i % 2 == 0 || day_width > 6) list.AddLine({left, y}, {left + day_width * 0.7f, y}, look->ink, 1.5f);
    const bool steps = i + 1 == chart.limit.size() || chart.limit[i] != chart.limit[i + 1];
    if (steps) draw_text(look, TextStyle::small, {left, y - look.size(TextStyle::small) - 1}, look->muted, std::to_string(std::lround(chart.limit[i])), Align::right);
  }
  list.AddLine({scale.low_pixel, bottom}, {scale.high_pixel, bottom}, look->line, kHairline);
  const int day = static_cast<int>(std::floor(scale.value(ImGui::GetIO().MousePos.x)));
  if (press.hovered && day >= 0 && day < static_cast<int>(chart.values.size())) tooltip(look, chart.explain(day));
}

void density(const Look& look, const Density& density, ImVec2 size) {
  const Press press = press_area(density.label, size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = press.max.x - press.min.x, height = press.max.y - press.min.y;
  list.AddLine({press.min.x, press.max.y}, press.max, look->line, kHairline);
  const std::size_t count = density.heights.size();
  if (count > 1) {
    const float most = std::max(1e-9f, *std::max_element(density.heights.begin(), density.heights.end()));
    const ImU32 fill = with_alpha(look->plan, kOuterBand + kInnerBand);
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list.PrimReserve(static_cast<int>(count - 1) * 6, static_cast<int>(count) * 2);
    const ImDrawIdx first = list._VtxCurrentIdx;
    for (std::size_t i = 0; i < count; ++i) {
      const float x = press.min.x + width * static_cast<float>(i) / static_cast<float>(count - 1);
      list.PrimWriteVtx({x, press.max.y - height * 0.92f * density.heights[i] / most}, white, fill);
      list.PrimWriteVtx({x, press.max.y}, white, fill);
    }
    for (unsigned i = 0; i + 1 < count; ++i)
      for (const unsigned corner : {0u, 1u, 2u, 2u, 1u, 3u}) list.PrimWriteIdx(first + 2 * i + corner);
  }
  if (!density.has_marker) return;
  const Scale scale{density.low, density.high, press.min.x, press.max.x};
  const float x = std::clamp(scale.pixel(density.marker), press.min.x, press.max.x);
  list.AddLine({x, press.min.y}, {x, press.max.y}, look->accent, kSeriesWidth);
}

std::uint32_t scatter(const Look& look, const Scatter& scatter, ImVec2 size) {
  const Press press = press_area(scatter.label, size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::vector<float> xs, ys;
  for (const ScatterPoint& point : scatter.points) xs.push_back(point.x), ys.push_back(point.y);
  const std::span<const float> x_values = xs, y_values = ys;
  const Extent wide = extent_of({&x_values, 1}), tall = extent_of({&y_values, 1});
  const float bottom = press.max.y - look.space(6);
  const Scale x{wide.low, wide.high, press.min.x + look.space(2), press.max.x}, y{tall.low, tall.high, bottom, press.min.y + look.space(5)};
  list.AddLine({press.min.x, bottom}, {press.max.x, bottom}, look->line, kHairline);
  draw_text(look, TextStyle::small, {press.max.x, bottom + look.space(1)}, look->muted, scatter.x_name, Align::right);
  draw_text(look, TextStyle::small, press.min, look->muted, scatter.y_name);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ScatterPoint* nearest = nullptr;
  float distance = look.space(3);
  for (const ScatterPoint& point : scatter.points) {
    const ImVec2 at{x.pixel(point.x), y.pixel(point.y)};
    list.AddCircleFilled(at, look.space(point.selected ? 1.5f : 1), point.selected ? look->accent : with_alpha(point.colour, 0.7f));
    const float away = std::hypot(mouse.x - at.x, mouse.y - at.y);
    if (press.hovered && away < distance) distance = away, nearest = &point;
  }
  if (!nearest) return 0;
  list.AddCircle({x.pixel(nearest->x), y.pixel(nearest->y)}, look.space(2), look->ink, 0, 1.5f);
  tooltip(look, scatter.explain(nearest->id));
  return press.clicked ? nearest->id : 0;
}

}  // namespace zhengshe::ui
