#include "app/exports.h"

#include "app/chart_drawing.h"
#include "app/chart_export.h"
#include "app/views/cooperative_table.h"
#include "io/csv.h"
#include "io/encoding.h"

namespace zhengshe::app {

std::string table_csv(const Session& session) {
  const Language language = session.language();
  std::vector<std::string> cells;
  for (int column = 0; column < views::kColumns; ++column) cells.push_back(io::csv_text(views::name_of(language, static_cast<views::Column>(column))));
  std::string csv = std::string(io::kByteOrderMark) + io::csv_row(cells);
  for (const views::CooperativeRow& row : views::cooperative_table(session, {}, {})) {
    const auto text = [&](views::Column column) { return io::csv_text(views::cell(language, row, column)); };
    using enum views::Column;
    csv += io::csv_row({text(name), text(trade), io::csv_number(row.members), text(batch), text(stage), text(main_problem), io::csv_number(row.output),
                        io::csv_number(row.rework), io::csv_number(row.seconds), io::csv_number(row.wage), io::csv_number(row.change)});
  }
  return csv;
}

Request chart_request(const ExportChart& wanted, const std::string& document) {
  const ChartData& chart = wanted.chart;
  const std::string name = document + "-" + chart.file;
  switch (wanted.format) {
    case ChartFormat::copied: return CopyText{chart_tabs(chart)};
    case ChartFormat::csv: return ExportFile{name + ".csv", chart_csv(chart)};
    case ChartFormat::svg: return ExportFile{name + ".svg", chart_svg(chart)};
    case ChartFormat::png: return ExportPicture{name + ".png", chart_svg(chart), static_cast<int>(kChartWidth), static_cast<int>(kChartHeight)};
  }
  return CopyText{};
}

}  // namespace zhengshe::app
