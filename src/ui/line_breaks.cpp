#include "ui/line_breaks.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace zhengshe::ui {
namespace {

bool is_wide(char32_t c) { return c >= 0x2E80; }

bool is_among(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool may_begin(char32_t c) { return !is_among(c, U" ,.;:!?%)]}…—·’”、。〉》」』】〕！％），．：；？～"); }
bool may_end(char32_t c) { return !is_among(c, U"([{‘“〈《「『【〔（"); }

bool may_break(char32_t before, char32_t after) {
  if (before == ' ') return true;
  return (is_wide(before) || is_wide(after) || before == U'—' || before == U'…') && may_end(before) && may_begin(after);
}

struct Letter {
  char32_t code = 0;
  int bytes = 0;
};

Letter letter_at(std::string_view words, std::size_t at) {
  unsigned int code = 0;
  const int bytes = ImTextCharFromUtf8(&code, words.data() + at, words.data() + words.size());
  return {static_cast<char32_t>(code), bytes > 0 ? bytes : 1};
}

bool has_wide(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const Letter letter = letter_at(words, at);
    if (is_wide(letter.code)) return true;
    at += static_cast<std::size_t>(letter.bytes);
  }
  return false;
}

}  // namespace

std::string with_line_breaks(std::string_view words, float width, const std::function<float(char32_t)>& advance) {
  std::string lines;
  if (!has_wide(words)) return lines.assign(words);
  std::size_t begin = 0, opening = 0;  // of the line; where it may end at the latest, 0 = nowhere yet
  float reached = 0, reached_at_opening = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < words.size();) {
    const Letter letter = letter_at(words, at);
    if (at > begin && may_break(before, letter.code)) opening = at, reached_at_opening = reached;
    const float step = advance(letter.code);
    if (letter.code != '\n' && letter.code != ' ' && reached + step > width && opening > begin) {
      lines.append(words.substr(begin, opening - begin)) += '\n';
      begin = opening;
      reached -= reached_at_opening;
    }
    reached += step;
    at += static_cast<std::size_t>(letter.bytes);
    if (letter.code == '\n') {
      lines.append(words.substr(begin, at - begin));
      begin = at;
      reached = 0;
    }
    before = letter.code;
  }
  return lines.append(words.substr(begin));
}

}  // namespace zhengshe::ui
