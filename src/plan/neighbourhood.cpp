#include "plan/neighbourhood.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/order.h"

namespace zhengshe::plan {
namespace {

constexpr double kLeastGain = 1e-9;
constexpr int kPivotsPerItem = 40;  // at most
constexpr double kPenalty = 1000;   // for leaving somebody out, in values of the best option
constexpr int kFewestItems = 5;
constexpr int kMostItems = 60;
constexpr int kFarDraws = 3;        // one of so many draws is from everywhere
constexpr double kMoreBlur = 0.5;   // at most, beyond one resource
// By how much what an item loses, in usual losses, draws it near: kLeastPull + kPull · losses, of which kMostPull count.
constexpr double kLeastPull = 0.5;
constexpr double kPull = 0.5;
constexpr double kMostPull = 2;

double penalty_of_leaving_out(const Assignment& problem) {
  double sum = 1;
  for (int option = 0; option < problem.options(); ++option) sum = std::max(sum, std::abs(problem.value(option)));
  return kPenalty * sum;
}

}  // namespace

bool Branches::search(const Assignment& problem, double floor, const Choices& start, int nodes) {
  problem_ = &problem;
  best_value_ = floor;
  best_.clear();
  gained_ = 0;
  nodes_left_ = nodes;
  return look(start);
}

bool Branches::look(const Choices& start) {
  Relaxation relaxation(*problem_, start, penalty_of_leaving_out(*problem_));
  relaxation.improve(kPivotsPerItem * (problem_->items() + problem_->resources()));
  std::vector<double> prices = relaxation.prices();
  for (double& price : prices) price = std::max(price, 0.0);
  // What may still be lost against the bound.
  const double most_loss = bound_at(*problem_, prices) - best_value_ - kLeastGain;
  if (most_loss <= 0) return false;
  if (!choose_candidates(prices, most_loss)) return false;
  least_loss_.look_at(*problem_, prices, open_);
  room_.clear();
  for (int r = 0; r < problem_->resources(); ++r) room_.push_back(problem_->capacity(r));
  if (least_loss_.from(0, room_, most_loss) > most_loss) return false;
  choices_.assign(at(problem_->items()), kUnplaced);
  visit(0, most_loss);
  return !best_.empty();
}

// Items in the order of the first resource of their best option: resources that no later item uses are soon known to be
// left as they are. False if one of them has no option.
bool Branches::choose_candidates(const std::vector<double>& prices, double most_loss) {
  open_.resize(at(problem_->items()));
  for (int item = 0; item < problem_->items(); ++item) {
    open_[at(item)].item = item;
    std::vector<Candidate>& all = open_[at(item)].options;
    all.clear();
    if (!problem_->must(item)) all.push_back({0, kUnplaced});
    for (int option = problem_->first_option(item); option < problem_->end_option(item); ++option)
      all.push_back({-reduced_value(*problem_, prices, option), option});
    if (all.empty()) return false;
    const double least = std::min_element(all.begin(), all.end())->first;
    for (Candidate& candidate : all) candidate.first -= least;
    std::erase_if(all, [&](const Candidate& candidate) { return candidate.first > most_loss; });
    std::sort(all.begin(), all.end());
  }
  const auto first_resource = [&](const OpenItem& of) {
    const int best = of.options[0].second;
    return best == kUnplaced || problem_->uses(best).empty() ? -1 : problem_->uses(best)[0].resource;
  };
  model::sort_stably(open_, [&](const OpenItem& a, const OpenItem& b) { return first_resource(a) < first_resource(b); });
  return true;
}

// Options in the order of what they lose, while the loss that is left allows for them.
void Branches::visit(std::size_t depth, double loss_left) {
  if (depth == open_.size()) {
    const double value = value_of(*problem_, choices_);
    if (value <= best_value_ + kLeastGain) return;
    gained_ += value - best_value_;
    best_value_ = value;
    best_ = choices_;
    return;
  }
  const auto& [item, options] = open_[depth];
  for (const auto& [loss, option] : options) {
    if (loss > loss_left - gained_ || nodes_left_ == 0) return;
    --nodes_left_;
    const std::span<const Use> uses = option == kUnplaced ? std::span<const Use>{} : problem_->uses(option);
    if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.amount > room_[at(use.resource)]; })) continue;
    for (const Use& use : uses) room_[at(use.resource)] -= use.amount;
    choices_[at(item)] = option;
    const double most = loss_left - gained_ - loss;
    if (least_loss_.from(depth + 1, room_, most) <= most) visit(depth + 1, loss_left - loss);
    choices_[at(item)] = kUnplaced;
    for (const Use& use : uses) room_[at(use.resource)] += use.amount;
  }
}

Neighbourhoods::Neighbourhoods(const Assignment& problem, const std::vector<double>& prices, int items) : problem_(problem), count_(items) {
  for (int item = 0; item < problem.items(); ++item) {
    double best = problem.must(item) ? std::numeric_limits<double>::lowest() : 0;
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option) {
      loss_.push_back(reduced_value(problem, prices, option));
      best = std::max(best, loss_.back());
    }
    for (int option = problem.first_option(item); option < problem.end_option(item); ++option) loss_[at(option)] = best - loss_[at(option)];
  }
}

double Neighbourhoods::loss_of(int item, int option) const {
  if (option != kUnplaced) return loss_[at(option)];
  const int first = problem_.first_option(item);
  return first == problem_.end_option(item) ? 0 : std::max(0.0, loss_[at(first)] + problem_.value(first));
}

// Items by how far the first resource they use is from one that is drawn, blurred by a width that is drawn, the less the
// more they lose.
std::vector<int> Neighbourhoods::draw_items(const Choices& choices, Stream& stream) const {
  const double blur = stream.below(kFarDraws) == 0 ? problem_.resources() : 1 + kMoreBlur * stream.unit();
  const double centre = stream.unit() * problem_.resources();
  double sum = 0;
  for (int item = 0; item < problem_.items(); ++item) sum += loss_of(item, choices[at(item)]);
  const double usual = std::max(sum / std::max(1, problem_.items()), kLeastGain);
  std::vector<std::pair<double, int>> order;
  for (int item = 0; item < problem_.items(); ++item) {
    const int option = choices[at(item)];
    const double place = option == kUnplaced || problem_.uses(option).empty() ? stream.unit() * problem_.resources() : problem_.uses(option)[0].resource;
    const double pull = kLeastPull + kPull * std::min(kMostPull, loss_of(item, option) / usual);
    order.push_back({std::abs(place - centre) + blur * stream.unit() / pull, item});
  }
  const std::size_t kept = std::min(order.size(), at(count_));
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end());
  std::vector<int> items;
  for (std::size_t i = 0; i < kept; ++i) items.push_back(order[i].second);
  return items;
}

std::vector<int> Neighbourhoods::room_beside(const Choices& choices) const {
  std::vector<int> room;
  for (int r = 0; r < problem_.resources(); ++r) room.push_back(problem_.capacity(r));
  for (const int option : choices)
    if (option != kUnplaced)
      for (const Use& use : problem_.uses(option)) room[at(use.resource)] -= use.amount;
  return room;
}

bool Neighbourhoods::improve(Choices& choices, const Limits& limits, Stream& stream) {
  const std::vector<int> items = draw_items(choices, stream);
  Choices rest = choices;
  for (const int item : items) rest[at(item)] = kUnplaced;
  const std::vector<int> room = room_beside(rest);
  freed_.clear();
  Choices start(items.size(), kUnplaced);
  std::vector<int> options;  // of the problem, by those of the freed
  for (const int r : room) freed_.add_resource(r);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const int item = items[i];
    freed_.add_item(problem_.must(item));
    for (int option = problem_.first_option(item); option < problem_.end_option(item); ++option) {
      if (loss_[at(option)] > limits.most_loss) continue;
      if (limits.allowed > 0 && i == 0 && option == choices[at(item)]) continue;
      const std::span<const Use> uses = problem_.uses(option);
      if (std::any_of(uses.begin(), uses.end(), [&](const Use& use) { return use.amount > room[at(use.resource)]; })) continue;
      const int position = freed_.add_option(problem_.value(option), uses);
      if (option == choices[at(item)]) start[i] = position;
      options.push_back(option);
    }
  }
  const double floor = value_of(problem_, choices) - value_of(problem_, rest) - limits.allowed;
  const bool better = branches_.search(freed_, floor, start, limits.nodes);
  if (branches_.nodes_left() == 0) count_ = std::max(kFewestItems, count_ - 1);
  else if (branches_.nodes_left() > limits.nodes / 2) count_ = std::min(kMostItems, count_ + 1);
  for (std::size_t i = 0; i < items.size() && better; ++i)
    choices[at(items[i])] = branches_.best()[i] == kUnplaced ? kUnplaced : options[at(branches_.best()[i])];
  return better;
}

}  // namespace zhengshe::plan
