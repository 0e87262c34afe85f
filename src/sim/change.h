// What a measure does to a cooperative, as requests that the world carries out (MODEL.md 5).
#pragma once

#include <variant>
#include <vector>

#include "model/vocabulary.h"

namespace zhengshe::sim {

// Moves practices part of the way to 1, from where earlier measures are already taking them; with the
// ramp, and fading with practice_half_life. Each 0..1.
struct RaisePractices {
  double bodies = 0;
  double planning = 0;
  double labour_organisation = 0;
};

// Adds to each of the three practices (never beyond 1); ramp and fading as above.
struct AddPractices {
  double gain = 0;
};

// Adds to quality control (never beyond 1); ramp and fading as above.
struct AddControl {
  double gain = 0;
};

// Moves democracy part of the way to 1; ramp of practices, fading with democracy_half_life.
struct RaiseDemocracy {
  double reach = 0;  // 0..1
};

// Leaders leave: this share of the gains so far of practices and quality control is lost at once.
struct LoseLeaders {
  double share = 0;  // 0..1
};

// Adds to the log-point loss of reorganisation, which halves every dip_half_life.
struct Disturb {
  double dip = 0;
};

// Adds to the log-point surge of effort, which halves every surge_half_life.
struct Encourage {
  double surge = 0;
};

// Gives the dropped varieties the attention that brings them back.
struct RestoreVarieties {};

// Sets the accumulation share of later months.
struct SetAccumulation {
  double share = 0;  // 0..1
};

// Divides into one cooperative per group of related trades and, where one group works at several sites, per site.
struct DivideByTrade {};

// Divides into so many cooperatives of nearly equal size.
struct DivideBySize {
  int parts = 2;
};

// Opens repair points at the plan's next sites, staffed by the cooperative's repairers first.
struct SeparateRepair {
  int points = 1;
};

// Others join; the largest of all keeps its name and its luck. Those who already merged are passed over.
struct Merge {
  std::vector<int> roots;
};

using UnitChange = std::variant<RaisePractices, AddPractices, AddControl, RaiseDemocracy, LoseLeaders, Disturb, Encourage,
                                RestoreVarieties, SetAccumulation, DivideByTrade, DivideBySize, SeparateRepair, Merge>;

}  // namespace zhengshe::sim
