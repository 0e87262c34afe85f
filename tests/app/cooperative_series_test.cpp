#include "app/views/cooperative_series.h"

#include <algorithm>

#include "app/session.h"
#include "catch_amalgamated.hpp"
#include "study/kunming.h"
#include "study/roster.h"

using namespace zhengshe;
namespace views = app::views;
using model::Metric;

namespace {

sim::RunResult run_of(const model::Scenario& scenario, bool traced) {
  sim::RunOptions options;
  options.plan = scenario.plans.front().id;
  options.trace_cooperatives = traced;
  return sim::run(scenario, options);
}

// Mean of a cooperative's days of full work in the month.
double mean_over_month(const model::Scenario& scenario, const sim::RunResult& result, int position, Metric metric, int month) {
  double sum = 0;
  int days = 0;
  for (int day = 0; day < result.days; ++day) {
    if (result.month_of_day[static_cast<std::size_t>(day)] != month || !scenario.calendar.is_working_day(scenario.calendar.start + day)) continue;
    sum += static_cast<double>(views::value_on(result, sim::Arm::planned, position, metric, day));
    ++days;
  }
  return sum / days;
}

}  // namespace

TEST_CASE("where days are not kept a cooperative shows the month's mean of its days", "[app][views]") {
  const model::Scenario scenario = study::kunming_1957();
  const sim::RunResult days = run_of(scenario, true), months = run_of(scenario, false);
  REQUIRE(views::has_days_of_each(days));
  REQUIRE_FALSE(views::has_days_of_each(months));
  for (const int position : {0, 80, 166})
    for (int month = 0; month < days.months; ++month) {
      const int day = static_cast<int>(std::find(days.month_of_day.begin(), days.month_of_day.end(), month) - days.month_of_day.begin());
      for (const Metric metric : {Metric::good_output, Metric::gross_output, Metric::good_output_per_member, Metric::monthly_wage, Metric::members, Metric::reserve}) {
        INFO("cooperative " << position << ", month " << month << ", metric " << model::id_of(metric));
        const double mean = mean_over_month(scenario, days, position, metric, month);
        CHECK(static_cast<double>(views::value_on(months, sim::Arm::planned, position, metric, day)) == Catch::Approx(mean).epsilon(0.001));
      }
    }
}

TEST_CASE("a session keeps the days of each cooperative of Kunming and the months of each of 10,000", "[app][views]") {
  const app::Session kunming(study::kunming_1957(), "kunming.json", app::Language::en);
  CHECK(views::has_days_of_each(kunming.result()));
  const app::Session large(study::portfolio({10'000, 1957, false}), "large.json", app::Language::en);
  CHECK_FALSE(views::has_days_of_each(large.result()));
  const std::vector<float> wages = views::values_of(large.result(), sim::Arm::planned, 5'000, Metric::monthly_wage);
  REQUIRE(static_cast<int>(wages.size()) == large.result().days);
  CHECK(wages.front() > 0);
}
