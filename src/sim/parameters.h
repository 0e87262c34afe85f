// The numbers of one replication: luck, coefficients and trades, drawn once (MODEL.md 7).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "model/scenario.h"

namespace zhengshe::sim {

// Names a replication's random streams. In the centre run nothing is random and the seed does not matter.
struct Luck {
  std::uint64_t seed = 1;
  std::uint32_t replication = 0;
  bool centre = true;

  bool operator==(const Luck&) const = default;
};

// What a stream of random numbers is for: the purpose is part of its key, so that no two uses share luck.
// Every user of a keyed stream names its purpose here.
enum class Purpose : std::uint32_t {
  daily_shocks = 1,   // by root and day (shocks.h)
  coefficients,       // Sobol scrambling
  cooperative_estimates,
  trade_estimates,
  city_estimates,
  inspection,         // by root and problem
  durations,          // by root and stage
  repair_jobs,        // by zone and day
  permutations,       // by round: labels of batches reassigned
  screening,          // by factor and walk
  resampling,         // by position and resample
};

using Coefficients = model::PerEnum<model::Coefficient, double>;

// A trade's truth in this replication.
struct TradeParameters {
  double base_output = 0;       // yuan per producing member and working day
  double material_share = 0;    // of gross output
  double rework_log_odds = 0;   // logit r0, rework_base_scale included
  double seconds_log_odds = 0;  // logit d0, seconds_base_scale included
  double price_of_second = 0;   // relative to a first
  double rework_labour = 0;     // φ
  double complementarity = 0;   // κ
  double changeover_loss = 0;   // per variety
  std::array<double, 12> season{};
  int relatedness_group = 0;

  bool operator==(const TradeParameters&) const = default;
};

struct Parameters {
  Luck luck;
  Coefficients coefficients;
  std::vector<TradeParameters> trades;  // by position in Scenario::trades
  double members_per_team = 4;          // drawn from Teams
  double team_skill = 1;                // q of the inspection equation, before learning

  double operator[](model::Coefficient coefficient) const { return coefficients[coefficient]; }
  bool operator==(const Parameters&) const = default;
};

// The truth behind an owner's estimate in this replication; its value in the centre run, or where it is exact.
double draw_estimate(const model::Quantity& quantity, const Luck& luck, Purpose purpose, std::uint32_t who, std::uint32_t field);

// Draws the numbers of a replication. Precondition: the scenario is valid.
Parameters draw_parameters(const model::Scenario& scenario, const Luck& luck);

}  // namespace zhengshe::sim
