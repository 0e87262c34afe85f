// Stable sorting, compiled once. The standard library's sorts are compiled anew for every type and comparison,
// which would make a tenth of the page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace zhengshe::model {

// True if the item at `first` belongs before the item at `second`.
using BelongsBefore = bool (*)(const void* context, std::uint32_t first, std::uint32_t second);

// The positions 0 … count − 1 in sorted order; equals keep theirs. Merge sort: O(n log n) comparisons.
std::vector<std::uint32_t> stable_order(std::size_t count, BelongsBefore before, const void* context);

// As stable_order; before(a, b) tells whether position a belongs before position b.
template <class Before>
std::vector<std::uint32_t> order_of(std::size_t count, const Before& before) {
  return stable_order(
      count, [](const void* context, std::uint32_t first, std::uint32_t second) -> bool { return (*static_cast<const Before*>(context))(first, second); },
      &before);
}

// Moves the items into the order of positions.
template <class Item>
void put_in_order(std::vector<Item>& items, const std::vector<std::uint32_t>& order) {
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t position : order) sorted.push_back(std::move(items[position]));
  items = std::move(sorted);
}

// Sorts by before(a, b), a strict weak order; equals stay as they stand.
template <class Item, class Before>
void sort_stably(std::vector<Item>& items, const Before& before) {
  put_in_order(items, order_of(items.size(), [&](std::uint32_t a, std::uint32_t b) { return before(items[a], items[b]); }));
}

// In ascending order.
template <class Item>
void sort_stably(std::vector<Item>& items) {
  sort_stably(items, [](const Item& a, const Item& b) { return a < b; });
}

}  // namespace zhengshe::model
