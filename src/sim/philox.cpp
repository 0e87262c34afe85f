#include "sim/philox.h"

#include "sim/maths.h"

namespace zhengshe::sim {

Words philox(const Key& key, const Counter& counter) {
  Words c = counter;
  std::uint32_t low = key.low;
  std::uint32_t high = key.high;
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t first = std::uint64_t{0xD2511F53U} * c[0];
    const std::uint64_t second = std::uint64_t{0xCD9E8D57U} * c[2];
    c = {static_cast<std::uint32_t>(second >> 32) ^ c[1] ^ low, static_cast<std::uint32_t>(second),
         static_cast<std::uint32_t>(first >> 32) ^ c[3] ^ high, static_cast<std::uint32_t>(first)};
    low += 0x9E3779B9U;
    high += 0xBB67AE85U;
  }
  return c;
}

Key make_key(std::uint64_t seed, Purpose purpose) {
  std::uint64_t z = seed + static_cast<std::uint64_t>(purpose) * 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  z ^= z >> 31;
  return {static_cast<std::uint32_t>(z), static_cast<std::uint32_t>(z >> 32)};
}

double uniform(std::uint32_t word) { return (word + 0.5) * (1.0 / 4294967296.0); }

double normal(const Words& words) {
  return square_root(-2.0 * log(uniform(words[0]))) * sin_turns(uniform(words[1]));
}

double normal(const Key& key, std::uint32_t who, std::uint32_t when, std::uint32_t replication, std::uint32_t channel) {
  return normal(philox(key, {who, when, replication, channel}));
}

double uniform(const Key& key, std::uint32_t who, std::uint32_t when, std::uint32_t replication, std::uint32_t channel) {
  return uniform(philox(key, {who, when, replication, channel})[0]);
}

}  // namespace zhengshe::sim
