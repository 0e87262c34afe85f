// A table of cooperatives on its way into the scenario: which column gives what, and what came of each row.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/translate.h"
#include "io/portfolio_csv.h"

namespace zhengshe::app {

// Bytes in an encoding that browsers know by this label, as UTF-8; none where they are not valid in it.
using Decode = std::function<std::optional<std::string>(const std::string& label, const std::string& bytes)>;

// What a table says if it is in this encoding.
struct Reading {
  std::string encoding;  // as people call it
  std::string text;
};

struct TableImport {
  std::string name;
  std::vector<Reading> readings;          // of a table that is not in UTF-8, likeliest first
  std::size_t reading = 0;                // which of them is shown
  std::optional<io::CsvTable> table;      // none where it is no table
  io::PortfolioColumns columns;
  std::optional<model::Scenario> staged;  // the scenario with the table's cooperatives; none where there are errors
  model::Issues issues;                   // by lines of the table
  std::size_t added = 0;
  std::size_t changed = 0;                // the scenario knew their ids
};

/// Reads a table and takes its columns by their headings. One that is not in UTF-8 is taken for what spreadsheets else
/// write, as far as there is a decoder.
TableImport read_table(std::string name, const std::string& bytes, const model::Scenario& scenario, const Decode& decode);

/// Takes it for what another of its readings says.
void read_as(TableImport& import, std::size_t reading, const model::Scenario& scenario);

/// What a field of a table is called; the field's own name where it is none.
std::string_view name_of_field(Language language, std::string_view field);

/// The field that the column gives, as a position in columns.fields; -1: none.
int field_of(const TableImport& import, int column);

/// Has the column give the field (-1: none) in place of whichever column gave it before, and reads the rows anew.
void give_field(TableImport& import, int column, int field, const model::Scenario& scenario);

/// Reads the rows anew: the table's cooperatives beside those of the scenario, in place of those with the same id.
void stage(TableImport& import, const model::Scenario& scenario);

}  // namespace zhengshe::app
