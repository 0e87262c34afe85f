// A cooperative as its owner describes it. What changes from day to day is sim's State, not this.
#pragma once

#include <cstdint>
#include <vector>

#include "model/enumeration.h"
#include "model/ids.h"
#include "model/quantity.h"
#include "model/text.h"

namespace zhengshe::model {

struct Workshop {
  WorkshopId id;
  TradeId trade;
  double x_km = 0;  // on the city's abstract plane
  double y_km = 0;
  int members = 1;
  Quantity skill = exact(1);  // multiplier of base output
  UnknownMembers unknown;

  bool operator==(const Workshop&) const = default;
};

// A unit that was merged into the cooperative, as far as it is known.
struct MergedPart {
  Text name;
  TradeId trade;
  double x_km = 0;
  double y_km = 0;
  int members = 1;
  UnknownMembers unknown;

  bool operator==(const MergedPart&) const = default;
};

enum class CooperativeQuantity : std::uint8_t {
  piece_rate_share,      // α, 0..1
  tariff_wage,           // yuan per member and month
  accumulation_share,    // of positive net income, 0..1
  bodies,                // practice: sound bodies, 0..1
  planning,              // practice: production plan, 0..1
  labour_organisation,   // practice, 0..1
  quality_control,       // 0..1
  democracy,             // 0..1
  non_producing_cadres,  // k0, persons; members too, and paid like members
  varieties,             // kinds of goods offered at the start
  repertoire,            // kinds of goods its members know how to make
  orders_per_day,        // yuan at firsts' prices per working day
  backlog,               // yuan of orders waiting at the start
  reserve,               // yuan at the start
  other_costs,           // yuan per working day: rent, tools, tax
  repair_share,          // of members' work that serves residents as repair, 0..1
};

template <>
struct EnumIds<CooperativeQuantity> {
  static constexpr std::array<std::string_view, 16> kIds{
      "pieceRateShare", "tariffWage", "accumulationShare", "bodies",   "planning",   "labourOrganisation", "qualityControl", "democracy",
      "nonProducingCadres", "varieties", "repertoire",     "ordersPerDay", "backlog", "reserve",            "otherCosts",     "repairShare"};
};

struct Cooperative {
  CooperativeId id;
  Text name;
  std::vector<Workshop> workshops;  // at least one; the first is the management site
  PerEnum<CooperativeQuantity, Quantity> quantities;
  std::vector<MergedPart> merged_from;
  Text notes;
  UnknownMembers unknown;

  double operator[](CooperativeQuantity quantity) const { return quantities[quantity].value; }
  bool operator==(const Cooperative&) const = default;
};

// Members of all workshops.
inline int members_of(const Cooperative& cooperative) {
  int members = 0;
  for (const Workshop& workshop : cooperative.workshops) members += workshop.members;
  return members;
}

}  // namespace zhengshe::model
