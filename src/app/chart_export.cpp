#include "app/chart_export.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "io/csv.h"
#include "io/encoding.h"

namespace zhengshe::app {
namespace {

struct Column {
  std::string name;
  const std::vector<float>* values;
};

std::vector<Column> columns_of(const ChartData& chart) {
  std::vector<Column> columns;
  for (const ChartSeries& series : chart.series) {
    columns.push_back({name_with_unit(chart.language, series.name, chart.unit), &series.values});
    for (const auto& [share, values] : {std::pair("5 %", &series.low), std::pair("25 %", &series.lower_quartile), std::pair("75 %", &series.upper_quartile), std::pair("95 %", &series.high)})
      if (!values->empty()) columns.push_back({series.name + " · " + share, values});
  }
  return columns;
}

// As few digits as tell the value from every other of its kind.
std::string cell_of(float value) {
  char text[40];
  for (int digits = 6; digits <= 9; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, static_cast<double>(value));
    if (std::strtof(text, nullptr) == value) break;
  }
  return io::csv_number(std::strtod(text, nullptr));
}

std::string place_of(const ChartData& chart, std::size_t row) {
  if (!chart.start) return cell_of(chart.places[row]);
  return model::format_date(*chart.start + static_cast<int>(row));
}

std::string notes_of(const ChartData& chart, std::size_t row, std::size_t rows) {
  std::string notes = row == 0 ? chart.title + " · " + chart.source : std::string();
  for (const ChartMark& mark : chart.marks) {
    std::size_t nearest = 0;
    while (nearest + 1 < rows && chart.place(nearest + 1) <= mark.at) ++nearest;
    if (nearest != row || mark.label.empty()) continue;
    if (!notes.empty()) notes += " · ";
    notes += mark.label;
  }
  return notes;
}

std::string table_of(const ChartData& chart, char delimiter) {
  const std::vector<Column> columns = columns_of(chart);
  std::size_t rows = chart.places.size();
  if (chart.start)
    for (const Column& column : columns) rows = std::max(rows, column.values->size());
  std::vector<std::string> cells{io::csv_text(chart.places_name)};
  for (const Column& column : columns) cells.push_back(io::csv_text(column.name));
  cells.push_back(io::csv_text(tr(chart.language, Key::notes)));
  std::string table = io::csv_row(cells, delimiter);
  for (std::size_t row = 0; row < rows; ++row) {
    cells = {place_of(chart, row)};
    for (const Column& column : columns) cells.push_back(row < column.values->size() ? cell_of((*column.values)[row]) : std::string());
    cells.push_back(io::csv_text(notes_of(chart, row, rows)));
    table += io::csv_row(cells, delimiter);
  }
  return table;
}

}  // namespace

std::string chart_csv(const ChartData& chart) { return std::string(io::kByteOrderMark) + table_of(chart, ','); }
std::string chart_tabs(const ChartData& chart) { return table_of(chart, '\t'); }

}  // namespace zhengshe::app
