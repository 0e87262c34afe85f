#include "io/packed_text.h"

#include <algorithm>
#include <optional>

namespace zhengshe::io {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string base64url(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < 3; ++i) group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    const std::size_t digits = std::min<std::size_t>(bytes.size() - at, 3) + 1;
    for (std::size_t i = 0; i < digits; ++i) text += kDigits[group >> (18 - 6 * i) & 63];
  }
  return text;
}

// Nothing for other characters, an impossible length or bits left over.
std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  std::uint32_t hold = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    hold = (hold << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFu;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(hold >> held & 0xFF);
  }
  if (held >= 6 || (hold & ((1u << held) - 1)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace

std::string pack_text(std::string_view bytes) { return base64url(deflate_raw(bytes)); }

Inflated unpack_text(std::string_view text, std::size_t most_bytes, std::size_t most_ratio) {
  const std::optional<std::string> deflated = from_base64url(text);
  return deflated ? inflate_raw(*deflated, most_bytes, most_ratio) : Inflated{};
}

}  // namespace zhengshe::io
