#include "app/views/cooperative_table.h"

#include <algorithm>
#include <cmath>

#include "app/views/overview.h"
#include "app/views/passages.h"
#include "model/order.h"

namespace zhengshe::app::views {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return lower(c); });
  return text;
}

// Every word of the filter occurs in the haystack.
bool matches(const std::string& haystack, std::string_view filter) {
  const std::string wanted = lower(std::string(filter));
  for (std::size_t at = 0; at < wanted.size();) {
    const std::size_t end = std::min(wanted.find(' ', at), wanted.size());
    if (end > at && haystack.find(wanted.substr(at, end - at)) == std::string::npos) return false;
    at = end + 1;
  }
  return true;
}

const model::Trade* trade_of(const model::Scenario& scenario, const model::Cooperative& cooperative) {
  const int index = cooperative.workshops.empty() ? -1 : model::index_of(scenario, cooperative.workshops.front().trade);
  return index < 0 ? nullptr : &scenario.trades[static_cast<std::size_t>(index)];
}

// What is searched: both languages, in small letters.
std::string haystack_of(const model::Scenario& scenario, const model::Cooperative& cooperative) {
  const model::Trade* trade = trade_of(scenario, cooperative);
  return lower(cooperative.name.en + " " + cooperative.name.zh + " " + (trade != nullptr ? trade->name.en + " " + trade->name.zh : std::string()));
}

// The planned sums of the month of the session's day.
const sim::MonthlySums& sums_of(const Session& session, int position) {
  const sim::RunResult& result = session.result();
  return result.monthly(sim::Arm::planned, position, result.month_of_day[static_cast<std::size_t>(session.day())]);
}

float ratio(float part, float whole) { return whole > 0 ? part / whole : 0; }

double wage_of(const Session& session, const sim::MonthlySums& sums) {
  const sim::RunResult& result = session.result();
  const int month = result.month_of_day[static_cast<std::size_t>(session.day())];
  const int working = result.working_days[static_cast<std::size_t>(month)];
  return sums.member_days > 0 ? static_cast<double>(sums.wages) / static_cast<double>(sums.member_days) * working : 0;
}

// A cooperative has a passage exactly if it is in a batch.
std::string_view batch_name(const Session& session, const sim::Passage* passage) {
  if (passage == nullptr) return {};
  for (const model::Batch& batch : session.plan()->batches)
    if (batch.id == passage->batch) return tr(session.language(), batch.name);
  return {};
}

std::string_view main_problem_name(const Session& session, const sim::Passage* passage) {
  if (!is_known_on(passage, session.day()) || passage->main_problem < 0) return {};
  return app::name_of(session.language(), passage->findings[static_cast<std::size_t>(passage->main_problem)].problem);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The run of digits from `at` on without leading zeros; moves `at` behind it.
std::string_view take_digits(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == '0') ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  return text.substr(begin, at - begin);
}

// Byte by byte, but numbers by their value: "No 2" before "No 10". Names that differ only in zeros in front go by bytes.
int compare_names(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view x = take_digits(a, i), y = take_digits(b, j);
      if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
      if (const int order = x.compare(y); order != 0) return order;
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
    } else {
      ++i, ++j;
    }
  }
  const std::size_t left_a = a.size() - i, left_b = b.size() - j;
  return left_a != left_b ? (left_a < left_b ? -1 : 1) : a.compare(b);
}

bool is_of_words(Column column) { return column == Column::name || column == Column::trade || column == Column::batch || column == Column::main_problem; }

std::string_view words_of(const Session& session, int position, Column column) {
  const model::Cooperative& cooperative = session.scenario().cooperatives[static_cast<std::size_t>(position)];
  if (column == Column::name) return tr(session.language(), cooperative.name);
  if (column == Column::trade) {
    const model::Trade* trade = trade_of(session.scenario(), cooperative);
    return trade != nullptr ? tr(session.language(), trade->name) : std::string_view();
  }
  const sim::Passage* passage = passage_of(session.result(), cooperative.id);
  return column == Column::batch ? batch_name(session, passage) : main_problem_name(session, passage);
}

double number_of(const Session& session, int position, Column column) {
  const sim::MonthlySums& sums = sums_of(session, position);
  switch (column) {
    case Column::members: return std::floor(static_cast<double>(sums.members_end) + 0.5);
    case Column::output: return static_cast<double>(ratio(sums.good, sums.member_days));
    case Column::rework: return static_cast<double>(ratio(sums.rework, sums.gross));
    case Column::seconds: return static_cast<double>(ratio(sums.seconds, sums.good));
    case Column::wage: return wage_of(session, sums);
    case Column::change: return output_change(session.result(), position, session.day());
    default: return static_cast<double>(stage_on(session.result(), session.scenario().cooperatives[static_cast<std::size_t>(position)].id, session.day()));
  }
}

// The places in sorted order of what the columns show at these positions.
std::vector<std::uint32_t> places_in_order(const Session& session, const std::vector<int>& positions, SortBy sort) {
  const auto sorted = [&](const auto& values, auto compare) {
    return model::order_of(values.size(), [&](std::uint32_t a, std::uint32_t b) {
      const int order = compare(values[a], values[b]);
      return sort.descending ? order > 0 : order < 0;
    });
  };
  if (!is_of_words(sort.column)) {
    std::vector<double> numbers;
    for (const int position : positions) numbers.push_back(number_of(session, position, sort.column));
    return sorted(numbers, [](double a, double b) { return a < b ? -1 : b < a ? 1 : 0; });
  }
  std::vector<std::string_view> words;
  for (const int position : positions) words.push_back(words_of(session, position, sort.column));
  const bool numbered = sort.column == Column::name || sort.column == Column::batch;
  return sorted(words, [numbered](std::string_view a, std::string_view b) { return numbered ? compare_names(a, b) : a.compare(b); });
}

}  // namespace

std::string_view name_of(Language language, Column column) {
  switch (column) {
    case Column::name: return tr(language, Key::column_name);
    case Column::trade: return tr(language, Key::column_trade);
    case Column::members: return tr(language, Key::column_members);
    case Column::batch: return tr(language, Key::batch_label);
    case Column::stage: return tr(language, Key::column_stage);
    case Column::main_problem: return tr(language, Key::column_main_problem);
    case Column::output: return app::name_of(language, model::Metric::good_output_per_member);
    case Column::rework: return app::name_of(language, model::Metric::rework_rate);
    case Column::seconds: return app::name_of(language, model::Metric::seconds_rate);
    case Column::wage: return app::name_of(language, model::Metric::monthly_wage);
    case Column::change: return tr(language, Key::column_change);
  }
  return {};
}

std::vector<int> cooperative_order(const Session& session, std::string_view filter, SortBy sort) {
  const model::Scenario& scenario = session.scenario();
  std::vector<int> positions;
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i)
    if (filter.empty() || matches(haystack_of(scenario, scenario.cooperatives[i]), filter)) positions.push_back(static_cast<int>(i));
  model::put_in_order(positions, places_in_order(session, positions, sort));
  return positions;
}

int day_of_order(const Session& session, Column column) {
  switch (column) {
    case Column::name:
    case Column::trade:
    case Column::batch: return 0;
    case Column::stage:
    case Column::main_problem: return session.day();
    default: return session.result().month_of_day[static_cast<std::size_t>(session.day())];
  }
}

CooperativeRow cooperative_row(const Session& session, int position) {
  const sim::MonthlySums& sums = sums_of(session, position);
  const model::CooperativeId id = session.scenario().cooperatives[static_cast<std::size_t>(position)].id;
  const sim::Passage* passage = passage_of(session.result(), id);
  CooperativeRow row;
  row.id = id;
  row.name = words_of(session, position, Column::name);
  row.trade = words_of(session, position, Column::trade);
  row.members = static_cast<int>(number_of(session, position, Column::members));
  row.batch = batch_name(session, passage);
  row.stage = stage_on(session.result(), id, session.day());
  row.main_problem = main_problem_name(session, passage);
  row.output = number_of(session, position, Column::output);
  row.rework = number_of(session, position, Column::rework);
  row.seconds = number_of(session, position, Column::seconds);
  row.wage = wage_of(session, sums);
  row.change = number_of(session, position, Column::change);
  return row;
}

std::vector<CooperativeRow> cooperative_table(const Session& session, std::string_view filter, SortBy sort) {
  std::vector<CooperativeRow> rows;
  for (const int position : cooperative_order(session, filter, sort)) rows.push_back(cooperative_row(session, position));
  return rows;
}

std::string cell(Language language, const CooperativeRow& row, Column column) {
  switch (column) {
    case Column::name: return row.name;
    case Column::trade: return row.trade;
    case Column::members: return format_number(row.members, 0);
    case Column::batch: return row.batch;
    case Column::stage: return std::string(app::name_of(language, row.stage));
    case Column::main_problem: return row.main_problem;
    case Column::output: return format_number(row.output, 2);
    case Column::rework: return format_share(row.rework);
    case Column::seconds: return format_share(row.seconds);
    case Column::wage: return format_number(row.wage, 1);
    case Column::change: return format_change(row.change);
  }
  return {};
}

}  // namespace zhengshe::app::views
