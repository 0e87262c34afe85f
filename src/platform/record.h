// How a state of a document is written into the browser's storage: with its length and checksum, so that
// whatever a crash, a full disk or another program left there is recognised for what it is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/platform.h"

namespace zhengshe::platform {

enum class RecordFault { none, damaged, newer };

struct DecodedRecord {
  Snapshot snapshot;
  RecordFault fault = RecordFault::none;  ///< not none: `snapshot` is empty
};

std::string encode_record(const Snapshot& snapshot);
/// Never fails in any other way than by naming the fault.
DecodedRecord decode_record(std::string_view bytes);
/// CRC-32 as of IEEE 802.3 (reflected, polynomial 0xEDB88320).
std::uint32_t crc32(std::string_view bytes);

}  // namespace zhengshe::platform
