// A chart's values for other programs.
#pragma once

#include "app/chart_data.h"

namespace zhengshe::app {

// A row for every day or place with all values and bands, and a column of notes: title and source in the first row,
// each mark where it stands. As CSV with a byte order mark, so that spreadsheets recognise Chinese.
std::string chart_csv(const ChartData& chart);

// The same with tabulators, for the clipboard.
std::string chart_tabs(const ChartData& chart);

}  // namespace zhengshe::app
