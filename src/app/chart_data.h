// A chart as plain values: the same for a report, for a file and for a table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/translate.h"
#include "model/date.h"

namespace zhengshe::app {

struct ChartSeries {
  enum class Shape : std::uint8_t { line, area, columns };
  std::string name;
  std::vector<float> values;
  // Of replications, as many as there are values; empty where there are none.
  std::vector<float> low = {}, high = {};                      // 90 %
  std::vector<float> lower_quartile = {}, upper_quartile = {};  // 50 %
  Shape shape = Shape::line;
  bool dashed = false;  // what is left alone, a limit
};

struct ChartMark {
  double at = 0;
  std::string label;
};

struct ChartShade {
  double first = 0, last = 0;  // both are in it
  std::string label;
};

struct ChartData {
  Language language = Language::en;
  std::string file;              // the end of its files' names, such as "monthly_wage"
  std::string title, unit;       // the unit may be empty
  bool in_percent = false;       // values are shares, shown as percentages
  bool from_zero = false;        // the axis of values begins at zero
  std::optional<model::Date> start;  // values are of the days from here on; else they have the places
  std::vector<float> places;     // increasing
  std::string places_name;
  double low = 0, high = 0;      // what is seen of the days or places
  std::vector<ChartSeries> series;
  std::vector<ChartMark> marks;
  std::vector<ChartShade> shades;
  std::string source;            // scenario, plan, version, replications

  double place(std::size_t i) const { return start ? static_cast<double>(i) : static_cast<double>(places[i]); }
};

}  // namespace zhengshe::app
