#include "platform/record.h"

#include <charconv>
#include <cstdio>

namespace zhengshe::platform {
namespace {

constexpr std::string_view kMagic = "zhengshe-record";
constexpr int kVersion = 1;

// Takes the text up to `end` off the front of `rest`; nothing when `end` does not come.
std::optional<std::string_view> take_until(std::string_view& rest, char end) {
  const std::size_t length = rest.find(end);
  if (length == std::string_view::npos) return std::nullopt;
  const std::string_view taken = rest.substr(0, length);
  rest.remove_prefix(length + 1);
  return taken;
}

template <class Integer>
bool take_number(std::string_view& rest, char end, Integer& number, int base = 10) {
  const auto text = take_until(rest, end);
  if (!text || text->empty()) return false;
  const auto [last, error] = std::from_chars(text->data(), text->data() + text->size(), number, base);
  return error == std::errc() && last == text->data() + text->size();
}

// Names may hold anything, so each is preceded by its length.
void append_text(std::string& out, std::string_view text) { out += std::to_string(text.size()) + ':' + std::string(text); }

bool take_text(std::string_view& rest, std::string& text) {
  std::size_t size = 0;
  if (!take_number(rest, ':', size) || size > rest.size()) return false;
  text = rest.substr(0, size);
  rest.remove_prefix(size);
  return true;
}

bool read_body(std::string_view body, Snapshot& snapshot) {
  return take_number(body, ' ', snapshot.number) && take_number(body, ' ', snapshot.parent) &&
         take_number(body, ' ', snapshot.time_ms) && take_text(body, snapshot.document) && take_text(body, snapshot.label) &&
         take_text(body, snapshot.bytes) && body.empty();
}

}  // namespace

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320u : 0u);
  }
  return ~crc;
}

std::string encode_record(const Snapshot& snapshot) {
  std::string body = std::to_string(snapshot.number) + ' ' + std::to_string(snapshot.parent) + ' ' + std::to_string(snapshot.time_ms) + ' ';
  append_text(body, snapshot.document);
  append_text(body, snapshot.label);
  append_text(body, snapshot.bytes);
  char head[80];
  std::snprintf(head, sizeof head, "%s %d %zu %08x\n", kMagic.data(), kVersion, body.size(), crc32(body));
  return head + body;
}

DecodedRecord decode_record(std::string_view bytes) {
  const DecodedRecord damaged{{}, RecordFault::damaged};
  std::string_view rest = bytes;
  int version = 0;
  if (take_until(rest, ' ') != kMagic || !take_number(rest, ' ', version) || version < 1) return damaged;
  if (version > kVersion) return {{}, RecordFault::newer};
  std::size_t size = 0;
  std::uint32_t checksum = 0;
  if (!take_number(rest, ' ', size) || !take_number(rest, '\n', checksum, 16)) return damaged;
  if (rest.size() != size || crc32(rest) != checksum) return damaged;
  DecodedRecord decoded;
  return read_body(rest, decoded.snapshot) ? decoded : damaged;
}

}  // namespace zhengshe::platform
