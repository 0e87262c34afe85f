// The arithmetic of charts: ticks, months, values to pixels, many days to few pixels. Draws nothing.
#pragma once

#include <span>
#include <vector>

#include "model/date.h"

namespace zhengshe::app {

/// Round values from at least `low` to at most `high`, evenly spaced by 1, 2, 2.5 or 5 times a power of ten;
/// at most `most` of them (at least two). Precondition: low < high.
std::vector<double> nice_ticks(double low, double high, int most);
/// Decimals that tell neighbouring ticks apart.
int decimals_of(std::span<const double> ticks);

/// A month that begins within the days of an axis.
struct MonthTick {
  int day = 0;    // from the axis's start
  int month = 1;  // 1..12
  int year = 1957;
  bool operator==(const MonthTick&) const = default;
};
std::vector<MonthTick> month_ticks(model::Date start, int days);

/// A part of an axis.
struct Range {
  double low = 0, high = 1;

  bool operator==(const Range&) const = default;
};
/// `seen` narrowed by `factor` about a place that stays where it is, not to less than `least` and not beyond `whole`.
Range zoomed(Range seen, Range whole, double about, double factor, double least);
/// `seen` moved as far as `whole` goes.
Range moved(Range seen, Range whole, double by);

/// Of so many days and more the months are named, of fewer the days.
inline constexpr double kMostNamedDays = 75;
/// Days to be named from `low` to `high`: every so many, at most about `most` of them.
std::vector<int> day_ticks(double low, double high, int most);

/// A linear map from values to pixels.
struct Scale {
  double low = 0, high = 1;        // values
  float low_pixel = 0, high_pixel = 1;

  float pixel(double value) const { return low_pixel + static_cast<float>((value - low) / (high - low)) * (high_pixel - low_pixel); }
  double value(float pixel) const { return low + static_cast<double>((pixel - low_pixel) / (high_pixel - low_pixel)) * (high - low); }
};

/// The values of one pixel column.
struct PixelColumn {
  float x = 0;  // its place on the axis, in days
  float low = 0, high = 0;
};
/// At most `columns` points that keep every extreme: the series itself where it is short enough.
std::vector<PixelColumn> decimate(std::span<const float> values, int columns);

/// Least and largest value over several series, with a little air; a flat series gets some. {0, 1} when there is none.
struct Extent {
  double low = 0, high = 1;
};
Extent extent_of(std::span<const std::span<const float>> series);

}  // namespace zhengshe::app
