// Everything that a schedule is made from, in numbers: weeks and teams, and for each cooperative its sets of
// measures with their worth from each week on (MODEL.md 10).
#pragma once

#include <optional>
#include <vector>

#include "model/scenario.h"
#include "plan/assignment.h"
#include "plan/worth.h"
#include "sim/run.h"

namespace zhengshe::plan {

// Teams' work is counted in tenths of a team-day, so that a plan that fits, fits exactly.
inline constexpr int kTenths = 10;

struct Week {
  int first_day = 0;     // of the calendar
  int working_days = 0;
  int teams = 0;         // most that are there
  int capacity = 0;      // tenths of team-days
  double learning = 1;   // what is learned by then multiplies team-days

  bool operator==(const Week&) const = default;
};

// One cooperative with its sets of measures.
struct Row {
  model::CooperativeId cooperative;
  int position = 0;                        // in Scenario::cooperatives
  std::vector<std::vector<double>> gain;   // [set][week], points, team cost not taken off
  std::vector<double> team_days;           // by set, before anything is learned
  int pinned_week = -1;                    // by hand, or because its work has begun
};

struct Table {
  std::vector<Week> weeks;         // the plan's, then those by which the deadline could be moved
  int plan_weeks = 0;              // begun before the deadline
  int deadline_day = 0;
  std::vector<model::Batch> batches;  // by earliest start
  std::vector<int> batch_weeks;    // first week of each
  std::vector<Row> rows;           // by cooperative, those in a batch
  std::vector<Candidates> candidates;  // by position in the scenario
  model::ObjectiveWeights weights;
};

// By row, its passage in a run; null where it has none. Both stand in the order of the scenario.
std::vector<const sim::Passage*> passages_of(const Table& table, const sim::RunResult& run);

// Makes a table in steps, each a run of the simulation: as if there were teams for everybody at once, from
// several start weeks, with each set of measures. Between those weeks values are interpolated.
class Tabulator {
 public:
  // The scenario must outlive it. Precondition: the plan exists and has a batch.
  Tabulator(const model::Scenario& scenario, model::PlanId plan);

  bool step();
  double progress() const;
  const Table& table() const { return table_; }

  // Takes what was learned by each week from a run of the plan in which each row has this set: what its work took
  // against what it would have taken at first.
  void learn(const sim::RunResult& run, const std::vector<int>& sets);

 private:
  void lay_out_weeks();
  void reckon_learning();
  void lay_out_rows();
  void let_everybody_in();
  sim::RunResult run_of(std::size_t set, int week);
  void add_run(std::size_t set, std::size_t knot);
  void interpolate(Row& row) const;

  const model::Scenario& scenario_;
  const model::Plan& plan_;
  Table table_;
  model::Scenario everybody_;                         // with the plan of a run, in which there are teams for all at once
  std::optional<sim::Trunk> trunk_;                   // of the runs, from the first to the last
  std::vector<int> knots_;                            // weeks with a run
  double point_worth_ = 0;                            // of a repair point where all sets are whole, at the present knot
  std::size_t sets_ = 0;                              // most that anybody has
  std::size_t done_ = 0;                              // runs, knot by knot, from the largest sets down
};

// What may be changed: to see what cures a plan that is too tight, or to have it done in time.
struct Relief {
  int teams = 0;             // more, in every week
  int weeks = 0;             // by which the deadline moves
  bool any_batch_size = false;
  int reserve_days = 0;      // before the deadline, kept free
};

// An option of an assignment as the table has it.
struct Slot {
  int row = 0;
  int set = 0;
  int week = 0;
};

struct Schedule {
  Assignment assignment;     // items: rows; resources: weeks, then batches
  std::vector<Slot> slots;   // by option
  std::vector<int> pinned_use;  // by resource: taken by pins, which are options without uses
  std::vector<int> overbooked;  // by resource: what pins take beyond the capacity
};

// The assignment of a table: capacity of teams by week, batch sizes as numbers begun before the next batch, deadline
// with the consolidation in it, pins,
// which come first and are kept even where they need more than there is.
Schedule schedule_of(const model::Scenario& scenario, const Table& table, const Relief& relief);

// Value of a slot in points, its team cost taken off.
double value_of(const Table& table, const Slot& slot);

// Team-days of a slot after learning.
double team_days_of(const Table& table, const Slot& slot);

// Teams that it gets at a time, as many as the campaign would send.
int teams_of(const Table& table, const Slot& slot);

}  // namespace zhengshe::plan
