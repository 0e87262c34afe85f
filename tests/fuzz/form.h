// What the format says of each value of a tree: the schema of scenario files, walked beside the tree.
#pragma once

#include "tree.h"

namespace zhengshe::fuzz {

// The schema of a whole scenario. Good as long as the program.
Value form_of_scenario();

// Of several shapes the one that the node has, or the first.
Value shape_of(Value form, const Node& node);

// What the form of `parent` says of its child; nothing where the format does not know the child.
Value form_of_child(Value form, const Node& parent, const Node& child);

// Is the node of the kind that the form wants?
bool has_kind(Value form, const Node& node);

// A value of the form, with the members that are required.
Node made(Value form, Dice& dice);

// Adds to the object the members that are required.
void add_required(Node& object, Value form, Dice& dice);

}  // namespace zhengshe::fuzz
