#include "plan/assignment.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace zhengshe::plan {

int Assignment::add_resource(int capacity) {
  assert(capacity >= 0);
  capacity_.push_back(capacity);
  return resources() - 1;
}

int Assignment::add_item(bool must) {
  must_.push_back(must ? 1 : 0);
  first_option_.push_back(options());
  return items() - 1;
}

int Assignment::add_option(double value, std::span<const Use> uses) {
  assert(items() > 0);
  value_.push_back(value);
  const auto begin = uses_.size();
  for (const Use& use : uses) {
    if (use.amount == 0) continue;
    if (uses_.size() > begin && uses_.back().resource == use.resource) uses_.back().amount += use.amount;
    else uses_.push_back(use);
  }
  first_use_.push_back(static_cast<int>(uses_.size()));
  return options() - 1;
}

void Assignment::clear() {
  capacity_.clear();
  must_.clear();
  first_option_.clear();
  value_.clear();
  first_use_.assign(1, 0);
  uses_.clear();
}

Assignment Assignment::revalued(double value, bool must) const {
  Assignment other = *this;
  other.value_.assign(value_.size(), value);
  if (!must) other.must_.assign(must_.size(), 0);
  return other;
}

Assignment Assignment::rewarded(double reward) const {
  Assignment other = *this;
  other.must_.assign(must_.size(), 0);
  for (double& value : other.value_) value += reward;
  return other;
}

double value_of(const Assignment& problem, const Choices& choices) {
  double sum = 0;
  for (const int option : choices) sum += option == kUnplaced ? 0 : problem.value(option);
  return sum;
}

int unplaced(const Assignment& problem, const Choices& choices) {
  int count = 0;
  for (int item = 0; item < problem.items(); ++item)
    count += problem.must(item) && choices[static_cast<std::size_t>(item)] == kUnplaced ? 1 : 0;
  return count;
}

double widest_range(const Assignment& problem) {
  double widest = 1;
  for (int item = 0; item < problem.items(); ++item) {
    double low = 0;
    double high = 0;
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option) {
      low = std::min(low, problem.value(option));
      high = std::max(high, problem.value(option));
    }
    widest = std::max(widest, high - low);
  }
  return widest;
}

double reduced_value(const Assignment& problem, const std::vector<double>& prices, int option) {
  double value = problem.value(option);
  for (const Use& use : problem.uses(option)) value -= prices[static_cast<std::size_t>(use.resource)] * use.amount;
  return value;
}

double bound_at(const Assignment& problem, std::vector<double> prices) {
  double bound = 0;
  for (int r = 0; r < problem.resources(); ++r) {
    double& price = prices[static_cast<std::size_t>(r)];
    price = std::max(price, 0.0);
    bound += price * problem.capacity(r);
  }
  for (int item = 0; item < problem.items(); ++item) {
    // For an item without options the search tells.
    double most = problem.must(item) && problem.first_option(item) < problem.end_option(item) ? std::numeric_limits<double>::lowest() : 0;
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option)
      most = std::max(most, reduced_value(problem, prices, option));
    bound += most;
  }
  return bound;
}

bool fits(const Assignment& problem, const Choices& choices) {
  if (choices.size() != static_cast<std::size_t>(problem.items())) return false;
  std::vector<std::int64_t> load(static_cast<std::size_t>(problem.resources()));
  for (int item = 0; item < problem.items(); ++item) {
    const int option = choices[static_cast<std::size_t>(item)];
    if (option == kUnplaced) continue;
    if (option < problem.first_option(item) || option >= problem.end_option(item)) return false;
    for (const Use& use : problem.uses(option)) load[static_cast<std::size_t>(use.resource)] += use.amount;
  }
  for (int r = 0; r < problem.resources(); ++r)
    if (load[static_cast<std::size_t>(r)] > problem.capacity(r)) return false;
  return true;
}

}  // namespace zhengshe::plan
