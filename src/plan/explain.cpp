// What speaks for each place in a schedule.
#include <algorithm>

#include "plan/strategy.h"

namespace zhengshe::plan {
namespace {

class Explainer {
 public:
  Explainer(const model::Scenario& scenario, const Table& table, const Schedule& schedule, const Choices& choices, const std::vector<double>& prices)
      : scenario_(scenario), table_(table), schedule_(schedule), choices_(choices), prices_(prices), used_(schedule.pinned_use) {
    first_in_week_.assign(table.weeks.size(), kUnplaced);
    for (const int option : choices) {
      if (option == kUnplaced) continue;
      for (const Use& use : schedule.assignment.uses(option)) used_[at(use.resource)] += use.amount;
      const Slot& slot = schedule.slots[at(option)];
      int& first = first_in_week_[at(slot.week)];
      if (first == kUnplaced || density(slot) > density(schedule.slots[at(first)])) first = option;
    }
    weeks_ = std::min(static_cast<int>(table.weeks.size()), schedule.assignment.resources());
    weeks_ = std::min(weeks_, table.plan_weeks);
  }

  Outcome outcome() const {
    Outcome outcome;
    for (int row = 0; row < static_cast<int>(choices_.size()); ++row) {
      if (choices_[at(row)] == kUnplaced) {
        outcome.remaining.push_back(table_.rows[at(row)].cooperative);
        continue;
      }
      outcome.placements.push_back(placement(row));
      outcome.value += outcome.placements.back().value;
    }
    for (int week = 0; week < weeks_; ++week) {
      const Week& here = table_.weeks[at(week)];
      outcome.weeks.push_back({scenario_.calendar.start + here.first_day, here.teams, static_cast<double>(here.capacity) / kTenths,
                               static_cast<double>(used_[at(week)]) / kTenths, prices_[at(week)] * kTenths});
      if (schedule_.overbooked[at(week)] > 0) outcome.overbooked_weeks.push_back(week);
    }
    return outcome;
  }

 private:
  double density(const Slot& slot) const { return value_of(table_, slot) / std::max(1e-9, team_days_of(table_, slot)); }
  double reduced(int option) const { return reduced_value(schedule_.assignment, prices_, option); }

  Placement placement(int row) const {
    const int chosen = choices_[at(row)];
    const Slot& slot = schedule_.slots[at(chosen)];
    const Row& here = table_.rows[at(row)];
    Placement placement;
    placement.cooperative = here.cooperative;
    placement.week = placement.wished_week = slot.week;
    placement.measures = measures_of(slot);
    placement.problem = problem_of(here, placement.measures);
    placement.pinned = here.pinned_week >= 0;
    placement.value = placement.wished_value = value_of(table_, slot);
    placement.team_days = team_days_of(table_, slot);
    placement.teams = teams_of(table_, slot);
    if (!placement.pinned) compare(placement, row, chosen);
    return placement;
  }

  void compare(Placement& placement, int row, int chosen) const {
    const Slot& slot = schedule_.slots[at(chosen)];
    int wished = chosen;
    int runner_up = kUnplaced;
    int other_set = kUnplaced;
    for (int option = schedule_.assignment.first_option(row); option < schedule_.assignment.end_option(row); ++option) {
      const Slot& other = schedule_.slots[at(option)];
      if (other.set == slot.set && schedule_.assignment.value(option) > schedule_.assignment.value(wished)) wished = option;
      if (other.week != slot.week && (runner_up == kUnplaced || reduced(option) > reduced(runner_up))) runner_up = option;
      if (other.week == slot.week && other.set != slot.set && (other_set == kUnplaced || reduced(option) > reduced(other_set))) other_set = option;
    }
    placement.wished_week = schedule_.slots[at(wished)].week;
    placement.wished_value = schedule_.assignment.value(wished);
    placement.wished_loss = reduced(chosen) - reduced(wished);
    if (wished != chosen) blame(placement, chosen, wished);
    if (runner_up != kUnplaced) {
      placement.runner_up_week = schedule_.slots[at(runner_up)].week;
      placement.runner_up_loss = reduced(chosen) - reduced(runner_up);
    }
    if (other_set != kUnplaced) {
      placement.next_measures = measures_of(schedule_.slots[at(other_set)]);
      placement.next_measures_loss = reduced(chosen) - reduced(other_set);
      placement.next_team_days = team_days_of(table_, schedule_.slots[at(other_set)]);
    }
  }

  // What the wished place lacks, once its own work is taken away from where it is.
  void blame(Placement& placement, int chosen, int wished) const {
    int worst = 0;
    for (const Use& use : schedule_.assignment.uses(wished)) {
      int taken = used_[at(use.resource)];
      for (const Use& own : schedule_.assignment.uses(chosen))
        if (own.resource == use.resource) taken -= own.amount;
      const int missing = taken + use.amount - schedule_.assignment.capacity(use.resource) - schedule_.pinned_use[at(use.resource)];
      if (missing <= 0) continue;
      if (use.resource >= weeks_) placement.full_batch = true;
      if (use.resource >= weeks_ || missing <= worst) continue;
      worst = missing;
      placement.full_week = use.resource;
      const int first = first_in_week_[at(use.resource)];
      if (first != kUnplaced) placement.instead = table_.rows[at(schedule_.slots[at(first)].row)].cooperative;
    }
  }

  std::optional<model::Problem> problem_of(const Row& row, const std::vector<model::MeasureChoice>& measures) const {
    if (measures.empty()) return std::nullopt;
    for (const sim::Prospect& prospect : table_.candidates[at(row.position)].prospects)
      if (prospect.measure == measures.front().measure) return prospect.problem;
    return std::nullopt;
  }

  const std::vector<model::MeasureChoice>& measures_of(const Slot& slot) const {
    return table_.candidates[at(table_.rows[at(slot.row)].position)].sets[at(slot.set)].measures;
  }

  const model::Scenario& scenario_;
  const Table& table_;
  const Schedule& schedule_;
  const Choices& choices_;
  const std::vector<double>& prices_;
  std::vector<int> used_;           // by resource
  std::vector<int> first_in_week_;  // options that make most of a team-day, by week of their start
  int weeks_ = 0;
};

}  // namespace

Outcome explain(const model::Scenario& scenario, const Table& table, const Schedule& schedule, const Choices& choices, const std::vector<double>& prices) {
  return Explainer(scenario, table, schedule, choices, prices).outcome();
}

}  // namespace zhengshe::plan
