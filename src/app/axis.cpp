#include "app/axis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhengshe::app {
namespace {

// The smallest round step that needs at most `most` ticks.
double nice_step(double range, int most) {
  const double rough = range / std::max(1, most - 1);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0})
    if (factor * power >= rough * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

}  // namespace

std::vector<double> nice_ticks(double low, double high, int most) {
  const double step = nice_step(high - low, std::max(2, most));
  std::vector<double> ticks;
  const double first = std::ceil(low / step - 1e-9), last = std::floor(high / step + 1e-9);
  for (double i = first; i <= last; ++i) ticks.push_back(i * step);
  return ticks;
}

int decimals_of(std::span<const double> ticks) {
  if (ticks.size() < 2) return 0;
  const double step = ticks[1] - ticks[0];
  int decimals = 0;
  for (double scaled = step; decimals < 6 && std::fabs(scaled - std::round(scaled)) > 1e-6 * scaled + 1e-12; scaled *= 10) ++decimals;
  return decimals;
}

std::vector<MonthTick> month_ticks(model::Date start, int days) {
  std::vector<MonthTick> ticks;
  model::YearMonthDay civil = model::to_civil(start);
  if (civil.day != 1) civil = civil.month == 12 ? model::YearMonthDay{civil.year + 1, 1, 1} : model::YearMonthDay{civil.year, civil.month + 1, 1};
  for (;;) {
    const int day = model::to_date(civil) - start;
    if (day >= days) return ticks;
    ticks.push_back({day, civil.month, civil.year});
    civil = civil.month == 12 ? model::YearMonthDay{civil.year + 1, 1, 1} : model::YearMonthDay{civil.year, civil.month + 1, 1};
  }
}

Range zoomed(Range seen, Range whole, double about, double factor, double least) {
  const double width = std::clamp((seen.high - seen.low) / factor, std::min(least, whole.high - whole.low), whole.high - whole.low);
  const double share = (std::clamp(about, seen.low, seen.high) - seen.low) / (seen.high - seen.low);
  const double low = seen.low + share * (seen.high - seen.low - width);
  return moved({low, low + width}, whole, 0);
}

Range moved(Range seen, Range whole, double by) {
  const double width = seen.high - seen.low, low = std::clamp(seen.low + by, whole.low, std::max(whole.low, whole.high - width));
  return {low, low + width};
}

std::vector<int> day_ticks(double low, double high, int most) {
  int step = 28;
  for (const int days : {14, 7, 2, 1})
    if ((high - low) / days <= std::max(1, most)) step = days;
  std::vector<int> ticks;
  for (int day = static_cast<int>(std::ceil(low / step)) * step; day <= high; day += step) ticks.push_back(day);
  return ticks;
}

std::vector<PixelColumn> decimate(std::span<const float> values, int columns) {
  std::vector<PixelColumn> out;
  const auto count = static_cast<std::int64_t>(values.size());
  if (count <= columns) {
    for (std::int64_t i = 0; i < count; ++i) out.push_back({static_cast<float>(i), values[static_cast<std::size_t>(i)], values[static_cast<std::size_t>(i)]});
    return out;
  }
  for (std::int64_t column = 0; column < columns; ++column) {
    const std::int64_t first = column * count / columns, end = (column + 1) * count / columns;
    const auto part = values.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(end - first));
    const auto [low, high] = std::minmax_element(part.begin(), part.end());
    out.push_back({static_cast<float>(first + end - 1) / 2, *low, *high});
  }
  return out;
}

Extent extent_of(std::span<const std::span<const float>> series) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const std::span<const float> values : series)
    for (const float value : values) {
      if (!std::isfinite(value)) continue;
      low = std::min(low, static_cast<double>(value));
      high = std::max(high, static_cast<double>(value));
    }
  if (low > high) return {0, 1};
  const double range = high - low;
  const double air = range > 0 ? range * 0.06 : std::max(std::fabs(high) * 0.1, 0.5);
  const double bottom = low - air;
  return {low >= 0 && bottom < 0 ? 0 : bottom, high + air};
}

}  // namespace zhengshe::app
