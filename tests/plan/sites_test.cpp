#include "plan/sites.h"

#include "catch_amalgamated.hpp"
#include "plan/search.h"

using namespace zhengshe;

namespace {

model::City scattered(int zones, std::uint64_t seed) {
  plan::Stream stream(seed);
  model::City city;
  for (int i = 0; i < zones; ++i) city.zones.push_back({{static_cast<std::uint32_t>(i + 1)}, {}, 4 * stream.unit(), 4 * stream.unit(), 500 + 2000 * stream.unit(), {}});
  city.repair_points.push_back({{1}, {}, 1, 1, 2, {}});
  return city;
}

}  // namespace

TEST_CASE("chosen sites are the best of all triples, with and without coverage") {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const model::City city = scattered(18, seed);
    for (const plan::SiteProblem& problem : {plan::shortest_ways(city, 3), plan::fewest_uncovered(city, 3, 0.8)}) {
      double best = 1e300;
      for (int a = 0; a < 18; ++a)
        for (int b = 0; b < a; ++b)
          for (int c = 0; c < b; ++c) best = std::min(best, plan::cost_of(problem, {a, b, c}));
      const plan::SiteAnswer answer = plan::choose_sites(problem);
      CHECK(answer.cost == Catch::Approx(best).epsilon(1e-9));
      CHECK(answer.cost == Catch::Approx(plan::cost_of(problem, answer.places)).epsilon(1e-9));
      CHECK(answer.bound <= best * (1 + 1e-9));
    }
  }
}

TEST_CASE("the bound on sites is close for a city of two hundred zones") {
  const plan::SiteAnswer answer = plan::choose_sites(plan::shortest_ways(scattered(200, 9), 8));
  CHECK(answer.places.size() == 8);
  CHECK(answer.gap() >= 0);
  CHECK(answer.gap() < 0.02);
}

TEST_CASE("where nothing is to be opened the cost is that of the points there are") {
  const plan::SiteProblem problem = plan::shortest_ways(scattered(10, 2), 0);
  const plan::SiteAnswer answer = plan::choose_sites(problem);
  CHECK(answer.places.empty());
  CHECK(answer.cost == plan::cost_of(problem, {}));
}
