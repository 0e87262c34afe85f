#include "plan/relaxation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace zhengshe::plan {
namespace {

constexpr double kLeastReducedCost = 1e-9;      // of an entering variable, against the values
constexpr double kLeastPivot = 1e-9;
constexpr int kItemsAtOnce = 24;         // looked at before the best of them enters
constexpr int kPivotsUntilRefactored = 60;  // and more where that means a look at very many items
constexpr int kItemsPerPivot = 64;

}  // namespace

Relaxation::Relaxation(const Assignment& problem, const Choices& start, double penalty)
    : problem_(problem),
      size_(at(problem.resources())),
      penalty_(penalty),
      key_share_(at(problem.items()), 1.0),
      level_(size_),
      inverse_(size_ * size_),
      prices_(size_),
      used_(size_),
      falls_(size_) {
  for (int item = 0; item < problem.items(); ++item) {
    item_of_option_.resize(at(problem.end_option(item)), item);
    key_.push_back(start[at(item)] == kUnplaced ? null_of(item) : start[at(item)]);
  }
  for (int r = 0; r < problem.resources(); ++r) basic_.push_back(slack_of(r));
  for (std::size_t r = 0; r < size_; ++r) inverse_[r * size_ + r] = 1;  // of slacks alone
  reckon_levels();
}

int Relaxation::item_of(int variable) const {
  if (variable < problem_.options()) return item_of_option_[at(variable)];
  return variable < slack_of(0) ? variable - problem_.options() : -1;
}

double Relaxation::worth(int variable) const {
  if (variable >= slack_of(0)) return 0;
  if (variable < problem_.options()) return problem_.value(variable);
  return problem_.must(variable - problem_.options()) ? -penalty_ : 0;
}

// sign · what the variable uses.
void Relaxation::add_use(int variable, double sign) {
  if (variable >= slack_of(0)) {
    used_[at(variable - slack_of(0))] += sign;
  } else if (variable < problem_.options()) {
    for (const Use& use : problem_.uses(variable)) used_[at(use.resource)] += sign * use.amount;
  }
}

// What the variable uses in place of its item's key.
void Relaxation::use(int variable) {
  std::fill(used_.begin(), used_.end(), 0.0);
  add_use(variable, 1);
  if (const int item = item_of(variable); item >= 0) add_use(key_[at(item)], -1);
}

void Relaxation::price() {
  std::fill(prices_.begin(), prices_.end(), 0.0);
  for (std::size_t k = 0; k < size_; ++k) {
    const int item = item_of(basic_[k]);
    const double worth_of_share = item < 0 ? 0 : worth(basic_[k]) - worth(key_[at(item)]);
    if (worth_of_share == 0) continue;
    for (std::size_t r = 0; r < size_; ++r) prices_[r] += worth_of_share * inverse_[k * size_ + r];
  }
}

// Is one of the item's options better than its key at the prices?
void Relaxation::weigh(int item, Entering& best) const {
  const int key = key_[at(item)];
  const double key_value = key < problem_.options() ? reduced_value(problem_, prices_, key) : worth(key);
  const auto consider = [&](int variable, double value) {
    if (variable != key && value - key_value > best.gain) best = {variable, value - key_value};
  };
  for (int option = problem_.first_option(item); option < problem_.end_option(item); ++option)
    consider(option, reduced_value(problem_, prices_, option));
  consider(null_of(item), worth(null_of(item)));
}

// The best of the next items that have something to offer, or of the slacks.
Relaxation::Entering Relaxation::choose() {
  Entering best{-1, kLeastReducedCost};
  for (std::size_t r = 0; r < size_; ++r)
    if (-prices_[r] > best.gain) best = {slack_of(static_cast<int>(r)), -prices_[r]};
  for (int seen = 1; seen <= problem_.items(); ++seen) {
    weigh(next_item_, best);
    next_item_ = next_item_ + 1 == problem_.items() ? 0 : next_item_ + 1;
    if (seen % kItemsAtOnce == 0 && best.variable >= 0) break;
  }
  return best;
}

bool Relaxation::improve(int pivots) {
  for (int i = 0; i < pivots; ++i)
    if (!pivot()) return false;
  return true;
}

bool Relaxation::pivot() {
  price();
  const Entering entering = choose();
  if (entering.variable < 0) return false;
  enter(entering.variable);
  if (++pivots_ % (kPivotsUntilRefactored + problem_.items() / kItemsPerPivot) == 0) refactor();
  return true;
}

void Relaxation::reckon_falls(int variable) {
  use(variable);
  for (std::size_t k = 0; k < size_; ++k) {
    double fall = 0;
    for (std::size_t r = 0; r < size_; ++r) fall += inverse_[k * size_ + r] * used_[r];
    falls_[k] = fall;
  }
}

void Relaxation::reckon_rises(int variable) {
  rises_.clear();
  if (const int item = item_of(variable); item >= 0) rise(item, -1);
  for (std::size_t k = 0; k < size_; ++k)
    if (const int other = item_of(basic_[k]); other >= 0) rise(other, falls_[k]);
}

void Relaxation::rise(int item, double by) {
  const auto known = std::find_if(rises_.begin(), rises_.end(), [item](const auto& entry) { return entry.first == item; });
  if (known != rises_.end()) known->second += by;
  else rises_.push_back({item, by});
}

// Raises the variable until another one falls to nothing, which leaves in its place.
void Relaxation::enter(int variable) {
  const int item = item_of(variable);
  reckon_falls(variable);
  reckon_rises(variable);
  double most = std::numeric_limits<double>::infinity();
  double pivot = 0;
  int leaving = -1;      // position
  int leaving_key = -1;  // item
  const auto limit = [&](double level, double fall, int position, int key) {
    if (fall <= kLeastPivot) return;
    const double until = std::max(level, 0.0) / fall;
    if (until > most + 1e-12 || (until > most - 1e-12 && fall <= pivot)) return;
    most = std::min(most, until);
    pivot = fall;
    leaving = position;
    leaving_key = key;
  };
  for (std::size_t k = 0; k < size_; ++k) limit(level_[k], falls_[k], static_cast<int>(k), -1);
  for (const auto& [of, by] : rises_) limit(key_share_[at(of)], -by, -1, of);
  if (leaving < 0 && leaving_key < 0) return;

  for (std::size_t k = 0; k < size_; ++k) level_[k] -= most * falls_[k];
  for (const auto& [of, by] : rises_) key_share_[at(of)] += most * by;
  if (leaving_key >= 0) {
    for (std::size_t k = 0; k < size_ && leaving < 0; ++k)
      if (item_of(basic_[k]) == leaving_key) leaving = static_cast<int>(k);
    if (leaving < 0) {  // the entering option takes its item's key, and the basis stays
      key_[at(item)] = variable;
      key_share_[at(item)] = most;
      return;
    }
    swap_key(leaving_key, leaving);
    if (leaving_key == item) falls_[at(leaving)] += 1;
  }
  replace(leaving, variable);
  level_[at(leaving)] = most;
}

// The option at the position becomes its item's key and the key takes its position. Columns are differences to the
// key: the position's row becomes minus the sum of the rows of the item.
void Relaxation::swap_key(int item, int position) {
  const std::size_t p = at(position);
  for (std::size_t k = 0; k < size_; ++k) {
    if (k == p || item_of(basic_[k]) != item) continue;
    for (std::size_t r = 0; r < size_; ++r) inverse_[p * size_ + r] += inverse_[k * size_ + r];
    falls_[p] += falls_[k];
  }
  for (std::size_t r = 0; r < size_; ++r) inverse_[p * size_ + r] = -inverse_[p * size_ + r];
  falls_[p] = -falls_[p];
  std::swap(basic_[p], key_[at(item)]);
  std::swap(level_[p], key_share_[at(item)]);
}

void Relaxation::replace(int position, int variable) {
  const std::size_t p = at(position);
  const double scale = 1 / falls_[p];
  for (std::size_t r = 0; r < size_; ++r) inverse_[p * size_ + r] *= scale;
  for (std::size_t k = 0; k < size_; ++k) {
    if (k == p || falls_[k] == 0) continue;
    for (std::size_t r = 0; r < size_; ++r) inverse_[k * size_ + r] -= falls_[k] * inverse_[p * size_ + r];
  }
  basic_[p] = variable;
}

// From the variables alone, so that errors do not add up.
void Relaxation::refactor() {
  invert();
  reckon_levels();
}

// By Gauss and Jordan with row pivots.
void Relaxation::invert() {
  std::vector<double> left(size_ * size_);  // [resource × size + position]
  for (std::size_t k = 0; k < size_; ++k) {
    use(basic_[k]);
    for (std::size_t r = 0; r < size_; ++r) left[r * size_ + k] = used_[r];
  }
  std::fill(inverse_.begin(), inverse_.end(), 0.0);
  for (std::size_t r = 0; r < size_; ++r) inverse_[r * size_ + r] = 1;
  for (std::size_t k = 0; k < size_; ++k) {
    std::size_t best = k;
    for (std::size_t r = k + 1; r < size_; ++r)
      if (std::abs(left[r * size_ + k]) > std::abs(left[best * size_ + k])) best = r;
    for (std::size_t c = 0; c < size_ && best != k; ++c) {
      std::swap(left[best * size_ + c], left[k * size_ + c]);
      std::swap(inverse_[best * size_ + c], inverse_[k * size_ + c]);
    }
    const double scale = 1 / left[k * size_ + k];
    for (std::size_t c = 0; c < size_; ++c) {
      left[k * size_ + c] *= scale;
      inverse_[k * size_ + c] *= scale;
    }
    for (std::size_t r = 0; r < size_; ++r) {
      const double factor = left[r * size_ + k];
      if (r == k || factor == 0) continue;
      for (std::size_t c = 0; c < size_; ++c) {
        left[r * size_ + c] -= factor * left[k * size_ + c];
        inverse_[r * size_ + c] -= factor * inverse_[k * size_ + c];
      }
    }
  }
}

void Relaxation::reckon_levels() {
  for (int r = 0; r < problem_.resources(); ++r) used_[at(r)] = problem_.capacity(r);
  for (const int key : key_) add_use(key, -1);
  std::fill(key_share_.begin(), key_share_.end(), 1.0);
  for (std::size_t k = 0; k < size_; ++k) {
    level_[k] = 0;
    for (std::size_t r = 0; r < size_; ++r) level_[k] += inverse_[k * size_ + r] * used_[r];
    if (const int item = item_of(basic_[k]); item >= 0) key_share_[at(item)] -= level_[k];
  }
}

double Relaxation::value() const {
  double sum = 0;
  for (int item = 0; item < problem_.items(); ++item) sum += worth(key_[at(item)]) * key_share_[at(item)];
  for (std::size_t k = 0; k < size_; ++k) sum += worth(basic_[k]) * level_[k];
  return sum;
}

Relaxation::Share Relaxation::largest(int item) const {
  int variable = key_[at(item)];
  double share = key_share_[at(item)];
  for (std::size_t k = 0; k < size_; ++k)
    if (item_of(basic_[k]) == item && level_[k] > share) {
      share = level_[k];
      variable = basic_[k];
    }
  return {variable < problem_.options() ? variable : kUnplaced, share};
}

}  // namespace zhengshe::plan
