#include "sim/repair.h"

#include <cmath>

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;

namespace {

model::Zone zone(std::uint32_t id, double x, double y, double residents) { return {{id}, {}, x, y, residents, {}}; }

Parameters reference_repair() {
  Parameters parameters;
  parameters.coefficients[model::Coefficient::repair_distance] = 0.9;
  parameters.coefficients[model::Coefficient::repair_jobs_per_resident] = 0.0255;  // one in a thousand per working day
  parameters.coefficients[model::Coefficient::repair_jobs_per_worker] = 10;
  return parameters;
}

model::City city() {
  model::City made;
  made.area_km2 = model::exact(3.141592653589793);
  made.zones = {zone(1, 0, 0, 30'000), zone(2, 2, 0, 10'000)};
  return made;
}

}  // namespace

TEST_CASE("residents go to the nearest point") {
  model::City town = city();
  town.repair_points = {{{1}, {}, 0, 0, 2}};
  RepairService service(town, reference_repair());
  CHECK(service.access().distance_km == Approx(0.5));  // 10,000 of 40,000 go 2 km
  CHECK(service.access().within_800_m == Approx(0.75));
  service.open({{2}, {}, 2, 0.5, 1});
  CHECK(service.access().distance_km == Approx(0.125));
  CHECK(service.access().within_800_m == 1);
}

TEST_CASE("without a point everybody crosses the city") {
  RepairService service(city(), reference_repair());
  CHECK(service.access().distance_km == Approx(2));  // 2·√(π/π)
  CHECK(service.access().within_800_m == 0);
  service.work({});
  CHECK(service.wait_days() == 0);
}

TEST_CASE("an overloaded point's queue grows day by day") {
  model::City town = city();
  town.repair_points = {{{1}, {}, 0, 0, 2}};
  RepairService service(town, reference_repair());
  // 30 jobs from next door and 10·e^(−.9·2) = 1.652989 from 2 km; two workers mend 20: 11.652989 a day are left over.
  service.work({});
  CHECK(service.points()[0].queue == Approx(11.652989));
  service.work({});
  CHECK(service.points()[0].queue == Approx(23.305978));
  CHECK(service.wait_days() == Approx(23.305978 / 20));
  service.open({{2}, {}, 0.1, 0, 4});  // nearer to the second zone only: 1.9 km away
  service.work({});
  CHECK(service.points()[0].queue == Approx(23.305978 + 30 - 20));
  CHECK(service.points()[1].queue == 0);
}

TEST_CASE("at low load the queue is short: below the bound of queueing theory") {
  // One zone, 14 jobs a day with a Poisson's variance, 20 mended: load .7. Kingman's bound for the mean queue
  // left in the evening is σ²/(2·slack) = 14/(2·6) = 1.17 jobs; Lindley's recursion gives the queue itself.
  model::City town;
  town.zones = {zone(1, 0, 0, 14'000)};
  town.repair_points = {{{1}, {}, 0, 0, 2}};
  RepairService service(town, reference_repair());
  std::uint64_t state = 1;
  const auto uniform = [&state] {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (static_cast<double>(state >> 11) + 0.5) * 0x1p-53;
  };
  double queue = 0;
  double expected = 0;
  double simulated = 0;
  for (int day = 0; day < 20'000; ++day) {
    const double z = std::sqrt(-2 * std::log(uniform())) * std::cos(6.283185307179586 * uniform());
    queue = std::max(0.0, queue + std::max(0.0, 14 + std::sqrt(14.0) * z) - 20);
    expected += queue;
    service.work(std::vector<double>{z});
    simulated += service.points()[0].queue;
  }
  CHECK(simulated / 20'000 == Approx(expected / 20'000).epsilon(1e-9));
  CHECK(simulated / 20'000 < 14.0 / 12);
  CHECK(simulated > 0);
}

TEST_CASE("sites that nobody planned go where they shorten the way most") {
  const std::vector<model::RepairPoint> sites = RepairService(city(), reference_repair()).best_sites({}, 2, 3);
  REQUIRE(sites.size() == 2);
  CHECK(sites[0].x_km == 0);  // saves 30,000 residents 2 km, the other only 10,000
  CHECK(sites[1].x_km == 2);
  CHECK(sites[0].workers == 3);
}
