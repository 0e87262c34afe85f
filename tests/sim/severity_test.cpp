#include "sim/severity.h"

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;
using model::Problem;

namespace {

Condition ordinary() {
  Condition condition;
  condition.members = 88;
  condition.bodies = condition.planning = condition.labour_organisation = 0.5;
  condition.democracy = 0.5;
  condition.quality_control = 0.3;
  condition.varieties = 6;
  condition.repertoire = 8;
  condition.accumulation_share = 0.15;
  condition.size = {4, 0.04, 0, 0, 0};  // best gross size 4·(1 + 1/.04) = 104
  return condition;
}

}  // namespace

TEST_CASE("two equal halves of unrelated trades at opposite ends of the city are as bad as mixing gets") {
  Condition oilcloth_and_felt = ordinary();
  oilcloth_and_felt.diversity = 0.5;      // 1 − ½² − ½²
  oilcloth_and_felt.distance_km = 5.5;    // half of the members 11 km away; 5 km is the worst
  const Severities found = severities(oilcloth_and_felt);
  CHECK(found[Problem::mixed_trades] == 1);
  CHECK(found[Problem::dispersed_sites] == 1);
  oilcloth_and_felt.diversity = 0.32;     // shares .8 and .2: 1 − .64 − .04
  oilcloth_and_felt.distance_km = 2;
  CHECK(severities(oilcloth_and_felt)[Problem::mixed_trades] == Approx(0.64));
  CHECK(severities(oilcloth_and_felt)[Problem::dispersed_sites] == Approx(0.4));
}

TEST_CASE("over-size counts from the best size on, by its logarithm") {
  Condition condition = ordinary();
  CHECK(severities(condition)[Problem::over_size] == 0);  // 88 is below 104
  condition.members = 208;                                // twice the best: ln 2 / ln 4
  CHECK(severities(condition)[Problem::over_size] == Approx(0.5).epsilon(1e-6));
  condition.members = 1000;
  CHECK(severities(condition)[Problem::over_size] == 1);
}

TEST_CASE("repair is withdrawn where much of the work is repair and the residents have far to go") {
  Condition condition = ordinary();
  condition.repair_share = 0.2;            // .2 / .25 = .8
  condition.resident_distance_km = 0.75;   // (.75 − .4) / (1.1 − .4) = .5
  CHECK(severities(condition)[Problem::repair_withdrawn] == Approx(0.4));
  condition.resident_distance_km = 0.4;
  CHECK(severities(condition)[Problem::repair_withdrawn] == 0);
  condition.resident_distance_km = 3;
  condition.repair_share = 0;
  CHECK(severities(condition)[Problem::repair_withdrawn] == 0);
}

TEST_CASE("management, democracy, control, varieties and accumulation count what is missing or too much") {
  Condition condition = ordinary();
  condition.bodies = 0.22;
  condition.planning = 0.12;
  condition.labour_organisation = 0.2;
  condition.democracy = 0.1;
  condition.accumulation_share = 0.24;
  const Severities found = severities(condition);
  CHECK(found[Problem::unsound_bodies] == Approx(0.78));
  CHECK(found[Problem::no_production_plan] == Approx(0.88));
  CHECK(found[Problem::unreasonable_labour_organisation] == Approx(0.8));
  CHECK(found[Problem::undemocratic_leadership] == Approx(0.9));
  CHECK(found[Problem::poor_quality_control] == Approx(0.5));     // 1 − .3 / .6
  CHECK(found[Problem::lost_varieties] == Approx(0.5));           // a quarter of the goods lost, half is the worst
  CHECK(found[Problem::excessive_accumulation] == Approx(0.6));   // (.24 − .15) / .15
}

TEST_CASE("severities stay within 0 and 1 whatever the state") {
  for (const double extreme : {-1e6, 0.0, 1e6}) {
    Condition condition;
    condition.members = condition.diversity = condition.distance_km = condition.bodies = condition.planning = extreme;
    condition.labour_organisation = condition.democracy = condition.quality_control = condition.varieties = extreme;
    condition.repertoire = condition.accumulation_share = condition.repair_share = condition.resident_distance_km = extreme;
    for (const double severity : severities(condition)) CHECK((severity >= 0 && severity <= 1));
  }
}
