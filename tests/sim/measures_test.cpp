#include "sim/measures.h"

#include <cmath>

#include "catch_amalgamated.hpp"
#include "sim/defaults.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;
using model::Coefficient;
using model::Measure;
using model::MeasureChoice;

namespace {

template <class Change>
const Change* find(const std::vector<UnitChange>& changes) {
  for (const UnitChange& change : changes)
    if (const auto* found = std::get_if<Change>(&change)) return found;
  return nullptr;
}

// Gross output only: (1 − k0/N)·(N/100)^(−ε).
SizeTradeoff gross(double exponent) { return {4, exponent, 0, 0, 0}; }

}  // namespace

TEST_CASE("team-days are those of the table at a hundred members and grow with the root of size") {
  CHECK(team_days(choice(Measure::divide_trades), 100) == 12);
  CHECK(team_days(choice(Measure::divide_size, 4), 100) == 16);         // 8 + 2·4
  CHECK(team_days(choice(Measure::separate_repair, 0, 4), 100) == 16);  // 8 + 2·4
  CHECK(team_days(choice(Measure::production_plan), 100) == 4);
  CHECK(team_days(choice(Measure::restore_varieties), 100) == 3);
  CHECK(team_days(choice(Measure::lower_accumulation), 100) == 2);
  CHECK(team_days(choice(Measure::peer_summing_up), 100) == 2);
  CHECK(team_days(choice(Measure::merge), 100) == 4);
  CHECK(team_days(choice(Measure::divide_size, 4), 400) == 32);         // √4 = 2
  CHECK(team_days(choice(Measure::production_plan), 25) == 2);
}

TEST_CASE("division 350 to 88 and 88 to 22 changes gross output per member by the figures of the model") {
  CHECK(std::expm1(division_gain(gross(0.02), 350, 4)) == Approx(-0.007).margin(0.0006));
  CHECK(std::expm1(division_gain(gross(0.04), 350, 4)) == Approx(0.020).margin(0.0006));
  CHECK(std::expm1(division_gain(gross(0.08), 350, 4)) == Approx(0.078).margin(0.0006));
  CHECK(std::expm1(division_gain(gross(0.02), 88, 4)) == Approx(-0.119).margin(0.0006));
  CHECK(std::expm1(division_gain(gross(0.04), 88, 4)) == Approx(-0.094).margin(0.0006));
  CHECK(std::expm1(division_gain(gross(0.08), 88, 4)) == Approx(-0.042).margin(0.0006));
}

TEST_CASE("the best number of parts comes close to the best size and leaves middling cooperatives whole") {
  CHECK(best_parts(gross(0.04), 104) == 1);
  CHECK(best_parts(gross(0.04), 140) == 1);   // halves of 70 would lose more to cadres than they gain
  CHECK(best_parts(gross(0.04), 208) == 2);
  CHECK(best_parts(gross(0.04), 350) == 3);   // 117 each; 4 of 88 are a little worse
  const SizeTradeoff with_rework{4, 0.04, 0.7, 0.3, 0.1364};
  CHECK(best_parts(with_rework, 350) > best_parts(gross(0.04), 350));
  CHECK(best_parts(with_rework, 60) == 1);
  for (const double members : {1.0, 2.0, 3.0, 5.0}) CHECK(best_parts(gross(0.04), members) == 1);
  // No other number does better: compared with every number of parts.
  for (const double members : {90.0, 180.0, 260.0, 350.0, 720.0}) {
    const int best = best_parts(with_rework, members);
    for (int parts = 1; parts <= members / 5; ++parts)
      CHECK(division_gain(with_rework, members, parts) <= division_gain(with_rework, members, best));
  }
}

TEST_CASE("each measure asks for what it moves, and for its own dip") {
  const Coefficients coefficients = defaults();
  Condition condition;
  condition.democracy = 0.75;
  condition.accumulation_share = 0.24;
  const auto changes = [&](MeasureChoice made) { return changes_of(made, condition, coefficients, {}); };

  CHECK(find<RaisePractices>(changes(choice(Measure::sound_bodies)))->bodies == 0.85);
  CHECK(find<RaisePractices>(changes(choice(Measure::production_plan)))->planning == 0.85);
  CHECK(find<RaisePractices>(changes(choice(Measure::production_plan)))->bodies == 0);
  CHECK(find<RaisePractices>(changes(choice(Measure::labour_organisation)))->labour_organisation == 0.85);
  CHECK(find<AddControl>(changes(choice(Measure::quality_control)))->gain == 0.5);
  CHECK(find<AddPractices>(changes(choice(Measure::peer_summing_up)))->gain == 0.04);
  CHECK(find<SetAccumulation>(changes(choice(Measure::lower_accumulation)))->share == Approx(0.12));
  CHECK(find<DivideBySize>(changes(choice(Measure::divide_size, 5)))->parts == 5);
  CHECK(find<SeparateRepair>(changes(choice(Measure::separate_repair, 0, 3)))->points == 3);
  CHECK(find<RestoreVarieties>(changes(choice(Measure::restore_varieties))) != nullptr);

  CHECK(find<Disturb>(changes(choice(Measure::divide_trades)))->dip == Approx(0.06));     // 1.5 · .04
  CHECK(find<Disturb>(changes(choice(Measure::separate_repair)))->dip == Approx(0.03));
  CHECK(find<Disturb>(changes(choice(Measure::re_election)))->dip == Approx(0.01));
  CHECK(find<Disturb>(changes(choice(Measure::peer_summing_up))) == nullptr);
}

TEST_CASE("a new election loses the old leaders' gains before it brings its own, and surges where leaders were bad") {
  const Coefficients coefficients = defaults();
  Condition condition;
  condition.democracy = 0.1;  // severity .9: the full surge
  std::vector<UnitChange> changes = changes_of(choice(Measure::re_election), condition, coefficients, {});
  REQUIRE(std::holds_alternative<LoseLeaders>(changes[0]));
  CHECK(std::get<LoseLeaders>(changes[0]).share == 0.3);
  CHECK(find<RaiseDemocracy>(changes)->reach == 0.7);
  CHECK(find<Encourage>(changes)->surge == Approx(0.1));
  condition.democracy = 0.9;  // severity .1: a fifth of .5
  changes = changes_of(choice(Measure::re_election), condition, coefficients, {});
  CHECK(find<Encourage>(changes)->surge == Approx(0.02));
}

TEST_CASE("summing-up alone moves practices by about a third of a full programme") {
  const std::vector<UnitChange> changes = summing_up_changes(defaults());
  // .32 of .85; with practices at a half that is 13.6 points, where the full programme moves 42.5
  CHECK(find<RaisePractices>(changes)->bodies == Approx(0.272));
  CHECK(find<RaisePractices>(changes)->labour_organisation == Approx(0.272));
  CHECK(find<Disturb>(changes)->dip == Approx(0.01));
}

TEST_CASE("a merger names who joins") {
  const std::vector<int> partners{4, 9};
  const std::vector<UnitChange> changes = changes_of(choice(Measure::merge), {}, defaults(), partners);
  CHECK(find<Merge>(changes)->roots == partners);
}
