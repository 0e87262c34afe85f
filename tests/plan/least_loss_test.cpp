#include "plan/least_loss.h"

#include <algorithm>
#include <limits>

#include "catch_amalgamated.hpp"
#include "plan/search.h"

using namespace zhengshe::plan;

namespace {

constexpr double kEnough = 1e300;

struct Small {
  Assignment problem;
  std::vector<double> prices;
  std::vector<OpenItem> items;
};

// Four items with up to four options each, that use one or two of three resources.
Small small(Stream& stream) {
  Small made;
  for (int r = 0; r < 3; ++r) {
    made.problem.add_resource(4 + stream.below(12));
    made.prices.push_back(stream.below(4) == 0 ? 0 : stream.unit());
  }
  for (int item = 0; item < 4; ++item) {
    made.problem.add_item(true);
    OpenItem open{item, {}};
    if (stream.below(2) == 0) open.options.push_back({stream.unit(), kUnplaced});
    for (int i = 0; i < 3; ++i) {
      const int first = stream.below(3);
      const std::vector<Use> uses{{first, 1 + stream.below(6)}, {(first + 1) % 3, stream.below(4)}};
      open.options.push_back({2 * stream.unit(), made.problem.add_option(1, uses)});
    }
    made.items.push_back(std::move(open));
  }
  return made;
}

// What placing the items from `depth` on loses at least, by trying all; room is changed and put back.
double least_of_all(const Small& of, std::size_t depth, std::vector<int>& room) {
  if (depth == of.items.size()) {
    double left = 0;
    for (std::size_t r = 0; r < room.size(); ++r) left += of.prices[r] * room[r];
    return left;
  }
  double least = std::numeric_limits<double>::infinity();
  for (const auto& [loss, option] : of.items[depth].options) {
    const std::span<const Use> uses = option == kUnplaced ? std::span<const Use>{} : of.problem.uses(option);
    for (const Use& use : uses) room[static_cast<std::size_t>(use.resource)] -= use.amount;
    const bool fits = std::none_of(room.begin(), room.end(), [](int left) { return left < 0; });
    if (fits) least = std::min(least, loss + least_of_all(of, depth + 1, room));
    for (const Use& use : uses) room[static_cast<std::size_t>(use.resource)] += use.amount;
  }
  return least;
}

std::vector<int> capacities(const Assignment& problem) {
  std::vector<int> room;
  for (int r = 0; r < problem.resources(); ++r) room.push_back(problem.capacity(r));
  return room;
}

}  // namespace

TEST_CASE("Nothing that can be placed loses less than the least loss says, at any depth") {
  Stream stream(7);
  int told = 0;
  LeastLoss least;
  for (int trial = 0; trial < 300; ++trial) {
    const Small made = small(stream);
    least.look_at(made.problem, made.prices, made.items);
    std::vector<int> room = capacities(made.problem);
    for (std::size_t depth = 0; depth <= made.items.size(); ++depth) {
      const double best = least_of_all(made, depth, room);
      const double bound = least.from(depth, room, kEnough);
      CHECK(bound <= best + 1e-9);
      CHECK(least.from(depth, room, bound / 2) <= bound);
      CHECK((least.from(depth, room, bound / 2) > bound / 2) == (bound > 0));
      told += best < 1e9 && bound > 0.9 * best ? 1 : 0;
    }
  }
  CHECK(told > 300);  // and it is often near: at the last depth always
}

TEST_CASE("Room that no sums of amounts fill costs its price") {
  Assignment problem;
  problem.add_resource(10);
  OpenItem open{0, {}};
  problem.add_item(true);
  const std::vector<Use> six{{0, 6}};
  open.options.push_back({0, problem.add_option(1, six)});
  LeastLoss least;
  least.look_at(problem, {0.5}, {open, open});
  CHECK(least.from(0, {10}, kEnough) > 1e30);  // two of them do not fit
  CHECK(least.from(1, {10}, kEnough) == Catch::Approx(2.0).epsilon(1e-4));
  CHECK(least.from(1, {6}, kEnough) == Catch::Approx(0.0).margin(1e-9));
}
