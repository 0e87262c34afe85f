#include "study/group_time.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/maths.h"
#include "sim/philox.h"

namespace zhengshe::study {
namespace {

// A cell's place in an average.
struct Share {
  int start = 0;
  int period = 0;
  double weight = 0;
};

// The first period in which nobody is untreated, or later than all: cells from there on are not identified.
int end_of_comparison(const Panel& panel) { return panel.starts.empty() ? 0 : *std::max_element(panel.starts.begin(), panel.starts.end()); }

bool is_identified(const Panel& panel, int start, int period) { return std::max(period, start) < end_of_comparison(panel); }

bool can_be_compared(const Panel& panel, const Cohort& cohort) { return cohort.start > 0 && cohort.start < panel.periods; }

// Weighted mean of cells with its standard error: each unit's influence on the mean, squared and summed. The
// weights are taken as given.
Estimate average(const Panel& panel, const std::vector<Share>& shares) {
  if (shares.empty()) return {};
  std::vector<double> influence(panel.starts.size());
  Estimate estimate{true, 0, 0};
  for (const Share& share : shares) {
    double sums[2] = {0, 0};
    int counts[2] = {0, 0};
    const auto side_of = [&](int unit) {
      const int own = panel.starts[static_cast<std::size_t>(unit)];
      return own == share.start ? 0 : own > std::max(share.period, share.start) ? 1 : -1;
    };
    const auto change = [&](int unit) { return panel.at(unit, share.period) - panel.at(unit, share.start - 1); };
    for (int unit = 0; unit < panel.units(); ++unit)
      if (const int side = side_of(unit); side >= 0) {
        sums[side] += change(unit);
        ++counts[side];
      }
    const double means[2] = {sums[0] / counts[0], sums[1] / counts[1]};
    estimate.value += share.weight * (means[0] - means[1]);
    for (int unit = 0; unit < panel.units(); ++unit)
      if (const int side = side_of(unit); side >= 0 && counts[side] > 1) {
        const double pull = (change(unit) - means[side]) / sim::square_root(counts[side] * (counts[side] - 1.0));
        influence[static_cast<std::size_t>(unit)] += share.weight * (side == 0 ? pull : -pull);
      }
  }
  estimate.standard_error = sim::square_root(std::inner_product(influence.begin(), influence.end(), influence.begin(), 0.0));
  return estimate;
}

// Cells of the overall effect: within a cohort alike, between cohorts by units.
std::vector<Share> overall_shares(const Panel& panel, const std::vector<Cohort>& cohorts) {
  std::vector<Share> shares;
  double units = 0;
  for (const Cohort& cohort : cohorts) {
    const int end = std::min(panel.periods, end_of_comparison(panel));
    if (!can_be_compared(panel, cohort) || cohort.start >= end) continue;
    units += cohort.units;
    for (int period = cohort.start; period < end; ++period) shares.push_back({cohort.start, period, static_cast<double>(cohort.units) / (end - cohort.start)});
  }
  for (Share& share : shares) share.weight /= units;
  return shares;
}

// The value of overall_effect() alone, from the means of cohorts.
double overall_value(const std::vector<Cohort>& cohorts, const std::vector<Share>& shares) {
  double value = 0;
  for (const Share& share : shares) {
    double treated = 0;
    double control = 0;
    int controls = 0;
    for (const Cohort& cohort : cohorts) {
      const double change = cohort.means[static_cast<std::size_t>(share.period)] - cohort.means[static_cast<std::size_t>(share.start - 1)];
      if (cohort.start == share.start) treated = change;
      if (cohort.start <= share.period) continue;
      control += cohort.units * change;
      controls += cohort.units;
    }
    value += share.weight * (treated - control / controls);
  }
  return value;
}

}  // namespace

std::vector<GroupTime> group_time_effects(const Panel& panel) {
  std::vector<GroupTime> effects;
  for (const Cohort& cohort : cohorts_of(panel)) {
    if (!can_be_compared(panel, cohort)) continue;
    for (int period = 0; period < panel.periods; ++period) {
      const bool identified = is_identified(panel, cohort.start, period);
      effects.push_back({cohort.start, period, cohort.units, identified ? average(panel, {{cohort.start, period, 1}}) : Estimate{}});
    }
  }
  return effects;
}

std::vector<EventEffect> event_study(const Panel& panel) {
  std::vector<EventEffect> effects;
  const std::vector<Cohort> cohorts = cohorts_of(panel);
  for (int since = -panel.periods; since < panel.periods; ++since) {
    std::vector<Share> shares;
    double units = 0;
    bool reached = false;
    for (const Cohort& cohort : cohorts) {
      const int period = cohort.start + since;
      if (!can_be_compared(panel, cohort) || period < 0 || period >= panel.periods) continue;
      reached = true;
      if (!is_identified(panel, cohort.start, period)) continue;
      shares.push_back({cohort.start, period, static_cast<double>(cohort.units)});
      units += cohort.units;
    }
    for (Share& share : shares) share.weight /= units;
    if (reached) effects.push_back({since, average(panel, shares)});
  }
  return effects;
}

Estimate overall_effect(const Panel& panel) { return average(panel, overall_shares(panel, cohorts_of(panel))); }

double permutation_p(const Panel& panel, int reassignments, std::uint64_t seed) {
  const std::vector<Cohort> cohorts = cohorts_of(panel);
  const std::vector<Share> shares = overall_shares(panel, cohorts);
  if (shares.empty()) return 1;
  constexpr double kRounding = 1e-12;  // the same reassignment in another order counts as equal
  const double observed = std::abs(overall_value(cohorts, shares)) - kRounding;
  const sim::Key key = sim::make_key(seed, sim::Purpose::permutations);
  Panel shuffled = panel;
  int as_large = 0;
  for (int round = 0; round < reassignments; ++round) {
    for (std::size_t i = shuffled.starts.size(); i > 1; --i) {
      const double u = sim::uniform(key, static_cast<std::uint32_t>(i), 0, static_cast<std::uint32_t>(round));
      std::swap(shuffled.starts[i - 1], shuffled.starts[static_cast<std::size_t>(u * static_cast<double>(i))]);
    }
    if (std::abs(overall_value(cohorts_of(shuffled), shares)) >= observed) ++as_large;
  }
  return (1.0 + as_large) / (1.0 + reassignments);
}

}  // namespace zhengshe::study
