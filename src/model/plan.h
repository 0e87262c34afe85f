// A plan: who is treated when, with which measures (MODEL.md 2, 5, 6).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/city.h"
#include "model/date.h"
#include "model/ids.h"
#include "model/text.h"
#include "model/vocabulary.h"

namespace zhengshe::model {

struct MeasureChoice {
  Measure measure = Measure::production_plan;
  int parts = 0;   // divide_size: number of new cooperatives, 0 = the best number
  int points = 0;  // separate_repair: repair points to open
  std::vector<CooperativeId> partners;  // merge: who joins
  UnknownMembers unknown = {};

  bool operator==(const MeasureChoice&) const = default;
};

struct Batch {
  BatchId id;
  Text name;
  Date earliest_start;
  std::vector<CooperativeId> cooperatives;  // in dispatch order
  UnknownMembers unknown;

  bool operator==(const Batch&) const = default;
};

// What the planner decided for one cooperative beyond its place in a batch.
struct Treatment {
  CooperativeId cooperative;
  std::optional<std::vector<MeasureChoice>> measures;  // none = treat what the inspection finds
  std::optional<int> start_week;                       // not before this week of the campaign, 0 = its first
  std::optional<int> teams;                            // 1..3 teams at once
  bool pinned = false;                                 // re-planning leaves it where it is
  bool planned = false;                                // the measures are a planner's choice, not a person's
  UnknownMembers unknown;

  bool operator==(const Treatment&) const = default;
};

// Weights of the plan's objective, per standard unit of each (MODEL.md 10).
struct ObjectiveWeights {
  double output = 1;
  double income = 1;
  double quality = 1;
  double convenience = 1;
  double team_cost = 1;

  bool operator==(const ObjectiveWeights&) const = default;
};

struct Plan {
  PlanId id;
  Text name;
  Date deadline;
  std::vector<Batch> batches;
  std::vector<Treatment> treatments;  // by cooperative id, ascending
  std::vector<RepairPoint> sites;     // where separated repair opens points, in order of opening
  ObjectiveWeights weights;
  UnknownMembers unknown;

  bool operator==(const Plan&) const = default;
};

// The batch that holds the cooperative, or null: it is left alone.
const Batch* batch_of(const Plan& plan, CooperativeId cooperative);

// The decisions for the cooperative, or null: none beyond its batch.
const Treatment* treatment_of(const Plan& plan, CooperativeId cooperative);

}  // namespace zhengshe::model
