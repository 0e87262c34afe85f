// What the replications say: bands of a metric over time, the range of a change, chances.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

// Quantiles of the city's metric over replications, on the days that are kept.
struct Bands {
  std::vector<int> days;
  std::vector<float> low;     // 5 %
  std::vector<float> lower;   // 25 %
  std::vector<float> median;
  std::vector<float> upper;   // 75 %
  std::vector<float> high;    // 95 %
  std::vector<float> median_alone;
  int replications = 0;
  bool fresh = true;          // false: of an earlier state of the document
};

// The bands with one value a day, straight lines between the days that are kept.
Bands daily(const Bands& kept);

// Nothing where there are no replications yet.
std::optional<Bands> bands(const Session& session, model::Metric metric);

// Position of the day that is kept nearest to `day`.
std::size_t nearest_kept_day(const std::vector<int>& days, int day);

struct Interval {
  double low = 0;   // 5 %
  double high = 0;  // 95 %
};
inline Interval interval_of(const study::Middle90& middle) { return {middle.low, middle.high}; }

// What the replications of the present document say of a metric on the kept day nearest to the session's day. Nothing
// without a plan or without such replications.
std::optional<study::Spread> spread(const Session& session, model::Metric metric);

// Whether the figures are such medians, or of the centre run, in words.
std::string figures_caption(const Session& session);

// "+1.8 … +10.6 %", of large changes "−49 … −25 %".
std::string format_interval(const Interval& interval);

// Share of replications in which the plan has finished everything by its deadline. Only of the present document.
std::optional<double> chance_in_time(const Session& session);

}  // namespace zhengshe::app::views
