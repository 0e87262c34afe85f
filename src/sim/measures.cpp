#include "sim/measures.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;
using model::Measure;
using model::MeasureChoice;

// clang-format off
constexpr model::PerEnum<Measure, MeasureInfo> kMeasures{{
    //          days part point dip order
    MeasureInfo{12,  0,   0,    1.5,  0},  // divide_trades
    MeasureInfo{8,   2,   0,    1.5,  0},  // divide_size
    MeasureInfo{8,   0,   2,    .75,  0},  // separate_repair
    MeasureInfo{4,   0,   0,    .5,   2},  // sound_bodies
    MeasureInfo{4,   0,   0,    .5,   2},  // production_plan
    MeasureInfo{4,   0,   0,    .5,   2},  // labour_organisation
    MeasureInfo{4,   0,   0,    .5,   2},  // quality_control
    MeasureInfo{4,   0,   0,    .25,  1},  // re_election
    MeasureInfo{3,   0,   0,    .25,  2},  // restore_varieties
    MeasureInfo{2,   0,   0,    0,    2},  // lower_accumulation
    MeasureInfo{2,   0,   0,    0,    2},  // peer_summing_up
    MeasureInfo{4,   0,   0,    1.5,  0},  // merge
}};
// clang-format on

void elect_leaders(std::vector<UnitChange>& changes, const Condition& condition, const Coefficients& coefficients) {
  const double severity = severities(condition)[model::Problem::undemocratic_leadership];
  changes.push_back(LoseLeaders{coefficients[Coefficient::leader_loss]});
  changes.push_back(RaiseDemocracy{coefficients[Coefficient::democracy_reach]});
  changes.push_back(Encourage{coefficients[Coefficient::surge] * std::min(1.0, severity / kFullSurgeSeverity)});
}

}  // namespace

const MeasureInfo& info(Measure measure) { return kMeasures[measure]; }

double size_factor(double members) { return square_root(std::max(1.0, members) / 100); }

double team_days(const MeasureChoice& choice, double members) {
  const MeasureInfo& known = info(choice.measure);
  return (known.team_days + known.days_per_part * choice.parts + known.days_per_point * choice.points) * size_factor(members);
}

double division_gain(const SizeTradeoff& tradeoff, double members, int parts) {
  const double whole = output_per_member(tradeoff, members);
  const double divided = output_per_member(tradeoff, members / parts);
  return whole > 0 && divided > 0 ? log(divided / whole) : divided > 0 ? 1 : -1;
}

int best_parts(const SizeTradeoff& tradeoff, double members) {
  // Output per member rises up to the best size and falls beyond it, so the first part too many ends the search.
  const int most = std::max(1, static_cast<int>(members / 2));
  int best = 1;
  double best_output = output_per_member(tradeoff, members);
  for (int parts = 2; parts <= most; ++parts) {
    const double output = output_per_member(tradeoff, members / parts);
    if (!(output > best_output)) break;
    best = parts;
    best_output = output;
  }
  return best;
}

std::vector<UnitChange> changes_of(const MeasureChoice& choice, const Condition& condition, const Coefficients& coefficients,
                                   std::span<const int> partners) {
  const double reach = coefficients[Coefficient::practice_reach];
  std::vector<UnitChange> changes;
  switch (choice.measure) {
    case Measure::divide_trades: changes.push_back(DivideByTrade{}); break;
    case Measure::divide_size: changes.push_back(DivideBySize{choice.parts}); break;
    case Measure::separate_repair: changes.push_back(SeparateRepair{choice.points}); break;
    case Measure::sound_bodies: changes.push_back(RaisePractices{reach, 0, 0}); break;
    case Measure::production_plan: changes.push_back(RaisePractices{0, reach, 0}); break;
    case Measure::labour_organisation: changes.push_back(RaisePractices{0, 0, reach}); break;
    case Measure::quality_control: changes.push_back(AddControl{coefficients[Coefficient::control_gain]}); break;
    case Measure::re_election: elect_leaders(changes, condition, coefficients); break;
    case Measure::restore_varieties: changes.push_back(RestoreVarieties{}); break;
    case Measure::lower_accumulation: changes.push_back(SetAccumulation{kAccumulationKept * condition.accumulation_share}); break;
    case Measure::peer_summing_up: changes.push_back(AddPractices{coefficients[Coefficient::peer_gain]}); break;
    case Measure::merge: changes.push_back(Merge{{partners.begin(), partners.end()}}); break;
  }
  const double disturbance = info(choice.measure).disturbance;
  if (disturbance > 0) changes.push_back(Disturb{disturbance * coefficients[Coefficient::dip]});
  return changes;
}

std::vector<UnitChange> summing_up_changes(const Coefficients& coefficients) {
  const double reach = coefficients[Coefficient::summing_up_share] * coefficients[Coefficient::practice_reach];
  return {RaisePractices{reach, reach, reach}, Disturb{kInspectionDisturbance * coefficients[Coefficient::dip]}};
}

}  // namespace zhengshe::sim
