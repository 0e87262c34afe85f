#include "app/views/cooperative_table.h"

#include <algorithm>

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

CooperativeRow row_of(const Session& session, int position, double change) {
  const model::Scenario& scenario = session.scenario();
  const Language language = session.language();
  const model::Cooperative& cooperative = scenario.cooperatives[static_cast<std::size_t>(position)];
  const model::Trade* trade = trade_of(scenario, cooperative);
  const sim::RunResult& result = session.result();
  const int month = result.month_of_day[static_cast<std::size_t>(session.day())];
  const sim::MonthlySums& sums = result.monthly(sim::Arm::planned, position, month);
  CooperativeRow row;
  row.id = cooperative.id;
  row.name = tr(language, cooperative.name);
  row.trade = trade != nullptr ? tr(language, trade->name) : std::string_view();
  row.members = static_cast<int>(sums.members_end + 0.5);
  row.stage = stage_on(result, cooperative.id, session.day());
  row.output = sums.member_days > 0 ? sums.good / sums.member_days : 0;
  row.rework = sums.gross > 0 ? sums.rework / sums.gross : 0;
  row.seconds = sums.good > 0 ? sums.seconds / sums.good : 0;
  const int working = result.working_days[static_cast<std::size_t>(month)];
  row.wage = sums.member_days > 0 ? static_cast<double>(sums.wages) / sums.member_days * working : 0;
  row.change = change;
  const model::Batch* batch = session.plan() != nullptr ? model::batch_of(*session.plan(), cooperative.id) : nullptr;
  row.batch = batch != nullptr ? tr(language, batch->name) : std::string_view();
  const sim::Passage* passage = passage_of(result, cooperative.id);
  if (is_known_on(passage, session.day()) && passage->main_problem >= 0)
    row.main_problem = app::name_of(language, passage->findings[static_cast<std::size_t>(passage->main_problem)].problem);
  return row;
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

int compare(const CooperativeRow& a, const CooperativeRow& b, Column column) {
  const auto order = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
  switch (column) {
    case Column::name: return compare_names(a.name, b.name);
    case Column::trade: return order(a.trade, b.trade);
    case Column::members: return order(a.members, b.members);
    case Column::batch: return compare_names(a.batch, b.batch);
    case Column::stage: return order(static_cast<int>(a.stage), static_cast<int>(b.stage));
    case Column::main_problem: return order(a.main_problem, b.main_problem);
    case Column::output: return order(a.output, b.output);
    case Column::rework: return order(a.rework, b.rework);
    case Column::seconds: return order(a.seconds, b.seconds);
    case Column::wage: return order(a.wage, b.wage);
    case Column::change: return order(a.change, b.change);
  }
  return 0;
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

std::vector<CooperativeRow> cooperative_table(const Session& session, std::string_view filter, SortBy sort) {
  const model::Scenario& scenario = session.scenario();
  const std::vector<double> changes = output_changes(session.result(), session.day());
  std::vector<CooperativeRow> rows;
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) {
    const model::Cooperative& cooperative = scenario.cooperatives[i];
    const model::Trade* trade = trade_of(scenario, cooperative);
    const std::string haystack = lower(cooperative.name.en + " " + cooperative.name.zh + " " +
                                       (trade != nullptr ? trade->name.en + " " + trade->name.zh : std::string()));
    if (matches(haystack, filter)) rows.push_back(row_of(session, static_cast<int>(i), i < changes.size() ? changes[i] : 0));
  }
  model::sort_stably(rows, [sort](const CooperativeRow& a, const CooperativeRow& b) {
    const int order = compare(a, b, sort.column);
    return sort.descending ? order > 0 : order < 0;
  });
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
