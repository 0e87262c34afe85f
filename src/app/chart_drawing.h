// Charts as SVG, in the light palette of reports: one drawing for the report and for files. Everything is said by
// attributes, since a page's security policy may refuse styles within a picture.
#pragma once

#include "app/chart_data.h"
#include "app/html.h"

namespace zhengshe::app {

inline constexpr double kChartWidth = 960, kChartHeight = 540;

// The chart as an element in a document that has its heading and its legend beside it: axes, bands, lines, marks.
void write_chart(Html& html, const ChartData& chart);

// The chart as a file of its own with title, legend and source.
std::string chart_svg(const ChartData& chart);

}  // namespace zhengshe::app
