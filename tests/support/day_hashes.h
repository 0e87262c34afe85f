// The state hash of every day of a run as one line of text, the same in every program that tells it.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "sim/run.h"

namespace zhengshe::tests {

// Which runs of a scenario are recorded: the centre run, and replication 3 under five seeds.
struct RecordedRun {
  std::uint64_t seed;
  std::int64_t replication;
};
inline constexpr RecordedRun kRecordedRuns[] = {{1, sim::kCentre}, {1, 3}, {2, 3}, {1957, 3}, {4294967297, 3}, {18446744073709551615ULL, 3}};

// Eight hexadecimal digits of a hash folded into 32 bits.
inline std::string folded_digits(std::uint64_t hash) {
  auto folded = static_cast<std::uint32_t>(hash ^ (hash >> 32));
  std::string digits(8, '0');
  for (std::size_t i = 8; i-- > 0; folded >>= 4) digits[i] = "0123456789abcdef"[folded & 15];
  return digits;
}

// FNV-1a of the monthly sums of every cooperative, which no day's state holds.
inline std::uint64_t hash_books(const sim::ArmResult& arm, std::uint64_t hash = 0xcbf29ce484222325u) {
  static_assert(std::is_trivially_copyable_v<sim::MonthlySums> && sizeof(sim::MonthlySums) == 14 * sizeof(float));
  const auto* bytes = reinterpret_cast<const unsigned char*>(arm.monthly.data());
  for (std::size_t i = 0; i < arm.monthly.size() * sizeof(sim::MonthlySums); ++i) hash = (hash ^ bytes[i]) * 0x100000001b3u;
  return hash;
}

// "seed 2 replication 3: 1f0a… …": both arms of each day folded into 32 bits, in order of days, and last their books.
// width: of the daily kernel, as for a run.
inline std::string day_hash_line(const model::Scenario& scenario, const RecordedRun& which, int width = 0) {
  sim::RunOptions options;
  options.plan = scenario.plans.empty() ? model::kLeftAlone : scenario.plans.front().id;
  options.seed = which.seed;
  options.replication = which.replication;
  options.hash_days = true;
  options.width = width;
  const sim::RunResult result = sim::run(scenario, options);
  std::string line = which.replication == sim::kCentre ? std::string("centre:")
                                                       : "seed " + std::to_string(which.seed) + " replication " + std::to_string(which.replication) + ":";
  for (std::size_t day = 0; day < result.left_alone.day_hashes.size(); ++day) {
    std::uint64_t hash = result.left_alone.day_hashes[day];
    if (day < result.planned.day_hashes.size()) hash = hash * 0x9E3779B97F4A7C15ULL + result.planned.day_hashes[day];
    (line += ' ') += folded_digits(hash);
  }
  return (line += ' ') += folded_digits(hash_books(result.planned, hash_books(result.left_alone)));
}

}  // namespace zhengshe::tests
