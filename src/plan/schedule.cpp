// From a table to an assignment.
#include <algorithm>
#include <cmath>

#include "plan/table.h"
#include "sim/timetable.h"

namespace zhengshe::plan {
namespace {

class Builder {
 public:
  Builder(const model::Scenario& scenario, const Table& table, const Relief& relief) : table_(table), relief_(relief) {
    weeks_ = std::min(table.plan_weeks + relief.weeks, static_cast<int>(table.weeks.size()));
    lay_out(scenario, table.deadline_day + 7 * relief.weeks - relief.reserve_days - static_cast<int>(std::floor(model::centre(scenario, model::Coefficient::consolidation_days) + 0.5)));
  }

  Schedule build() {
    add_resources();
    for (int row = 0; row < static_cast<int>(table_.rows.size()); ++row) add_row(row);
    return std::move(schedule_);
  }

 private:
  // What teams do on a day shows on the morning of the next working day. Only days are counted whose work shows by the
  // last day on which consolidation can begin.
  void lay_out(const model::Scenario& scenario, int last_day) {
    const sim::Timetable timetable = sim::make_timetable(scenario.calendar);
    int last_morning = std::min(last_day, timetable.days - 1);
    while (last_morning > 0 && !timetable.is_working(last_morning)) --last_morning;
    for (int week = 0; week < weeks_; ++week) {
      Span span;
      const int first = table_.weeks[at(week)].first_day;
      for (int day = first; day < std::min(first + 7, last_morning); ++day) {
        if (!timetable.is_working(day)) continue;
        ++span.working_days;
        span.capacity += kTenths * (scenario.teams.available(timetable.date(day)) + relief_.teams);
      }
      spans_.push_back(span);
    }
  }

  void add_resources() {
    Assignment& assignment = schedule_.assignment;
    for (const Span& span : spans_) assignment.add_resource(span.capacity);
    int begun = 0;
    for (std::size_t batch = 0; batch + 1 < table_.batches.size() && !relief_.any_batch_size; ++batch) {
      begun += static_cast<int>(table_.batches[batch].cooperatives.size());
      assignment.add_resource(begun);
      batch_ends_.push_back(table_.batch_weeks[batch + 1]);
    }
    schedule_.pinned_use.assign(at(assignment.resources()), 0);
    schedule_.overbooked = schedule_.pinned_use;
  }

  // Team work of a slot by week. False: there is no time for it.
  bool work_of(const Slot& slot, bool pinned) {
    uses_.clear();
    const int teams = teams_of(table_, slot);
    int left = static_cast<int>(std::ceil(kTenths * team_days_of(table_, slot) - 1e-9));
    if (!pinned && !ends_in_time(slot.week, (left + kTenths * teams - 1) / (kTenths * teams))) return false;
    for (int week = slot.week; week < weeks_ && left > 0; ++week) {
      const int done = std::min(left, kTenths * teams * spans_[at(week)].working_days);
      left -= done;
      uses_.push_back({week, done});
    }
    for (std::size_t batch = 0; batch < batch_ends_.size(); ++batch)
      if (slot.week < batch_ends_[batch]) uses_.push_back({weeks_ + static_cast<int>(batch), 1});
    return left == 0 || pinned;
  }

  // Teams go from one cooperative to the next: whoever is the last of a week begins on its last day.
  bool ends_in_time(int week, int working_days) const {
    int there_are = 1;
    for (int later = week + 1; later < weeks_ && there_are < working_days; ++later) there_are += spans_[at(later)].working_days;
    return spans_[at(week)].working_days > 0 && there_are >= working_days;
  }

  void add_row(int row) {
    Assignment& assignment = schedule_.assignment;
    assignment.add_item(true);
    const Row& here = table_.rows[at(row)];
    if (here.pinned_week >= 0) return pin(row);
    for (int set = 0; set < static_cast<int>(here.gain.size()); ++set)
      for (int week = 0; week < weeks_; ++week) {
        const Slot slot{row, set, week};
        if (!work_of(slot, false)) continue;
        assignment.add_option(plan::value_of(table_, slot), uses_);
        schedule_.slots.push_back(slot);
      }
  }

  // Pins stay whatever they cost: their work is taken off the capacities, and what is missing is told.
  void pin(int row) {
    Assignment& assignment = schedule_.assignment;
    const Row& here = table_.rows[at(row)];
    Slot best{row, 0, std::min(here.pinned_week, weeks_ - 1)};
    for (Slot slot = best; slot.set < static_cast<int>(here.gain.size()); ++slot.set)
      if (plan::value_of(table_, slot) > plan::value_of(table_, best)) best.set = slot.set;
    work_of(best, true);
    for (const Use& use : uses_) {
      const int left = assignment.capacity(use.resource) - use.amount;
      assignment.set_capacity(use.resource, std::max(0, left));
      schedule_.pinned_use[at(use.resource)] += use.amount;
      schedule_.overbooked[at(use.resource)] += std::max(0, -left);
    }
    assignment.add_option(plan::value_of(table_, best), {});
    schedule_.slots.push_back(best);
  }

  const Table& table_;
  Relief relief_;
  int weeks_ = 0;
  struct Span {
    int working_days = 0;
    int capacity = 0;         // tenths of team-days
  };
  std::vector<Span> spans_;   // by week
  std::vector<int> batch_ends_;
  std::vector<Use> uses_;
  Schedule schedule_;
};

}  // namespace

Schedule schedule_of(const model::Scenario& scenario, const Table& table, const Relief& relief) {
  return Builder(scenario, table, relief).build();
}

}  // namespace zhengshe::plan
