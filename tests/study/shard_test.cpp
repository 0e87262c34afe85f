#include "study/shard.h"

#include "catch_amalgamated.hpp"
#include "study/gallery_worlds.h"

using namespace zhengshe;
using namespace zhengshe::study;

namespace {

Shard shard_of(int first, int end, int threads = 1, std::uint64_t seed = 7) {
  const model::Scenario scenario = classroom();
  ReplicationOptions options;
  options.plan = scenario.plans.front().id;
  options.seed = seed;
  return make_shard(scenario, fingerprint("classroom"), options, first, end, threads);
}

Shard copy_of(const Shard& shard) {
  std::string reason;
  const std::optional<Shard> read = read_shard(write_shard(shard), reason);
  REQUIRE(read);
  return *read;
}

}  // namespace

TEST_CASE("shards of any cut, in any order and by any number of threads, merge to the bytes of one run") {
  const std::string whole = write_shard(shard_of(0, 12));
  for (const int threads : {2, 7}) CHECK(write_shard(shard_of(0, 12, threads)) == whole);
  std::string reason;
  const std::optional<Shard> merged = merge_shards({copy_of(shard_of(9, 12)), copy_of(shard_of(0, 5, 2)), copy_of(shard_of(5, 9, 7))}, reason);
  REQUIRE(merged);
  CHECK(write_shard(*merged) == whole);
  // a part that was run twice
  CHECK(write_shard(*merge_shards({shard_of(0, 8), shard_of(4, 12)}, reason)) == whole);
}

TEST_CASE("a shard reads back as it was, and anything else is refused with a reason") {
  const Shard shard = shard_of(3, 5);
  const std::string bytes = write_shard(shard);
  CHECK(copy_of(shard).digests == shard.digests);
  CHECK(copy_of(shard).header == shard.header);
  std::string reason;
  CHECK(!read_shard("{}", reason));
  CHECK(reason == "is not a shard");
  CHECK(!read_shard(bytes.substr(0, bytes.size() - 3), reason));
  CHECK(reason == "is cut off");
  std::string other = bytes;
  other[other.find("behaviour ") + 10] = '9';
  CHECK(!read_shard(other, reason));
  CHECK(reason == "was made by a version with other results");
  for (std::size_t cut = 0; cut < 120; ++cut) CHECK(!read_shard(bytes.substr(0, cut), reason).has_value());
}

TEST_CASE("a shard keeps what a reporter would have seen, where it is asked for") {
  model::Scenario scenario = classroom();
  model::Claim claim;
  claim.id = {scenario.next_id++};
  claim.kind = model::ClaimKind::turnaround;
  claim.cooperatives = {scenario.cooperatives[0].id};
  scenario.claims = {claim};
  ReplicationOptions options;
  options.plan = scenario.plans.front().id;
  options.claims = true;
  const Shard shard = make_shard(scenario, 0, options, 0, 4, 1);
  CHECK(shard.header.claims == 1);
  REQUIRE(shard.digests[0].sightings.size() == 1);
  CHECK(shard.digests[0].sightings[0].defined);
  CHECK(copy_of(shard).digests == shard.digests);
  options.claims = false;
  CHECK(make_shard(scenario, 0, options, 0, 1, 1).header.claims == 0);
}

TEST_CASE("shards that do not belong together are not merged") {
  std::string reason;
  CHECK(!merge_shards({shard_of(0, 1), shard_of(1, 2, 1, 8)}, reason));
  Shard changed = shard_of(0, 2);
  changed.digests[1].values[0] += 1;
  CHECK(!merge_shards({shard_of(0, 2), changed}, reason));
  CHECK(reason == "Replication 1 is there twice and differs.");
}
