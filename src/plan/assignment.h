// Choosing one option for each of many items within shared capacities: the generalised assignment problem in
// which options may use several resources. Knows nothing of cooperatives; planner.h makes one of them.
//
//   maximise Σ value(option of i)   subject to   Σ amount(option of i, r) ≤ capacity(r) for every resource r
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zhengshe::plan {

// Positions, which may be none, are int; vectors want another type.
inline std::size_t at(int position) { return static_cast<std::size_t>(position); }

// So much of a resource, in whole units.
struct Use {
  int resource = 0;
  int amount = 0;

  bool operator==(const Use&) const = default;
};

// Items with their options, in the order in which they were added. An item that must be placed has to get one
// of its options; any other may go without, for the value 0.
class Assignment {
 public:
  // Returns its position. Precondition: capacity ≥ 0.
  int add_resource(int capacity);

  // Returns its position; options that are added next are its own.
  int add_item(bool must);

  // An option of the last item; uses of the same resource add up, in the order given. Options that do not fit
  // into empty resources count for nothing. Returns its position.
  int add_option(double value, std::span<const Use> uses);

  // Takes everything away; the memory stays.
  void clear();

  int items() const { return static_cast<int>(must_.size()); }
  int resources() const { return static_cast<int>(capacity_.size()); }
  int options() const { return static_cast<int>(value_.size()); }
  bool must(int item) const { return must_[at(item)] != 0; }
  int capacity(int resource) const { return capacity_[at(resource)]; }
  void set_capacity(int resource, int capacity) { capacity_[at(resource)] = capacity; }
  double value(int option) const { return value_[at(option)]; }
  int first_option(int item) const { return first_option_[at(item)]; }
  int end_option(int item) const { return item + 1 < items() ? first_option(item + 1) : options(); }
  int first_use(int option) const { return first_use_[at(option)]; }
  int end_use(int option) const { return first_use_[at(option) + 1]; }
  std::span<const Use> uses(int option) const {
    return {uses_.data() + first_use(option), static_cast<std::size_t>(end_use(option) - first_use(option))};
  }

  // The same items, resources and options, each worth `value`; items that must be placed
  // still must be, or, without `must`, none.
  Assignment revalued(double value, bool must) const;

  // The same, none of which must be placed, with `reward` more for each option.
  Assignment rewarded(double reward) const;

 private:
  std::vector<int> capacity_;
  std::vector<char> must_;
  std::vector<int> first_option_;     // by item
  std::vector<double> value_;         // by option
  std::vector<int> first_use_{0};     // by option, and after the last
  std::vector<Use> uses_;
};

inline constexpr int kUnplaced = -1;

// One option, or kUnplaced, for each item.
using Choices = std::vector<int>;

// Σ value of the options chosen.
double value_of(const Assignment& problem, const Choices& choices);

// Items that must be placed and are not.
int unplaced(const Assignment& problem, const Choices& choices);

// The most by which two choices for one item differ in value, that of going without among them; at least 1.
double widest_range(const Assignment& problem);

// What the option is worth where each unit of a resource costs its price.
double reduced_value(const Assignment& problem, const std::vector<double>& prices, int option);

// Σ_r λ_r·capacity_r + Σ_i max over options of (value − Σ λ·amount), where λ are the prices, those below nothing taken
// as nothing: at least the value of any assignment that places all who must be (Lagrange's bound).
double bound_at(const Assignment& problem, std::vector<double> prices);

// Whether each choice is an option of its item, and no capacity is exceeded.
bool fits(const Assignment& problem, const Choices& choices);

}  // namespace zhengshe::plan
