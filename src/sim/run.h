// One run of a scenario under a plan, beside its untreated twin. The heart of the program.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/issue.h"
#include "model/scenario.h"
#include "sim/severity.h"

namespace zhengshe::sim {

// Changes whenever the same scenario and seed would give another state: goldens name it.
inline constexpr int kBehaviourVersion = 1;

// Replication of the centre run: every shock at its median, every coefficient and estimate at its value.
inline constexpr std::int64_t kCentre = -1;

struct RunOptions {
  model::PlanId plan;                   // kLeftAlone: only the twin
  std::uint64_t seed = 1;               // does not matter to the centre run
  std::int64_t replication = kCentre;
  bool trace_cooperatives = false;      // keep each parent's daily values (centre run of the page)
  bool hash_days = false;               // keep the state hash of every day
  int width = 0;                        // most doubles per vector of the daily kernel; 0: as many as the machine has
};

// Which of the two runs of a pair.
enum class Arm : std::uint8_t { planned, left_alone };

// Daily values of the metrics, for the city or for one parent. Rates of a day without production repeat
// the last working day's. value(metric, day): day 0 is the calendar's start.
class DailySeries {
 public:
  DailySeries() = default;
  explicit DailySeries(int days) : days_(days), values_(model::kCount<model::Metric> * static_cast<std::size_t>(days)) {}
  int days() const { return days_; }
  float& at(model::Metric metric, int day) { return values_[index(metric, day)]; }
  float at(model::Metric metric, int day) const { return values_[index(metric, day)]; }
  std::span<const float> of(model::Metric metric) const {
    return {values_.data() + index(metric, 0), static_cast<std::size_t>(days_)};
  }
  bool operator==(const DailySeries&) const = default;

 private:
  std::size_t index(model::Metric metric, int day) const {
    return static_cast<std::size_t>(metric) * static_cast<std::size_t>(days_) + static_cast<std::size_t>(day);
  }
  int days_ = 0;
  std::vector<float> values_;
};

// Sums of one parent over one calendar month; a split counts with its parent. Ratios of sums are the
// month's rates: rework_rate = rework / gross, seconds_rate = seconds / good. Single precision: there are
// twelve of these per cooperative, arm and year, and they are read, never carried forward.
struct MonthlySums {
  float gross = 0;          // yuan at firsts' prices
  float good = 0;           // yuan
  float rework = 0;         // yuan of gross output that was reworked
  float seconds = 0;        // yuan of good output sold as seconds
  float deliveries = 0;     // yuan
  float orders = 0;         // yuan that arrived
  float revenue = 0;        // yuan
  float wages = 0;          // yuan, refund included
  float net_income = 0;     // yuan
  float backlog_end = 0;    // yuan
  float reserve_end = 0;    // yuan
  float varieties_end = 0;  // kinds of goods
  float members_end = 0;    // persons
  float member_days = 0;    // members × working days

  bool operator==(const MonthlySums&) const = default;
};

// What the inspection of a cooperative saw, and what was done about it.
struct Finding {
  model::Problem problem = model::Problem::over_size;
  double severity = 0;  // observed, 0..1
  double truth = 0;     // the state's severity on that day, 0..1

  bool operator==(const Finding&) const = default;
};

// The course of one cooperative through the campaign. Days count from the calendar's start; -1 = not (yet).
struct Passage {
  model::CooperativeId cooperative;
  model::BatchId batch;
  int teams = 0;                 // that worked on it at once, most
  int inspecting_teams = 0;      // of them, those that inspected it
  int first_team = -1;           // lowest number of those teams, for the Gantt's rows
  int inspection_day = -1;
  int summing_up_day = -1;
  int measures_day = -1;
  int consolidation_day = -1;
  int done_day = -1;
  double team_days = 0;
  std::vector<Finding> findings;                // all problems, most severe observed first
  int main_problem = -1;                        // position in findings of what is treated first, -1 none
  std::vector<model::MeasureChoice> measures;   // as carried out
  std::vector<double> part_members;             // members of each new cooperative, after a division

  bool operator==(const Passage&) const = default;
};

struct ArmResult {
  DailySeries city;
  std::vector<MonthlySums> monthly;      // [parent index × months + month]
  std::vector<DailySeries> cooperatives; // by parent index; empty unless traced
  std::uint64_t hash = 0;                // of the last day's state
  std::vector<std::uint64_t> day_hashes; // empty unless asked for

  bool operator==(const ArmResult&) const = default;
};

struct RunResult {
  int days = 0;
  int months = 0;                      // calendar months that the horizon touches
  std::vector<int> month_of_day;       // 0-based month of each day
  std::vector<int> working_days;       // per month
  ArmResult planned;                   // equal to left_alone where nobody is treated
  ArmResult left_alone;
  std::vector<Passage> passages;       // by parent index, for those in a batch
  int finished_day = -1;               // the last cooperative's done_day; -1 = not within the horizon

  const ArmResult& arm(Arm which) const { return which == Arm::planned ? planned : left_alone; }
  const MonthlySums& monthly(Arm which, int parent, int month) const {
    return arm(which).monthly[static_cast<std::size_t>(parent * months + month)];
  }
  bool operator==(const RunResult&) const = default;
};

// Runs the scenario day by day under the plan and, with the same luck, left alone.
// Precondition: model::validate(scenario) has no errors and the plan exists (asserted).
RunResult run(const model::Scenario& scenario, const RunOptions& options);

// The same day by day, for a caller who has other things to do meanwhile or may lose interest. Takes longer in all.
class LongRun {
 public:
  // The scenario must outlive it.
  LongRun(const model::Scenario& scenario, const RunOptions& options);
  ~LongRun();
  LongRun(const LongRun&) = delete;
  LongRun& operator=(const LongRun&) = delete;

  int days() const;
  int done() const { return done_; }  // days
  bool is_done() const { return done_ == days(); }

  void step();         // a day; not once it is done
  RunResult finish();  // what run() gives; once it is done, once

 private:
  struct Course;
  std::unique_ptr<Course> course_;
  int done_ = 0;
};

// Runs of a scenario under one plan after another, for whoever makes many: the run left alone, and the days before
// anybody is treated, are the same in all and run once.
class Trunk {
 public:
  // The scenario must outlive it; its plans do not matter, nor does the options'. No days are hashed.
  Trunk(const model::Scenario& scenario, const RunOptions& options);
  ~Trunk();
  Trunk(Trunk&&) noexcept;

  // Lets the days before this one pass in which nobody is treated. Never back.
  void grow(int day);

  // What run() gives for the plan of a scenario that differs from the trunk's in its plans and numbers of teams alone.
  // Precondition: the plan exists, and has nobody treated on days that have passed.
  RunResult branch(const model::Scenario& scenario, model::PlanId plan) const;

 private:
  struct Wood;
  std::unique_ptr<Wood> wood_;
};

// The first difference of two runs' states, day by day, field by field: "day 131, cooperative 12, backlog: 3.5 / 3.6".
// Where one run is longer, the field horizon_days differs on the first day that only one has; where the numbers of
// cooperatives differ, their sum does on day 0.
struct StateDifference {
  int day = 0;
  Arm arm = Arm::planned;
  model::CooperativeId cooperative;
  std::string field;
  double first = 0;
  double second = 0;
};

std::vector<StateDifference> diff(const model::Scenario& first, const model::Scenario& second, const RunOptions& options,
                                  std::size_t most = 10);

// The same of two runs with options of their own.
std::vector<StateDifference> diff(const model::Scenario& first, const RunOptions& options, const model::Scenario& second,
                                  const RunOptions& other_options, std::size_t most = 10);

}  // namespace zhengshe::sim
