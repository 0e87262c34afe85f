#include "study/shard.h"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace zhengshe::study {
namespace {

constexpr std::string_view kFormat = "zhengshe shard 2";

// The same bits as another type.
template <class To, class From>
To bits_as(From from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

void put(std::string& bytes, std::uint32_t word) {
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>((word >> shift) & 0xffu);
}

std::uint32_t word_at(std::string_view bytes, std::size_t position) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < 4; ++i) word |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[position + i])) << (8 * i);
  return word;
}

// Visits the header's lines in order: f(name, member).
template <class Header, class F>
void each_line(Header& header, F f) {
  f("behaviour", header.behaviour);
  f("scenario", header.scenario);
  f("plan", header.plan);
  f("seed", header.seed);
  f("start", header.start);
  f("days", header.horizon_days);
  f("stride", header.stride_days);
  f("batches", header.batches);
  f("claims", header.claims);
}

std::size_t values_of(const ShardHeader& header) { return 2 * model::kCount<model::Metric> * kept_days(header.horizon_days, header.stride_days).size(); }

constexpr std::size_t kSightingWords = 7;  // whether it is defined, and three double precision numbers

// Words of a record: replication, finished day, batches, values, sightings.
std::size_t words_of(const ShardHeader& header) {
  return 2 + static_cast<std::size_t>(header.batches) + values_of(header) + kSightingWords * static_cast<std::size_t>(header.claims);
}

// Takes the header off the front of the bytes; false where it is none.
bool take_header(std::string_view& bytes, ShardHeader& header) {
  const std::size_t end = bytes.find("\n\n");
  if (end == std::string_view::npos || bytes.substr(0, kFormat.size()) != kFormat) return false;
  const char* at = bytes.data() + kFormat.size();
  const char* last = bytes.data() + end + 1;
  bool good = true;
  each_line(header, [&](std::string_view name, auto& member) {
    if (!good || last - at < static_cast<std::ptrdiff_t>(name.size()) + 2 || *at != '\n' || std::string_view(at + 1, name.size()) != name) {
      good = false;
      return;
    }
    const auto [next, failure] = std::from_chars(at + name.size() + 2, last, member);
    good = failure == std::errc();
    at = next;
  });
  bytes.remove_prefix(end + 2);
  const auto is_between = [](int value, int low, int high) { return value >= low && value <= high; };
  return good && at + 1 == last && is_between(header.horizon_days, 1, 100'000) && is_between(header.stride_days, 1, 100'000) && is_between(header.batches, 0, 1'000'000) &&
         is_between(header.claims, 0, 1'000'000);
}

// Takes words off a record, one after the other.
class WordReader {
 public:
  WordReader(std::string_view bytes, std::size_t position) : bytes_(bytes), position_(position) {}
  std::uint32_t word() {
    const std::uint32_t word = word_at(bytes_, position_);
    position_ += 4;
    return word;
  }
  int number() { return static_cast<int>(word()); }
  float single() { return bits_as<float>(word()); }
  double real() {
    const std::uint64_t low = word();
    return bits_as<double>(low | static_cast<std::uint64_t>(word()) << 32);
  }

 private:
  std::string_view bytes_;
  std::size_t position_;
};

Digest digest_at(std::string_view bytes, std::size_t position, const ShardHeader& header) {
  WordReader reader(bytes, position);
  Digest digest;
  digest.replication = reader.number();
  digest.finished_day = reader.number();
  for (int batch = 0; batch < header.batches; ++batch) digest.batch_done_days.push_back(reader.number());
  digest.values.resize(values_of(header));
  for (float& value : digest.values) value = reader.single();
  digest.sightings.resize(static_cast<std::size_t>(header.claims));
  for (Sighting& sighting : digest.sightings) {
    sighting.defined = reader.word() != 0;
    for (double* number : {&sighting.observed, &sighting.placebo, &sighting.true_effect}) *number = reader.real();
  }
  return digest;
}

void put_digest(std::string& bytes, const Digest& digest) {
  put(bytes, static_cast<std::uint32_t>(digest.replication));
  put(bytes, static_cast<std::uint32_t>(digest.finished_day));
  for (const int day : digest.batch_done_days) put(bytes, static_cast<std::uint32_t>(day));
  for (const float value : digest.values) put(bytes, bits_as<std::uint32_t>(value));
  for (const Sighting& sighting : digest.sightings) {
    put(bytes, sighting.defined ? 1 : 0);
    for (const double number : {sighting.observed, sighting.placebo, sighting.true_effect}) {
      const auto word = bits_as<std::uint64_t>(number);
      put(bytes, static_cast<std::uint32_t>(word));
      put(bytes, static_cast<std::uint32_t>(word >> 32));
    }
  }
}

}  // namespace

std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

std::string hexadecimal(std::uint64_t hash) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15];
  return digits;
}

Shard make_shard(const model::Scenario& scenario, std::uint64_t scenario_fingerprint, const ReplicationOptions& options, int first, int end, int threads,
                 const std::function<void(int)>& progress) {
  Shard shard;
  ReplicationOptions settled = options;
  settled.stride_days = kShardStrideDays;
  const model::Plan* plan = model::find_plan(scenario, options.plan);
  shard.header = {sim::kBehaviourVersion, scenario_fingerprint, options.plan.value, options.seed, static_cast<int>(scenario.calendar.start - model::Date{}),
                  scenario.calendar.horizon_days, kShardStrideDays, plan != nullptr ? static_cast<int>(plan->batches.size()) : 0,
                  options.claims ? static_cast<int>(scenario.claims.size()) : 0};
  shard.digests.resize(static_cast<std::size_t>(end - first));
  int done = 0;
  each_replication(scenario, settled, first, end, threads, [&](Digest&& digest) {
    const auto at = static_cast<std::size_t>(digest.replication - first);
    shard.digests[at] = std::move(digest);
    if (progress) progress(++done);
    return true;
  });
  return shard;
}

std::string write_shard(const Shard& shard) {
  std::string bytes(kFormat);
  each_line(shard.header, [&](std::string_view name, const auto& member) { (((bytes += '\n') += name) += ' ') += std::to_string(member); });
  bytes += "\n\n";
  bytes.reserve(bytes.size() + shard.digests.size() * words_of(shard.header) * 4);
  for (const Digest& digest : shard.digests) put_digest(bytes, digest);
  return bytes;
}

std::optional<Shard> read_shard(std::string_view bytes, std::string& reason) {
  Shard shard;
  if (!take_header(bytes, shard.header)) {
    reason = "is not a shard";
    return std::nullopt;
  }
  if (shard.header.behaviour != sim::kBehaviourVersion) {
    reason = "was made by a version with other results";
    return std::nullopt;
  }
  const std::size_t record = 4 * words_of(shard.header);
  if (bytes.empty() || bytes.size() % record != 0) {
    reason = "is cut off";
    return std::nullopt;
  }
  for (std::size_t position = 0; position < bytes.size(); position += record) {
    shard.digests.push_back(digest_at(bytes, position, shard.header));
    const int before = shard.digests.size() > 1 ? shard.digests[shard.digests.size() - 2].replication : -1;
    if (shard.digests.back().replication <= before) {
      reason = "has replications out of order";
      return std::nullopt;
    }
  }
  return shard;
}

std::optional<Shard> merge_shards(std::vector<Shard> shards, std::string& reason) {
  Shard merged;
  for (Shard& shard : shards) {
    if (&shard == &shards.front()) merged.header = shard.header;
    if (shard.header != merged.header) {
      reason = "The shards are of different scenarios, plans, seeds or versions.";
      return std::nullopt;
    }
    std::move(shard.digests.begin(), shard.digests.end(), std::back_inserter(merged.digests));
  }
  std::stable_sort(merged.digests.begin(), merged.digests.end(), [](const Digest& a, const Digest& b) { return a.replication < b.replication; });
  merged.digests.erase(std::unique(merged.digests.begin(), merged.digests.end()), merged.digests.end());
  const auto twice = std::adjacent_find(merged.digests.begin(), merged.digests.end(), [](const Digest& a, const Digest& b) { return a.replication == b.replication; });
  if (twice == merged.digests.end()) return merged;
  reason = "Replication " + std::to_string(twice->replication) + " is there twice and differs.";
  return std::nullopt;
}

}  // namespace zhengshe::study
