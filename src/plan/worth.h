// What treating a cooperative is worth: in a run that was made, and before one, by measures and week
// (MODEL.md 10).
//
// Values are points: one point is one standard unit (sim/diagnosis.h) of one objective with weight 1, for a
// hundred members, over a year. A tenth more output for a year of a cooperative of 200 is two points; twenty
// team-days cost one.
#pragma once

#include <optional>
#include <vector>

#include "model/scenario.h"
#include "sim/diagnosis.h"
#include "sim/run.h"

namespace zhengshe::plan {

// One cooperative's part in the worth of a run.
struct Worth {
  double gain = 0;       // points, team cost not yet taken off
  double team_days = 0;  // spent on it
  double opened = 0;     // repair points

  double points(const model::ObjectiveWeights& weights) const {
    return gain - weights.team_cost * team_days / sim::kStandardTeamDays;
  }
};

// Worth of each cooperative of the scenario, by position, in a run against its untreated twin: what it gains itself.
std::vector<Worth> own_worth(const model::Scenario& scenario, const model::ObjectiveWeights& weights, const sim::RunResult& run);

// The city's gain from residents' shorter ways, in points for each repair point that the run opened. The first points
// shorten the way more than the last; they share equally.
double worth_of_point(const model::Scenario& scenario, const model::ObjectiveWeights& weights, const sim::RunResult& run);

// Σ points over all cooperatives.
double total_points(const model::Scenario& scenario, const model::ObjectiveWeights& weights, const sim::RunResult& run);

// The scenario with this plan and no other.
model::Scenario with_only(const model::Scenario& scenario, model::Plan plan);

// A plan in the centre run.
struct Trial {
  double points = 0;
  std::optional<model::Date> done;  // the day by which everybody is; none: not within the horizon
};

// Precondition: the plan could be one of the scenario's.
Trial try_out(const model::Scenario& scenario, const model::Plan& plan);

// A set of measures that may be taken in a cooperative, and what speaks for it.
struct MeasureSet {
  std::vector<model::MeasureChoice> measures;  // best prospect first; empty: inspection and summing-up alone
  double expected = 0;                         // score of the prospects, per hundred members
};

// What an inspection found in a cooperative, as far as one has been: severities by problem.
// From the scenario's observations; for problems without one the owner's estimate of the state at the start.
sim::Severities found(const model::Scenario& scenario, const sim::Severities& estimated, model::CooperativeId cooperative);

struct Candidates {
  std::vector<MeasureSet> sets;           // at least one, each with one measure more than the last
  std::vector<sim::Prospect> prospects;   // of all measures, best first: reasons and runners-up
  int rule = 0;                           // position in sets of what "treat what the inspection finds" takes
};

// Sets of measures for each cooperative, by position, from what was found and from what the inspectors
// believe: never from what is hidden. A treatment of the plan that names measures leaves that set alone, unless a
// planner chose it and it is not pinned.
std::vector<Candidates> candidates(const model::Scenario& scenario, const model::Plan& plan);

}  // namespace zhengshe::plan
