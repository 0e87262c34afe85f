// A table of cooperatives on its way into the scenario: which column gives what, and what came of each row.
#pragma once

#include <optional>
#include <string>

#include "app/translate.h"
#include "io/portfolio_csv.h"

namespace zhengshe::app {

struct TableImport {
  std::string name;
  std::optional<io::CsvTable> table;      // none where it is no table
  io::PortfolioColumns columns;
  std::optional<model::Scenario> staged;  // the scenario with the table's cooperatives; none where there are errors
  model::Issues issues;                   // by lines of the table
  std::size_t added = 0;
  std::size_t changed = 0;                // the scenario knew their ids
};

/// Reads a table and takes its columns by their headings.
TableImport read_table(std::string name, const std::string& bytes, const model::Scenario& scenario);

/// What a field of a table is called; the field's own name where it is none.
std::string_view name_of_field(Language language, std::string_view field);

/// The field that the column gives, as a position in columns.fields; -1: none.
int field_of(const TableImport& import, int column);

/// Has the column give the field (-1: none) in place of whichever column gave it before, and reads the rows anew.
void give_field(TableImport& import, int column, int field, const model::Scenario& scenario);

/// Reads the rows anew: the table's cooperatives beside those of the scenario, in place of those with the same id.
void stage(TableImport& import, const model::Scenario& scenario);

}  // namespace zhengshe::app
