#include "sim/teams.h"

#include "catch_amalgamated.hpp"

using namespace zhengshe::sim;

TEST_CASE("more than twelve team-days take two teams, more than twenty-four three") {
  CHECK(teams_for(0) == 1);
  CHECK(teams_for(12) == 1);
  CHECK(teams_for(12.001) == 2);
  CHECK(teams_for(24) == 2);
  CHECK(teams_for(24.001) == 3);
  CHECK(teams_for(500) == 3);
}

TEST_CASE("teams with the lowest numbers go first, side by side where that is possible") {
  TeamPool pool;
  pool.resize(6);
  CHECK(pool.take(1) == std::vector<int>{0});
  CHECK(pool.take(2) == std::vector<int>{1, 2});
  CHECK(pool.take(1) == std::vector<int>{3});
  pool.give_back({0});
  CHECK(pool.take(2) == std::vector<int>{4, 5});
  CHECK(pool.available() == 1);
  pool.give_back({3});
  CHECK(pool.take(2) == std::vector<int>{0, 3});  // no two neighbours are free
}

TEST_CASE("when there are fewer teams, busy ones finish first and then do not come back") {
  TeamPool pool;
  pool.resize(4);
  const std::vector<int> busy = pool.take(3);
  pool.resize(2);
  CHECK(pool.available() == 0);
  pool.give_back(busy);
  CHECK(pool.available() == 2);
  pool.resize(5);
  CHECK(pool.available() == 5);
}

TEST_CASE("a team that is busy while the number falls and rises again is not free twice") {
  TeamPool pool;
  pool.resize(2);
  const std::vector<int> busy = pool.take(2);
  pool.resize(0);
  pool.resize(2);
  CHECK(pool.available() == 0);
  pool.give_back(busy);
  CHECK(pool.available() == 2);
}
