// The measures: what each costs, what it does, and the best number of parts (MODEL.md 5).
#pragma once

#include <span>
#include <vector>

#include "model/plan.h"
#include "sim/change.h"
#include "sim/parameters.h"
#include "sim/severity.h"

namespace zhengshe::sim {

// What the program knows of a measure, whoever takes it. Every figure is assumed.
struct MeasureInfo {
  double team_days;        // at 100 members
  double days_per_part;    // more for each new cooperative
  double days_per_point;   // more for each repair point
  double disturbance;      // its dip, relative to the coefficient `dip`
  int order;               // carried out first to last: structure, then leaders, then what depends on them
};

const MeasureInfo& info(model::Measure measure);

// Disturbance of inspection and summing-up by themselves, relative to the coefficient `dip`.
inline constexpr double kInspectionDisturbance = 0.25;

// Severity of undemocratic leadership from which a new election brings the full surge of effort.
inline constexpr double kFullSurgeSeverity = 0.5;

// What lowering keeps of the accumulation share.
inline constexpr double kAccumulationKept = 0.5;

// √(N/100): how work grows with members (MODEL.md 5). At least that of one member.
double size_factor(double members);

// Team-days of a measure for a cooperative of so many members, before learning. choice.parts and points count
// as they stand: settle them first.
double team_days(const model::MeasureChoice& choice, double members);

// Number of equal parts with most good output per member, 1 = leave it whole; ties go to fewer parts. At most
// one part for two members. MODEL.md 3.1: (1 − k0/N)·(N/100)^(−ε), with rework.
int best_parts(const SizeTradeoff& tradeoff, double members);

// Logarithm of good output per member in `parts` equal parts relative to the whole.
double division_gain(const SizeTradeoff& tradeoff, double members, int parts);

// Requests that carry a measure out, in order. `condition` is that of the day; `partners` the roots that join a
// merger. A division into the best number of parts must be settled before (choice.parts ≥ 2).
std::vector<UnitChange> changes_of(const model::MeasureChoice& choice, const Condition& condition,
                                   const Coefficients& coefficients, std::span<const int> partners);

// Requests of inspection and summing-up alone: practices move summing_up_share of what a full programme does.
std::vector<UnitChange> summing_up_changes(const Coefficients& coefficients);

}  // namespace zhengshe::sim
