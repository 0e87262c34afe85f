#include "model/order.h"

#include <algorithm>
#include <numeric>

namespace zhengshe::model {

std::vector<std::uint32_t> stable_order(std::size_t count, BelongsBefore before, const void* context) {
  std::vector<std::uint32_t> order(count), merged(count);
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t start = 0; start < count; start += 2 * width) {
      const std::size_t middle = std::min(start + width, count), end = std::min(middle + width, count);
      std::size_t left = start, right = middle;
      for (std::size_t to = start; to < end; ++to) {
        const bool from_right = left == middle || (right < end && before(context, order[right], order[left]));
        merged[to] = order[from_right ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace zhengshe::model
