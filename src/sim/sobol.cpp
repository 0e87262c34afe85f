#include "sim/sobol.h"

#include <array>

namespace zhengshe::sim {
namespace {

using Directions = std::array<std::uint32_t, 32>;

// Direction numbers from a primitive polynomial of degree s with inner coefficients a and initial odd m
// (Bratley and Fox 1988, equation 2; values of Joe and Kuo 2008). Degree 0 is the van der Corput sequence.
constexpr Directions directions(int s, std::uint32_t a, std::array<std::uint32_t, 3> m) {
  Directions v{};
  for (int i = 0; i < 32; ++i) {
    if (s == 0) {
      v[i] = 1u << (31 - i);
    } else if (i < s) {
      v[i] = m[i] << (31 - i);
    } else {
      v[i] = v[i - s] ^ (v[i - s] >> s);
      for (int k = 1; k < s; ++k)
        if ((a >> (s - 1 - k)) & 1u) v[i] ^= v[i - k];
    }
  }
  return v;
}

constexpr std::array<Directions, 4> kDirections{directions(0, 0, {}), directions(1, 0, {1}), directions(2, 1, {1, 3}),
                                                directions(3, 1, {1, 3, 1})};

constexpr std::uint32_t reverse_bits(std::uint32_t x) {
  x = (x >> 16) | (x << 16);
  x = ((x & 0x00ff00ffu) << 8) | ((x & 0xff00ff00u) >> 8);
  x = ((x & 0x0f0f0f0fu) << 4) | ((x & 0xf0f0f0f0u) >> 4);
  x = ((x & 0x33333333u) << 2) | ((x & 0xccccccccu) >> 2);
  return ((x & 0x55555555u) << 1) | ((x & 0xaaaaaaaau) >> 1);
}

// Each bit is flipped by a hash of the bits above it: Owen's nested scrambling in base 2.
constexpr std::uint32_t scramble(std::uint32_t x, std::uint32_t key) {
  x = reverse_bits(x);
  x ^= x * 0x3d20adeau;
  x += key;
  x *= (key >> 16) | 1u;
  x ^= x * 0x05526c56u;
  x ^= x * 0x53a22864u;
  return reverse_bits(x);
}

constexpr std::uint32_t key_of(std::uint64_t seed, std::uint32_t salt) {
  std::uint64_t x = seed + 0x9e3779b97f4a7c15u * (salt + 1ull);
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return static_cast<std::uint32_t>((x ^ (x >> 31)) >> 32);
}

}  // namespace

std::uint32_t sobol_bits(std::uint32_t index, std::uint32_t dimension) {
  std::uint32_t bits = 0;
  for (int i = 0; index != 0; ++i, index >>= 1)
    if (index & 1u) bits ^= kDirections[dimension][i];
  return bits;
}

double sobol_uniform(std::uint32_t index, std::uint32_t dimension, std::uint64_t seed) {
  const std::uint32_t shuffled = scramble(index, key_of(seed, 2 * (dimension / 4)));
  const std::uint32_t bits = scramble(sobol_bits(shuffled, dimension % 4), key_of(seed, 2 * dimension + 1));
  return (bits + 0.5) * 0x1p-32;
}

}  // namespace zhengshe::sim
