// The table of cooperatives: one row each, filtered in both languages, sorted by any column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

enum class Column : std::uint8_t { name, trade, members, batch, stage, main_problem, output, rework, seconds, wage, change };
inline constexpr int kColumns = 11;

std::string_view name_of(Language language, Column column);

struct CooperativeRow {
  model::CooperativeId id;
  std::string name;
  std::string trade;
  int members = 0;
  std::string batch;
  model::Stage stage = model::Stage::left_alone;
  std::string main_problem;
  double output = 0;   // good output per member and working day of the month, yuan
  double rework = 0;   // share
  double seconds = 0;  // share
  double wage = 0;     // yuan per member and month
  double change = 0;   // of output, against left alone
};

struct SortBy {
  Column column = Column::name;
  bool descending = false;
};

// Positions of the cooperatives that contain the filter's words in either language, sorted by what they show on the
// session's day. Equal ones stay in order of ids.
std::vector<int> cooperative_order(const Session& session, std::string_view filter, SortBy sort);

// Days of the same number have the same order by this column: the day, its month, or one number for all.
int day_of_order(const Session& session, Column column);

// The row of one cooperative, of the month of the session's day. Precondition: 0 <= position < cooperatives.
CooperativeRow cooperative_row(const Session& session, int position);

// All rows in that order.
std::vector<CooperativeRow> cooperative_table(const Session& session, std::string_view filter, SortBy sort);

// What the cell shows.
std::string cell(Language language, const CooperativeRow& row, Column column);

}  // namespace zhengshe::app::views
