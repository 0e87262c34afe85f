#include "plan/neighbourhood.h"

#include <algorithm>
#include <cmath>

namespace zhengshe::plan {
namespace {

constexpr double kLeastGain = 1e-9;
constexpr int kPivotsPerItem = 40;  // at most
constexpr double kPenalty = 1000;   // for leaving somebody out, in values of the best option

std::size_t at(int position) { return static_cast<std::size_t>(position); }

double penalty_of(const Assignment& problem) {
  double sum = 1;
  for (int option = 0; option < problem.options(); ++option) sum = std::max(sum, std::abs(problem.value(option)));
  return kPenalty * sum;
}

}  // namespace

bool Branches::search(const Choices& start, int nodes) {
  nodes_left_ = nodes;
  Relaxation relaxation(problem_, start, penalty_of(problem_));
  relaxation.improve(kPivotsPerItem * (problem_.items() + problem_.resources()));
  std::vector<double> prices = relaxation.prices();
  for (double& price : prices) price = std::max(price, 0.0);
  // What may still be lost against the bound.
  const double most_loss = bound_at(problem_, prices) - best_value_ - kLeastGain;
  if (most_loss <= 0) return false;
  for (int item = 0; item < problem_.items(); ++item) {
    std::vector<Candidate> all;
    if (!problem_.must(item)) all.push_back({0, kUnplaced});
    for (int option = problem_.first_option(item); option < problem_.end_option(item); ++option)
      all.push_back({-reduced_value(problem_, prices, option), option});
    std::sort(all.begin(), all.end());
    const double least = all.empty() ? 0 : all[0].first;
    for (Candidate& candidate : all) candidate.first -= least;
    std::erase_if(all, [&](const Candidate& candidate) { return candidate.first > most_loss; });
    if (all.empty()) return false;
    candidates_.push_back({item, std::move(all)});
  }
  std::stable_sort(candidates_.begin(), candidates_.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  for (int r = 0; r < problem_.resources(); ++r) room_.push_back(problem_.capacity(r));
  choices_.assign(at(problem_.items()), kUnplaced);
  visit(0, most_loss);
  return !best_.empty();
}

// Options in the order of what they lose, while the loss that is left allows for them.
void Branches::visit(std::size_t depth, double loss_left) {
  if (depth == candidates_.size()) {
    const double value = value_of(problem_, choices_);
    if (value <= best_value_ + kLeastGain) return;
    gained_ += value - best_value_;
    best_value_ = value;
    best_ = choices_;
    return;
  }
  const auto& [item, options] = candidates_[depth];
  for (const auto& [loss, option] : options) {
    if (loss > loss_left - gained_ || nodes_left_ == 0) return;
    --nodes_left_;
    const std::span<const Use> uses = option == kUnplaced ? std::span<const Use>{} : problem_.uses(option);
    if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.amount > room_[at(use.resource)]; })) continue;
    for (const Use& use : uses) room_[at(use.resource)] -= use.amount;
    choices_[at(item)] = option;
    visit(depth + 1, loss_left - loss);
    choices_[at(item)] = kUnplaced;
    for (const Use& use : uses) room_[at(use.resource)] += use.amount;
  }
}

namespace {

// Items by how far the first resource they use is from one that is drawn, blurred by a width that is drawn.
std::vector<int> draw_items(const Assignment& problem, const Choices& choices, int count, Stream& stream) {
  const double blur = stream.below(3) == 0 ? problem.resources() : 1 + 2 * stream.unit();
  const double centre = stream.unit() * problem.resources();
  std::vector<std::pair<double, int>> order;
  for (int item = 0; item < problem.items(); ++item) {
    const int option = choices[at(item)];
    const double place = option == kUnplaced || problem.uses(option).empty() ? stream.unit() * problem.resources() : problem.uses(option)[0].resource;
    order.push_back({std::abs(place - centre) + blur * stream.unit(), item});
  }
  const std::size_t kept = std::min(order.size(), at(count));
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end());
  std::vector<int> items;
  for (std::size_t i = 0; i < kept; ++i) items.push_back(order[i].second);
  return items;
}

}  // namespace

bool improve_neighbourhood(const Assignment& problem, Choices& choices, const std::vector<double>& prices, double most_loss, double allowed,
                           int count, int nodes, Stream& stream) {
  const std::vector<int> items = draw_items(problem, choices, count, stream);
  std::vector<int> room;
  for (int r = 0; r < problem.resources(); ++r) room.push_back(problem.capacity(r));
  Choices rest = choices;
  for (const int item : items) rest[at(item)] = kUnplaced;
  for (const int option : rest)
    if (option != kUnplaced)
      for (const Use& use : problem.uses(option)) room[at(use.resource)] -= use.amount;
  Assignment freed;
  Choices start(items.size(), kUnplaced);
  std::vector<int> options;  // of the problem, by those of the freed
  for (const int r : room) freed.add_resource(r);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int item = items[i];
    freed.add_item(problem.must(item));
    double best = problem.must(item) ? -1e300 : 0;
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option)
      best = std::max(best, reduced_value(problem, prices, option));
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option) {
      if (reduced_value(problem, prices, option) < best - most_loss) continue;
      if (allowed > 0 && i == 0 && option == choices[at(item)]) continue;
      const std::span<const Use> uses = problem.uses(option);
      if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.amount > room[at(use.resource)]; })) continue;
      const int position = freed.add_option(problem.value(option), uses);
      if (option == choices[at(item)]) start[i] = position;
      options.push_back(option);
    }
  }
  Branches branches(freed, value_of(problem, choices) - value_of(problem, rest) - allowed);
  if (!branches.search(start, nodes)) return false;
  for (std::size_t i = 0; i < items.size(); ++i)
    choices[at(items[i])] = branches.best()[i] == kUnplaced ? kUnplaced : options[at(branches.best()[i])];
  return true;
}

}  // namespace zhengshe::plan
