// Reported outcomes held against what a reporter would have seen in the model (MODEL.md 8).
//
// A report compares before with after in one place. So does the model here: the same windows, in every
// replication, with season, luck and selection in them; beside it the placebo, the same cooperative on the
// same days left alone. The true effect, which no reporter sees, is planned against left alone.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/scenario.h"
#include "sim/run.h"

namespace zhengshe::study {

// Days [first, end) of the run.
struct Window {
  int first = 0;
  int end = 0;

  bool operator==(const Window&) const = default;
};

// A claim in one replication.
struct Sighting {
  bool defined = false;      // both windows exist: e.g. the measures were finished in time
  double observed = 0;       // as the claim's kind counts it: relative change, level, date, or 1 = came true, 0 = did not
  double placebo = 0;        // the same of the twin that was left alone
  double true_effect = 0;    // of the planned run against its twin after the measures, relative; 0 where it makes no sense

  bool operator==(const Sighting&) const = default;
};

// The end of the run, where what a plan has changed is looked at: its last sixty days.
Window last_days(const model::Scenario& scenario);

// The last two full calendar months before the day, or all days before it where there is not one full month.
std::optional<Window> before_window(const sim::RunResult& result, int day);

// From the day on which measures took hold to `last`, both included; at least six days.
std::optional<Window> after_window(const sim::RunResult& result, int taken_hold_day, int last);

// Mean of a metric in a window. Daily metrics: over working days, rates weighted by the output they are rates of.
// Metrics of a month (wage, net income, reserve, members): over the full months inside, or over all days where none is.
double window_mean(const model::Calendar& calendar, const sim::RunResult& result, const sim::DailySeries& series,
                   model::Metric metric, const Window& window);

// What a reporter sees of a claim in this run. The run must be traced (RunOptions::trace_cooperatives).
// merging_harms is not a matter of the scenario's own run: see sight_merging.
Sighting sight(const model::Scenario& scenario, const model::Claim& claim, const sim::RunResult& result);

// Of each merger in a run of the merging itself: are varieties, quality, output per member and income all lower
// than in the twin that did not merge, over the last three months? observed: share of mergers for which all hold.
Sighting sight_merging(const model::Scenario& scenario, const sim::RunResult& result);

enum class Verdict : std::uint8_t {
  holds,        // exact and true
  fails,        // exact and false
  within,       // between the 1st and the 99th percentile, or a probability of at least 5 %
  outside,      // beyond them: the model does not expect it
  unobservable, // defined in fewer than one replication in twenty
};

struct ClaimResult {
  model::ClaimId claim;
  int replications = 0;
  int defined = 0;
  bool is_probability = false;         // the claim comes true or not; else it has a value
  double reported = 0;                 // as compared, in the unit of Sighting::observed
  double percentile = 0;               // 0..100, of the reported value among those observed; ties within tolerance count half
  double placebo_percentile = 0;       // the same among placebos
  double probability = 0;              // that it comes true, or is observed within tolerance
  double placebo_probability = 0;
  double low = 0, median = 0, high = 0;// 5 %, 50 %, 95 % of observed
  double placebo_median = 0;
  double mean_true_effect = 0;
  Verdict verdict = Verdict::unobservable;

  bool operator==(const ClaimResult&) const = default;
};

// Sums the sightings of one claim up.
ClaimResult judge(const model::Claim& claim, std::span<const Sighting> sightings);

struct ClaimsOptions {
  model::PlanId plan;
  std::uint64_t seed = 1;
  int replications = 2000;
  int threads = 1;
};

// Holds all claims of the scenario against replications of the plan; for merging_harms against as many of
// merging_1956() (kunming.h). By position of the claim. progress as in replicate(); stopped early: empty.
std::vector<ClaimResult> hold_claims(const model::Scenario& scenario, const ClaimsOptions& options,
                                     const std::function<bool(int)>& progress = {});

}  // namespace zhengshe::study
