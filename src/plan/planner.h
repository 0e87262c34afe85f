// A plan for a scenario: who starts when, with which measures, what that is worth, and how far from the best
// possible it can be (MODEL.md 10).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "model/enumeration.h"
#include "plan/solver.h"
#include "plan/table.h"

namespace zhengshe::plan {

// Orders to choose from. All but `optimal` take the cooperatives in their order, each in the first week in which
// there is room for it, nobody overtaking, with what the inspection finds.
enum class Strategy : std::uint8_t { optimal, worst_first, easiest_first, largest_first, by_trade, random_in_strata };

}  // namespace zhengshe::plan

namespace zhengshe::model {

template <>
struct EnumIds<plan::Strategy> {
  static constexpr std::array<std::string_view, 6> kIds{"optimal", "worst_first", "easiest_first", "largest_first", "by_trade", "random_in_strata"};
};

}  // namespace zhengshe::model

namespace zhengshe::plan {

struct PlanOptions {
  Strategy strategy = Strategy::optimal;
  int effort = 1;          // of the search; 1 is usual
  std::uint64_t seed = 1;  // of the search, and of the random order
};

// One cooperative's place, and what speaks for it. Values in points, weeks of the campaign from 0.
struct Placement {
  model::CooperativeId cooperative;
  int week = 0;
  std::vector<model::MeasureChoice> measures;
  bool pinned = false;
  std::optional<model::Problem> problem;  // what the first measure is for
  double value = 0;
  double team_days = 0;            // after learning
  int teams = 1;                   // at a time
  int wished_week = 0;             // worth most if it were alone
  double wished_value = 0;
  double wished_loss = 0;          // points that the wished week would cost the whole plan, prices of capacity included
  int full_week = -1;              // what keeps it from its wished week: a week without room; -1: nothing
  bool full_batch = false;         // or a batch that is as large as it may be
  model::CooperativeId instead;    // who has that week's room and makes most of it per team-day
  int runner_up_week = -1;         // second best at the prices of capacity; -1: no other fits
  double runner_up_loss = 0;       // points that it would cost, prices included
  double next_measures_loss = 0;   // that other measures in this week would cost, prices included
  std::vector<model::MeasureChoice> next_measures;  // those
  double next_team_days = -1;      // with those; -1: there are no others
};

struct PlannedWeek {
  model::Date first;
  int teams = 0;
  double team_days = 0;   // there are
  double used = 0;        // team-days
  double price = 0;       // points that one more team-day would bring

  bool operator==(const PlannedWeek&) const = default;
};

struct Outcome {
  std::vector<Placement> placements;             // by cooperative
  std::vector<model::CooperativeId> remaining;   // for whom there is no place before the deadline
  std::vector<PlannedWeek> weeks;
  double value = 0;              // points, of the placements
  double bound = 0;              // that no plan passes which places everybody; means nothing where some remain
  double gap = 0;                // (bound − value) / bound, what the reserve costs included
  int reserve_days = 0;          // before the deadline, kept free for teams that wait for one another
  int days_late = 0;             // when simulated, of those that are not pinned; at most 0: in time
  bool proven_too_little = false;  // not everybody can have a place
  std::vector<int> overbooked_weeks;  // by pins
};

// Plans in steps of bounded work. The same scenario and options give the same plan in steps of any number.
//
// A schedule reckons in team-days by week. Teams are people who go from one cooperative to the next and wait for one
// another, which the simulation shows: where it has somebody done after the deadline, days before it are kept free and
// everything is planned anew, a few times at most.
class Planner {
 public:
  // The scenario must outlive it. Precondition: the plan exists and holds somebody.
  Planner(const model::Scenario& scenario, model::PlanId plan, PlanOptions options);

  // A piece of the work that is the same for every strategy, up to prices and a first plan; nothing once it is prepared.
  void prepare();
  bool is_prepared() const { return solver_ != nullptr && solver_->has_first(); }
  // Plans by another strategy. Before the first step.
  void choose(Strategy strategy) { options_.strategy = strategy; }

  // A piece of work; false when there is none left.
  bool step();
  double progress() const;

  // What the best plan so far is worth, and no plan passes, while everybody has a place in it.
  struct Standing {
    double value = 0;
    double bound = 0;
  };
  std::optional<Standing> standing() const;

  // The best so far with its bound, once there is a standing or no work is left.
  Outcome outcome() const;

  const Table& table() const { return tabulator_.table(); }

 private:
  // A schedule with a place for everybody, and how the simulation has it end.
  struct Draft {
    std::unique_ptr<Schedule> schedule;
    Choices choices;
    std::vector<double> prices;
    int reserve_days = 0;
    int days_late = 0;
  };

  void lay_out();
  void rehearse();
  void begin(int reserve_days);
  bool settle();
  void prove();
  bool is_optimal() const { return options_.strategy == Strategy::optimal; }
  Choices ordered() const;
  sim::RunResult run_of(const Schedule& schedule, const Choices& choices) const;
  int days_late(const sim::RunResult& run) const;

  const model::Scenario& scenario_;
  PlanOptions options_;
  model::PlanId plan_;
  Tabulator tabulator_;
  bool rehearsed_ = false;
  int reserve_days_ = 0;                 // of the schedule that is being filled
  std::unique_ptr<Schedule> schedule_;
  std::unique_ptr<Solver> solver_;
  std::optional<Draft> draft_;           // the least late so far
  double bound_ = 0;                     // of a schedule without reserve
  int drafts_ = 0;
  std::unique_ptr<Assignment> partial_;  // where not everybody can be placed: nobody must be
  std::unique_ptr<Solver> partial_solver_;
  double reward_ = 0;
  bool proven_ = false;
  bool done_ = false;
};

Outcome plan_to_the_end(Planner& planner);

// The plan with the outcome's places: its batches, as large as they were, filled in order of start, with measures and
// start weeks. Pins, other treatments, weights and sites stay. Those that remain come last.
model::Plan applied(const model::Plan& plan, const Outcome& outcome);

// What would make room for everybody.
struct Cures {
  int remaining = 0;                 // without any
  std::optional<int> teams;          // more in every week; none: not even many would do
  std::optional<int> weeks;          // by which the deadline moves; none: not within the horizon
  bool batch_sizes = false;          // larger batches alone would do
};

// The least of each alone that lets the planner place everybody, where teams learn as fast as the table says. More
// teams have seen more cooperatives by each week, so that fewer may turn out to do.
Cures cures_for(const model::Scenario& scenario, const Table& table);

}  // namespace zhengshe::plan
