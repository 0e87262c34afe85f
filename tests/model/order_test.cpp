#include "model/order.h"

#include <algorithm>
#include <memory>

#include "catch_amalgamated.hpp"

namespace {

using zhengshe::model::sort_stably;

struct Card {
  int rank = 0;
  int position = 0;
  bool operator==(const Card&) const = default;
};

bool by_rank(const Card& a, const Card& b) { return a.rank < b.rank; }

}  // namespace

TEST_CASE("sorting keeps equals in their places, at every length") {
  std::uint32_t noise = 7;
  for (int count = 0; count < 130; ++count) {
    std::vector<Card> cards;
    for (int i = 0; i < count; ++i) {
      noise = noise * 1664525u + 1013904223u;
      cards.push_back({static_cast<int>(noise >> 28), i});
    }
    std::vector<Card> expected = cards;
    std::stable_sort(expected.begin(), expected.end(), by_rank);
    sort_stably(cards, by_rank);
    REQUIRE(cards == expected);
  }
}

TEST_CASE("sorting moves items that cannot be copied") {
  std::vector<std::unique_ptr<int>> items;
  for (const int value : {3, 1, 2}) items.push_back(std::make_unique<int>(value));
  sort_stably(items, [](const auto& a, const auto& b) { return *a < *b; });
  CHECK((*items[0] == 1 && *items[1] == 2 && *items[2] == 3));
}
