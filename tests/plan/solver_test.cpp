#include "plan/solver.h"

#include "catch_amalgamated.hpp"
#include "plan/instances.h"

using namespace zhengshe;
using plan::Assignment;
using plan::Use;

namespace {

// The best value of a small assignment, by trying everything; -1e300 where not all who must be can be placed.
double best_by_enumeration(const Assignment& problem) {
  plan::Choices choices(static_cast<std::size_t>(problem.items()), plan::kUnplaced);
  double best = -1e300;
  const auto go = [&](const auto& self, int item) -> void {
    if (item == problem.items()) {
      if (plan::fits(problem, choices) && plan::unplaced(problem, choices) == 0) best = std::max(best, plan::value_of(problem, choices));
      return;
    }
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option) {
      choices[static_cast<std::size_t>(item)] = option;
      self(self, item + 1);
    }
    choices[static_cast<std::size_t>(item)] = plan::kUnplaced;
    self(self, item + 1);
  };
  go(go, 0);
  return best;
}

Assignment small_problem(std::uint64_t seed) {
  plan::Stream stream(seed);
  Assignment problem;
  for (int r = 0; r < 3; ++r) problem.add_resource(14 + stream.below(8));
  for (int item = 0; item < 6; ++item) {
    problem.add_item(item % 3 != 0);
    for (int r = 0; r < 3; ++r) {
      const Use uses[] = {{r, 4 + stream.below(6)}, {(r + 1) % 3, stream.below(3)}};
      problem.add_option(1 + 9 * stream.unit(), uses);
    }
  }
  return problem;
}

}  // namespace

TEST_CASE("small assignments are solved to the optimum that trying everything finds, below the bound") {
  int placed = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Assignment problem = small_problem(seed);
    const double best = best_by_enumeration(problem);
    plan::Solver solver(problem, 1);
    plan::finish(solver);
    CHECK(plan::fits(problem, solver.choices()));
    CHECK((solver.unplaced() == 0) == (best > -1e299));
    if (best < -1e299) continue;
    ++placed;
    CHECK(solver.value() == Catch::Approx(best).epsilon(1e-12));
    CHECK(solver.bound() >= best - 1e-9);
  }
  CHECK(placed >= 20);
}

TEST_CASE("a search of all branches ends at the optimum, and finds nothing above it") {
  plan::Branches branches;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Assignment problem = small_problem(seed);
    const double best = best_by_enumeration(problem);
    if (best < -1e299) continue;
    const plan::Choices nobody(static_cast<std::size_t>(problem.items()), plan::kUnplaced);
    REQUIRE(branches.search(problem, -1000, nobody, 1'000'000));
    CHECK(branches.nodes_left() > 0);
    CHECK(plan::fits(problem, branches.best()));
    CHECK(plan::unplaced(problem, branches.best()) == 0);
    CHECK(plan::value_of(problem, branches.best()) == Catch::Approx(best).epsilon(1e-12));
    CHECK_FALSE(branches.search(problem, best, nobody, 1'000'000));
  }
}

TEST_CASE("a neighbourhood still fits, places everybody and loses no more than is allowed") {
  const Assignment problem = test::numbered_instance(20);
  plan::Solver solver(problem, 1);
  while (solver.unplaced() > 0) REQUIRE(solver.step());
  plan::Choices choices = solver.choices();
  plan::Stream stream(11);
  plan::Neighbourhoods neighbourhoods(problem, solver.prices(), 8);
  int changed = 0;
  for (int round = 0; round < 100; ++round) {
    const plan::Choices before = choices;
    const double allowed = round % 2 == 0 ? 0 : 0.3;
    if (!neighbourhoods.improve(choices, {5000, 1e9, allowed}, stream)) {
      CHECK(choices == before);
      continue;
    }
    ++changed;
    CHECK(choices != before);
    CHECK(plan::fits(problem, choices));
    CHECK(plan::unplaced(problem, choices) == 0);
    CHECK(plan::value_of(problem, choices) > plan::value_of(problem, before) - allowed);
  }
  CHECK(changed > 10);
}

TEST_CASE("a neighbourhood leaves the items alone that it has not drawn") {
  const Assignment problem = test::numbered_instance(20);
  plan::Solver solver(problem, 1);
  while (solver.unplaced() > 0) REQUIRE(solver.step());
  plan::Stream stream(11);
  int changed = 0;
  for (int round = 0; round < 100; ++round) {
    plan::Choices choices = solver.choices();
    plan::Neighbourhoods neighbourhoods(problem, solver.prices(), 8);
    if (!neighbourhoods.improve(choices, {5000, 1e9, 0.3}, stream)) continue;
    ++changed;
    int moved = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) moved += choices[i] != solver.choices()[i] ? 1 : 0;
    CHECK(moved >= 1);
    CHECK(moved <= 8);
  }
  CHECK(changed > 10);
}

// 60.7217414840147 is the optimum that HiGHS proves (tests/benchmark/plan_highs.mjs).
TEST_CASE("the smallest of the generated instances is solved to the optimum that another solver proves") {
  const Assignment problem = test::numbered_instance(0);
  plan::Solver solver(problem, 1);
  plan::finish(solver);
  CHECK(solver.value() == Catch::Approx(60.7217414840147).epsilon(1e-5));
}

TEST_CASE("the bound of one shared capacity is that of the relaxed knapsack") {
  // Values 6, 5, 4 at amounts 3, 3, 4 in a capacity of 5: 6 + 5·(2/3).
  Assignment problem;
  problem.add_resource(5);
  for (const auto& [value, amount] : {std::pair{6.0, 3}, {5.0, 3}, {4.0, 4}}) {
    problem.add_item(false);
    const Use use{0, amount};
    problem.add_option(value, {&use, 1});
  }
  plan::Solver solver(problem, 1);
  plan::finish(solver);
  CHECK(solver.value() == 6);
  CHECK(solver.bound() == Catch::Approx(6 + 10.0 / 3).epsilon(1e-12));
}

TEST_CASE("plans do not depend on how the work was sliced, and are the same each time") {
  const Assignment problem = test::numbered_instance(0);
  plan::Solver once(problem, 1);
  plan::finish(once);
  plan::Solver again(problem, 1);
  int steps = 0;
  double shown = 0;
  while (again.step()) {
    ++steps;
    CHECK(again.progress() >= shown);
    shown = again.progress();
    CHECK(plan::fits(problem, again.choices()));
  }
  CHECK(steps > 10);
  CHECK(again.progress() == 1);
  CHECK(again.choices() == once.choices());
  CHECK(again.bound() == once.bound());
}

TEST_CASE("a problem with too little room is told from one with enough") {
  const Assignment loose = test::numbered_instance(0);
  CHECK(plan::most_placeable(loose) == loose.items());
  const Assignment infeasible = test::numbered_instance(40);
  plan::Solver solver(infeasible, 1);
  plan::finish(solver);
  CHECK(solver.unplaced() > 0);
  CHECK(plan::proves_too_little(infeasible));
  CHECK_FALSE(plan::proves_too_little(loose));
}

TEST_CASE("the relaxation ends at prices whose bound is its value, with few items divided") {
  for (const int number : {0, 3, 20, 40}) {
    const Assignment problem = test::numbered_instance(number).rewarded(10);
    plan::Relaxation relaxation(problem, plan::Choices(static_cast<std::size_t>(problem.items()), plan::kUnplaced), 0);
    while (relaxation.improve(10)) {
    }
    CHECK(relaxation.value() == Catch::Approx(plan::bound_at(problem, relaxation.prices())).epsilon(1e-9));
    int divided = 0;
    for (int item = 0; item < problem.items(); ++item) divided += relaxation.largest(item).share < 1 - 1e-7 ? 1 : 0;
    CHECK(divided <= problem.resources());
  }
}

TEST_CASE("a relaxation that starts from a plan ends at the same value") {
  const Assignment problem = test::numbered_instance(20);
  plan::Solver solver(problem, 1);
  plan::finish(solver);
  REQUIRE(solver.unplaced() == 0);
  plan::Relaxation from_plan(problem, solver.choices(), 1000);
  CHECK(from_plan.value() == Catch::Approx(solver.value()).epsilon(1e-12));
  while (from_plan.improve(10)) {
  }
  CHECK(from_plan.value() == Catch::Approx(solver.bound()).epsilon(1e-9));
}
