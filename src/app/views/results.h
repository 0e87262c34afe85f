// What came of it: groups of cooperatives over time, and how outcomes are spread on a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/views/bands.h"

namespace zhengshe::app::views {

enum class GroupBy : std::uint8_t { city, trade, batch };

// A metric of a group of cooperatives, daily: rates and levels are means weighted by members, amounts are sums.
struct GroupSeries {
  std::string name;
  int cooperatives = 0;
  std::vector<float> planned;
  std::vector<float> left_alone;
};

// Needs a traced result; the whole city for metrics that only the city has.
std::vector<GroupSeries> results(const Session& session, model::Metric metric, GroupBy group);

struct HistogramBin {
  double low = 0;
  double high = 0;
  int planned = 0;     // cooperatives
  int left_alone = 0;
};

// How a metric is spread over the cooperatives on the session's day. Empty where all are equal.
std::vector<HistogramBin> distribution(const Session& session, model::Metric metric, int bins = 20);

// A metric of the city on the session's day.
// Of the session's day: medians and ranges of the replications, on the kept day nearest to it; of the centre run,
// without ranges, until there are some of this document.
struct Outcome {
  model::Metric metric;
  double first = 0;    // planned, on the first day
  double planned = 0;
  double alone = 0;
  double difference = 0;  // planned − alone, in pairs of the same luck
  std::optional<Interval> range;             // of planned
  std::optional<Interval> difference_range;
};

std::vector<Outcome> outcomes(const Session& session);

struct MonthMean {
  model::Date first;
  double planned = 0;
  double alone = 0;
};

// Means of the city's metric over the days of each month.
std::vector<MonthMean> month_means(const Session& session, model::Metric metric);

// "Feb 1957", "1957年2月".
std::string format_month(Language language, model::Date date);

}  // namespace zhengshe::app::views
