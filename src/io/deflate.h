// The DEFLATE format (RFC 1951) without any wrapper, so that page and command line make the same links.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhengshe::io {

// Compresses. The same bytes give the same result on every machine.
std::string deflate_raw(std::string_view bytes);

enum class InflateStatus : std::uint8_t { fine, damaged, too_large };

struct Inflated {
  InflateStatus status = InflateStatus::damaged;
  std::string bytes;  // where fine
};

// Expands input from strangers. Stops as soon as the output would exceed `most_bytes` or `most_ratio` times
// the input.
Inflated inflate_raw(std::string_view input, std::size_t most_bytes, std::size_t most_ratio);

// CRC-32 (ISO 3309, as in gzip and PNG).
std::uint32_t crc32(std::string_view bytes);

}  // namespace zhengshe::io
