#include "platform/record.h"

#include "catch_amalgamated.hpp"

using namespace zhengshe::platform;

namespace {

Snapshot sample() {
  Snapshot snapshot;
  snapshot.document = "kunming:1957 七";
  snapshot.number = 12, snapshot.parent = 11, snapshot.time_ms = 1'700'000'000'123;
  snapshot.label = "第一批\n\"quoted\"";
  snapshot.bytes = std::string("{\"a\": 1}\n\0tail", 14);
  return snapshot;
}

}  // namespace

TEST_CASE("a record gives back the snapshot it was made from") {
  const DecodedRecord decoded = decode_record(encode_record(sample()));
  REQUIRE(decoded.fault == RecordFault::none);
  CHECK(decoded.snapshot.document == sample().document);
  CHECK(decoded.snapshot.number == 12);
  CHECK(decoded.snapshot.parent == 11);
  CHECK(decoded.snapshot.time_ms == 1'700'000'000'123);
  CHECK(decoded.snapshot.label == sample().label);
  CHECK(decoded.snapshot.bytes == sample().bytes);
}

TEST_CASE("every cut of a record is recognised") {
  const std::string record = encode_record(sample());
  for (std::size_t length = 0; length < record.size(); ++length) CHECK(decode_record(record.substr(0, length)).fault != RecordFault::none);
}

TEST_CASE("every changed bit of a record is recognised") {
  const std::string record = encode_record(sample());
  int faults = 0;
  for (std::size_t i = 0; i < record.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = record;
      changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
      const DecodedRecord decoded = decode_record(changed);
      // A letter of the checksum may change its case and still mean the same.
      if (decoded.fault != RecordFault::none || decoded.snapshot.bytes == sample().bytes) ++faults;
    }
  }
  CHECK(faults == static_cast<int>(record.size()) * 8);
}

TEST_CASE("a record of a newer version is told apart from a damaged one") {
  CHECK(decode_record("zhengshe-record 2 0 00000000 something else\n").fault == RecordFault::newer);
  CHECK(decode_record("zhengshe-record 0 0 00000000\n").fault == RecordFault::damaged);
  CHECK(decode_record("").fault == RecordFault::damaged);
}

TEST_CASE("the checksum is the CRC-32 that everybody computes") {
  CHECK(crc32("123456789") == 0xCBF43926u);
  CHECK(crc32("") == 0u);
}
