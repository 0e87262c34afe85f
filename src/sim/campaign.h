// The campaign: teams go from cooperative to cooperative, inspect, sum up and put right (MODEL.md 6).
#pragma once

#include <functional>
#include <queue>
#include <utility>
#include <vector>

#include "sim/diagnosis.h"
#include "sim/run.h"
#include "sim/teams.h"
#include "sim/world.h"

namespace zhengshe::sim {

// What the city learned so far, by the trade it was learned in (MODEL.md 6, E4.12). A group meeting of a trade
// (peer_summing_up) spreads it half of the way that transfer leaves open.
class Experience {
 public:
  Experience(std::size_t trades, double same_trade, double other_trade);

  // One more cooperative of the trade is done.
  void add(int trade, bool met);

  // Cooperatives done, as far as they teach something about this trade: Σ done · transfer.
  double effective_done(int trade) const;

 private:
  struct Done {
    double alone = 0;
    double met = 0;
  };
  std::vector<Done> by_trade_;
  Done all_;
  double same_trade_;
  double other_trade_;
};

// (1 + effective number done)^(−exponent): multiplies team-days, divides the noise's skill (MODEL.md 6).
double learning_factor(double exponent, double effective_done);

// A team has four members; one of n takes 4/n of the time.
inline constexpr double kUsualTeamMembers = 4;

// Team-days of measures at 100 members that a dispatcher reckons with before an inspection has named them.
inline constexpr double kReckonedMeasureDays = 6;

// Walks the world's plan through the days. Call morning() for every day of the timetable in order, before the
// world ends that day.
//
// A cooperative keeps its teams from inspection to the end of its measures; where what was found needs more, free
// ones join after the inspection. Stages follow each other without a
// pause, also inside a working day; inspections and summing-up count from the day they end in, measures from
// the next working morning, when the teams are free again. The next in the plan's order waits until it has its
// teams, and nobody overtakes it but cooperatives of whom the start week has not come. Cooperatives with no
// other measure than a merger are merged uninspected, as in 1956; whoever has merged into another is passed over.
class Campaign {
 public:
  explicit Campaign(const World& world);

  // Finishes what is finished, inspects, applies measures, sends free teams to the next cooperatives.
  void morning(World& world, int day);

  // By position of the cooperative in the scenario; those in a batch only.
  const std::vector<Passage>& passages() const { return passages_; }
  std::vector<Passage> take_passages() { return std::move(passages_); }

  // The day on which the last cooperative was done; -1 while some are not, or where nobody is treated.
  int finished_day() const { return open_ == 0 ? last_done_day_ : -1; }

 private:
  // What a cooperative's passage does not tell.
  struct Course {
    int root = 0;
    int rank = 0;                                // place in the plan's order
    int earliest_day = 0;
    const model::Treatment* treatment = nullptr; // of the plan, may be null
    model::Stage stage = model::Stage::waiting;
    double stage_end = 0;                        // in working days of the timetable
    std::vector<int> teams;                      // numbers
  };
  using Event = std::pair<int, int>;  // when, position in courses_
  using Events = std::priority_queue<Event, std::vector<Event>, std::greater<>>;

  void line_up(const World& world);
  void dispatch(World& world, int day);
  void start(World& world, int which, int day);
  void begin(World& world, int which, model::Stage stage, double days);
  void end_stage(World& world, int which, int day);
  void inspect(World& world, int which, int day);
  void choose(World& world, int which, const Condition& condition, Diagnosis diagnosis);
  void reinforce(World& world, int which);
  void sum_up(World& world, int which, int day);
  void put_right(World& world, int which, int day);
  void finish(const World& world, int which, int day);

  double learning(const World& world, int which) const;
  double reckoned_days(const World& world, int which) const;
  double chosen_days(const World& world, int which) const;
  bool is_bare_merger(int which) const;

  Coefficients believed_;              // the scenario's values: inspectors do not know the replication's
  model::ObjectiveWeights weights_;
  std::vector<Passage> passages_;
  std::vector<Course> courses_;        // like passages_
  std::vector<int> order_;             // positions in courses_ by rank
  std::vector<int> working_index_;     // by day: working days before it
  TeamPool pool_;
  Experience experience_;
  Events coming_;                      // when cooperatives may be dispatched, by calendar day
  std::priority_queue<int, std::vector<int>, std::greater<>> ready_;  // ranks of those that may
  Events stages_;                      // ends of stages, by working day
  Events consolidations_;              // by calendar day
  int open_ = 0;                       // not done yet
  int last_done_day_ = -1;
};

}  // namespace zhengshe::sim
