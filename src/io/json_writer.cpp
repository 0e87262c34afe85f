#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "io/json.h"

namespace zhengshe::io::json {
namespace {

constexpr std::size_t kOneLineBytes = 120;

}  // namespace

std::string number_text(double number) {
  char text[40];
  if (number == 0) return "0";
  if (std::trunc(number) == number && std::fabs(number) <= kLargestWhole) {
    std::snprintf(text, sizeof text, "%.0f", number);
    return text;
  }
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, number);
    if (std::strtod(text, nullptr) == number) break;
  }
  return text;
}

std::string quotation_of(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\r') {
      result += "\\r";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
      result += escape;
    } else {
      result += c;
    }
  }
  return result + '"';
}

void Writer::open(bool is_object, bool compact) {
  const bool inherited = !levels_.empty() && levels_.back().compact;
  levels_.push_back({is_object, compact || inherited, std::move(pending_key_), {}});
  pending_key_.clear();
}

std::vector<Item> Writer::take_object() {
  std::vector<Item> items = std::move(levels_.back().items);
  pending_key_ = std::move(levels_.back().key);
  levels_.pop_back();
  return items;
}

void Writer::close() {
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  std::size_t bytes = 0;
  bool broken = false;
  for (const Item& item : level.items) {
    bytes += item.key.size() + item.text.size() + (level.is_object ? 6 : 2);
    broken = broken || (bytes <= kOneLineBytes && item.text.find('\n') != std::string::npos);
  }
  const bool one_line = level.compact || (!broken && bytes <= kOneLineBytes);
  const std::string indent(2 * levels_.size(), ' ');
  std::string text;
  text.reserve(bytes + (one_line ? 2 : level.items.size() * (indent.size() + 3)));
  text += level.is_object ? '{' : '[';
  for (const Item& item : level.items) {
    if (&item != &level.items.front()) text += !one_line || level.compact ? "," : ", ";
    if (!one_line) text += '\n' + indent + "  ";
    if (level.is_object) text += quotation_of(item.key) + (level.compact ? ":" : ": ");
    text += item.text;
  }
  if (!one_line) text += '\n' + indent;
  text += level.is_object ? '}' : ']';
  pending_key_ = level.key;
  add(std::move(text));
}

void Writer::add(std::string text) {
  if (levels_.empty()) {
    result_ = std::move(text);
    return;
  }
  levels_.back().items.push_back({std::move(pending_key_), std::move(text)});
  pending_key_.clear();
}

void Writer::value(Value value) {
  switch (value.kind()) {
    case Kind::null: return null();
    case Kind::boolean: return boolean(value.boolean());
    case Kind::number: return number(value.number());
    case Kind::string: return string(value.text());
    case Kind::array: begin_array(); break;
    case Kind::object: begin_object(); break;
  }
  for (Value child = value.first(); child; child = child.next()) {
    if (value.is(Kind::object)) key(child.key());
    this->value(child);
  }
  close();
}

std::string Writer::finish() && { return std::move(result_) + '\n'; }

}  // namespace zhengshe::io::json
