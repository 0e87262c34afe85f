#include "plan/least_loss.h"

#include <algorithm>
#include <limits>

namespace zhengshe::plan {
namespace {

constexpr int kMostCapacity = 4'000;   // of resources that are looked at: what the others lose counts for nothing
constexpr double kRounding = 1 - 1e-5; // sums of a few dozen floats are not more wrong than this

}  // namespace

// An option that does not use a resource is charged nothing there.
void LeastLoss::charge(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items) {
  charges_.resize(prices.size());
  for (std::vector<Charge>& charges : charges_) charges.clear();
  for (std::size_t depth = 0; depth < items.size(); ++depth) {
    using_it_.assign(prices.size(), 0);
    for (const auto& [loss, option] : items[depth].options) {
      if (option == kUnplaced) continue;
      double cost = 0;
      for (const Use& use : problem.uses(option)) cost += prices[at(use.resource)] * use.amount;
      for (const Use& use : problem.uses(option)) {
        if (prices[at(use.resource)] <= 0) continue;
        const double share = prices[at(use.resource)] * use.amount / cost;
        charges_[at(use.resource)].push_back({static_cast<int>(depth), use.amount, static_cast<float>(share * loss)});
        ++using_it_[at(use.resource)];
      }
    }
    for (std::size_t r = 0; r < prices.size(); ++r)
      if (using_it_[r] > 0 && using_it_[r] < static_cast<int>(items[depth].options.size())) charges_[r].push_back({static_cast<int>(depth), 0, 0});
  }
}

// Of charges for the same item and amount, the least; last items first.
void LeastLoss::thin(std::vector<Charge>& charges) {
  std::sort(charges.begin(), charges.end(), [](const Charge& a, const Charge& b) {
    return a.depth != b.depth ? a.depth > b.depth : a.amount != b.amount ? a.amount < b.amount : a.loss < b.loss;
  });
  const auto same = [](const Charge& a, const Charge& b) { return a.depth == b.depth && a.amount == b.amount; };
  charges.erase(std::unique(charges.begin(), charges.end(), same), charges.end());
}

std::size_t LeastLoss::add_row(std::size_t rows) {
  const std::size_t begin = used_;
  used_ += rows;
  if (least_.size() < used_) least_.resize(2 * used_);
  return begin;
}

// A row for each depth at which an item may use the resource; at others nothing is lost of it, and the row is the next one's.
void LeastLoss::tabulate(const std::vector<Charge>& charges, std::size_t which, std::size_t depths, int capacity, double price) {
  const std::size_t rows = at(capacity) + 1;
  std::size_t here = add_row(rows);
  for (std::size_t room = 0; room < rows; ++room) least_[here + room] = static_cast<float>(price * static_cast<double>(room));
  row_[depths * resources_.size() + which] = here;
  auto charge = charges.begin();
  for (std::size_t depth = depths; depth-- > 0; row_[depth * resources_.size() + which] = here) {
    if (charge == charges.end() || at(charge->depth) != depth) continue;
    const std::size_t next = here;
    here = add_row(rows);
    const float* const below = least_.data() + next;
    float* const row = least_.data() + here;
    std::fill(row, row + rows, std::numeric_limits<float>::max());
    for (; charge != charges.end() && at(charge->depth) == depth; ++charge) {
      const std::size_t amount = at(charge->amount);
      const float loss = charge->loss;
      for (std::size_t room = amount; room < rows; ++room) row[room] = std::min(row[room], below[room - amount] + loss);
    }
  }
}

void LeastLoss::look_at(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items) {
  charge(problem, prices, items);
  resources_.clear();
  for (int r = 0; r < problem.resources(); ++r)
    if (!charges_[at(r)].empty() && problem.capacity(r) <= kMostCapacity) resources_.push_back(r);
  row_.resize((items.size() + 1) * resources_.size());
  used_ = 0;
  for (std::size_t which = 0; which < resources_.size(); ++which) {
    const int r = resources_[which];
    thin(charges_[at(r)]);
    tabulate(charges_[at(r)], which, items.size(), problem.capacity(r), prices[at(r)]);
  }
}

double LeastLoss::from(std::size_t depth, const std::vector<int>& room, double enough) const {
  float sum = 0;
  const std::size_t* const row = row_.data() + depth * resources_.size();
  for (std::size_t which = 0; which < resources_.size() && kRounding * sum <= enough; ++which)
    sum += least_[row[which] + at(room[at(resources_[which])])];
  return kRounding * sum;
}

}  // namespace zhengshe::plan
