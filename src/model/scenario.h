// Everything a person describes: one file, one value. A run reads it and never changes it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/assumption.h"
#include "model/city.h"
#include "model/cooperative.h"
#include "model/evidence.h"
#include "model/plan.h"
#include "model/shared_list.h"
#include "model/text.h"
#include "model/trade.h"

namespace zhengshe::model {

struct Scenario {
  Text title;
  Text question;     // what one can find out with it
  Text description;
  std::uint64_t seed = 1;
  std::uint32_t next_id = 1;  // ids are drawn from one counter and never reused
  Calendar calendar;
  City city;
  std::vector<Trade> trades;               // by id, ascending
  SharedList<Cooperative> cooperatives;    // by id, ascending
  Teams teams;
  std::vector<Plan> plans;                 // in the owner's order
  Assumptions assumptions;
  std::vector<Observation> observations;   // by date, then id
  std::vector<Claim> claims;
  std::vector<Source> sources;             // SourceId is position + 1
  UnknownMembers unknown;

  bool operator==(const Scenario&) const = default;
};

// Position of a cooperative, trade or plan in its list, or -1. Logarithmic for the sorted lists.
int index_of(const Scenario& scenario, CooperativeId id);
int index_of(const Scenario& scenario, TradeId id);
int index_of(const Scenario& scenario, PlanId id);

// The plan, or null for kLeftAlone and unknown ids.
const Plan* find_plan(const Scenario& scenario, PlanId id);

// The plan that is shown at first: kLeftAlone where there is none.
inline PlanId first_plan(const Scenario& scenario) { return scenario.plans.empty() ? kLeftAlone : scenario.plans.front().id; }

// Value of a coefficient in the centre run.
inline double centre(const Scenario& scenario, Coefficient coefficient) {
  return scenario.assumptions[coefficient].quantity.value;
}

// The program's own assumptions (coefficients.inc); adds the sources they name to `sources` where missing.
Assumptions default_assumptions(std::vector<Source>& sources);

// A scenario with the default assumptions and nothing else.
Scenario empty_scenario();

}  // namespace zhengshe::model
