// A JSON text as a tree that can be changed, which the program's own documents cannot.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "io/json.h"

namespace zhengshe::fuzz {

using io::json::Kind;
using io::json::Value;

struct Node {
  Kind kind = Kind::null;
  std::string key;              // under which its object holds it
  std::string text;             // of a string
  double number = 0;            // of a number; of a boolean 0 or 1
  std::vector<Node> children;   // of an object or array

  bool is(Kind wanted) const { return kind == wanted; }
  const Node* find(std::string_view wanted) const;
  Node* find(std::string_view wanted) { return const_cast<Node*>(static_cast<const Node&>(*this).find(wanted)); }
  // Of a member, where there is one.
  double number_of(std::string_view wanted) const;
  std::string_view text_of(std::string_view wanted) const;
  // The member of an object, made if there is none.
  Node& member(std::string_view wanted);
  void remove(std::string_view unwanted);
};

Node number_node(double number);
Node string_node(std::string_view text);

Node tree_of(Value value);

// Of a JSON text, whose numbers and strings need not be what the program accepts; nothing where it is none. The program's
// own reader, with all its checks, would take longer for this than for all of what is tried.
std::optional<Node> read_tree(std::string_view json);

// As JSON without spaces. `escaped`: everything beyond ASCII as \uXXXX.
std::string text_of(const Node& tree, bool escaped);

// The same seed gives the same choices, so that a finding can be repeated.
class Dice {
 public:
  explicit Dice(unsigned seed) : source_(seed + 1) {}
  std::size_t below(std::size_t count) { return source_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  double share() { return static_cast<double>(source_()) / 2147483647.0; }
  template <class List>
  auto& of(List& list) {
    return list[below(std::size(list))];
  }

 private:
  std::minstd_rand source_;
};

}  // namespace zhengshe::fuzz
