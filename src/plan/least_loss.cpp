#include "plan/least_loss.h"

#include <algorithm>
#include <limits>

namespace zhengshe::plan {
namespace {

constexpr int kMostCapacity = 4'000;   // of resources that are looked at: what the others lose counts for nothing
constexpr double kRounding = 1 - 1e-5; // sums of a few dozen floats are not more wrong than this

// A use of the resource that is looked at, and the share of its option's loss that it bears.
struct Charge {
  int depth = 0;
  int amount = 0;
  float loss = 0;
};

// By resource, in the order of items. An option that does not use a resource is charged nothing there.
std::vector<std::vector<Charge>> charges_of(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items) {
  std::vector<std::vector<Charge>> charges(prices.size());
  std::vector<int> using_it(prices.size());  // options of an item
  for (std::size_t depth = 0; depth < items.size(); ++depth) {
    std::fill(using_it.begin(), using_it.end(), 0);
    for (const auto& [loss, option] : items[depth].options) {
      if (option == kUnplaced) continue;
      double cost = 0;
      for (const Use& use : problem.uses(option)) cost += prices[at(use.resource)] * use.amount;
      for (const Use& use : problem.uses(option)) {
        if (prices[at(use.resource)] <= 0) continue;
        const double share = prices[at(use.resource)] * use.amount / cost;
        charges[at(use.resource)].push_back({static_cast<int>(depth), use.amount, static_cast<float>(share * loss)});
        ++using_it[at(use.resource)];
      }
    }
    for (std::size_t r = 0; r < prices.size(); ++r)
      if (using_it[r] > 0 && using_it[r] < static_cast<int>(items[depth].options.size())) charges[r].push_back({static_cast<int>(depth), 0, 0});
  }
  return charges;
}

// Of charges for the same item and amount, the least.
void thin(std::vector<Charge>& charges) {
  std::sort(charges.begin(), charges.end(), [](const Charge& a, const Charge& b) {
    return a.depth != b.depth ? a.depth > b.depth : a.amount != b.amount ? a.amount < b.amount : a.loss < b.loss;
  });
  const auto same = [](const Charge& a, const Charge& b) { return a.depth == b.depth && a.amount == b.amount; };
  charges.erase(std::unique(charges.begin(), charges.end(), same), charges.end());
}

}  // namespace

LeastLoss::LeastLoss(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items) {
  std::vector<std::vector<Charge>> charges = charges_of(problem, prices, items);
  for (int r = 0; r < problem.resources(); ++r) {
    std::vector<Charge>& here = charges[at(r)];
    if (here.empty() || problem.capacity(r) > kMostCapacity) continue;
    thin(here);
    Resource made{r, at(problem.capacity(r)) + 1, {}};
    made.least.resize((items.size() + 1) * made.rows);
    float* below = made.least.data() + items.size() * made.rows;
    for (std::size_t room = 0; room < made.rows; ++room) below[room] = static_cast<float>(prices[at(r)] * static_cast<double>(room));
    auto charge = here.begin();
    for (int depth = static_cast<int>(items.size()) - 1; depth >= 0; --depth, below -= made.rows) {
      float* const row = below - made.rows;
      if (charge == here.end() || charge->depth != depth) {
        std::copy(below, below + made.rows, row);
        continue;
      }
      std::fill(row, below, std::numeric_limits<float>::max());
      for (; charge != here.end() && charge->depth == depth; ++charge) {
        const std::size_t amount = at(charge->amount);
        const float loss = charge->loss;
        for (std::size_t room = amount; room < made.rows; ++room) row[room] = std::min(row[room], below[room - amount] + loss);
      }
    }
    resources_.push_back(std::move(made));
  }
}

double LeastLoss::from(std::size_t depth, const std::vector<int>& room) const {
  float sum = 0;
  for (const Resource& each : resources_) sum += each.least[depth * each.rows + at(room[at(each.resource)])];
  return kRounding * sum;
}

}  // namespace zhengshe::plan
