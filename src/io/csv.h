// Tables as CSV (RFC 4180), out and in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/issue.h"

namespace zhengshe::io {

// A cell of text: quoted where it has to be; a leading apostrophe keeps a spreadsheet from taking a text that
// begins with = + - @, a tabulator or a carriage return for a formula. What already has such an
// apostrophe gets another, so that every text comes back.
std::string csv_text(std::string_view text);

// A cell of a number: shortest decimal with a point, in every language; empty where it is not finite.
std::string csv_number(double number);

// Cells joined by the delimiter, ended by CR LF.
std::string csv_row(const std::vector<std::string>& cells, char delimiter = ',');

// How a table from elsewhere is written.
struct CsvDialect {
  char delimiter = ',';        // , ; or tabulator
  bool decimal_comma = false;  // 3,5 for three and a half

  bool operator==(const CsvDialect&) const = default;
};

struct CsvTable {
  CsvDialect dialect;
  std::vector<std::vector<std::string>> rows;  // cells unquoted; empty lines left out
  std::vector<int> lines;                      // 1-based line on which each row begins
};

// The delimiter that gives the first rows the most columns of equal number, and whether numbers have commas.
CsvDialect detect_dialect(std::string_view text);

// Reads a table. Bytes that are not UTF-8, or a quotation mark that is not closed, are an error with its line; nothing then.
std::optional<CsvTable> parse_csv(std::string_view text, CsvDialect dialect, model::Issues& issues);

// A number as the dialect writes it, thousands apart or not; nothing for anything else.
std::optional<double> parse_number(std::string_view cell, CsvDialect dialect);

// A text as csv_text wrote it: without the apostrophe that kept it from being a formula.
std::string plain_text(std::string_view cell);

}  // namespace zhengshe::io
