#include "app/chart_drawing.h"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>

#include "app/axis.h"

namespace zhengshe::app {
namespace {

constexpr const char *kPanel = "#fffdf8", *kInk = "#20242c", *kMuted = "#62656c", *kRule = "#e3dccd", *kAccent = "#b93626";
constexpr const char *kPlan = "#1b6f6c", *kAlone = "#756a58";
constexpr double kOuterBand = 0.13, kInnerBand = 0.2, kFilled = 0.35;
constexpr const char* kFonts = "system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif";
constexpr double kMargin = 24, kTitleSize = 18, kSmall = 12;
constexpr double kLabels = 64;      // the width of the axis of values
constexpr double kNames = 22;       // the height of the names below

struct Box {
  double left, top, right, bottom;
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

// A piece of SVG in which only numbers and words of this file stand.
[[gnu::format(printf, 1, 2)]] std::string piece(const char* format, ...) {
  char text[400];
  va_list values;
  va_start(values, format);
  std::vsnprintf(text, sizeof text, format, values);
  va_end(values);
  return text;
}

// About as wide as a font without serifs draws it.
double width_of(std::string_view text, double size) {
  double ems = 0;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x80) ems += 0.56;
    else if (byte >= 0xE0) ems += 1;
    else if (byte >= 0xC0) ems += 0.6;
  }
  return ems * size;
}

// As much of the text as has room, with an ellipsis where some is left out.
std::string fitted(std::string_view text, double room, double size) {
  if (width_of(text, size) <= room) return std::string(text);
  while (!text.empty() && width_of(text, size) > room - size) {
    std::size_t end = text.size() - 1;
    while (end > 0 && (static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
  }
  return std::string(text) + "…";
}

const char* colour_of(const ChartSeries& series) { return series.dashed ? kAlone : kPlan; }

void write_words(Html& html, double x, double y, const char* colour, std::string_view words, const char* anchor = "start", double size = kSmall) {
  html.insert(piece("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" font-size=\"%.0f\" text-anchor=\"%s\">", x, y, colour, size, anchor));
  html.text(words);
  html.insert("</text>\n");
}

void write_line(Html& html, double x0, double y0, double x1, double y1, const char* colour, const char* dashes = "none", double width = 1) {
  html.insert(piece("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\" stroke-width=\"%.1f\"></line>\n", x0, y0, x1, y1, colour, dashes, width));
}

void write_box(Html& html, const Box& box, const char* colour, double opacity = 1) {
  html.insert(piece("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"%.2f\"></rect>\n", box.left, box.top, box.width(), box.height(), colour, opacity));
}

// The places that are drawn: those seen, and one beyond each edge so that lines go on to it.
struct DrawnPlaces {
  std::size_t first = 0, end = 0;
};

// Draws what stands between the axes, where columns are as wide as the step from place to place.
class Plot {
 public:
  Plot(const ChartData& chart, Box box) : chart_(chart), box_(box) {
    for (const ChartSeries& series : chart.series) step_ = series.shape == ChartSeries::Shape::columns ? 1 : step_;
    x_ = {chart.low, std::max(chart.high + step_, chart.low + 1e-9), static_cast<float>(box.left), static_cast<float>(box.right)};
    std::vector<std::span<const float>> seen;
    for (const ChartSeries& series : chart.series)
      for (const std::vector<float>* values : {&series.values, &series.low, &series.high}) seen.push_back(seen_of(*values));
    Extent extent = extent_of(seen);
    if (chart.from_zero) extent.low = std::min(0.0, extent.low);
    y_ = {extent.low, extent.high, static_cast<float>(box.bottom), static_cast<float>(box.top)};
  }

  void write(Html& html) const {
    write_shades(html);
    write_values(html);
    if (chart_.start) write_days(html);
    else write_places(html);
    // A picture within the picture, so that nothing is drawn beyond the axes.
    html.insert(piece("<svg x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" viewBox=\"%.1f %.1f %.1f %.1f\">\n", box_.left, box_.top, box_.width(), box_.height(),
                      box_.left, box_.top, box_.width(), box_.height()));
    for (const ChartSeries& series : chart_.series) {
      write_band(html, series, series.low, series.high, kOuterBand);
      write_band(html, series, series.lower_quartile, series.upper_quartile, kInnerBand);
    }
    for (auto series = chart_.series.rbegin(); series != chart_.series.rend(); ++series) write_series(html, *series);
    html.insert("</svg>\n");
    write_marks(html);
  }

 private:
  double x(double place) const { return static_cast<double>(x_.pixel(place)); }
  double y(double value) const { return static_cast<double>(y_.pixel(value)); }
  double middle(std::size_t i) const { return x(chart_.place(i) + step_ / 2); }
  bool is_seen(double place) const { return place >= chart_.low && place <= chart_.high; }

  DrawnPlaces drawn_of(const std::vector<float>& values) const {
    DrawnPlaces part{0, chart_.start ? values.size() : std::min(values.size(), chart_.places.size())};
    while (part.first + 1 < part.end && chart_.place(part.first + 1) <= chart_.low) ++part.first;
    while (part.end > part.first + 1 && chart_.place(part.end - 2) >= chart_.high) --part.end;
    return part;
  }
  std::span<const float> seen_of(const std::vector<float>& values) const {
    const DrawnPlaces part = drawn_of(values);
    return std::span(values).subspan(part.first, part.end - part.first);
  }

  void write_shades(Html& html) const {
    for (const ChartShade& shade : chart_.shades) {
      const double left = std::max(box_.left, x(shade.first)), right = std::min(box_.right, x(shade.last + 1));
      if (right <= left) continue;
      write_box(html, {left, box_.top, right, box_.bottom}, kInk, 0.07);
      if (width_of(shade.label, kSmall) < right - left + 3 * kSmall) write_words(html, (left + right) / 2, box_.top + kSmall + 2, kMuted, shade.label, "middle");
    }
  }

  void write_values(Html& html) const {
    const std::vector<double> ticks = nice_ticks(y_.low, y_.high, std::max(3, static_cast<int>(box_.height() / 44)));
    const int decimals = decimals_of(ticks);
    for (const double tick : ticks) {
      write_line(html, box_.left, y(tick), box_.right, y(tick), kRule);
      write_words(html, box_.left - 8, y(tick) + kSmall / 3, kMuted, format_tick(chart_.in_percent, tick, decimals), "end");
    }
  }

  void write_days(Html& html) const {
    if (chart_.high - chart_.low < kMostNamedDays) {
      for (const int day : day_ticks(chart_.low, chart_.high, static_cast<int>(box_.width() / 72))) write_name(html, x(day), x(day), format_day(chart_.language, *chart_.start + day));
      return;
    }
    const double month = x(30) - x(0);
    const int stride = static_cast<int>(std::ceil(36 / month));
    int number = 0;
    for (const MonthTick& tick : month_ticks(*chart_.start, static_cast<int>(chart_.high) + 1)) {
      const bool named = number++ % stride == 0 && x(tick.day) + month / 2 < box_.right;
      if (is_seen(tick.day)) write_name(html, x(tick.day), x(tick.day) + month / 2, named ? month_name(chart_.language, tick.month) : std::string_view());
    }
  }

  void write_places(Html& html) const {
    const std::vector<double> ticks = nice_ticks(x_.low, x_.high, std::max(3, static_cast<int>(box_.width() / 96)));
    for (const double tick : ticks) write_name(html, x(tick), x(tick), format_tick(chart_.in_percent, tick, decimals_of(ticks)));
  }

  // A faint line and the name below it.
  void write_name(Html& html, double at, double middle, std::string_view name) const {
    write_line(html, at, box_.top, at, box_.bottom, kRule);
    if (!name.empty()) write_words(html, middle, box_.bottom + kNames - 6, kMuted, name, "middle");
  }

  void write_band(Html& html, const ChartSeries& series, const std::vector<float>& low, const std::vector<float>& high, double opacity) const {
    const DrawnPlaces part = drawn_of(low);
    if (high.size() != low.size()) return;
    std::string path;
    const auto add = [&](std::size_t i, float value) {
      if (std::isfinite(low[i]) && std::isfinite(high[i])) path += piece("%c%.1f,%.1f", path.empty() ? 'M' : 'L', middle(i), y(value));
    };
    for (std::size_t i = part.first; i < part.end; ++i) add(i, high[i]);
    for (std::size_t i = part.end; i-- > part.first;) add(i, low[i]);
    if (!path.empty()) html.insert("<path d=\"" + path + piece("\" fill=\"%s\" fill-opacity=\"%.2f\"></path>\n", colour_of(series), opacity));
  }

  void write_series(Html& html, const ChartSeries& series) const {
    switch (series.shape) {
      case ChartSeries::Shape::columns: return write_columns(html, series);
      case ChartSeries::Shape::area: return write_band(html, series, std::vector<float>(series.values.size(), 0.0f), series.values, kFilled);
      case ChartSeries::Shape::line: break;
    }
    const DrawnPlaces part = drawn_of(series.values);
    std::string path;
    bool follows = false;  // a value that can be drawn came right before
    for (std::size_t i = part.first; i < part.end; ++i) {
      const bool drawn = std::isfinite(series.values[i]);
      const bool alone = !follows && (i + 1 == part.end || !std::isfinite(series.values[i + 1]));
      if (drawn) path += piece("%c%.1f,%.1f%s", follows ? 'L' : 'M', middle(i), y(series.values[i]), alone ? "h0" : "");  // a dot
      follows = drawn;
    }
    if (path.empty()) return;
    html.insert("<path d=\"" + path + piece("\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-linecap=\"%s\" stroke-dasharray=\"%s\"></path>\n",
                                         colour_of(series), series.dashed ? "butt" : "round", series.dashed ? "6 4" : "none"));
  }

  void write_columns(Html& html, const ChartSeries& series) const {
    const DrawnPlaces part = drawn_of(series.values);
    for (std::size_t i = part.first; i < part.end; ++i)
      if (std::isfinite(series.values[i]) && series.values[i] > 0)
        write_box(html, {x(chart_.place(i)), y(series.values[i]), x(chart_.place(i) + 0.9), y(0)}, colour_of(series), 0.8);
  }

  void write_marks(Html& html) const {
    for (const ChartMark& mark : chart_.marks) {
      if (!is_seen(mark.at)) continue;
      const double at = x(mark.at);
      write_line(html, at, box_.top, at, box_.bottom, kAccent, "4 4", 1.5);
      const bool leftward = at + 6 + width_of(mark.label, kSmall) > box_.right;
      write_words(html, at + (leftward ? -6 : 6), box_.top + kSmall, kAccent, mark.label, leftward ? "end" : "start");
    }
  }

  const ChartData& chart_;
  Box box_;
  Scale x_, y_;
  double step_ = 0;
};

// Samples of the lines with their names, in one line; `top` is where it begins.
void write_legend(Html& html, const ChartData& chart, double top) {
  const double middle = top + kSmall / 2;
  double x = kMargin;
  const auto name = [&](std::string_view words) {
    write_words(html, x + 28, top + kSmall - 2, kMuted, words);
    x += 28 + width_of(words, kSmall) + 20;
  };
  for (const ChartSeries& series : chart.series) {
    if (series.shape == ChartSeries::Shape::line) write_line(html, x, middle, x + 20, middle, colour_of(series), series.dashed ? "6 4" : "none", 2);
    else write_box(html, {x, top, x + 20, top + kSmall}, colour_of(series), kFilled);
    name(series.name);
    if (series.low.empty()) continue;
    write_box(html, {x, top, x + 20, top + kSmall}, colour_of(series), kFilled);
    name(tr(chart.language, Key::bands_of));
  }
}

}  // namespace

void write_chart(Html& html, const ChartData& chart) {
  constexpr double kWidth = 640, kHeight = 220;
  if (chart.series.empty()) return;
  html.element("svg", {{"role", "img"}, {"aria-label", chart.title}, {"viewBox", piece("0 0 %.0f %.0f", kWidth, kHeight)}, {"class", "chart"}},
               [&] { Plot(chart, {kLabels, 4, kWidth, kHeight - kNames}).write(html); });
}

std::string chart_svg(const ChartData& chart) {
  const std::string title = name_with_unit(chart.language, chart.title, chart.unit);
  const double room = kChartWidth - 2 * kMargin;
  Html html;
  html.insert("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  html.insert(piece("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" lang=\"%s\" font-family=\"%s\">\n", kChartWidth,
                    kChartHeight, kChartWidth, kChartHeight, chart.language == Language::zh ? "zh-Hans" : "en", kFonts));
  html.leaf("title", title);
  html.leaf("desc", chart.source);
  write_box(html, {0, 0, kChartWidth, kChartHeight}, kPanel);
  write_words(html, kMargin, kMargin + kTitleSize, kInk, fitted(title, room, kTitleSize), "start", kTitleSize);
  write_legend(html, chart, kMargin + kTitleSize + 16);
  Plot(chart, {kMargin + kLabels, kMargin + kTitleSize + 44, kChartWidth - kMargin, kChartHeight - 2 * kMargin - kNames}).write(html);
  write_words(html, kMargin, kChartHeight - kMargin, kMuted, fitted(chart.source, room, kSmall));
  html.insert("</svg>\n");
  return html.take();
}

}  // namespace zhengshe::app
