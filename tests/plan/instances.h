// Assignments like those of a campaign, made from a number: cooperatives of different sizes with several sets of
// measures each, weeks with their teams, batches with their sizes.
#pragma once

#include <algorithm>
#include <vector>

#include "plan/search.h"

namespace zhengshe::test {

enum class Tightness { loose, tight, infeasible };

struct InstanceSize {
  int cooperatives = 167;
  int weeks = 13;
  int sets = 3;  // of measures, for each
};

namespace detail {

struct Candidate {
  std::vector<int> tenths;   // of team-days, by set of measures
  std::vector<double> values;  // in the first week, by set
  int teams = 1;
  double fading = 0.02;      // share of the value that a week of waiting loses
};

inline Candidate candidate(plan::Stream& stream, int sets) {
  Candidate made;
  const double size = 0.3 + 2.2 * stream.unit() * stream.unit();
  double days = 5 + 3 * stream.unit();
  double value = 0;
  for (int set = 0; set < sets; ++set) {
    days += 2 + 4 * stream.unit();
    value += size * (0.4 + 1.6 * stream.unit()) / (1 + 0.4 * set);
    made.tenths.push_back(static_cast<int>(10 * days * (0.5 + 0.5 * size)));
    made.values.push_back(value);
  }
  made.teams = made.tenths.back() > 240 ? 3 : made.tenths.back() > 120 ? 2 : 1;
  made.fading = 0.01 + 0.02 * stream.unit();
  return made;
}

}  // namespace detail

// Capacities leave room for 1/0.7 of the work of the smallest sets (loose), for an eighth more than it (tight) or for
// less than it (infeasible). Weeks have 6 days; resources are the weeks, then the batches as numbers of
// cooperatives begun before the next one.
inline plan::Assignment campaign_instance(InstanceSize size, Tightness tightness, std::uint64_t seed) {
  plan::Stream stream(seed);
  std::vector<detail::Candidate> candidates;
  double least = 0;
  for (int i = 0; i < size.cooperatives; ++i) {
    candidates.push_back(detail::candidate(stream, size.sets));
    least += candidates.back().tenths.front();
  }
  const double room = tightness == Tightness::loose ? 1 / 0.7 : tightness == Tightness::tight ? 1.12 : 0.95;
  plan::Assignment problem;
  const int batch_weeks = std::max(2, size.weeks / 3);
  for (int week = 0; week < size.weeks; ++week) {
    const double growth = week < batch_weeks ? 0.75 : 1.125;
    problem.add_resource(static_cast<int>(least * room * growth / size.weeks + 1));
  }
  const int first_batch = problem.add_resource(size.cooperatives * 3 / 10);
  const int second_batch = problem.add_resource(size.cooperatives * 7 / 10);
  for (const detail::Candidate& candidate : candidates) {
    problem.add_item(true);
    for (int set = 0; set < size.sets; ++set)
      for (int start = 0; start < size.weeks; ++start) {
        std::vector<plan::Use> uses;
        int left = candidate.tenths[static_cast<std::size_t>(set)];
        for (int week = start; left > 0 && week < size.weeks; ++week) {
          const int done = std::min(left, 60 * candidate.teams);
          uses.push_back({week, done});
          left -= done;
        }
        if (left > 0) continue;
        if (start < batch_weeks) uses.push_back({first_batch, 1});
        if (start < 2 * batch_weeks) uses.push_back({second_batch, 1});
        problem.add_option(candidate.values[static_cast<std::size_t>(set)] * (1 - candidate.fading * start), uses);
      }
  }
  return problem;
}

// The sixty that the planner is held against another solver with: twenty of each tightness, 40 to 400
// cooperatives, 8 to 26 weeks.
inline InstanceSize size_of_instance(int number) {
  const int step = number % 20;
  return {40 + 360 * step / 19, 8 + (step * 7 % 19), 2 + step % 3};
}

inline plan::Assignment numbered_instance(int number) {
  return campaign_instance(size_of_instance(number), static_cast<Tightness>(number / 20), 1957 + static_cast<std::uint64_t>(number));
}

}  // namespace zhengshe::test
