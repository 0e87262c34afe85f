#include "io/csv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "io/encoding.h"
#include "io/json.h"

namespace zhengshe::io {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";
constexpr std::size_t kSampleRows = 20;

// Whether a spreadsheet would take it for a formula, or reading take an apostrophe of its own for a guard.
bool needs_guard(std::string_view text) {
  const std::size_t start = text.find_first_not_of('\'');
  return start != std::string_view::npos && kFormulaStarts.find(text[start]) != std::string_view::npos;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Digits with separators of thousands taken out and a point for the decimals, or nothing.
std::optional<std::string> normalised(std::string_view cell, char decimal) {
  const char thousands = decimal == ',' ? '.' : ',';
  std::string digits;
  bool decimals = false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (c == thousands) {
      const bool apart = !decimals && i > 0 && is_digit(cell[i - 1]) && i + 3 < cell.size() && is_digit(cell[i + 1]) && is_digit(cell[i + 2]) && is_digit(cell[i + 3]);
      if (!apart) return std::nullopt;
      continue;
    }
    if (c == decimal && decimals) return std::nullopt;
    decimals = decimals || c == decimal;
    digits += c == decimal ? '.' : c;
  }
  return digits;
}

}  // namespace

std::string csv_text(std::string_view text) {
  std::string cell;
  if (needs_guard(text)) cell += '\'';
  cell += text;
  if (cell.find_first_of(",;\"\r\n\t") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_number(double number) { return std::isfinite(number) ? json::number_text(number) : std::string(); }

std::string csv_row(const std::vector<std::string>& cells, char delimiter) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += delimiter;
    row += cells[i];
  }
  return row + "\r\n";
}

std::string plain_text(std::string_view cell) {
  const bool guarded = !cell.empty() && cell[0] == '\'' && needs_guard(cell);
  return std::string(guarded ? cell.substr(1) : cell);
}

std::optional<CsvTable> parse_csv(std::string_view text, CsvDialect dialect, model::Issues& issues) {
  if (std::optional<model::Issue> problem = encoding_problem(text, Nul::allowed)) {
    problem->message.en += " Spreadsheets call this \"CSV UTF-8\".";
    problem->message.zh += "电子表格软件中选“CSV UTF-8”。";
    issues.push_back(std::move(*problem));
    return std::nullopt;
  }
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  CsvTable table{dialect, {}, {}};
  std::vector<std::string> row(1);
  bool quoted = false;
  int line = 1;
  int row_line = 1;
  int quote_line = 1;
  const auto end_row = [&] {
    if (row.size() > 1 || !row[0].empty()) {
      table.rows.push_back(std::move(row));
      table.lines.push_back(row_line);
    }
    row.assign(1, {});
    row_line = line;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"') row.back() += c;
      else if (at + 1 < text.size() && text[at + 1] == '"') row.back() += text[++at];
      else quoted = false;
    } else if (c == '"' && row.back().empty()) {
      quoted = true;
      quote_line = line;
    } else if (c == dialect.delimiter) {
      row.emplace_back();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r' || at + 1 == text.size() || text[at + 1] != '\n') {
      row.back() += c;
    }
  }
  if (quoted) {
    issues.push_back({model::Severity::error, "quote_not_closed", "", quote_line, 1, {"The quotation mark that opens on this line is never closed.", "此行开始的引号没有闭合。"}});
    return std::nullopt;
  }
  end_row();
  return table;
}

CsvDialect detect_dialect(std::string_view text) {
  std::size_t sample_end = 0;
  for (std::size_t rows = 0; rows < kSampleRows && sample_end < text.size(); ++rows) sample_end = std::min(text.find('\n', sample_end), text.size() - 1) + 1;
  CsvDialect best;
  std::size_t most = 1;
  for (const char delimiter : {',', ';', '\t'}) {
    model::Issues ignored;
    const std::optional<CsvTable> table = parse_csv(text.substr(0, sample_end), {delimiter, false}, ignored);
    if (!table || table->rows.empty()) continue;
    const std::size_t columns = table->rows[0].size();
    const bool even = std::all_of(table->rows.begin(), table->rows.end(), [&](const auto& row) { return row.size() == columns; });
    if (!even || columns <= most) continue;
    most = columns;
    // With a comma between cells a number can only have a point.
    best = {delimiter, false};
    if (delimiter == ',') continue;
    for (const auto& row : table->rows)
      for (const std::string& cell : row) best.decimal_comma = best.decimal_comma || (!parse_number(cell, {delimiter, false}) && parse_number(cell, {delimiter, true}));
  }
  return best;
}

std::optional<double> parse_number(std::string_view cell, CsvDialect dialect) {
  const std::optional<std::string> digits = normalised(trimmed(cell), dialect.decimal_comma ? ',' : '.');
  if (!digits || digits->empty() || digits->find_first_not_of("0123456789.+-eE") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(digits->c_str(), &end);
  if (end != digits->c_str() + digits->size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace zhengshe::io
