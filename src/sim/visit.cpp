#include "sim/visit.h"

#include <cstring>

namespace zhengshe::sim {

std::uint64_t hash_state(const WorldState& state, Arm arm) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  visit_state(state, arm, [&hash](int root, const char*, double value) {
    // Both zeros count as one: they compare equal, and no result depends on which it is.
    const double told = value == 0 ? 0.0 : value;
    std::uint64_t bits;  // Emscripten's older library has no std::bit_cast
    std::memcpy(&bits, &told, sizeof bits);
    hash ^= bits + static_cast<std::uint64_t>(root + 1);
    hash *= 0x9fb21c651e98df25u;
    hash ^= hash >> 29;
  });
  return hash;
}

}  // namespace zhengshe::sim
