// Counter-based random numbers: a word is a function of its key and counter, so any order of asking, any
// number of workers and any plan draw the same luck. Philox4x32-10: Salmon, Moraes, Dror and Shaw,
// "Parallel random numbers: as easy as 1, 2, 3", SC11.
#pragma once

#include <array>
#include <cstdint>

#include "sim/parameters.h"

namespace zhengshe::sim {

struct Key {
  std::uint32_t low = 0;
  std::uint32_t high = 0;

  bool operator==(const Key&) const = default;
};

using Counter = std::array<std::uint32_t, 4>;
using Words = std::array<std::uint32_t, 4>;

// The published generator.
Words philox(const Key& key, const Counter& counter);

// Key of a purpose under a 64-bit seed: the finaliser of SplitMix64 over seed + purpose × golden ratio, so
// that neighbouring seeds and purposes share nothing.
Key make_key(std::uint64_t seed, Purpose purpose);

// Uniform in (0, 1): (word + ½) / 2^32.
double uniform(std::uint32_t word);

// Standard normal from the first two words, Box and Muller's sine branch.
double normal(const Words& words);

// Standard normal of a stream: who (root, trade, zone …), when (day, stage …), which replication, which channel.
double normal(const Key& key, std::uint32_t who, std::uint32_t when, std::uint32_t replication, std::uint32_t channel = 0);
double uniform(const Key& key, std::uint32_t who, std::uint32_t when, std::uint32_t replication, std::uint32_t channel = 0);

}  // namespace zhengshe::sim
