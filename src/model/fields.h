// The numbers of a scenario: unit, range and meaning of each, stated once for files, checks, tables and editors.
#pragma once

#include <string_view>

#include "model/cooperative.h"
#include "model/trade.h"

namespace zhengshe::model {

struct NumberField {
  std::string_view unit;  // "1" for shares and factors
  double low;             // inclusive
  double high;            // inclusive
  double usual;           // where a file does not say
  bool whole;             // whole numbers only
  std::string_view meaning;
};

const NumberField& field(TradeQuantity quantity);
const NumberField& field(CooperativeQuantity quantity);

// Numbers that stand by themselves.
inline constexpr NumberField kCoordinate{"km", -1000, 1000, 0, false, "Position on the city's abstract plane"};
inline constexpr NumberField kMembers{"persons", 1, 1e6, 1, true, "Members who work there"};
inline constexpr NumberField kSkill{"1", .01, 100, 1, false, "Multiplier of the trade's base output"};
inline constexpr NumberField kSeason{"1", 0, 10, 1, false, "Multiplier of output in the month"};
inline constexpr NumberField kHorizon{"days", 1, 36525, 365, true, "Days that are simulated, the first included"};
inline constexpr NumberField kArea{"km2", .01, 1e6, 15, false, "Built-up area of the city"};
inline constexpr NumberField kResidents{"persons", 0, 1e8, 0, false, "Residents who bring things to be mended"};
inline constexpr NumberField kWorkers{"persons", 1, 10000, 2, true, "Repair workers at the point"};
inline constexpr NumberField kTeams{"teams", 0, 100000, 0, true, "Work teams available from the date on"};
inline constexpr NumberField kMembersPerTeam{"persons", 1, 100, 4, false, "Cadres in one work team"};
inline constexpr NumberField kTeamSkill{"1", .05, 20, 1, false, "Skill of a team at its first inspection"};
inline constexpr NumberField kParts{"cooperatives", 0, 1000, 0, true, "New cooperatives of a division; 0 = the best number"};
inline constexpr NumberField kPoints{"points", 0, 1000, 0, true, "Repair points to open"};
inline constexpr NumberField kStartWeek{"weeks", 0, 5300, 0, true, "Not before this week of the campaign; 0 = its first"};
inline constexpr NumberField kTeamsAtOnce{"teams", 1, 3, 1, true, "Teams that work on the cooperative at once"};
inline constexpr NumberField kWeight{"1", 0, 1000, 1, false, "Weight in the plan's objective"};
inline constexpr NumberField kRelatedness{"1", 0, 1e6, 0, true, "Trades of one group count as related work"};
inline constexpr NumberField kCoefficient{"1", 0, 1e6, 0, false, "Coefficient of the model"};
inline constexpr NumberField kOutcome{"1", -1e12, 1e12, 0, false, "Value in the unit of its metric"};

// Names, titles and notes.
inline constexpr std::size_t kMaxNameCharacters = 200;

}  // namespace zhengshe::model
