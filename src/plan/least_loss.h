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
  // Looks at a problem, in whose capacities items are placed in this order. Prices ≥ 0, by resource. The memory of
  // the last problem serves for the next.
  void look_at(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items);

  // At least what the items from `depth` on lose and leave, where there is so much room in each resource; of what is more
  // than `enough`, perhaps less.
  double from(std::size_t depth, const std::vector<int>& room, double enough) const;

 private:
  // A use of a resource, and the share of its option's loss that it bears.
  struct Charge {
    int depth = 0;
    int amount = 0;
    float loss = 0;
  };

  void charge(const Assignment& problem, const std::vector<double>& prices, const std::vector<OpenItem>& items);
  static void thin(std::vector<Charge>& charges);
  std::size_t add_row(std::size_t rows);
  void tabulate(const std::vector<Charge>& charges, std::size_t which, std::size_t depths, int capacity, double price);

  std::vector<std::vector<Charge>> charges_;  // by resource
  std::vector<int> using_it_;                 // by resource: options of an item
  std::vector<int> resources_;                // that are looked at
  std::vector<std::size_t> row_;              // [depth × resources_ + which]: begin in least_ of what is least lost, by room
  std::vector<float> least_;
  std::size_t used_ = 0;                      // of it
};

}  // namespace zhengshe::plan
