#include "study/claims.h"

#include <algorithm>
#include <cmath>

#include "study/gallery_worlds.h"
#include "study/replications.h"

namespace zhengshe::study {
namespace {

using model::Claim;
using model::ClaimKind;
using model::Metric;
using sim::Arm;
using sim::DailySeries;
using sim::Passage;
using sim::RunResult;

constexpr int kFewestDays = 6;

bool is_monthly(Metric metric) {
  return metric == Metric::monthly_wage || metric == Metric::net_income || metric == Metric::reserve || metric == Metric::members;
}

const Passage* passage_of(const RunResult& result, model::CooperativeId id) {
  const auto found = std::lower_bound(result.passages.begin(), result.passages.end(), id,
                                      [](const Passage& passage, model::CooperativeId wanted) { return passage.cooperative < wanted; });
  return found != result.passages.end() && found->cooperative == id ? &*found : nullptr;
}

int last_day_of(const model::Scenario& scenario, const Claim& claim, const RunResult& result) {
  return claim.by ? std::min(*claim.by - scenario.calendar.start, result.days - 1) : result.days - 1;
}

// Full calendar months inside the window, as one window; nothing where there is none. The horizon's first and
// last month count as they are.
std::optional<Window> full_months(const RunResult& result, const Window& window) {
  std::optional<Window> full;
  for (int day = window.first; day < window.end;) {
    const int month = result.month_of_day[static_cast<std::size_t>(day)];
    int end = day;
    while (end < result.days && result.month_of_day[static_cast<std::size_t>(end)] == month) ++end;
    const bool starts = day == 0 || result.month_of_day[static_cast<std::size_t>(day - 1)] != month;
    if (starts && end <= window.end) full = Window{full ? full->first : day, end};
    day = end;
  }
  return full;
}

// One cooperative's way through the claim: windows, and the series of both arms.
struct BeforeAndAfter {
  Window before;
  Window after;
  const DailySeries* planned = nullptr;
  const DailySeries* left_alone = nullptr;
};

std::optional<BeforeAndAfter> before_and_after(const model::Scenario& scenario, const Claim& claim, const RunResult& result, model::CooperativeId id) {
  const Passage* passage = passage_of(result, id);
  const int position = model::index_of(scenario, id);
  if (passage == nullptr || position < 0 || passage->consolidation_day < 0) return std::nullopt;
  const int begun = passage->inspection_day >= 0 ? passage->inspection_day : passage->measures_day;
  const std::optional<Window> before = before_window(result, begun);
  const std::optional<Window> after = after_window(result, passage->consolidation_day, last_day_of(scenario, claim, result));
  if (!before || !after) return std::nullopt;
  const auto at = static_cast<std::size_t>(position);
  return BeforeAndAfter{*before, *after, &result.planned.cooperatives[at], &result.left_alone.cooperatives[at]};
}

// Before and after of a metric in one arm.
struct Pair {
  double before = 0;
  double after = 0;
};

Pair pair_of(const model::Scenario& scenario, const RunResult& result, const DailySeries& series, const BeforeAndAfter& c, Metric metric) {
  return {window_mean(scenario.calendar, result, series, metric, c.before), window_mean(scenario.calendar, result, series, metric, c.after)};
}

double relative(double after, double before) { return before != 0 ? after / before - 1 : 0; }

// What the kinds make of before and after.
double value_of(const Claim& claim, const Pair& pair) {
  switch (claim.kind) {
    case ClaimKind::level_after: return claim.before && pair.before != 0 ? *claim.before * pair.after / pair.before : pair.after;
    case ClaimKind::turnaround: return pair.before < 0 && pair.after >= 0 ? 1 : 0;
    case ClaimKind::each_falls: return pair.after < pair.before ? 1 : 0;
    default: return relative(pair.after, pair.before);
  }
}

// Windows of each cooperative; values are averaged, and what must hold in each holds in all or not.
Sighting sight_windows(const model::Scenario& scenario, const Claim& claim, const RunResult& result) {
  Sighting sighting;
  int cases = 0;
  const bool all_or_none = claim.kind == ClaimKind::turnaround || claim.kind == ClaimKind::each_falls;
  for (const model::CooperativeId id : claim.cooperatives) {
    const std::optional<BeforeAndAfter> found = before_and_after(scenario, claim, result, id);
    if (!found) {
      if (all_or_none) return {};
      continue;
    }
    const Pair planned = pair_of(scenario, result, *found->planned, *found, claim.metric);
    const Pair alone = pair_of(scenario, result, *found->left_alone, *found, claim.metric);
    sighting.observed += value_of(claim, planned);
    sighting.placebo += value_of(claim, alone);
    if (claim.metric != Metric::net_income) sighting.true_effect += relative(planned.after, alone.after);
    ++cases;
  }
  if (cases == 0) return {};
  sighting.defined = true;
  sighting.observed /= cases;
  sighting.placebo /= cases;
  sighting.true_effect /= cases;
  if (all_or_none) {
    sighting.observed = sighting.observed == 1 ? 1 : 0;
    sighting.placebo = sighting.placebo == 1 ? 1 : 0;
  }
  return sighting;
}

// The largest monthly rate of rework or seconds of any of the cooperatives up to the claim's day.
double peak(const model::Scenario& scenario, const Claim& claim, const RunResult& result, Arm arm) {
  const int last_month = result.month_of_day[static_cast<std::size_t>(std::max(0, last_day_of(scenario, claim, result)))];
  double most = 0;
  for (const model::CooperativeId id : claim.cooperatives)
    for (int month = 0; month <= last_month; ++month) {
      const sim::MonthlySums& sums = result.monthly(arm, model::index_of(scenario, id), month);
      const double part = claim.metric == Metric::seconds_rate ? sums.seconds : sums.rework;
      const double whole = claim.metric == Metric::seconds_rate ? sums.good : sums.gross;
      if (whole > 0) most = std::max(most, part / whole);
    }
  return most;
}

// The backlog was there before, and is at most the tolerance on the last day that the report can have seen.
Sighting sight_backlog(const model::Scenario& scenario, const Claim& claim, const RunResult& result) {
  Sighting sighting;
  for (const model::CooperativeId id : claim.cooperatives) {
    const std::optional<BeforeAndAfter> found = before_and_after(scenario, claim, result, id);
    if (!found) return {};
    const auto cleared = [&](const DailySeries& series) {
      return window_mean(scenario.calendar, result, series, Metric::backlog_days, found->before) > claim.tolerance &&
                     series.at(Metric::backlog_days, found->after.end - 1) <= claim.tolerance
                 ? 1.0
                 : 0.0;
    };
    sighting.observed = sighting.defined ? std::min(sighting.observed, cleared(*found->planned)) : cleared(*found->planned);
    sighting.placebo = sighting.defined ? std::min(sighting.placebo, cleared(*found->left_alone)) : cleared(*found->left_alone);
    sighting.defined = true;
  }
  return sighting;
}

// The city's residents: from the day before the first of the cooperatives is inspected to the claim's day.
Sighting sight_access(const model::Scenario& scenario, const Claim& claim, const RunResult& result) {
  int first = result.days;
  for (const model::CooperativeId id : claim.cooperatives)
    if (const Passage* passage = passage_of(result, id); passage != nullptr && passage->inspection_day >= 0)
      first = std::min(first, passage->inspection_day);
  const int last = last_day_of(scenario, claim, result);
  if (first >= last) return {};
  const auto change = [&](Arm arm) {
    const DailySeries& city = result.arm(arm).city;
    return relative(city.at(claim.metric, last), city.at(claim.metric, std::max(0, first - 1)));
  };
  return {true, change(Arm::planned), change(Arm::left_alone),
          relative(result.planned.city.at(claim.metric, last), result.left_alone.city.at(claim.metric, last))};
}

bool batch_done_by(const Claim& claim, const RunResult& result, int last) {
  bool any = false;
  for (const Passage& passage : result.passages) {
    if (claim.batch && passage.batch != *claim.batch) continue;
    if (passage.done_day < 0 || passage.done_day > last) return false;
    any = true;
  }
  return any;
}

// Shares of one group of units over the last three months of a run.
struct GroupOutcome {
  double output_per_member = 0;
  double flaws = 0;  // rework and seconds
  double varieties = 0;
  double income = 0;
};

GroupOutcome group_outcome(const RunResult& result, Arm arm, const std::vector<int>& roots) {
  sim::MonthlySums sum;
  for (const int root : roots)
    for (int month = std::max(0, result.months - 3); month < result.months; ++month) {
      const sim::MonthlySums& part = result.monthly(arm, root, month);
      sum.gross += part.gross;
      sum.good += part.good;
      sum.rework += part.rework;
      sum.seconds += part.seconds;
      sum.wages += part.wages;
      sum.member_days += part.member_days;
      sum.varieties_end += part.varieties_end;
    }
  if (!(sum.good > 0) || !(sum.member_days > 0)) return {};
  return {sum.good / sum.member_days, sum.rework / sum.gross + sum.seconds / sum.good, sum.varieties_end, sum.wages / sum.member_days};
}

bool harmed(const GroupOutcome& merged, const GroupOutcome& apart) {
  return merged.output_per_member < apart.output_per_member && merged.flaws > apart.flaws && merged.varieties < apart.varieties &&
         merged.income < apart.income;
}

}  // namespace

Window last_days(const model::Scenario& scenario) {
  constexpr int kLastDays = 60;
  const int days = scenario.calendar.horizon_days;
  return {std::max(0, days - kLastDays), days};
}

std::optional<Window> before_window(const RunResult& result, int day) {
  if (day < kFewestDays) return std::nullopt;
  const std::optional<Window> full = full_months(result, {0, day});
  if (!full) return Window{0, day};
  const int last_month = result.month_of_day[static_cast<std::size_t>(full->end - 1)];
  int first = full->end;
  while (first > full->first && result.month_of_day[static_cast<std::size_t>(first - 1)] >= last_month - 1) --first;
  return Window{first, full->end};
}

std::optional<Window> after_window(const RunResult& result, int taken_hold_day, int last) {
  const Window window{taken_hold_day, std::min(last, result.days - 1) + 1};
  if (window.end - window.first < kFewestDays) return std::nullopt;
  return window;
}

double window_mean(const model::Calendar& calendar, const RunResult& result, const DailySeries& series, Metric metric, const Window& window) {
  const bool monthly = is_monthly(metric);
  const Window days = monthly ? full_months(result, window).value_or(window) : window;
  double sum = 0;
  double weights = 0;
  for (int day = days.first; day < days.end; ++day) {
    if (!monthly && !calendar.is_working_day(calendar.start + day)) continue;
    double weight = 1;
    if (metric == Metric::rework_rate) weight = series.at(Metric::gross_output, day);
    if (metric == Metric::seconds_rate) weight = series.at(Metric::good_output, day);
    sum += weight * series.at(metric, day);
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

Sighting sight(const model::Scenario& scenario, const Claim& claim, const RunResult& result) {
  const int last = last_day_of(scenario, claim, result);
  switch (claim.kind) {
    case ClaimKind::count: {
      const double matches = static_cast<double>(scenario.cooperatives.size()) == claim.value.value ? 1 : 0;
      return {true, matches, matches, 0};
    }
    case ClaimKind::batch_done:
    case ClaimKind::all_done: return {true, batch_done_by(claim, result, last) ? 1.0 : 0.0, 0, 0};
    case ClaimKind::peak:
      return {true, peak(scenario, claim, result, Arm::planned) >= claim.value.value ? 1.0 : 0.0,
              peak(scenario, claim, result, Arm::left_alone) >= claim.value.value ? 1.0 : 0.0, 0};
    case ClaimKind::clears_backlog: return sight_backlog(scenario, claim, result);
    case ClaimKind::access: return sight_access(scenario, claim, result);
    case ClaimKind::merging_harms: return {};
    case ClaimKind::relative_change:
    case ClaimKind::level_after:
    case ClaimKind::turnaround:
    case ClaimKind::each_falls: return sight_windows(scenario, claim, result);
  }
  return {};
}

Sighting sight_merging(const model::Scenario& scenario, const RunResult& result) {
  int mergers = 0;
  int worse = 0;
  for (const Passage& passage : result.passages) {
    std::vector<int> roots{model::index_of(scenario, passage.cooperative)};
    for (const model::MeasureChoice& choice : passage.measures)
      for (const model::CooperativeId partner : choice.partners) roots.push_back(model::index_of(scenario, partner));
    if (roots.size() < 2 || passage.consolidation_day < 0) continue;
    ++mergers;
    worse += harmed(group_outcome(result, Arm::planned, roots), group_outcome(result, Arm::left_alone, roots)) ? 1 : 0;
  }
  if (mergers == 0) return {};
  return {true, static_cast<double>(worse) / mergers, 0, 0};
}

namespace {

bool comes_true_or_not(ClaimKind kind) {
  return kind != ClaimKind::relative_change && kind != ClaimKind::level_after && kind != ClaimKind::access;
}

// Percentile of the reported value, ties within tolerance half.
double percentile_in(const std::vector<double>& values, double reported, double tolerance) {
  double below = 0;
  for (const double value : values) below += std::abs(value - reported) <= tolerance ? 0.5 : value < reported ? 1.0 : 0.0;
  return 100 * below / static_cast<double>(values.size());
}

double share_true(const std::vector<double>& values, const ClaimResult& result, double tolerance) {
  const auto hits = std::count_if(values.begin(), values.end(), [&](double value) {
    return result.is_probability ? value > 0 : std::abs(value - result.reported) <= tolerance;
  });
  return static_cast<double>(hits) / static_cast<double>(values.size());
}

Verdict verdict_of(const Claim& claim, const ClaimResult& result) {
  if (20 * result.defined < result.replications) return Verdict::unobservable;
  if (claim.kind == ClaimKind::count) return result.probability == 1 ? Verdict::holds : Verdict::fails;
  if (result.is_probability) return result.probability >= 0.05 ? Verdict::within : Verdict::outside;
  return result.percentile >= 1 && result.percentile <= 99 ? Verdict::within : Verdict::outside;
}

}  // namespace

ClaimResult judge(const Claim& claim, std::span<const Sighting> sightings) {
  ClaimResult result;
  result.claim = claim.id;
  result.replications = static_cast<int>(sightings.size());
  result.is_probability = comes_true_or_not(claim.kind);
  result.reported = claim.value.value;
  std::vector<double> observed;
  std::vector<double> placebo;
  for (const Sighting& sighting : sightings) {
    if (!sighting.defined) continue;
    observed.push_back(sighting.observed);
    placebo.push_back(sighting.placebo);
    result.mean_true_effect += sighting.true_effect;
  }
  result.defined = static_cast<int>(observed.size());
  if (observed.empty()) return result;
  result.mean_true_effect /= result.defined;
  result.probability = share_true(observed, result, claim.tolerance);
  result.placebo_probability = share_true(placebo, result, claim.tolerance);
  if (!result.is_probability) {
    result.percentile = percentile_in(observed, result.reported, claim.tolerance);
    result.placebo_percentile = percentile_in(placebo, result.reported, claim.tolerance);
  }
  result.low = quantile_of(observed, 0.05);
  result.median = quantile_of(observed, 0.5);
  result.high = quantile_of(observed, 0.95);
  result.placebo_median = quantile_of(placebo, 0.5);
  result.verdict = verdict_of(claim, result);
  return result;
}

std::vector<ClaimResult> hold_claims(const model::Scenario& scenario, const ClaimsOptions& options, const std::function<bool(int)>& progress) {
  const model::Scenario merging = merging_1956();
  ReplicationOptions replications;
  replications.plan = options.plan;
  replications.seed = options.seed;
  replications.count = options.replications;
  replications.stride_days = scenario.calendar.horizon_days;  // the city's series are not needed
  replications.claims = true;
  replications.merging = &merging;
  const Ensemble ensemble = replicate(scenario, replications, options.threads, progress);
  if (!ensemble.complete()) return {};
  std::vector<ClaimResult> results;
  for (std::size_t i = 0; i < scenario.claims.size(); ++i) results.push_back(judge(scenario.claims[i], ensemble.sightings(i)));
  return results;
}

}  // namespace zhengshe::study
