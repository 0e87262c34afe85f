// The plan itself: from the relaxation's prices to an assignment that fits, and to better ones by moving items
// alone or in pairs.
#pragma once

#include <cstdint>
#include <vector>

#include "plan/assignment.h"

namespace zhengshe::plan {

// A stream of random words that is the same everywhere (Steele, Lea and Flood 2014, SplitMix64).
class Stream {
 public:
  explicit Stream(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // Uniform in 0 … below − 1.
  int below(int below);
  // Uniform in [0, 1).
  double unit();

 private:
  std::uint64_t state_;
};

// Holds an assignment that always fits. Items that must be placed and are not cost more than any placement
// is worth.
class Search {
 public:
  // The problem must outlive the search.
  Search(const Assignment& problem, std::uint64_t seed);

  // Options worth trying for each item at these prices, and, for whoever is not placed, a place if there is one.
  // Those that lose more than `most_loss` against the item's best cannot be in a better assignment.
  void guide(const std::vector<double>& prices, double most_loss);

  // Moves that are tried one after another, accepting losses up to a threshold that falls to nothing at the end.
  struct Sweep {
    std::int64_t moves = 0;
    double threshold = 0;
    double thrift = 0;  // share of the prices at which capacity that is left free counts as a gain, 0..1
  };

  // From the assignment as it is.
  void begin(const Sweep& sweep);
  // Tries the next moves of the sweep; false once all have been tried.
  bool anneal(int moves);

  // The best found so far; its value is value_of(best) less what is missing.
  const Choices& best() const { return best_; }
  double best_value() const { return best_value_; }
  double penalty() const { return penalty_; }

 private:
  double worth(int item, int option) const;
  double value(int item, int option) const;
  bool room_for(int option) const;
  void put(int item, int option);
  void take(int item);
  int someone_missing(int item);
  bool try_move(double threshold);
  bool try_ejecting(int item, int option, double threshold);
  int fullest(int option) const;
  void fill();
  void keep();

  const Assignment& problem_;
  Stream stream_;
  double penalty_ = 0;
  std::vector<double> worth_;                 // by option: what moves go by
  std::vector<double> reduced_;               // by option: value at the prices
  Choices choices_;
  std::vector<int> room_;                     // by resource: capacity left
  std::vector<std::vector<int>> users_;       // by resource: items whose choice uses it
  std::vector<int> place_;                    // by use of an option: where its item stands in users_
  std::vector<int> candidates_;               // options, best first, item by item
  std::vector<int> first_candidate_;          // by item, and after the last
  double value_ = 0;
  int missing_ = 0;                           // items that must be placed and are not
  Choices best_;
  double best_value_ = 0;
  Sweep sweep_;
  std::int64_t tried_ = 0;                    // moves of the sweep
};

}  // namespace zhengshe::plan
