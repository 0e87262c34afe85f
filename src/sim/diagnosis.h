// From findings to measures: which problem is the main one, what to do about it, and how sure that is
// (MODEL.md 4 and 6).
#pragma once

#include <vector>

#include "model/plan.h"
#include "sim/inspection.h"
#include "sim/measures.h"
#include "sim/run.h"

namespace zhengshe::sim {

// One standard unit of each objective: what a weight of 1 is given for (MODEL.md 10). Relative changes over a
// year; team cost in team-days.
inline constexpr double kStandardOutput = 0.10;
inline constexpr double kStandardIncome = 0.10;
inline constexpr double kStandardQuality = 0.25;      // fall of rework and seconds, mean of the two
inline constexpr double kStandardConvenience = 0.25;  // fall of the residents' way, or rise of varieties
inline constexpr double kStandardTeamDays = 20;

// What an inspector expects of something, as logarithms of relative changes over a year.
struct Expectation {
  double output = 0;       // good output per member
  double income = 0;       // of members
  double quality = 0;      // minus the mean log change of the rates of rework and of seconds
  double convenience = 0;  // of residents

  Expectation& operator+=(const Expectation& other);
  friend Expectation operator*(double factor, const Expectation& expectation);
  bool operator==(const Expectation&) const = default;
};

// Σ weight · change / standard unit − team_cost · team-days / its unit.
double score(const Expectation& expectation, double team_days, const model::ObjectiveWeights& weights);

// The measure that treats a problem.
model::Measure measure_for(model::Problem problem);

// A problem is serious when its severity is believed to be at least this; where none is: "none serious".
inline constexpr double kSerious = 0.5;

// Most measures that the rule "treat what the inspection finds" takes in one cooperative.
inline constexpr std::size_t kMostMeasures = 3;

// Repair points that the rule opens where repair was withdrawn.
inline constexpr int kRulePoints = 2;

// What the inspectors know besides the findings: counted, not judged.
struct Circumstances {
  double members = 100;
  SizeTradeoff size;
  double changeover_loss = 0.01;  // share of output per kind of goods
  double repertoire = 8;          // kinds of goods
};

// Belief about one measure after the inspection.
struct Prospect {
  model::Measure measure = model::Measure::production_plan;
  model::Problem problem = model::Problem::no_production_plan;  // worst of those it treats, by expected benefit
  bool serious = false;     // one of its problems is believed serious
  int parts = 0;            // divide_size
  double score = 0;         // expected, team cost included
  double score_sd = 0;      // of that expectation, from what the noise leaves open
};

// What a measure is expected to bring if the problem it treats is as bad as it gets (severity 1), with the
// program's own coefficients (`believed`): inspectors do not know a replication's truth.
Expectation expectation_at_worst(model::Problem problem, const Coefficients& believed, const Circumstances& circumstances);

// Prospects of all measures that treat problems, best score first (ties: order of measures). beliefs: posterior
// severities by problem.
std::vector<Prospect> prospects(const model::PerEnum<model::Problem, Prior>& beliefs, const Coefficients& believed,
                                const Circumstances& circumstances, const model::ObjectiveWeights& weights);

// P(prospect `which` of `all` truly has the best score), scores taken as independent normals: ∫ φ(z)·Π Φ(…) dz
// by Simpson's rule. 1 for a single prospect. Precondition: which < all.size().
double probability_right(const std::vector<Prospect>& all, std::size_t which = 0);

// Beliefs about all problems after seeing these severities with this noise.
model::PerEnum<model::Problem, Prior> beliefs_after(const Severities& observed, double noise);

struct Diagnosis {
  std::vector<Finding> findings;              // most severe observed first; ties in order of problems
  int main_problem = -1;                      // position in findings; -1: none serious
  std::vector<model::MeasureChoice> measures; // what the rule takes, main problem's first; at most kMostMeasures
};

// Ranks what was observed and chooses measures by the rule: the best prospect that is serious and worth its
// cost, then further serious ones worth theirs; never two divisions at once.
Diagnosis diagnose(const Severities& truth, const Severities& observed, double noise, const Coefficients& believed,
                   const Circumstances& circumstances, const model::ObjectiveWeights& weights);

}  // namespace zhengshe::sim
