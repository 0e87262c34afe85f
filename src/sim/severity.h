// Severities of the latent problems, computed from a cooperative's state (MODEL.md 4).
#pragma once

#include "model/enumeration.h"
#include "model/vocabulary.h"
#include "sim/production.h"

namespace zhengshe::sim {

using Severities = model::PerEnum<model::Problem, double>;  // each 0..1

// What severities are computed from; the day's state of one cooperative.
struct Condition {
  double members = 0;
  double diversity = 0;           // 1 − Σ s², by relatedness group
  double distance_km = 0;         // member-weighted, workshop to management site
  double bodies = 0;              // practices, 0..1
  double planning = 0;
  double labour_organisation = 0;
  double democracy = 0;           // 0..1
  double quality_control = 0;     // 0..1
  double varieties = 0;           // kinds of goods offered
  double repertoire = 0;          // kinds of goods known
  double accumulation_share = 0;  // 0..1
  double repair_share = 0;        // of members' work that repairs for residents, 0..1
  double resident_distance_km = 0;// mean distance of residents to a repair point
  SizeTradeoff size;              // what its size costs and saves
};

// Where a problem counts as being as bad as it gets: severity 1.
inline constexpr double kWorstDiversity = 0.5;            // two equal halves of unrelated trades
inline constexpr double kWorstDistanceKm = 5;             // of members from the management site
inline constexpr double kWorstOverSize = 4;               // times the best size
inline constexpr double kWorstRepairShare = 0.25;         // of members' work
inline constexpr double kEasyResidentDistanceKm = 0.4;    // severity 0 up to here
inline constexpr double kWorstResidentDistanceKm = 1.1;
inline constexpr double kWorstLostVarieties = 0.5;        // of the repertoire
inline constexpr double kGoodControl = 0.6;               // severity 0 from here on
inline constexpr double kModerateAccumulation = 0.15;     // severity 0 up to here
inline constexpr double kWorstAccumulation = 0.30;

// How bad each problem is, 0..1 (MODEL.md 4). Over-size grows with the logarithm of size over the size of most
// good output per member; withdrawn repair is the share of repair work times the residents' way; practices and
// democracy count what is missing to 1. The bounds above are assumed.
Severities severities(const Condition& condition);

}  // namespace zhengshe::sim
