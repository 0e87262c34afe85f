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
  const std::vector<MonthTick> ticks = app::month_ticks(axis.start, axis.days);
  const float month_width = scale.pixel(30) - scale.pixel(0);
  float widest = 0;
  for (const MonthTick& tick : ticks) widest = std::max(widest, measure(look, TextStyle::small, axis.month_name(tick)).x);
  const int stride = static_cast<int>(std::ceil((widest + look.space(2)) / month_width));  // every so many months has its name
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const MonthTick& tick = ticks[i];
    if (tick.day < scale.low || tick.day > scale.high) continue;
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

// The same of single days, each name below its line.
void draw_days(const Look& look, const TimeAxis& axis, const Scale& scale, float top, float bottom, float names_top) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = measure(look, TextStyle::small, axis.day_name(axis.days - 1)).x + look.space(4);
  for (const int day : app::day_ticks(scale.low, scale.high, static_cast<int>((scale.high_pixel - scale.low_pixel) / width))) {
    const float x = std::round(scale.pixel(day));
    list.AddLine({x, top}, {x, bottom}, look->line, kHairline);
    if (x + width / 2 <= scale.high_pixel + look.space(2)) draw_text(look, TextStyle::small, {x, names_top}, look->muted, axis.day_name(day), Align::centre);
  }
}

// The frame of a line chart: the rectangle of the lines and the two scales.
struct Plot {
  ImVec2 min, max;
  Scale x, y;
  std::vector<double> ticks;
  int decimals = 0;
};

// The values of the days that are seen, and of one beyond each edge where lines go on to it.
std::span<const float> seen_of(std::span<const float> values, app::Range seen) {
  const auto first = std::min(values.size(), static_cast<std::size_t>(std::floor(seen.low)));
  const auto end = std::min(values.size(), static_cast<std::size_t>(std::ceil(seen.high)) + 1);
  return values.subspan(first, end - first);
}

app::Extent values_of(const LineChart& chart, app::Range seen) {
  std::vector<std::span<const float>> all;
  for (const LineSeries& series : chart.series)
    for (const std::span<const float> values : {series.values, series.low, series.high}) all.push_back(seen_of(values, seen));
  return app::extent_of(all);
}

Plot plot_of(const Look& look, const LineChart& chart, app::Range seen, ImVec2 min, ImVec2 max) {
  Plot plot;
  const app::Extent extent = values_of(chart, seen);
  plot.ticks = app::nice_ticks(extent.low, extent.high, std::max(3, static_cast<int>((max.y - min.y) / look.space(11))));
  plot.decimals = app::decimals_of(plot.ticks);
  float widest = 0;
  for (const double tick : plot.ticks) widest = std::max(widest, measure(look, TextStyle::small, chart.format(tick, plot.decimals)).x);
  plot.min = {min.x + widest + look.space(3), min.y};
  plot.max = {max.x, max.y - look.space(6)};
  plot.x = {seen.low, seen.high, plot.min.x, plot.max.x};
  plot.y = {extent.low, extent.high, plot.max.y, plot.min.y};
  return plot;
}

void draw_grid(const Look& look, const LineChart& chart, const Plot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const Shade& shade : chart.shades) {
    const float left = std::max(plot.min.x, plot.x.pixel(shade.first)), right = std::min(plot.max.x, plot.x.pixel(shade.last + 1));
    if (right <= left) continue;
    list.AddRectFilled({left, plot.min.y}, {right, plot.max.y}, shade.colour);
    if (!shade.label.empty()) draw_text(look, TextStyle::small, {(left + right) / 2, plot.min.y + look.space(1)}, look->muted, shade.label, Align::centre);
  }
  for (const double tick : plot.ticks) {
    const float y = std::round(plot.y.pixel(tick));
    list.AddLine({plot.min.x, y}, {plot.max.x, y}, look->line, kHairline);
    draw_text(look, TextStyle::small, {plot.min.x - look.space(2), y - look.size(TextStyle::small) / 2}, look->muted, chart.format(tick, plot.decimals),
              Align::right);
  }
  const auto draw_names = plot.x.high - plot.x.low < app::kMostNamedDays ? draw_days : draw_months;
  draw_names(look, chart.axis, plot.x, plot.max.y, plot.max.y + look.space(1), plot.max.y + look.space(2));
}

// What is seen of the values, at most so many points; their places are days.
std::vector<app::PixelColumn> decimated(const Plot& plot, std::span<const float> values, int columns) {
  std::vector<app::PixelColumn> points = app::decimate(seen_of(values, {plot.x.low, plot.x.high}), columns);
  for (app::PixelColumn& point : points) point.x += std::floor(static_cast<float>(plot.x.low));
  return points;
}

// A strip of triangles without softened edges, so that its own seams do not show.
void draw_band(ImDrawList& list, const Plot& plot, std::span<const float> low, std::span<const float> high, ImU32 colour) {
  const int columns = static_cast<int>(plot.max.x - plot.min.x);
  const std::vector<app::PixelColumn> bottom = decimated(plot, low, columns), top = decimated(plot, high, columns);
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
  for (const app::PixelColumn& column : decimated(plot, values, 2 * static_cast<int>(plot.max.x - plot.min.x))) {
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

void draw_lines(const Look& look, const LineChart& chart, const Plot& plot) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool cut = plot.x.low > 0 || plot.x.high < chart.axis.days - 1;  // lines go on beyond the edges
  if (cut) list.PushClipRect(plot.min, plot.max, true);
  for (const LineSeries& series : chart.series) {
    draw_band(list, plot, series.low, series.high, with_alpha(series.colour, kOuterBand));
    draw_band(list, plot, series.lower_quartile, series.upper_quartile, with_alpha(series.colour, kInnerBand));
  }
  for (auto series = chart.series.rbegin(); series != chart.series.rend(); ++series) draw_series(look, plot, *series);
  if (cut) list.PopClipRect();
}

void take_wish(const LineChart& chart, DayZoom& zoom, ZoomWish wish) {
  const model::Date start = chart.axis.start;
  const int days = chart.axis.days;
  const app::Range seen = seen_days(zoom, start, days);
  if (wish == ZoomWish::in || wish == ZoomWish::out) zoom_by(zoom, start, days, (seen.low + seen.high) / 2, wish == ZoomWish::in ? 2 : 0.5);
  if (wish == ZoomWish::all) zoom = {start, days, all_days(days)};
}

// The day under the pointer, which a press or a drag sets.
ChartEvents events_of(const Look& look, const LineChart& chart, const Plot& plot, const Press& press) {
  ChartEvents events;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool inside = mouse.x >= plot.min.x && mouse.x <= plot.max.x;
  if (!(press.hovered && inside) && !press.held) return events;
  const double least = std::ceil(plot.x.low), most = std::min(std::floor(plot.x.high), static_cast<double>(std::max(0, chart.axis.days - 1)));
  const int day = static_cast<int>(std::clamp(std::round(plot.x.value(mouse.x)), least, std::max(least, most)));
  events.pointed_day = day;
  if (press.held) events.pressed_day = day;
  read_out(look, chart, plot, day);
  return events;
}

}  // namespace

ChartEvents line_chart(const Look& look, const LineChart& chart, DayZoom& zoom, ImVec2 size) {
  ImGui::BeginGroup();
  ImGui::SetNextItemAllowOverlap();
  const Press press = press_area(chart.label, size);
  const model::Date start = chart.axis.start;
  const Plot plot = plot_of(look, chart, seen_days(zoom, start, chart.axis.days), press.min, press.max);
  const bool moves = take_zoom(zoom, start, chart.axis.days, press, plot.x);
  draw_grid(look, chart, plot);
  draw_lines(look, chart, plot);
  for (const Mark& mark : chart.marks) draw_mark(look, mark, plot.x, plot.min.y, plot.max.y);
  take_wish(chart, zoom, chart_menu(look, chart.menu, press, true));
  ImGui::EndGroup();
  return moves ? ChartEvents{} : events_of(look, chart, plot, press);
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

}  // namespace zhengshe::ui
