#include "tree.h"

#include <algorithm>
#include <cstdio>

namespace zhengshe::fuzz {
namespace {

// The code point of the well-formed UTF-8 sequence at `at`, which is then behind it.
std::uint32_t code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  std::uint32_t point = lead < 0xE0 ? lead & 0x1Fu : lead < 0xF0 ? lead & 0x0Fu : lead & 0x07u;
  for (; at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u; ++at)
    point = point << 6 | (static_cast<unsigned char>(text[at]) & 0x3Fu);
  return point;
}

void append_escape(std::string& text, std::uint32_t unit) {
  char escape[8];
  std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(unit));
  text += escape;
}

std::string in_ascii(std::string_view json) {
  std::string text;
  for (std::size_t at = 0; at < json.size();) {
    const std::uint32_t point = code_point(json, at);
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x10000) {
      append_escape(text, point);
    } else {
      append_escape(text, 0xD800 + ((point - 0x10000) >> 10));
      append_escape(text, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return text;
}

void append(std::string& text, const Node& node) {
  switch (node.kind) {
    case Kind::null: text += "null"; return;
    case Kind::boolean: text += node.number != 0 ? "true" : "false"; return;
    case Kind::number: text += io::json::number_text(node.number); return;
    case Kind::string: text += io::json::quotation_of(node.text); return;
    case Kind::array:
    case Kind::object: break;
  }
  const bool is_object = node.is(Kind::object);
  text += is_object ? '{' : '[';
  for (const Node& child : node.children) {
    if (&child != &node.children.front()) text += ',';
    if (is_object) (text += io::json::quotation_of(child.key)) += ':';
    append(text, child);
  }
  text += is_object ? '}' : ']';
}

}  // namespace

const Node* Node::find(std::string_view wanted) const {
  if (!is(Kind::object)) return nullptr;
  for (const Node& child : children)
    if (child.key == wanted) return &child;
  return nullptr;
}

double Node::number_of(std::string_view wanted) const {
  const Node* found = find(wanted);
  return found ? found->number : 0;
}

std::string_view Node::text_of(std::string_view wanted) const {
  const Node* found = find(wanted);
  return found ? std::string_view(found->text) : std::string_view();
}

Node& Node::member(std::string_view wanted) {
  if (Node* found = find(wanted)) return *found;
  children.emplace_back().key = wanted;
  return children.back();
}

void Node::remove(std::string_view unwanted) {
  std::erase_if(children, [&](const Node& child) { return child.key == unwanted; });
}

Node number_node(double number) {
  Node node;
  node.kind = Kind::number;
  node.number = number;
  return node;
}

Node string_node(std::string_view text) {
  Node node;
  node.kind = Kind::string;
  node.text = text;
  return node;
}

Node tree_of(Value value) {
  Node node;
  node.kind = value.kind();
  node.key = value.key();
  if (value.is(Kind::number)) node.number = value.number();
  if (value.is(Kind::boolean)) node.number = value.boolean() ? 1 : 0;
  if (value.is(Kind::string)) node.text = value.text();
  node.children.reserve(value.size());
  for (Value child = value.first(); child; child = child.next()) node.children.push_back(tree_of(child));
  return node;
}

std::string text_of(const Node& tree, bool escaped) {
  std::string text;
  append(text, tree);
  return escaped ? in_ascii(text) : text;
}

}  // namespace zhengshe::fuzz
