// What placing the rest of some items loses at least, so that a search need not look where nothing better can be.
#pragma once

#include <utility>
#include <vector>

#include "plan/assignment.h"

namespace zhengshe::plan {

// What an option loses against its item's best at some prices, and the option.
using Candidate = std::pair<double, int>;

// An item that is still to be placed, and the options that it may get, kUnplaced among them.
struct OpenItem {
  int item = 0;
  std::vector<Candidate> options;
};

// Capacity that is left free loses its price, and so does an option its loss. Each resource is looked at by itself: a
// knapsack over its room finds the least that the items lose with their amounts of it and leave of it, and sums over
// resources are no more than any placement loses, since an option's loss is divided among the resources it uses (cost
// splitting, Guignard and Kim 1987), by what its uses cost.
class LeastLoss {
 public:
  // Items are placed in this order, within the problem's capacities. Prices ≥ 0, by resource.
  LeastLoss(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items);

  // At least what the items from `depth` on lose and leave, where there is so much room in each resource.
  double from(std::size_t depth, const std::vector<int>& room) const;

 private:
  struct Resource {
    int resource = 0;
    std::size_t rows = 0;      // of room: 0 … capacity
    std::vector<float> least;  // [depth × rows + room]
  };

  std::vector<Resource> resources_;
};

}  // namespace zhengshe::plan
