// Many replications of a scenario under one plan, each beside its untreated twin: distributions of every
// metric on the days that are kept, of the end of the campaign, and of what a reporter would have seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "model/scenario.h"
#include "sim/run.h"
#include "study/claims.h"

namespace zhengshe::study {

struct ReplicationOptions {
  model::PlanId plan;
  std::uint64_t seed = 1;
  int count = 200;                          // replications 0 … count − 1
  int stride_days = 0;                      // every so many days are kept, and the last; 0: as close as memory allows
  std::size_t most_bytes = 256u << 20;      // for the values kept of all replications
  bool claims = false;                      // also hold the scenario's claims against each run; takes longer
  const model::Scenario* merging = nullptr; // the merging itself, run beside it for a claim about it (sight_merging)
};

// Days that are kept: 0, stride, 2·stride, … and the last day.
std::vector<int> kept_days(int horizon_days, int stride_days);

// The smallest of 1, 7, 14, 28 … days between kept days whose values fit into most_bytes.
// Memory is arms × metrics × kept days × count × 4 bytes.
int stride_for(int horizon_days, int count, std::size_t most_bytes);

// What is kept of one replication. Plain numbers, so that a worker can send it.
struct Digest {
  int replication = 0;
  int finished_day = -1;                 // the last cooperative's; -1: not within the horizon
  std::vector<int> batch_done_days;      // by batch of the plan; -1: not within the horizon
  std::vector<float> values;             // [(arm × metrics + metric) × kept days + position]
  std::vector<Sighting> sightings;       // by claim; empty unless asked for

  bool operator==(const Digest&) const = default;
};

// Runs one replication. stride_days must be settled (at least 1).
Digest replicate_one(const model::Scenario& scenario, const ReplicationOptions& options, int replication);

// Makes replications first … end − 1 on so many threads (where the platform has them) and hands each over on the
// calling thread, in any order, until `take` returns false. stride_days must be settled; first < end.
void each_replication(const model::Scenario& scenario, const ReplicationOptions& options, int first, int end, int threads,
                      const std::function<bool(Digest&&)>& take);

// Digests put together in order of replications, whoever made them and whenever they came.
class Ensemble {
 public:
  Ensemble() = default;
  // Settles options.stride_days. Precondition: count ≥ 1.
  Ensemble(const model::Scenario& scenario, const ReplicationOptions& options);

  // Each replication once. Precondition: 0 ≤ digest.replication < count.
  void add(const Digest& digest);

  const ReplicationOptions& options() const { return options_; }
  const std::vector<int>& days() const { return days_; }
  int count() const { return options_.count; }
  int added() const { return added_; }
  bool complete() const { return added_ == options_.count; }

  // The lowest replication that is still missing; count() when complete.
  int next() const;

  // Values of a metric on the kept day at `position`, by replication. Only when complete.
  std::span<const float> of(sim::Arm arm, model::Metric metric, std::size_t position) const;

  // Exact quantile p in 0..1 of those values, interpolated between neighbours (Hyndman and Fan's type 7).
  double quantile(sim::Arm arm, model::Metric metric, std::size_t position, double p) const;

  // The same at several levels, which ascend.
  std::vector<double> quantiles(sim::Arm arm, model::Metric metric, std::size_t position, std::span<const double> levels) const;

  // The paired differences planned − left alone, by replication.
  std::vector<double> differences(model::Metric metric, std::size_t position) const;
  double mean_difference(model::Metric metric, std::size_t position) const;

  // Share of replications that have finished by the day: everything, or a batch of the plan by position.
  double probability_done(int day) const;
  double probability_batch_done(std::size_t batch, int day) const;

  const std::vector<int>& finished_days() const { return finished_days_; }  // by replication
  const std::vector<Sighting>& sightings(std::size_t claim) const { return sightings_[claim]; }  // by replication

 private:
  std::size_t at(sim::Arm arm, model::Metric metric, std::size_t position) const;

  ReplicationOptions options_;
  std::vector<int> days_;
  std::vector<float> values_;  // [((arm × metrics + metric) × kept days + position) × count + replication]
  std::vector<int> finished_days_;
  std::vector<std::vector<int>> batch_done_days_;  // [batch][replication]
  std::vector<std::vector<Sighting>> sightings_;   // [claim][replication]
  std::vector<char> have_;
  int added_ = 0;
  int next_ = 0;
};

// Quantile of any values, type 7. Precondition: not empty, 0 ≤ p ≤ 1.
double quantile_of(std::vector<double> values, double p);

// The quantiles 5 %, 50 % and 95 % likewise.
struct Middle90 {
  double low = 0;
  double median = 0;
  double high = 0;
};
Middle90 middle_90(std::vector<double> values);

// Runs all replications on so many threads (where the platform has them; results do not depend on it).
// `progress`, if any, is told the number done so far, from the calling thread only; returning false stops early
// and leaves the ensemble incomplete.
Ensemble replicate(const model::Scenario& scenario, const ReplicationOptions& options, int threads,
                   const std::function<bool(int)>& progress = {});

}  // namespace zhengshe::study
