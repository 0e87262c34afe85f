// Better assignments by freeing some items at a time and solving for those exactly, the others staying where they are.
#pragma once

#include <vector>

#include "plan/assignment.h"
#include "plan/least_loss.h"
#include "plan/relaxation.h"
#include "plan/search.h"

namespace zhengshe::plan {

// Solves small problems by branch and bound, depth first, at the prices of their relaxation. The memory of one serves
// for the next.
class Branches {
 public:
  // Whether there is an assignment that places all who must be and is worth more than `floor`, found within so many
  // nodes; the relaxation starts from choices that fit. All were looked at if `nodes_left` is more than nothing afterwards.
  bool search(const Assignment& problem, double floor, const Choices& start, int nodes);

  const Choices& best() const { return best_; }
  int nodes_left() const { return nodes_left_; }

 private:
  bool look(const Choices& start);
  bool choose_candidates(const std::vector<double>& prices, double most_loss);
  void visit(std::size_t depth, double loss_left);

  const Assignment* problem_ = nullptr;      // during a search
  double best_value_ = 0;
  Choices best_;
  double gained_ = 0;                        // over the floor
  int nodes_left_ = 0;
  std::vector<OpenItem> open_;               // in the order in which items are placed
  LeastLoss least_loss_;
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
  Assignment freed_;          // the problem of the items that are placed anew
  Branches branches_;
};

}  // namespace zhengshe::plan
