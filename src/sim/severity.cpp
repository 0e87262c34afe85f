#include "sim/severity.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::sim {
namespace {

using model::Problem;

double clamped(double value) { return std::clamp(value, 0.0, 1.0); }

// 0 at `none` and below, 1 at `worst` and above, straight between.
double between(double value, double none, double worst) { return clamped((value - none) / (worst - none)); }

double over_size(const Condition& condition) {
  if (!(condition.members >= 2)) return 0;
  return clamped(log(condition.members / best_members(condition.size)) / log(kWorstOverSize));
}

}  // namespace

Severities severities(const Condition& condition) {
  Severities result{};
  result[Problem::mixed_trades] = between(condition.diversity, 0, kWorstDiversity);
  result[Problem::dispersed_sites] = between(condition.distance_km, 0, kWorstDistanceKm);
  result[Problem::over_size] = over_size(condition);
  result[Problem::repair_withdrawn] = between(condition.repair_share, 0, kWorstRepairShare) *
                                      between(condition.resident_distance_km, kEasyResidentDistanceKm, kWorstResidentDistanceKm);
  result[Problem::unsound_bodies] = clamped(1 - condition.bodies);
  result[Problem::no_production_plan] = clamped(1 - condition.planning);
  result[Problem::unreasonable_labour_organisation] = clamped(1 - condition.labour_organisation);
  result[Problem::undemocratic_leadership] = clamped(1 - condition.democracy);
  result[Problem::lost_varieties] = condition.repertoire > 0 ? between(1 - condition.varieties / condition.repertoire, 0, kWorstLostVarieties) : 0;
  result[Problem::excessive_accumulation] = between(condition.accumulation_share, kModerateAccumulation, kWorstAccumulation);
  result[Problem::poor_quality_control] = clamped(1 - condition.quality_control / kGoodControl);
  return result;
}

}  // namespace zhengshe::sim
