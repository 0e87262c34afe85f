#include "study/quantiles.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

namespace zhengshe::study {
namespace {

// Bits of a number as an integer that compares as the numbers do; its own inverse on bits.
std::int32_t ordered(std::int32_t bits) { return bits ^ ((bits >> 31) & 0x7fffffff); }

std::int32_t key_of(float value) {
  std::int32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return ordered(bits);
}

float number_of(std::int32_t key) {
  const std::int32_t bits = ordered(key);
  float value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

// A rank that is wanted, and the value that it turns out to have.
struct Wanted {
  std::size_t rank = 0;
  double value = 0;
};

// Straight from low to high, exact at both ends.
double between(double low, double high, double part) {
  const double step = high - low;
  return part < .5 ? low + step * part : high - step * (1 - part);
}

// Fills in the values of ranks, which ascend.
void select(std::span<const float> values, std::vector<Wanted>& wanted) {
  // Buckets of the leading bits between the least and the greatest value: as many as keep the counts in cache.
  constexpr std::uint32_t kBuckets = 4096;
  std::vector<std::int32_t> keys(values.size());
  std::int32_t least = key_of(values[0]);
  std::int32_t greatest = least;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::int32_t key = key_of(values[i]);
    keys[i] = key;
    least = key < least ? key : least;
    greatest = key > greatest ? key : greatest;
  }
  const auto base = static_cast<std::uint32_t>(least);
  const std::uint32_t range = static_cast<std::uint32_t>(greatest) - base;
  int shift = 0;
  while ((range >> shift) >= kBuckets) ++shift;
  std::vector<std::uint32_t> counts(kBuckets);
  for (const std::int32_t key : keys) ++counts[(static_cast<std::uint32_t>(key) - base) >> shift];
  // Buckets in which a wanted rank lies, and the rank of their first value.
  std::vector<std::size_t> first(kBuckets, values.size());
  std::vector<char> is_wanted(kBuckets);
  std::size_t seen = 0;
  std::size_t next = 0;
  for (std::uint32_t bucket = 0; bucket < kBuckets && next < wanted.size(); ++bucket) {
    const std::size_t end = seen + counts[bucket];
    for (; next < wanted.size() && wanted[next].rank < end; ++next) {
      first[bucket] = seen;
      is_wanted[bucket] = 1;
    }
    seen = end;
  }
  std::vector<std::uint32_t> kept;
  for (const std::int32_t key : keys) {
    const std::uint32_t above = static_cast<std::uint32_t>(key) - base;
    if (is_wanted[above >> shift] != 0) kept.push_back(above);
  }
  std::sort(kept.begin(), kept.end());
  // What is kept is whole buckets in order: a wanted rank stands behind the kept values of earlier buckets.
  std::size_t behind = 0;
  std::uint32_t bucket = 0;
  for (Wanted& w : wanted) {
    for (; is_wanted[bucket] == 0 || w.rank >= first[bucket] + counts[bucket]; ++bucket)
      if (is_wanted[bucket] != 0) behind += counts[bucket];
    w.value = static_cast<double>(number_of(static_cast<std::int32_t>(kept[behind + (w.rank - first[bucket])] + base)));
  }
}

}  // namespace

std::vector<double> quantiles(std::span<const float> values, std::span<const double> levels) {
  assert(!values.empty());
  std::vector<Wanted> wanted;
  const auto last = static_cast<double>(values.size() - 1);
  for (const double level : levels) {
    const auto below = static_cast<std::size_t>(level * last);
    wanted.push_back({below, 0});
    wanted.push_back({std::min(below + 1, values.size() - 1), 0});
  }
  const auto earlier = [](const Wanted& a, const Wanted& b) { return a.rank < b.rank; };
  std::sort(wanted.begin(), wanted.end(), earlier);
  select(values, wanted);
  const auto value_of = [&](std::size_t rank) { return std::lower_bound(wanted.begin(), wanted.end(), Wanted{rank, 0}, earlier)->value; };
  std::vector<double> result;
  for (const double level : levels) {
    const double position = level * last;
    const auto below = static_cast<std::size_t>(position);
    result.push_back(between(value_of(below), value_of(std::min(below + 1, values.size() - 1)), position - static_cast<double>(below)));
  }
  return result;
}

}  // namespace zhengshe::study
