// The linear relaxation of an assignment, in which items may be divided among their options: the simplex method with
// generalised upper bounds (Dantzig and Van Slyke 1967), whose basis is as small as there are resources.
#pragma once

#include <utility>
#include <vector>

#include "plan/assignment.h"

namespace zhengshe::plan {

// maximise Σ value·share subject to Σ share = 1 for each item, its going without included, Σ amount·share ≤ capacity
// for each resource, share ≥ 0. To go without costs an item that must be placed `penalty`. Each item has one key
// option, whose share is what its other options leave; only shares of others, and slacks, are in the basis.
class Relaxation {
 public:
  // The problem must outlive the relaxation. Precondition: the choices fit, with which it starts.
  Relaxation(const Assignment& problem, const Choices& start, double penalty);

  // Makes at most so many pivots; false once no pivot improves the value.
  bool improve(int pivots);

  // Value per unit of capacity, by resource; of the last pivot.
  const std::vector<double>& prices() const { return prices_; }

  // The option with the largest share of the item, kUnplaced among them.
  struct Share {
    int option = kUnplaced;
    double share = 0;
  };
  Share largest(int item) const;

  // Σ value·share, less the penalties.
  double value() const;

  int pivots() const { return pivots_; }

 private:
  struct Entering {
    int variable = -1;
    double gain = 0;
  };

  bool pivot();
  int null_of(int item) const { return problem_.options() + item; }
  int slack_of(int resource) const { return problem_.options() + problem_.items() + resource; }
  int item_of(int variable) const;  // −1 for slacks
  double worth(int variable) const;
  void add_use(int variable, double sign);
  void use(int variable);
  void price();
  void weigh(int item, Entering& best) const;
  Entering choose();
  void reckon_falls(int variable);
  void reckon_rises(int variable);
  void rise(int item, double by);
  void enter(int variable);
  void swap_key(int item, int position);
  void replace(int position, int variable);
  void refactor();
  void invert();
  void reckon_levels();

  const Assignment& problem_;
  std::size_t size_;                 // of the basis: resources
  double penalty_;
  std::vector<int> item_of_option_;
  std::vector<int> key_;             // by item: its key variable
  std::vector<double> key_share_;    // by item
  std::vector<int> basic_;           // by position: the variable in the basis
  std::vector<double> level_;        // by position: its share or slack
  std::vector<double> inverse_;      // of the basis, [position × size + resource]
  std::vector<double> prices_;
  std::vector<double> used_;         // by resource: what is reckoned with at the moment
  std::vector<double> falls_;        // by position: of its level, per unit of the entering variable
  std::vector<std::pair<int, double>> rises_;  // of the keys of items, per unit: what their other options give up
  int next_item_ = 0;                // where the search for an entering option goes on
  int pivots_ = 0;
};

}  // namespace zhengshe::plan
