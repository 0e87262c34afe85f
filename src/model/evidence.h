// What was said and seen: sources, reported claims, an owner's own observations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "model/ids.h"
#include "model/quantity.h"
#include "model/text.h"
#include "model/vocabulary.h"

namespace zhengshe::model {

struct Source {
  std::string key;  // e.g. "rmrb-1957-02-12"; unique in the scenario
  Text title;
  std::string locator;  // page, URL or archive mark, as a person would look it up
  UnknownMembers unknown;

  bool operator==(const Source&) const = default;
};

// Title of a source that the program's own defaults name; the key itself for any other.
Text known_source_title(std::string_view key);

// How a reported outcome is held against the model (MODEL.md 8).
enum class ClaimKind : std::uint8_t {
  count,           // a number of cooperatives in the roster
  batch_done,      // the batch is finished by the date: probability
  all_done,        // everything is finished by the date: probability
  relative_change, // after / before − 1 of the metric: percentile
  level_after,     // the metric after: percentile
  turnaround,      // negative before, not negative after: probability
  peak,            // the largest monthly value over the cooperatives reaches the value: probability
  each_falls,      // the metric falls in every one of the cooperatives: probability
  clears_backlog,  // the backlog falls to almost nothing: probability
  access,          // distance and coverage of residents before and after
  merging_harms,   // signs of a run of the merging itself, merged against unmerged
};

template <>
struct EnumIds<ClaimKind> {
  static constexpr std::array<std::string_view, 11> kIds{"count",      "batch_done", "all_done",       "relative_change",
                                                         "level_after", "turnaround", "peak",           "each_falls",
                                                         "clears_backlog", "access", "merging_harms"};
};

struct Claim {
  ClaimId id;
  std::string key;  // "C4"
  Text statement;   // in our own words
  ClaimKind kind = ClaimKind::relative_change;
  std::vector<CooperativeId> cooperatives;  // empty: the whole city
  Metric metric = Metric::good_output;
  std::optional<BatchId> batch;
  std::optional<Date> by;        // batch_done, all_done; else the last day that the report can have seen
  std::optional<double> before;  // a reported level before, where there is one
  Quantity value;                // in the metric's unit, or a relative change
  double tolerance = 0;          // half-width within which the report cannot be told apart
  UnknownMembers unknown;

  bool operator==(const Claim&) const = default;
};

enum class ObservationKind : std::uint8_t { inspected, finding, measure_taken, finished, monthly_outcome };

template <>
struct EnumIds<ObservationKind> {
  static constexpr std::array<std::string_view, 5> kIds{"inspected", "finding", "measure_taken", "finished", "monthly_outcome"};
};

// What really happened in an owner's own programme.
struct Observation {
  ObservationId id;
  CooperativeId cooperative;
  ObservationKind kind = ObservationKind::monthly_outcome;
  Date date;                           // monthly_outcome: any day of the month
  Problem problem = Problem::over_size;           // finding
  Measure measure = Measure::production_plan;     // measure_taken
  Metric metric = Metric::good_output;            // monthly_outcome
  Quantity value;                      // severity of a finding, or the outcome
  UnknownMembers unknown;

  bool operator==(const Observation&) const = default;
};

}  // namespace zhengshe::model
