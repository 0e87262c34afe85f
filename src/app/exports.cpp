#include "app/exports.h"

#include "app/views/cooperative_table.h"
#include "io/csv.h"

namespace zhengshe::app {

std::string table_csv(const Session& session) {
  const Language language = session.language();
  std::vector<std::string> cells;
  for (int column = 0; column < views::kColumns; ++column) cells.push_back(io::csv_text(views::name_of(language, static_cast<views::Column>(column))));
  std::string csv = "\xEF\xBB\xBF" + io::csv_row(cells);
  for (const views::CooperativeRow& row : views::cooperative_table(session, {}, {})) {
    const auto text = [&](views::Column column) { return io::csv_text(views::cell(language, row, column)); };
    using enum views::Column;
    csv += io::csv_row({text(name), text(trade), io::csv_number(row.members), text(batch), text(stage), text(main_problem), io::csv_number(row.output),
                        io::csv_number(row.rework), io::csv_number(row.seconds), io::csv_number(row.wage), io::csv_number(row.change)});
  }
  return csv;
}

}  // namespace zhengshe::app
