#include <algorithm>
#include <charconv>

#include "io/json.h"

namespace zhengshe::io::json {

Kind Value::kind() const { return document_->nodes_[index_].kind; }
bool Value::boolean() const { return document_->nodes_[index_].number != 0; }
double Value::number() const { return document_->nodes_[index_].number; }
std::size_t Value::size() const { return document_->nodes_[index_].children; }
std::size_t Value::offset() const { return document_->nodes_[index_].offset; }

std::string_view Value::text() const {
  const Document::Node& node = document_->nodes_[index_];
  return std::string_view(document_->text_).substr(node.text.begin, node.text.size);
}

std::string_view Value::key() const {
  const Document::Node& node = document_->nodes_[index_];
  return std::string_view(document_->text_).substr(node.key_begin, node.key_size);
}

Value Value::first() const { return size() == 0 ? Value() : Value(document_, index_ + 1); }

Value Value::next() const {
  const Document::Node& node = document_->nodes_[index_];
  return node.last ? Value() : Value(document_, node.end);
}

Value Value::find(std::string_view key) const {
  if (!is(Kind::object)) return {};
  for (Value member = first(); member; member = member.next())
    if (member.key() == key) return member;
  return {};
}

Place Places::of(std::size_t offset) {
  for (const std::size_t end = std::min(offset, bytes_.size()); at_ < end; ++at_) {
    const char c = bytes_[at_];
    if (c == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++place_.column;
    }
  }
  return place_;
}

Place place_of(std::string_view bytes, std::size_t offset) { return Places(bytes).of(offset); }

namespace {

std::string unescaped_token(std::string_view token) {
  std::string text;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool escape = token[i] == '~' && i + 1 < token.size();
    text += escape ? (token[++i] == '1' ? '/' : '~') : token[i];
  }
  return text;
}

Value child(Value parent, std::string_view token) {
  if (parent.is(Kind::object)) return parent.find(token);
  if (!parent.is(Kind::array)) return {};
  std::size_t position = 0;
  const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), position);
  if (error != std::errc() || end != token.data() + token.size() || position >= parent.size()) return {};
  Value element = parent.first();
  for (; position > 0; --position) element = element.next();
  return element;
}

}  // namespace

Value at_pointer(Value root, std::string_view pointer) {
  Value here = root;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    const Value below = child(here, unescaped_token(pointer.substr(0, end)));
    if (!below) break;
    here = below;
    pointer.remove_prefix(end);
  }
  return here;
}

std::string pointer_token(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~') token += "~0";
    else if (c == '/') token += "~1";
    else token += c;
  }
  return token;
}

}  // namespace zhengshe::io::json
