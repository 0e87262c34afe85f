// Which assumptions drive an outcome, asked in two rounds: all of them are screened, then the few that move it most
// are measured. Points of a round can be evaluated by anybody in any order.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "study/sensitivity.h"

namespace zhengshe::study {

struct DriverQuestion {
  Outcome outcome;
  std::vector<model::Coefficient> measured;  // of the second round; empty: the first one, of all that have a range
};

struct Driver {
  model::Coefficient coefficient = model::Coefficient::size_exponent;
  MorrisEffect screening;           // in the outcome's unit, over the whole range
  std::optional<SobolIndex> share;  // once it is measured, while the others stand at their central values
};

// How many points the round of the question has.
int points_of(const model::Scenario& scenario, const DriverQuestion& question);

// The outcome at a point of the round. Points of the second round follow each other so that any whole number of
// points_per_base() of them makes a smaller plan.
double outcome_at(const model::Scenario& scenario, const DriverQuestion& question, int point);
int points_per_base(const DriverQuestion& question);

// After the first round: all assumptions with a range, those that move the outcome most first.
std::vector<Driver> screened(const model::Scenario& scenario, std::span<const double> outcomes);

// The question of the second round: what moves the outcome at all, at most eight of it. Empty `measured` where nothing does.
DriverQuestion second_round(const DriverQuestion& first, std::span<const Driver> drivers);

// Gives those that are measured their share, from a whole number of bases, and sorts all by it. outcomes: in order
// of points.
void measure(std::vector<Driver>& drivers, const model::Scenario& scenario, const DriverQuestion& question, std::span<const double> outcomes);

}  // namespace zhengshe::study
