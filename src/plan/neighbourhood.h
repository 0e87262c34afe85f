// Better assignments by freeing some items at a time and solving for those exactly, the others staying where they are.
#pragma once

#include "plan/assignment.h"
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
  using Candidate = std::pair<double, int>;  // loss against the item's best at the prices, option

  void visit(std::size_t depth, double loss_left);

  const Assignment& problem_;
  double best_value_;
  Choices best_;
  double gained_ = 0;                        // over the floor
  int nodes_left_ = 0;
  std::vector<std::pair<int, std::vector<Candidate>>> candidates_;  // items with theirs
  Choices choices_;
  std::vector<int> room_;                    // by resource
};

// Frees `count` items that use resources close to one another, drawn from the stream, and improves the choices if
// their best assignment among all with the rest unchanged is found to be better. Options that lose more than
// `most_loss` at the prices against the item's best are left out. With `allowed` above nothing, one of the items has to
// change its option, and so much may be lost by it: the way out of assignments that no such few items improve.
// Precondition: the choices fit and place all who must be. Returns whether they have changed.
bool improve_neighbourhood(const Assignment& problem, Choices& choices, const std::vector<double>& prices, double most_loss, double allowed,
                           int count, int nodes, Stream& stream);

}  // namespace zhengshe::plan
