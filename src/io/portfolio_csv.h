// A portfolio of cooperatives as a table: one row per workshop, so that a spreadsheet can hold all of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/csv.h"
#include "model/scenario.h"

namespace zhengshe::io {

// Columns: id, name_en, name_zh, workshop, trade, x, y, members, skill, then every quantity of a cooperative by its id.
// A cooperative's second and further workshops leave its name and quantities empty.
std::string write_portfolio_csv(const model::Scenario& scenario);

// Which column of a table gives which field of write_portfolio_csv; -1: none does.
struct PortfolioColumns {
  std::vector<std::string> fields;  // as write_portfolio_csv names them
  std::vector<int> columns;         // by field
};

// By the names in the table's first row, without regard to case, spaces and underlines.
PortfolioColumns match_columns(const CsvTable& table);

struct PortfolioImport {
  std::optional<model::Scenario> scenario;  // none where there are errors
  model::Issues issues;                     // with the line of the table
};

// The scenario with its cooperatives replaced by the table's. A cooperative whose id the scenario knows keeps
// what the table does not say; members, and trade by id or by name, are needed. Plans and claims lose
// cooperatives that are no longer there, with a notice.
PortfolioImport read_portfolio_csv(const model::Scenario& scenario, const CsvTable& table, const PortfolioColumns& columns);

}  // namespace zhengshe::io
