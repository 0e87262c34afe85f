#include "sim/series.h"

#include <algorithm>

namespace zhengshe::sim {
namespace {

using model::Metric;

// Of a month, as MonthlySums has them.
struct MonthTotals {
  double wages = 0;
  double net_income = 0;
  double reserve_end = 0;
  double members_end = 0;
  double member_days = 0;
};

// What a series is made of, for the city or for one root.
struct Source {
  const std::vector<DaySums>& days;
  std::vector<MonthTotals> months;
  const std::vector<float>& cooperatives;
  double orders_per_day = 0;
};

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

void fill_work(DailySeries& series, const WorldState& state, const Source& source, int day, double members) {
  if (!state.timetable.is_working(day)) {
    for (const Metric metric : {Metric::good_output, Metric::good_output_per_member, Metric::gross_output, Metric::rework_rate,
                                Metric::seconds_rate, Metric::backlog_days, Metric::varieties})
      series.at(metric, day) = day > 0 ? series.at(metric, day - 1) : 0;
    return;
  }
  const DaySums& sums = source.days[static_cast<std::size_t>(day)];
  const auto set = [&](Metric metric, double value) { series.at(metric, day) = static_cast<float>(value); };
  set(Metric::good_output, sums.good);
  set(Metric::good_output_per_member, ratio(sums.good, members));
  set(Metric::gross_output, sums.gross);
  set(Metric::rework_rate, ratio(sums.rework, sums.gross));
  set(Metric::seconds_rate, ratio(sums.seconds, sums.good));
  set(Metric::backlog_days, ratio(sums.backlog, source.orders_per_day));
  set(Metric::varieties, sums.varieties);
}

DailySeries make_series(const WorldState& state, Arm arm, const Source& source) {
  const Timetable& table = state.timetable;
  const Ledger& ledger = state.ledgers[static_cast<std::size_t>(arm)];
  DailySeries series(table.days);
  for (int day = 0; day < table.days; ++day) {
    const std::size_t at = static_cast<std::size_t>(day);
    const Month& month = table.month(day);
    const MonthTotals& sums = source.months[static_cast<std::size_t>(table.month_of_day[at])];
    const double members = month.working_days > 0 ? sums.member_days / month.working_days : sums.members_end;
    const auto set = [&](Metric metric, double value) { series.at(metric, day) = static_cast<float>(value); };
    fill_work(series, state, source, day, members);
    set(Metric::monthly_wage, ratio(sums.wages, members * month.share));
    set(Metric::net_income, sums.net_income / month.share);
    set(Metric::reserve, sums.reserve_end);
    set(Metric::members, members);
    set(Metric::cooperatives, source.cooperatives[at]);
    set(Metric::resident_distance_km, ledger.access[at].distance_km);
    set(Metric::within_800_m, ledger.access[at].within_800_m);
    set(Metric::repair_wait_days, ledger.repair_wait_days[at]);
  }
  return series;
}

// Days of rest before the first working day show what it will show.
void fill_first_days(DailySeries& series, const WorldState& state) {
  const int first = std::min(state.first_working_day, series.days() - 1);
  for (int day = 0; day < first; ++day)
    for (const Metric metric : model::all_of<Metric>()) series.at(metric, day) = series.at(metric, first);
}

void count_done(DailySeries& series, const Passage& passage) {
  if (passage.done_day < 0) return;
  for (int day = passage.done_day; day < series.days(); ++day) series.at(Metric::done, day) += 1;
}

void add(MonthTotals& total, const MonthlySums& part) {
  total.wages += part.wages;
  total.net_income += part.net_income;
  total.reserve_end += part.reserve_end;
  total.members_end += part.members_end;
  total.member_days += part.member_days;
}

}  // namespace

DailySeries city_series(const WorldState& state, Arm arm, const std::vector<Passage>& passages) {
  const Ledger& ledger = state.ledgers[static_cast<std::size_t>(arm)];
  const std::size_t months = state.timetable.months.size();
  Source source{ledger.days, std::vector<MonthTotals>(months), ledger.cooperatives, ledger.orders_per_day};
  for (std::size_t i = 0; i < ledger.monthly.size(); ++i) add(source.months[i % months], ledger.monthly[i]);
  DailySeries series = make_series(state, arm, source);
  fill_first_days(series, state);
  for (const Passage& passage : passages) count_done(series, passage);
  return series;
}

DailySeries root_series(const WorldState& state, Arm arm, int root, const Passage* passage) {
  const Ledger& ledger = state.ledgers[static_cast<std::size_t>(arm)];
  const std::size_t months = state.timetable.months.size();
  const RootTrace& trace = ledger.traces[static_cast<std::size_t>(root)];
  Source source{trace.days, std::vector<MonthTotals>(months), trace.cooperatives, ledger.root_orders[static_cast<std::size_t>(root)]};
  for (std::size_t month = 0; month < months; ++month)
    add(source.months[month], ledger.monthly[static_cast<std::size_t>(root) * months + month]);
  DailySeries series = make_series(state, arm, source);
  fill_first_days(series, state);
  if (passage != nullptr) count_done(series, *passage);
  return series;
}

}  // namespace zhengshe::sim
