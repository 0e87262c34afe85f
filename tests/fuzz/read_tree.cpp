#include <algorithm>
#include <charconv>
#include <cmath>

#include "tree.h"

namespace zhengshe::fuzz {
namespace {

constexpr int kDeepest = 64;

void append_utf8(std::string& text, std::uint32_t point) {
  const auto add = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) return add(point);
  if (point < 0x800) {
    add(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      add(0xE0 | point >> 12);
    } else {
      add(0xF0 | point >> 18);
      add(0x80 | (point >> 12 & 0x3F));
    }
    add(0x80 | (point >> 6 & 0x3F));
  }
  add(0x80 | (point & 0x3F));
}

// Every function takes what it reads off the front, and is false where that does not come.
class TreeReader {
 public:
  explicit TreeReader(std::string_view json) : rest_(json) {}

  bool value(Node& node, int depth) {
    skip_blanks();
    if (rest_.empty() || depth > kDeepest) return false;
    switch (rest_.front()) {
      case '{': return children(node, Kind::object, '}', depth);
      case '[': return children(node, Kind::array, ']', depth);
      case '"': node.kind = Kind::string; return string(node.text);
      case 't': node.kind = Kind::boolean; node.number = 1; return word("true");
      case 'f': node.kind = Kind::boolean; return word("false");
      case 'n': return word("null");
      default: node.kind = Kind::number; return number(node.number);
    }
  }

  bool is_at_end() {
    skip_blanks();
    return rest_.empty();
  }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  bool take(char wanted) {
    skip_blanks();
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool word(std::string_view wanted) {
    if (!rest_.starts_with(wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }

  bool number(double& number) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc() || !std::isfinite(number)) return false;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return true;
  }

  bool children(Node& node, Kind kind, char end, int depth) {
    node.kind = kind;
    rest_.remove_prefix(1);
    if (take(end)) return true;
    do {
      Node& child = node.children.emplace_back();
      skip_blanks();
      if (kind == Kind::object && !(string(child.key) && take(':'))) return false;
      if (!value(child, depth + 1)) return false;
    } while (take(','));
    return take(end);
  }

  bool string(std::string& text) {
    if (!take('"')) return false;
    while (true) {
      const std::size_t length = rest_.find_first_of("\"\\");
      if (length == std::string_view::npos) return false;
      text += rest_.substr(0, length);
      const bool ends = rest_[length] == '"';
      rest_.remove_prefix(length + 1);
      if (ends) return true;
      if (!escape(text)) return false;
    }
  }

  bool escape(std::string& text) {
    constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
    if (rest_.empty()) return false;
    const char letter = rest_.front();
    rest_.remove_prefix(1);
    if (letter == 'u') return code_point(text);
    const std::size_t which = kLetters.find(letter);
    if (which == std::string_view::npos) return false;
    text += kMeanings[which];
    return true;
  }

  bool code_unit(std::uint32_t& unit) {
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + std::min<std::size_t>(4, rest_.size()), unit, 16);
    if (error != std::errc() || end != rest_.data() + 4) return false;
    rest_.remove_prefix(4);
    return true;
  }

  bool code_point(std::string& text) {
    std::uint32_t point = 0, low = 0;
    if (!code_unit(point)) return false;
    if (point >= 0xD800 && point < 0xE000) {
      if (point >= 0xDC00 || !word("\\u") || !code_unit(low) || low < 0xDC00 || low >= 0xE000) return false;
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(text, point);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<Node> read_tree(std::string_view json) {
  TreeReader reader(json);
  Node root;
  return reader.value(root, 0) && reader.is_at_end() ? std::optional(std::move(root)) : std::nullopt;
}

}  // namespace zhengshe::fuzz
