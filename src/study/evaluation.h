// A run as a sceptic would evaluate it, beside the truth that only the twin tells (MODEL.md 9).
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "study/design.h"
#include "study/group_time.h"

namespace zhengshe::study {

// An estimate, and the true mean effect in the cells that it is about.
struct Beside {
  Estimate estimate;
  double truth = 0;
};

// Why before and after differ, exactly: the before-after estimate is the sum of the three.
struct BeforeAfterParts {
  double effect = 0;     // of the measures: planned less left alone
  double common = 0;     // what all cooperatives would have changed by in the same months, left alone: season, trend
  double selection = 0;  // what those treated would have changed by more than all: who was chosen when, and chance
};

// What the showcases of so many treated cooperatives look like.
struct Showcases {
  int treated = 0;
  double mean = 0;           // change before to after
  double sd = 0;             // between cooperatives
  double best = 0;           // the largest in this run
  double expected_best = 0;  // by Blom's formula from mean and sd
  double expected_best_of_nothing = 0;  // the same in the twin that was left alone
};

struct Evaluation {
  model::Metric metric = model::Metric::good_output_per_member;
  int cooperatives = 0;
  int treated = 0;
  std::optional<double> truth;  // mean effect over all treated cooperative-months; nothing where there are none
  Beside before_after;
  Beside difference_in_differences;
  Beside two_way;
  Beside group_time;                     // overall
  std::vector<BaconPart> bacon;
  std::vector<EventEffect> events;       // estimates …
  std::vector<EventEffect> true_events;  // … and the truth over the same cells
  double permutation_p = 1;
  BeforeAfterParts parts;
  Estimate regression_to_the_mean;
  Showcases showcases;
  Estimate minimum_detectable;
};

// Reassignments of the permutation test in an evaluation.
inline constexpr int kReassignments = 999;

// Evaluates the panels of a run (panels_of). Deterministic in the seed, which only the permutation test uses.
Evaluation evaluate(const Panels& panels, model::Metric metric, std::uint64_t seed, int reassignments = kReassignments);

// How an estimator does over many replications.
struct TrackRecord {
  std::string_view estimator;   // before_after, difference_in_differences, two_way_fixed_effects, group_time
  int replications = 0;
  int identified = 0;
  double mean_estimate = 0;
  double mean_truth = 0;
  double root_mean_square_error = 0;
  double covered = 0;  // share whose 95 % interval, estimate ± 1.96 standard errors, holds the truth
};

// The four estimators over evaluations of the same metric.
std::vector<TrackRecord> track_records(const std::vector<Evaluation>& evaluations);

}  // namespace zhengshe::study
