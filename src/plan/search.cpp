#include "plan/search.h"

#include <algorithm>

namespace zhengshe::plan {
namespace {

// Options tried for each item, at most.
constexpr std::size_t kMostCandidates = 40;

constexpr double kMissing = 4;  // what each costs, in widest ranges: more than any change of placements can bring

}  // namespace

std::uint64_t Stream::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

int Stream::below(int below) { return static_cast<int>(((next() >> 32) * static_cast<std::uint64_t>(below)) >> 32); }

double Stream::unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

Search::Search(const Assignment& problem, std::uint64_t seed)
    : problem_(problem), stream_(seed), penalty_(kMissing * widest_range(problem)), choices_(at(problem.items()), kUnplaced), users_(at(problem.resources())) {
  for (int r = 0; r < problem.resources(); ++r) room_.push_back(problem.capacity(r));
  place_.resize(at(problem.options() == 0 ? 0 : problem.end_use(problem.options() - 1)));
  for (int option = 0; option < problem.options(); ++option) worth_.push_back(problem.value(option));
  reduced_ = worth_;
  missing_ = unplaced(problem, choices_);
  value_ = -penalty_ * missing_;
  keep();
}

double Search::worth(int item, int option) const {
  if (option != kUnplaced) return worth_[at(option)];
  return problem_.must(item) ? -penalty_ : 0;
}

double Search::value(int item, int option) const {
  return option == kUnplaced ? worth(item, option) : problem_.value(option);
}

bool Search::room_for(int option) const {
  for (const Use& use : problem_.uses(option))
    if (use.amount > room_[at(use.resource)]) return false;
  return true;
}

void Search::put(int item, int option) {
  value_ += value(item, option) - value(item, kUnplaced);
  choices_[at(item)] = option;
  if (option == kUnplaced) return;
  missing_ -= problem_.must(item) ? 1 : 0;
  for (int u = problem_.first_use(option); const Use& use : problem_.uses(option)) {
    room_[at(use.resource)] -= use.amount;
    std::vector<int>& users = users_[at(use.resource)];
    place_[at(u++)] = static_cast<int>(users.size());
    users.push_back(item);
  }
}

void Search::take(int item) {
  const int option = choices_[at(item)];
  value_ -= value(item, option) - value(item, kUnplaced);
  choices_[at(item)] = kUnplaced;
  if (option == kUnplaced) return;
  missing_ += problem_.must(item) ? 1 : 0;
  for (int u = problem_.first_use(option); const Use& use : problem_.uses(option)) {
    room_[at(use.resource)] += use.amount;
    std::vector<int>& users = users_[at(use.resource)];
    const int hole = place_[at(u++)];
    const int last = users.back();
    users[at(hole)] = last;
    users.pop_back();
    if (last == item) continue;
    const int other = choices_[at(last)];
    for (int v = problem_.first_use(other); const Use& moved : problem_.uses(other)) {
      if (moved.resource == use.resource) place_[at(v)] = hole;
      ++v;
    }
  }
}

void Search::guide(const std::vector<double>& prices, double most_loss) {
  for (int option = 0; option < problem_.options(); ++option) reduced_[at(option)] = reduced_value(problem_, prices, option);
  candidates_.clear();
  first_candidate_.assign(1, 0);
  std::vector<std::pair<double, int>> ranked;
  for (int item = 0; item < problem_.items(); ++item) {
    ranked.clear();
    if (!problem_.must(item)) ranked.push_back({0, kUnplaced});
    for (int option = problem_.first_option(item); option < problem_.end_option(item); ++option)
      ranked.push_back({-reduced_[at(option)], option});
    const std::size_t kept = std::min(ranked.size(), kMostCandidates);
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
    for (std::size_t i = 0; i < kept && ranked[i].first <= ranked[0].first + most_loss; ++i) candidates_.push_back(ranked[i].second);
    first_candidate_.push_back(static_cast<int>(candidates_.size()));
  }
  fill();
  keep();
}

// Places the unplaced in the order of what they would lose by taking their second best.
void Search::fill() {
  std::vector<std::pair<double, int>> order;
  for (int item = 0; item < problem_.items(); ++item) {
    if (choices_[at(item)] != kUnplaced) continue;
    int most = 0;
    const int first = first_candidate_[at(item)];
    if (first < first_candidate_[at(item) + 1] && candidates_[at(first)] != kUnplaced)
      for (const Use& use : problem_.uses(candidates_[at(first)])) most += use.amount;
    order.push_back({-most, item});
  }
  std::sort(order.begin(), order.end());
  for (const auto& [rank, item] : order) {
    for (int c = first_candidate_[at(item)]; c < first_candidate_[at(item) + 1] && choices_[at(item)] == kUnplaced; ++c) {
      const int option = candidates_[at(c)];
      if (option == kUnplaced) break;
      if (room_for(option)) put(item, option);
    }
  }
}

// The resource that keeps the option out, or -1.
int Search::fullest(int option) const {
  int worst = -1;
  int most = 0;
  for (const Use& use : problem_.uses(option))
    if (const int missing = use.amount - room_[at(use.resource)]; missing > most) {
      most = missing;
      worst = use.resource;
    }
  return worst;
}

// The item goes where there is no room, and one of those in its way goes elsewhere.
bool Search::try_ejecting(int item, int option, double threshold) {
  const int before = choices_[at(item)];
  const double gain = worth(item, option) - worth(item, before);
  take(item);
  const int full = fullest(option);
  if (full < 0) {
    const bool accepted = gain > -threshold;
    put(item, accepted ? option : before);
    return accepted;
  }
  const std::vector<int>& users = users_[at(full)];
  if (users.empty()) {
    put(item, before);
    return false;
  }
  const int other = users[at(stream_.below(static_cast<int>(users.size())))];
  const int other_before = choices_[at(other)];
  take(other);
  if (room_for(option)) {
    put(item, option);
    double best = gain + worth(other, kUnplaced) - worth(other, other_before);
    int where = kUnplaced;
    for (int c = first_candidate_[at(other)]; c < first_candidate_[at(other) + 1]; ++c) {
      const int candidate = candidates_[at(c)];
      if (candidate == kUnplaced || candidate == other_before) continue;
      const double change = gain + worth(other, candidate) - worth(other, other_before);
      if (change > best && room_for(candidate)) {
        best = change;
        where = candidate;
      }
    }
    if (best > -threshold) {
      put(other, where);
      return true;
    }
    take(item);
  }
  put(other, other_before);
  put(item, before);
  return false;
}

// Every other time the next item that must be placed and is not, from here on.
int Search::someone_missing(int item) {
  if (stream_.below(2) == 0) return item;
  for (int i = 0; i < problem_.items(); ++i) {
    const int next = item + i < problem_.items() ? item + i : item + i - problem_.items();
    if (choices_[at(next)] == kUnplaced && problem_.must(next)) return next;
  }
  return item;
}

bool Search::try_move(double threshold) {
  int item = stream_.below(problem_.items());
  if (missing_ > 0) item = someone_missing(item);
  const int first = first_candidate_[at(item)];
  const int count = first_candidate_[at(item) + 1] - first;
  if (count == 0) return false;
  const int option = candidates_[at(first + stream_.below(count))];
  const int before = choices_[at(item)];
  if (option == before) return false;
  const double gain = worth(item, option) - worth(item, before);
  if (option != kUnplaced) return try_ejecting(item, option, threshold);
  if (gain <= -threshold) return false;
  take(item);
  put(item, option);
  return true;
}

void Search::begin(const Sweep& sweep) {
  sweep_ = sweep;
  tried_ = 0;
  for (int option = 0; option < problem_.options(); ++option)
    worth_[at(option)] = (1 - sweep.thrift) * problem_.value(option) + sweep.thrift * reduced_[at(option)];
}

bool Search::anneal(int moves) {
  if (problem_.items() == 0) return false;
  const std::int64_t until = std::min(sweep_.moves, tried_ + moves);
  for (; tried_ < until; ++tried_) {
    const double left = static_cast<double>(sweep_.moves - tried_) / static_cast<double>(sweep_.moves);
    try_move(sweep_.threshold * left * left * stream_.unit());
    if (tried_ % problem_.items() == 0) keep();
  }
  if (until < sweep_.moves) return true;
  fill();
  keep();
  return false;
}

void Search::keep() {
  if (!best_.empty() && value_ <= best_value_ + 1e-12) return;
  best_ = choices_;
  best_value_ = value_;
}

}  // namespace zhengshe::plan
