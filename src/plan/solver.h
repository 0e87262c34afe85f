// An assignment and how far it can be from the best possible, improving in steps (MODEL.md 10).
#pragma once

#include <cstdint>
#include <optional>

#include "plan/assignment.h"
#include "plan/neighbourhood.h"
#include "plan/relaxation.h"
#include "plan/search.h"

namespace zhengshe::plan {

// First the linear relaxation, whose prices bound every assignment and guide the search; then the search; then the best
// of what can be had by placing a few items anew, for many such few (large neighbourhoods, Shaw 1998). Work ends by
// counts, never by a clock: the same problem, effort and seed give the same answer everywhere, in steps of any size.
class Solver {
 public:
  // The problem must outlive the solver. effort: 1 is usual; the search's work grows with it.
  Solver(const Assignment& problem, int effort, std::uint64_t seed = 1);

  // A bounded piece of work; false when there is none left. Everything below may be asked after any step.
  bool step();

  // The prices are known, and a first assignment; what is left makes it better.
  bool has_first() const { return relaxed_ && !anneals(); }

  // Share of the work that is done, 0..1.
  double progress() const;

  const Choices& choices() const { return choices_; }
  double value() const { return value_of(problem_, choices_); }
  int unplaced() const { return plan::unplaced(problem_, choices_); }

  // No assignment that places all who must be has a higher value.
  double bound() const { return bound_; }

  // (bound − value) / |bound|, where everybody who must be is placed.
  double gap() const;

  // Value per unit of capacity, by resource, ≥ 0.
  const std::vector<double>& prices() const { return prices_; }

 private:
  void relax();
  void guide();
  void begin_sweep();
  void sweep();
  void refine();
  bool anneals() const { return cycle_ < cycles_; }

  const Assignment& problem_;
  Search search_;
  Choices choices_;            // the best
  Choices current_;            // where neighbourhoods are looked at
  Stream stream_;              // of neighbourhoods
  std::optional<Neighbourhoods> neighbourhoods_;
  Relaxation relaxation_;
  bool relaxed_ = false;
  std::vector<double> prices_;
  double bound_;
  int effort_;
  int sweeps_ = 0;             // of the search, done in this cycle
  int cycle_sweeps_ = 0;
  int cycle_ = 0;
  int cycles_ = 0;             // as far as is known
  int rounds_;                 // of neighbourhoods, left to do
  int all_rounds_;
};

// Solves to the end.
void finish(Solver& solver);

// At most so many of the items can be placed, whatever their values.
int most_placeable(const Assignment& problem);

// Whether prices show that not all of those that must be placed can be: the bound of a problem in which nothing is
// worth anything falls below nothing (Farkas). False proves nothing.
bool proves_too_little(const Assignment& problem);

}  // namespace zhengshe::plan
