#include "study/replications.h"

#include <algorithm>

#include "catch_amalgamated.hpp"
#include "sim/small_city.h"

using namespace zhengshe;
using namespace zhengshe::study;
using Catch::Approx;
using model::Metric;
using sim::Arm;
using test::two_batches;

namespace {

ReplicationOptions options(int count) {
  ReplicationOptions made;
  made.plan = {1};
  made.seed = 3;
  made.count = count;
  return made;
}

}  // namespace

TEST_CASE("kept days run from the first to the last") {
  CHECK(kept_days(10, 1).size() == 10);
  CHECK(kept_days(10, 7) == std::vector<int>{0, 7, 9});
  CHECK(kept_days(8, 7) == std::vector<int>{0, 7});
  CHECK(kept_days(5, 100) == std::vector<int>{0, 4});
}

TEST_CASE("days are kept as close as memory allows") {
  // 2 arms · 16 metrics · 365 days · 100 replications · 4 bytes = 4,672,000
  CHECK(stride_for(365, 100, 4'672'000) == 1);
  CHECK(stride_for(365, 100, 4'671'999) == 7);
  // days 0, 7 … 364, which is the last
  CHECK(kept_days(365, 7).size() == 53);
  CHECK(stride_for(365, 100, 2u * 16 * 53 * 100 * 4) == 7);
  CHECK(stride_for(365, 100, 2u * 16 * 53 * 100 * 4 - 1) == 14);
}

TEST_CASE("quantiles interpolate between neighbours") {
  // type 7 of 1, 2, 3, 4: position 3·p
  CHECK(quantile_of({4, 1, 3, 2}, 0) == 1);
  CHECK(quantile_of({4, 1, 3, 2}, 1) == 4);
  CHECK(quantile_of({4, 1, 3, 2}, 0.5) == 2.5);
  CHECK(quantile_of({4, 1, 3, 2}, 0.25) == 1.75);
  CHECK(quantile_of({7}, 0.9) == 7);
  const Middle90 middle = middle_90({4, 1, 3, 2});
  CHECK(middle.low == quantile_of({4, 1, 3, 2}, 0.05));
  CHECK(middle.median == 2.5);
  CHECK(middle.high == quantile_of({4, 1, 3, 2}, 0.95));
}

TEST_CASE("three quantiles at once are those found one by one, of any number of values") {
  std::uint32_t noise = 7;
  for (std::size_t count = 1; count < 60; ++count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
      noise = noise * 1664525u + 1013904223u;
      values.push_back(static_cast<double>(noise >> 27));  // equals among them
    }
    const Middle90 middle = middle_90(values);
    CHECK(middle.low == quantile_of(values, 0.05));
    CHECK(middle.median == quantile_of(values, 0.5));
    CHECK(middle.high == quantile_of(values, 0.95));
  }
}

TEST_CASE("an ensemble is the same on any number of threads and in any order of arrival") {
  const model::Scenario scenario = two_batches();
  const Ensemble one = replicate(scenario, options(9), 1);
  const Ensemble four = replicate(scenario, options(9), 4);
  Ensemble backwards(scenario, options(9));
  for (int i = 8; i >= 0; --i) backwards.add(replicate_one(scenario, backwards.options(), i));
  REQUIRE(one.complete());
  REQUIRE(backwards.complete());
  for (const Metric metric : model::all_of<Metric>())
    for (std::size_t position = 0; position < one.days().size(); position += 20) {
      const auto values = one.of(Arm::planned, metric, position);
      CHECK(std::equal(values.begin(), values.end(), four.of(Arm::planned, metric, position).begin()));
      CHECK(std::equal(values.begin(), values.end(), backwards.of(Arm::planned, metric, position).begin()));
    }
  CHECK(one.finished_days() == four.finished_days());
  CHECK(one.finished_days() == backwards.finished_days());
}

TEST_CASE("each replication of an ensemble is the run of that number") {
  const model::Scenario scenario = two_batches();
  const Ensemble ensemble = replicate(scenario, options(3), 2);
  for (int i = 0; i < 3; ++i) {
    const sim::RunResult result = sim::run(scenario, {{1}, 3, i, false, false});
    CHECK(ensemble.finished_days()[static_cast<std::size_t>(i)] == result.finished_day);
    for (const Arm arm : {Arm::planned, Arm::left_alone})
      for (const std::size_t position : {0u, 100u, 199u})
        CHECK(ensemble.of(arm, Metric::good_output, position)[static_cast<std::size_t>(i)] ==
              result.arm(arm).city.at(Metric::good_output, ensemble.days()[position]));
  }
}

TEST_CASE("quantiles, differences and chances agree with counting") {
  const model::Scenario scenario = two_batches();
  const Ensemble ensemble = replicate(scenario, options(21), 2);
  const std::size_t last = ensemble.days().size() - 1;
  const auto planned = ensemble.of(Arm::planned, Metric::good_output, last);
  const auto alone = ensemble.of(Arm::left_alone, Metric::good_output, last);
  std::vector<float> sorted(planned.begin(), planned.end());
  std::sort(sorted.begin(), sorted.end());
  CHECK(ensemble.quantile(Arm::planned, Metric::good_output, last, 0.5) == sorted[10]);
  CHECK(ensemble.quantile(Arm::planned, Metric::good_output, last, 0.05) == sorted[1]);
  std::vector<double> differences;
  double sum = 0;
  for (std::size_t i = 0; i < planned.size(); ++i) {
    differences.push_back(static_cast<double>(planned[i]) - static_cast<double>(alone[i]));
    sum += differences.back();
  }
  std::sort(differences.begin(), differences.end());
  CHECK(quantile_of(ensemble.differences(Metric::good_output, last), 0.95) == differences[19]);
  CHECK(ensemble.mean_difference(Metric::good_output, last) == Approx(sum / 21));

  const std::vector<int>& ends = ensemble.finished_days();
  const int middle = *std::max_element(ends.begin(), ends.end()) - 1;
  const auto in_time = std::count_if(ends.begin(), ends.end(), [middle](int end) { return end >= 0 && end <= middle; });
  CHECK(ensemble.probability_done(middle) == Approx(static_cast<double>(in_time) / 21));
  CHECK(ensemble.probability_done(199) >= ensemble.probability_done(middle));
  CHECK(ensemble.probability_batch_done(0, 199) >= ensemble.probability_batch_done(1, 199));
}

TEST_CASE("replications can be stopped") {
  const Ensemble ensemble = replicate(two_batches(), options(40), 2, [](int done) { return done < 5; });
  CHECK(!ensemble.complete());
  CHECK(ensemble.added() >= 5);
  CHECK(ensemble.next() < 40);
}

TEST_CASE("left alone has no batches and never finishes") {
  ReplicationOptions alone = options(2);
  alone.plan = model::kLeftAlone;
  const Ensemble ensemble = replicate(two_batches(), alone, 1);
  CHECK(ensemble.probability_done(199) == 0);
  const auto planned = ensemble.of(Arm::planned, Metric::monthly_wage, 150);
  CHECK(std::equal(planned.begin(), planned.end(), ensemble.of(Arm::left_alone, Metric::monthly_wage, 150).begin()));
}
