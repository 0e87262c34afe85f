#include "app/visible.h"

#include <cstdint>

namespace zhengshe::app {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Unicode 15: control characters of the second block, soft hyphen, marks, embeddings, overrides and isolates of
// direction, joiners and spaces without width, tags, and what is no character and may not stand in XML.
bool draws_nothing(char32_t c) {
  return (c >= 0x80 && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c < 0xE0080);
}

char32_t drawn(char32_t c) {
  if (c == '\n' || c == '\t') return c;
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  return draws_nothing(c) ? kReplacement : c;
}

// Takes the first character off text that is UTF-8.
char32_t take(std::string_view& text) {
  const auto lead = static_cast<std::uint8_t>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length && i < text.size(); ++i) character = (character << 6) | (static_cast<std::uint8_t>(text[i]) & 0x3Fu);
  text.remove_prefix(length < text.size() ? length : text.size());
  return character;
}

// Of three bytes, as every replacement and picture is.
void append(std::string& text, char32_t character) {
  text += static_cast<char>(0xE0 | (character >> 12));
  text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
  text += static_cast<char>(0x80 | (character & 0x3F));
}

}  // namespace

std::string visible(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const std::string_view rest = text;
    const char32_t character = take(text);
    if (drawn(character) == character) shown += rest.substr(0, rest.size() - text.size());
    else append(shown, drawn(character));
  }
  return shown;
}

}  // namespace zhengshe::app
