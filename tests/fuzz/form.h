// What the format says of each value of a tree: the schema of scenario files, walked beside the tree.
#pragma once

#include <memory>
#include <optional>

#include "tree.h"

namespace zhengshe::fuzz {

// A part of the schema, read once: a mutation asks each value's form many times.
struct Form {
  bool is_known = false;             // else the format says nothing
  std::string key;                   // of the member that it describes
  std::optional<Kind> kind;          // any, where there is none
  bool is_whole = false, is_date = false, has_pattern = false;
  std::optional<double> minimum, maximum;
  std::optional<std::size_t> most_characters, fewest_elements, most_elements;
  std::optional<std::string> constant;
  std::vector<std::string> words;    // the text is one of them, where there are any
  std::vector<std::string> required; // keys
  std::vector<Form> shapes;          // it is one of them, where there are any
  std::vector<Form> members;
  std::unique_ptr<Form> items;       // of an array
  std::unique_ptr<Form> others;      // members of any other key
  std::optional<Node> example;       // a single value

  // What it says of a member; an unknown form where it says nothing.
  const Form& member(std::string_view wanted) const;
};

// The schema of a whole scenario. Good as long as the program.
const Form& form_of_scenario();

// Of several shapes the one that the node has, or the first.
const Form& shape_of(const Form& form, const Node& node);

// What the form of `parent` says of its child; an unknown form where the format does not know the child.
const Form& form_of_child(const Form& form, const Node& parent, const Node& child);

// Is the node of the kind that the form wants?
bool has_kind(const Form& form, const Node& node);

// A value of the form, with the members that are required.
Node made(const Form& form, Dice& dice);

// Adds to the object the members that are required.
void add_required(Node& object, const Form& form, Dice& dice);

}  // namespace zhengshe::fuzz
