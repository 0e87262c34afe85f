// Where repair points should stand: p-median over places and people, with a proven bound (MODEL.md 10; Hakimi 1964).
#pragma once

#include <cstdint>
#include <vector>

#include "model/city.h"

namespace zhengshe::plan {

// cost[place][person]: what it costs that the place serves the person, population counted. Places may be opened; `open`
// ones already are and stay. All rows have the same length.
struct SiteProblem {
  std::vector<std::vector<double>> cost;
  std::vector<int> open;
  int more = 1;  // places to open besides
};

struct SiteAnswer {
  std::vector<int> places;  // chosen besides those open, ascending
  double cost = 0;
  double bound = 0;         // no choice costs less

  double gap() const { return cost > 0 ? (cost - bound) / cost : 0; }
};

// Way on foot of all residents to the nearest point, in resident-kilometres; places are the zones themselves.
SiteProblem shortest_ways(const model::City& city, int more);

// Residents farther than this many kilometres from any point: maximal coverage as a p-median of zeros and ones.
SiteProblem fewest_uncovered(const model::City& city, int more, double within_km);

// Cost of these places together with those open.
double cost_of(const SiteProblem& problem, const std::vector<int>& places);

// Interchange of places from several starts (Teitz and Bart 1968), and the Lagrangian bound of the assignment of
// people (Cornuéjols, Fisher and Nemhauser 1977). Work is bounded by `rounds` of the bound; deterministic.
SiteAnswer choose_sites(const SiteProblem& problem, int rounds = 2000, std::uint64_t seed = 1);

}  // namespace zhengshe::plan
