// Scrambled Sobol points: well spread uniform numbers for the coefficients of replications.
#pragma once

#include <cstdint>

namespace zhengshe::sim {

// Coordinate of point `index` in any dimension, uniform on (0, 1), from integer operations only. Dimensions
// come in groups of four; within a group the points are an Owen-scrambled Sobol sequence, and groups are
// joined by scrambled orders of the index. B. Burley, Practical Hash-based Owen Scrambling, JCGT 9(4), 2020.
double sobol_uniform(std::uint32_t index, std::uint32_t dimension, std::uint64_t seed);

// The unscrambled coordinate of one of the first four dimensions, as a 32-bit binary fraction.
std::uint32_t sobol_bits(std::uint32_t index, std::uint32_t dimension);

}  // namespace zhengshe::sim
