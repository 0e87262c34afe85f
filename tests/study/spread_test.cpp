#include "study/spread.h"

#include "catch_amalgamated.hpp"
#include "sim/small_city.h"

using namespace zhengshe;
using namespace zhengshe::study;
using model::Metric;
using sim::Arm;

namespace {

// 21 replications of six cooperatives.
Ensemble small_ensemble() {
  ReplicationOptions options;
  options.plan = {1};
  options.count = 21;
  return replicate(test::two_batches(), options, 1);
}

}  // namespace

TEST_CASE("a spread holds the quantiles of the day, the first day and the pairs") {
  const Ensemble ensemble = small_ensemble();
  const std::size_t last = ensemble.days().size() - 1;
  const Spread spread = spread_of(ensemble, Metric::good_output, last);
  CHECK(spread.planned.low == ensemble.quantile(Arm::planned, Metric::good_output, last, .05));
  CHECK(spread.planned.median == ensemble.quantile(Arm::planned, Metric::good_output, last, .5));
  CHECK(spread.planned.high == ensemble.quantile(Arm::planned, Metric::good_output, last, .95));
  CHECK(spread.planned.low < spread.planned.high);
  CHECK(spread.alone == ensemble.quantile(Arm::left_alone, Metric::good_output, last, .5));
  CHECK(spread.first == ensemble.quantile(Arm::planned, Metric::good_output, 0, .5));
  CHECK(spread.difference.low < spread.difference.high);
  CHECK(spread.difference.high == quantile_of(ensemble.differences(Metric::good_output, last), .95));
  REQUIRE(spread.change);
  const auto changes = relative_changes(ensemble.of(Arm::planned, Metric::good_output, last), ensemble.of(Arm::left_alone, Metric::good_output, last));
  CHECK(spread.change->low < spread.change->high);
  CHECK(spread.change->low == quantile_of(changes, .05));
}

TEST_CASE("changes are pair by pair, and none where a twin has nothing") {
  const float planned[] = {3, 1}, alone[] = {2, 4}, nothing[] = {2, 0};
  CHECK(relative_changes(planned, alone) == std::vector<double>{.5, -.75});
  CHECK(relative_changes(planned, nothing).empty());
}

TEST_CASE("a spread that was asked for is found again, until its ensemble is forgotten") {
  const Ensemble ensemble = small_ensemble();
  Spreads spreads;
  const Spread* first = &spreads.of(ensemble, Metric::good_output, 3);
  CHECK(first->planned.median == spread_of(ensemble, Metric::good_output, 3).planned.median);
  CHECK(&spreads.of(ensemble, Metric::monthly_wage, 3) != first);
  CHECK(&spreads.of(ensemble, Metric::good_output, 3) == first);
  spreads.forget();
  Ensemble other = ensemble;
  Digest digest;
  digest.batch_done_days.assign(2, -1);
  digest.values.assign(2 * model::kCount<Metric> * ensemble.days().size(), 5);
  for (digest.replication = 0; digest.replication < ensemble.count(); ++digest.replication) other.add(digest);
  CHECK(spreads.of(other, Metric::good_output, 3).planned.median == 5);
}
