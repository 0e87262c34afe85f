// Replications that were made apart, on other machines or at other times, put together to the same bytes as if they
// had been made at once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/replications.h"

namespace zhengshe::study {

// What shards must agree on to belong together.
struct ShardHeader {
  int behaviour = sim::kBehaviourVersion;
  std::uint64_t scenario = 0;  // fingerprint() of its canonical text
  std::uint32_t plan = 0;
  std::uint64_t seed = 1;
  int start = 0;               // day number of the calendar's start
  int horizon_days = 0;
  int stride_days = 7;
  int batches = 0;
  int claims = 0;              // whose sightings are kept

  bool operator==(const ShardHeader&) const = default;
};

struct Shard {
  ShardHeader header;
  std::vector<Digest> digests;  // by replication, ascending, each once
};

// FNV-1a of a text.
std::uint64_t fingerprint(std::string_view text);

// A hash as people compare it: 16 hexadecimal digits.
std::string hexadecimal(std::uint64_t hash);

// Days between kept days in shards: fixed, so that it does not depend on how many replications there are.
inline constexpr int kShardStrideDays = 7;

// Makes replications first … end − 1 on so many threads, with sightings where the options ask for claims. `progress`,
// if any, is told the number done so far, from the calling thread only.
Shard make_shard(const model::Scenario& scenario, std::uint64_t scenario_fingerprint, const ReplicationOptions& options, int first, int end, int threads,
                 const std::function<void(int)>& progress = {});

// A text header and little-endian records of equal size.
std::string write_shard(const Shard& shard);

// Nothing where the bytes are not a whole shard of this behaviour version; `reason` says why.
std::optional<Shard> read_shard(std::string_view bytes, std::string& reason);

// All in one. A replication that is there twice must be the same twice. Nothing where they do not belong together;
// `reason` says why.
std::optional<Shard> merge_shards(std::vector<Shard> shards, std::string& reason);

}  // namespace zhengshe::study
