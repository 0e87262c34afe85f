#include "io/encoding.h"

#include <cstdint>
#include <cstring>

#include "io/json.h"

namespace zhengshe::io {
namespace {

// Bytes of the well-formed UTF-8 sequence at the start of `text` (no overlong form, no surrogate, nothing
// above U+10FFFF), or 0.
std::size_t utf8_sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF)
    return follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (lead >= 0xF0 && lead <= 0xF4)
    return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

// Whether the next eight bytes are ASCII without NUL.
bool plain(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080, kOnes = 0x0101010101010101;
  if (at + sizeof kHigh > bytes.size()) return false;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes.data() + at, sizeof eight);
  return (eight & kHigh) == 0 && ((eight - kOnes) & kHigh) == 0;
}

}  // namespace

std::optional<model::Issue> encoding_problem(std::string_view bytes, Nul nul) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (plain(bytes, at)) {
      at += sizeof(std::uint64_t);
      continue;
    }
    const std::size_t length = utf8_sequence(bytes.substr(at));
    if (length == 0 || (bytes[at] == '\0' && nul == Nul::refused)) {
      const json::Place place = json::place_of(bytes, at);
      return model::Issue{model::Severity::error, length == 0 ? "not_utf8" : "nul_byte", "", place.line, place.column,
                          length == 0 ? model::Text{"This byte is not UTF-8; save the file as UTF-8.", "此处字节不是UTF-8；请把文件存为UTF-8。"}
                                      : model::Text{"There is a NUL byte here; the file is damaged or not a text.", "此处有NUL字节；文件已损坏或不是文本。"}};
    }
    at += length;
  }
  return std::nullopt;
}

}  // namespace zhengshe::io
