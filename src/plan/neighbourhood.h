// Better assignments by freeing some items at a time and solving for those exactly, the others staying where they are.
#pragma once

#include <optional>
#include <vector>

#include "plan/assignment.h"
#include "plan/least_loss.h"
#include "plan/relaxation.h"
#include "plan/search.h"

namespace zhengshe::plan {

// A problem solved once by branch and bound, depth first, at the prices of its relaxation, within so many nodes.
class Branches {
 public:
  // The problem must outlive the branches. Only assignments that place all who must be and are worth more than `floor`
  // are looked for.
  Branches(const Assignment& problem, double floor) : problem_(problem), best_value_(floor) {}

  // Whether a better one was found; its relaxation starts from choices that fit. All were looked at if `nodes_left` is more than nothing afterwards.
  bool search(const Choices& start, int nodes);

  const Choices& best() const { return best_; }
  int nodes_left() const { return nodes_left_; }

 private:
  bool choose_candidates(const std::vector<double>& prices, double most_loss);
  void visit(std::size_t depth, double loss_left);

  const Assignment& problem_;
  double best_value_;
  Choices best_;
  double gained_ = 0;                        // over the floor
  int nodes_left_ = 0;
  std::vector<OpenItem> open_;               // in the order in which items are placed
  std::optional<LeastLoss> least_loss_;
  Choices choices_;
  std::vector<int> room_;                    // by resource
};

// Improves choices by placing some items anew, the rest unchanged. The items are drawn from a stream: such as use
// resources close to one another, those that lose much at the prices more often.
class Neighbourhoods {
 public:
  struct Limits {
    int nodes = 0;         // of branches
    double most_loss = 0;  // options that lose more at the prices against the item's best are left out
    // Above nothing, one of the items has to change its option, and so much may be lost by it: the way out of
    // assignments that no such few items improve.
    double allowed = 0;
  };

  // The problem must outlive them. items: that are freed at first.
  Neighbourhoods(const Assignment& problem, const std::vector<double>& prices, int items);

  // Whether the choices have changed. Precondition: they fit and place all who must be. The next time more items are
  // freed if all their assignments were soon looked at, and fewer if they were too many: some problems allow for many.
  bool improve(Choices& choices, const Limits& limits, Stream& stream);

 private:
  std::vector<int> draw_items(const Choices& choices, Stream& stream) const;
  double loss_of(int item, int option) const;

  // What the choices leave of each resource.
  std::vector<int> room_beside(const Choices& choices) const;

  const Assignment& problem_;
  std::vector<double> loss_;  // by option, against the item's best at the prices
  int count_;                 // of items
};

}  // namespace zhengshe::plan
