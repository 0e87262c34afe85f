#include "plan/solver.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhengshe::plan {
namespace {

// Steps are short, since browsers compile well what is called often, and leave the loop of one long call slow.
constexpr int kPivotsPerStep = 10;
constexpr int kMovesPerStep = 500;
constexpr int kPivotsOfBoundPerItem = 60;        // at most: then the prices are not the best, but still bound
// Few sweeps are enough where neighbourhoods do the rest; of few items the best may be found, and many items are too
// many for neighbourhoods: there, and where somebody is not placed yet, annealing goes on.
constexpr int kFirstSweeps = 3;
constexpr int kSweepsPerCycle = 8;
constexpr int kFewItems = 100;
constexpr std::int64_t kMovesPerItem = 100;   // in a sweep of a small problem
constexpr std::int64_t kMostMoves = 200'000;  // in a sweep of a large one
constexpr std::int64_t kFewestMoves = 20'000;
constexpr int kCycles = 2;
// Losses that moves may bring at the start of a cycle, as shares of the value of an ordinary item.
constexpr double kFirstThreshold = 0.2;
constexpr double kLaterThreshold = 0.04;
constexpr int kRoundsPerStep = 25;           // each frees some items
constexpr int kFewestRounds = 2'500;
constexpr int kRoundsPerItem = 10;
constexpr int kMostRounds = 5'000;
constexpr int kMostDrawn = 2'000'000;       // each round draws from all items: few rounds for very many
constexpr int kFreed = 12;                  // at first
constexpr int kNodes = 10'000;
constexpr int kRoundsUntilLoss = 3;          // on average, until one may lose,
constexpr double kMostLoss = 0.05;           // at first so many values of an ordinary item
// What it costs the relaxation to leave somebody out, in penalties of the search: a place may need many to move.
constexpr double kPenalties = 50;

Choices nobody(const Assignment& problem) { return Choices(static_cast<std::size_t>(problem.items()), kUnplaced); }

int most_pivots(const Assignment& problem) { return kPivotsOfBoundPerItem * (problem.items() + problem.resources()); }

int rounds_for(const Assignment& problem) {
  return std::min(std::clamp(kRoundsPerItem * problem.items(), kFewestRounds, kMostRounds), kMostDrawn / std::max(1, problem.items()));
}

// The bound of the relaxation's best prices.
double relaxed_bound(const Assignment& problem) {
  Relaxation relaxation(problem, nobody(problem), 1);
  while (relaxation.pivots() < most_pivots(problem) && relaxation.improve(kPivotsPerStep)) {
  }
  return bound_at(problem, relaxation.prices());
}

}  // namespace

Solver::Solver(const Assignment& problem, int effort, std::uint64_t seed)
    : problem_(problem),
      search_(problem, seed),
      choices_(search_.best()),
      stream_(~seed),
      relaxation_(problem, nobody(problem), kPenalties * search_.penalty()),
      prices_(static_cast<std::size_t>(problem.resources())),
      bound_(bound_at(problem, prices_)),
      effort_(effort),
      rounds_(effort * rounds_for(problem)),
      all_rounds_(rounds_) {
  const bool thorough = problem.items() <= kFewItems || rounds_for(problem) < kFewestRounds;
  cycle_sweeps_ = effort * (thorough ? kSweepsPerCycle : kFirstSweeps);
  cycles_ = thorough ? kCycles : 1;
  guide();
}

void Solver::relax() {
  const bool further = relaxation_.improve(kPivotsPerStep);
  if (further && relaxation_.pivots() < most_pivots(problem_)) return;
  relaxed_ = true;
  prices_ = relaxation_.prices();
  for (double& price : prices_) price = std::max(price, 0.0);
  bound_ = std::min(bound_, bound_at(problem_, prices_));
  guide();
  begin_sweep();
}

void Solver::guide() {
  // What loses more than the whole gap is in no better assignment.
  const bool known = cycle_ > 0 && unplaced() == 0;
  search_.guide(prices_, known ? std::max(0.0, bound_ - value()) + 1e-9 : 1e300);
  choices_ = search_.best();
}

bool Solver::step() {
  if (!relaxed_) relax();
  else if (anneals()) sweep();
  else if (rounds_ > 0) refine();
  return anneals() || rounds_ > 0;
}

void Solver::begin_sweep() {
  const std::int64_t moves = std::clamp(kMovesPerItem * problem_.items(), kFewestMoves, kMostMoves);
  const double typical = std::abs(bound_) / std::max(1, problem_.items());
  const double share = 1 - static_cast<double>(sweeps_) / cycle_sweeps_;
  search_.begin({moves, (cycle_ == 0 ? kFirstThreshold : kLaterThreshold) * typical * share * share, share});
}

void Solver::sweep() {
  if (search_.anneal(kMovesPerStep)) return;
  choices_ = search_.best();
  if (++sweeps_ < cycle_sweeps_) return begin_sweep();
  ++cycle_;
  sweeps_ = 0;
  cycle_sweeps_ = effort_ * kSweepsPerCycle;
  if (unplaced() > 0) cycles_ = kCycles;
  if (anneals()) {
    guide();
    begin_sweep();
  } else if (unplaced() > 0) {
    rounds_ = 0;
  } else {
    neighbourhoods_.emplace(problem_, prices_, kFreed);
  }
  current_ = choices_;
}

void Solver::refine() {
  const double typical = std::abs(bound_) / std::max(1, problem_.items());
  for (int i = 0; i < kRoundsPerStep && rounds_ > 0; ++i) {
    if (bound_ - value() <= 1e-9) rounds_ = 1;
    const double share = static_cast<double>(--rounds_) / all_rounds_;
    const bool losing = stream_.below(kRoundsUntilLoss) == 0;
    const double allowed = losing ? kMostLoss * typical * share * stream_.unit() : 0;
    const double most_loss = bound_ - value_of(problem_, current_) + allowed + 1e-9;
    if (neighbourhoods_->improve(current_, {kNodes, most_loss, allowed}, stream_) && value_of(problem_, current_) > value()) choices_ = current_;
  }
}

double Solver::progress() const {
  const double relaxed = relaxed_ ? 1 : static_cast<double>(relaxation_.pivots()) / most_pivots(problem_);
  const double swept = anneals() ? (cycle_ + static_cast<double>(sweeps_) / cycle_sweeps_) / kCycles : 1;
  const double refined = anneals() ? 0 : 1 - static_cast<double>(rounds_) / all_rounds_;
  return anneals() || rounds_ > 0 ? 0.1 * relaxed + 0.1 * swept + 0.8 * refined : 1;
}

double Solver::gap() const { return (bound_ - value()) / std::max(std::abs(bound_), 1e-9); }

void finish(Solver& solver) {
  while (solver.step()) {
  }
}

int most_placeable(const Assignment& problem) {
  return static_cast<int>(std::floor(relaxed_bound(problem.revalued(1, false)) + 1e-6));
}

bool proves_too_little(const Assignment& problem) { return relaxed_bound(problem.revalued(0, true)) < -1e-6; }

}  // namespace zhengshe::plan
