#include "plan/table.h"

#include <algorithm>
#include <cassert>

#include "model/order.h"
#include "sim/campaign.h"
#include "sim/teams.h"
#include "sim/timetable.h"

namespace zhengshe::plan {
namespace {

using model::Coefficient;

// Runs per set of measures, spread over the weeks; weeks by which a deadline may be moved at most.
constexpr int kKnots = 4;
constexpr int kMoreWeeks = 8;

int week_of(const Table& table, int day) {
  int week = 0;
  while (week + 1 < static_cast<int>(table.weeks.size()) && table.weeks[at(week) + 1].first_day <= day) ++week;
  return week;
}

}  // namespace

std::vector<const sim::Passage*> passages_of(const Table& table, const sim::RunResult& run) {
  std::vector<const sim::Passage*> passages;
  auto next = run.passages.begin();
  for (const Row& row : table.rows) {
    const bool has_one = next != run.passages.end() && next->cooperative == row.cooperative;
    passages.push_back(has_one ? &*next++ : nullptr);
  }
  return passages;
}

Tabulator::Tabulator(const model::Scenario& scenario, model::PlanId plan)
    : scenario_(scenario), plan_(*model::find_plan(scenario, plan)) {
  assert(!plan_.batches.empty());
  table_.weights = plan_.weights;
  table_.batches = plan_.batches;
  model::sort_stably(table_.batches, [](const model::Batch& a, const model::Batch& b) { return a.earliest_start < b.earliest_start; });
  table_.candidates = candidates(scenario, plan_);
  lay_out_weeks();
  lay_out_rows();
  for (const Row& row : table_.rows) sets_ = std::max(sets_, row.gain.size());
  const int last = static_cast<int>(table_.weeks.size()) - 1;
  for (int knot = 0; knot < kKnots; ++knot)
    if (const int week = last * knot / (kKnots - 1); knots_.empty() || week > knots_.back()) knots_.push_back(week);
}

void Tabulator::lay_out_weeks() {
  const sim::Timetable timetable = sim::make_timetable(scenario_.calendar);
  const model::Date start = table_.batches.front().earliest_start;
  table_.deadline_day = plan_.deadline - scenario_.calendar.start;
  for (int first = std::max(0, start - scenario_.calendar.start); first < timetable.days; first += 7) {
    const bool late = first > table_.deadline_day;
    if (late && static_cast<int>(table_.weeks.size()) >= table_.plan_weeks + kMoreWeeks) break;
    Week week;
    week.first_day = first;
    int team_days = 0;
    for (int day = first; day < std::min(first + 7, timetable.days); ++day) {
      const int teams = scenario_.teams.available(timetable.date(day));
      week.teams = std::max(week.teams, teams);
      week.working_days += timetable.is_working(day) ? 1 : 0;
      team_days += timetable.is_working(day) ? teams : 0;
    }
    week.capacity = kTenths * team_days;
    table_.weeks.push_back(week);
    if (!late) table_.plan_weeks = static_cast<int>(table_.weeks.size());
  }
  for (const model::Batch& batch : table_.batches)
    table_.batch_weeks.push_back(week_of(table_, batch.earliest_start - scenario_.calendar.start + 6));
}

void Tabulator::lay_out_rows() {
  for (const model::Batch& batch : table_.batches)
    for (const model::CooperativeId id : batch.cooperatives) {
      Row row;
      row.cooperative = id;
      row.position = model::index_of(scenario_, id);
      if (row.position < 0) continue;
      const Candidates& choices = table_.candidates[at(row.position)];
      const std::vector<double> none(table_.weeks.size());
      row.gain.assign(choices.sets.size(), none);
      row.team_days.assign(choices.sets.size(), 0);
      const model::Treatment* treatment = model::treatment_of(plan_, id);
      if (treatment != nullptr && treatment->pinned) row.pinned_week = treatment->start_week.value_or(week_of(table_, batch.earliest_start - scenario_.calendar.start));
      table_.rows.push_back(std::move(row));
    }
  model::sort_stably(table_.rows, [](const Row& a, const Row& b) { return a.position < b.position; });
}

bool Tabulator::step() {
  const std::size_t runs = sets_ * knots_.size();
  if (done_ == runs) return false;
  if (done_ == 0) let_everybody_in();
  add_run(sets_ - 1 - done_ % sets_, done_ / sets_);
  if (++done_ < runs) return true;
  trunk_.reset();
  everybody_ = {};
  for (Row& row : table_.rows) interpolate(row);
  reckon_learning();
  return false;
}

double Tabulator::progress() const {
  return sets_ == 0 ? 1 : static_cast<double>(done_) / static_cast<double>(sets_ * knots_.size());
}

void Tabulator::let_everybody_in() {
  model::Plan plan = plan_;
  plan.batches = {model::Batch{table_.batches.front().id, {}, {}, {}, {}}};
  plan.treatments.clear();
  for (const Row& row : table_.rows) {
    plan.batches[0].cooperatives.push_back(row.cooperative);
    plan.treatments.emplace_back().cooperative = row.cooperative;
  }
  everybody_ = with_only(scenario_, std::move(plan));
  everybody_.teams.steps = {{everybody_.calendar.start, sim::kMostTeams * static_cast<int>(table_.rows.size()), {}}};
  trunk_.emplace(everybody_, sim::RunOptions{});
}

sim::RunResult Tabulator::run_of(std::size_t set, int week) {
  model::Plan& plan = everybody_.plans.front();
  const int day = table_.weeks[at(week)].first_day;
  plan.batches[0].earliest_start = everybody_.calendar.start + day;
  for (std::size_t i = 0; i < table_.rows.size(); ++i) {
    const std::vector<MeasureSet>& sets = table_.candidates[at(table_.rows[i].position)].sets;
    plan.treatments[i].measures = sets[std::min(set, sets.size() - 1)].measures;
  }
  trunk_->grow(day);
  return trunk_->branch(everybody_, plan.id);
}

void Tabulator::add_run(std::size_t set, std::size_t knot) {
  const int week = knots_[knot];
  const sim::RunResult run = run_of(set, week);
  if (set == sets_ - 1) point_worth_ = worth_of_point(everybody_, table_.weights, run);
  const std::vector<Worth> worths = own_worth(everybody_, table_.weights, run);
  for (Row& row : table_.rows) {
    if (set >= row.gain.size()) continue;
    const Worth& worth = worths[at(row.position)];
    row.gain[set][at(week)] = worth.gain + point_worth_ * worth.opened;
    if (knot == 0) row.team_days[set] = worth.team_days;
  }
}

// Straight lines between the weeks with a run.
void Tabulator::interpolate(Row& row) const {
  for (std::vector<double>& gain : row.gain)
    for (std::size_t knot = 0; knot + 1 < knots_.size(); ++knot) {
      const int here = knots_[knot];
      const int next = knots_[knot + 1];
      const double value = gain[at(here)];
      const double other = gain[at(next)];
      for (int week = here + 1; week < next; ++week) gain[at(week)] = value + (other - value) * (week - here) / (next - here);
    }
}

// Cooperatives done by a week, if teams work without pause, with what that teaches (E4.12): two weeks pass from
// the start of an ordinary cooperative to its end.
void Tabulator::reckon_learning() {
  constexpr int kDelayWeeks = 2;
  double days = 0;
  std::vector<double> trades(scenario_.trades.size());
  for (const Row& row : table_.rows) {
    const int rule = std::min(table_.candidates[at(row.position)].rule, static_cast<int>(row.team_days.size()) - 1);
    days += row.team_days[at(rule)];
    const int trade = model::index_of(scenario_, scenario_.cooperatives[at(row.position)].workshops.front().trade);
    if (trade >= 0) trades[at(trade)] += 1;
  }
  const double count = std::max<double>(1, static_cast<double>(table_.rows.size()));
  double same = 0;
  for (const double number : trades) same += number / count * (number / count);
  const double transfer = same * model::centre(scenario_, Coefficient::transfer_same_trade) +
                          (1 - same) * model::centre(scenario_, Coefficient::transfer_other_trade);
  std::vector<double> begun{0};  // by week, before it
  for (std::size_t week = 0; week < table_.weeks.size(); ++week) {
    const double done = week >= kDelayWeeks ? begun[week - kDelayWeeks] : 0;
    Week& here = table_.weeks[week];
    here.learning = sim::learning_factor(model::centre(scenario_, Coefficient::learning_exponent), transfer * done);
    const double each = std::max(1e-9, days / count * here.learning);
    begun.push_back(std::min(count, begun.back() + here.capacity / (kTenths * each)));
  }
}

void Tabulator::learn(const sim::RunResult& run, const std::vector<int>& sets) {
  std::vector<double> took(table_.weeks.size());
  std::vector<double> at_first(table_.weeks.size());
  const std::vector<const sim::Passage*> passages = passages_of(table_, run);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const sim::Passage* passage = passages[i];
    if (passage == nullptr || passage->done_day < 0 || passage->inspection_day < 0) continue;
    const int week = week_of(table_, passage->inspection_day);
    took[at(week)] += passage->team_days;
    at_first[at(week)] += table_.rows[i].team_days[at(sets[i])];
  }
  double learning = 1;
  for (std::size_t week = 0; week < table_.weeks.size(); ++week) {
    if (at_first[week] > 0) learning = std::min(1.0, took[week] / at_first[week]);
    table_.weeks[week].learning = learning;
  }
}

double team_days_of(const Table& table, const Slot& slot) {
  return table.rows[at(slot.row)].team_days[at(slot.set)] * table.weeks[at(slot.week)].learning;
}

int teams_of(const Table& table, const Slot& slot) {
  return std::max(1, std::min(sim::teams_for(team_days_of(table, slot)), table.weeks[at(slot.week)].teams));
}

double value_of(const Table& table, const Slot& slot) {
  return table.rows[at(slot.row)].gain[at(slot.set)][at(slot.week)] - table.weights.team_cost * team_days_of(table, slot) / sim::kStandardTeamDays;
}

}  // namespace zhengshe::plan
