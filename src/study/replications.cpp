#include "study/replications.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#ifndef __EMSCRIPTEN__
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#endif

namespace zhengshe::study {
namespace {

using model::Metric;
using sim::Arm;

constexpr std::size_t kArmCount = 2;

std::vector<int> batch_ends(const model::Plan* plan, const sim::RunResult& result) {
  std::vector<int> ends;
  if (plan == nullptr) return ends;
  for (const model::Batch& batch : plan->batches) {
    int end = -1;
    bool all = !batch.cooperatives.empty();
    for (const sim::Passage& passage : result.passages) {
      if (passage.batch != batch.id) continue;
      all = all && passage.done_day >= 0;
      end = std::max(end, passage.done_day);
    }
    ends.push_back(all ? end : -1);
  }
  return ends;
}

double share_by(const std::vector<int>& ends, int day) {
  const auto in_time = std::count_if(ends.begin(), ends.end(), [day](int end) { return end >= 0 && end <= day; });
  return ends.empty() ? 0 : static_cast<double>(in_time) / static_cast<double>(ends.size());
}

// Type 7 at ascending levels: position (n − 1)·p, straight between the neighbours. What is selected stays in the values,
// so that each level goes on where the one before has ended.
class Selection {
 public:
  explicit Selection(std::vector<double> values) : values_(std::move(values)) { assert(!values_.empty()); }

  double at(double p) {
    const double position = p * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(position);
    const auto nth = values_.begin() + below;
    std::nth_element(values_.begin() + from_, nth, values_.end());
    from_ = below;
    const double low = *nth;
    if (nth + 1 == values_.end()) return low;
    const double high = *std::min_element(nth + 1, values_.end());
    return low + (high - low) * (position - static_cast<double>(below));
  }

 private:
  std::vector<double> values_;
  std::ptrdiff_t from_ = 0;  // those before it are the least, in order of selection
};

// What a reporter would have seen of each claim; the merging is run at most once.
std::vector<Sighting> sightings_of(const model::Scenario& scenario, const ReplicationOptions& options, int replication, const sim::RunResult& result) {
  std::optional<Sighting> merging;
  std::vector<Sighting> sightings;
  for (const model::Claim& claim : scenario.claims) {
    if (options.merging == nullptr || claim.kind != model::ClaimKind::merging_harms) {
      sightings.push_back(sight(scenario, claim, result));
      continue;
    }
    const sim::RunOptions run{options.merging->plans.front().id, options.seed, replication, false, false};
    if (!merging) merging = sight_merging(*options.merging, sim::run(*options.merging, run));
    sightings.push_back(*merging);
  }
  return sightings;
}

}  // namespace

std::vector<int> kept_days(int horizon_days, int stride_days) {
  std::vector<int> days;
  for (int day = 0; day < horizon_days; day += stride_days) days.push_back(day);
  if (!days.empty() && days.back() != horizon_days - 1) days.push_back(horizon_days - 1);
  return days;
}

int stride_for(int horizon_days, int count, std::size_t most_bytes) {
  const auto bytes = [&](int stride) {
    return kArmCount * model::kCount<Metric> * kept_days(horizon_days, stride).size() * static_cast<std::size_t>(count) * sizeof(float);
  };
  if (bytes(1) <= most_bytes) return 1;
  int stride = 7;
  while (stride < horizon_days && bytes(stride) > most_bytes) stride *= 2;
  return stride;
}

Digest replicate_one(const model::Scenario& scenario, const ReplicationOptions& options, int replication) {
  assert(options.stride_days >= 1);
  sim::RunOptions run;
  run.plan = options.plan;
  run.seed = options.seed;
  run.replication = replication;
  run.trace_cooperatives = options.claims;
  const sim::RunResult result = sim::run(scenario, run);
  const model::Plan* plan = model::find_plan(scenario, options.plan);
  Digest digest;
  digest.replication = replication;
  digest.finished_day = result.finished_day;
  digest.batch_done_days = batch_ends(plan, result);
  const std::vector<int> days = kept_days(result.days, options.stride_days);
  for (const Arm arm : {Arm::planned, Arm::left_alone})
    for (const Metric metric : model::all_of<Metric>())
      for (const int day : days) digest.values.push_back(result.arm(arm).city.at(metric, day));
  if (options.claims) digest.sightings = sightings_of(scenario, options, replication, result);
  return digest;
}

Ensemble::Ensemble(const model::Scenario& scenario, const ReplicationOptions& options) : options_(options) {
  assert(options.count >= 1);
  const int horizon = scenario.calendar.horizon_days;
  if (options_.stride_days < 1) options_.stride_days = stride_for(horizon, options_.count, options_.most_bytes);
  days_ = kept_days(horizon, options_.stride_days);
  const auto count = static_cast<std::size_t>(options_.count);
  values_.resize(kArmCount * model::kCount<Metric> * days_.size() * count);
  finished_days_.assign(count, -1);
  have_.assign(count, 0);
  if (const model::Plan* plan = model::find_plan(scenario, options_.plan))
    batch_done_days_.assign(plan->batches.size(), std::vector<int>(count, -1));
  if (options_.claims) sightings_.assign(scenario.claims.size(), std::vector<Sighting>(count));
}

void Ensemble::add(const Digest& digest) {
  assert(digest.replication >= 0 && digest.replication < options_.count);
  const auto replication = static_cast<std::size_t>(digest.replication);
  const auto count = static_cast<std::size_t>(options_.count);
  for (std::size_t i = 0; i < digest.values.size(); ++i) values_[i * count + replication] = digest.values[i];
  finished_days_[replication] = digest.finished_day;
  for (std::size_t batch = 0; batch < batch_done_days_.size(); ++batch) batch_done_days_[batch][replication] = digest.batch_done_days[batch];
  for (std::size_t claim = 0; claim < sightings_.size(); ++claim) sightings_[claim][replication] = digest.sightings[claim];
  if (have_[replication] == 0) ++added_;
  have_[replication] = 1;
  while (next_ < options_.count && have_[static_cast<std::size_t>(next_)] != 0) ++next_;
}

int Ensemble::next() const { return next_; }

std::size_t Ensemble::at(Arm arm, Metric metric, std::size_t position) const {
  const std::size_t row = static_cast<std::size_t>(arm) * model::kCount<Metric> + static_cast<std::size_t>(metric);
  return (row * days_.size() + position) * static_cast<std::size_t>(options_.count);
}

std::span<const float> Ensemble::of(Arm arm, Metric metric, std::size_t position) const {
  return {values_.data() + at(arm, metric, position), static_cast<std::size_t>(options_.count)};
}

std::vector<double> Ensemble::quantiles(Arm arm, Metric metric, std::size_t position, std::span<const double> levels) const {
  const std::span<const float> values = of(arm, metric, position);
  Selection selection({values.begin(), values.end()});
  std::vector<double> found;
  for (const double level : levels) found.push_back(selection.at(level));
  return found;
}

double Ensemble::quantile(Arm arm, Metric metric, std::size_t position, double p) const {
  const std::span<const float> values = of(arm, metric, position);
  return quantile_of({values.begin(), values.end()}, p);
}

std::vector<double> Ensemble::differences(Metric metric, std::size_t position) const {
  const std::span<const float> planned = of(Arm::planned, metric, position);
  const std::span<const float> alone = of(Arm::left_alone, metric, position);
  std::vector<double> differences;
  for (std::size_t i = 0; i < planned.size(); ++i) differences.push_back(static_cast<double>(planned[i]) - static_cast<double>(alone[i]));
  return differences;
}

double Ensemble::mean_difference(Metric metric, std::size_t position) const {
  const std::span<const float> planned = of(Arm::planned, metric, position);
  const std::span<const float> alone = of(Arm::left_alone, metric, position);
  double sum = 0;
  for (std::size_t i = 0; i < planned.size(); ++i) sum += static_cast<double>(planned[i]) - static_cast<double>(alone[i]);
  return sum / static_cast<double>(planned.size());
}

double Ensemble::probability_done(int day) const { return share_by(finished_days_, day); }
double Ensemble::probability_batch_done(std::size_t batch, int day) const { return share_by(batch_done_days_[batch], day); }

double quantile_of(std::vector<double> values, double p) {
  return Selection(std::move(values)).at(p);
}

Middle90 middle_90(std::vector<double> values) {
  Selection selection(std::move(values));
  return {selection.at(0.05), selection.at(0.5), selection.at(0.95)};
}

#ifdef __EMSCRIPTEN__

// The page has workers of its own and calls replicate_one() in slices.
void each_replication(const model::Scenario& scenario, const ReplicationOptions& options, int first, int end, int, const std::function<bool(Digest&&)>& take) {
  for (int replication = first; replication < end; ++replication)
    if (!take(replicate_one(scenario, options, replication))) return;
}

#else

void each_replication(const model::Scenario& scenario, const ReplicationOptions& options, int first, int end, int threads, const std::function<bool(Digest&&)>& take) {
  std::atomic<int> next{first};
  std::atomic<bool> stopped{false};
  std::mutex mutex;
  std::condition_variable arrived;
  std::vector<Digest> waiting;
  const auto work = [&] {
    for (int replication = next++; replication < end && !stopped; replication = next++) {
      Digest digest = replicate_one(scenario, options, replication);
      const std::lock_guard lock(mutex);
      waiting.push_back(std::move(digest));
      arrived.notify_one();
    }
  };
  std::vector<std::thread> workers;
  for (int i = 0; i < std::clamp(threads, 1, end - first); ++i) workers.emplace_back(work);
  for (int taken = 0; taken < end - first && !stopped;) {
    std::vector<Digest> digests;
    {
      std::unique_lock lock(mutex);
      arrived.wait(lock, [&] { return !waiting.empty(); });
      digests.swap(waiting);
    }
    for (Digest& digest : digests) {
      ++taken;
      if (!stopped && !take(std::move(digest))) stopped = true;
    }
  }
  for (std::thread& worker : workers) worker.join();
}

#endif

Ensemble replicate(const model::Scenario& scenario, const ReplicationOptions& options, int threads, const std::function<bool(int)>& progress) {
  Ensemble ensemble(scenario, options);
  each_replication(scenario, ensemble.options(), 0, options.count, threads, [&](Digest&& digest) {
    ensemble.add(digest);
    return !progress || progress(ensemble.added());
  });
  return ensemble;
}

}  // namespace zhengshe::study
