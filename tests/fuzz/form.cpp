#include "form.h"

#include <optional>

#include "io/schema.h"

namespace zhengshe::fuzz {

namespace json = io::json;

Value form_of_scenario() {
  static const std::string text = io::scenario_schema();
  static model::Issues issues;
  static const std::optional<json::Document> document = json::parse(text, issues);
  return document->root();
}

bool has_kind(Value form, const Node& node) {
  if (form.find("enum")) return node.is(Kind::string);
  const Value type = form.find("type");
  if (!type) return true;
  switch (node.kind) {
    case Kind::null: return type.text() == "null";
    case Kind::boolean: return type.text() == "boolean";
    case Kind::number: return type.text() == "number" || type.text() == "integer";
    case Kind::string: return type.text() == "string";
    case Kind::array: return type.text() == "array";
    case Kind::object: return type.text() == "object";
  }
  return false;
}

Value shape_of(Value form, const Node& node) {
  const Value shapes = form.find("anyOf");
  if (!shapes) return form;
  Value first;
  for (Value shape = shapes.first(); shape; shape = shape.next()) {
    const Value inner = shape_of(shape, node);
    if (has_kind(inner, node)) return inner;
    if (!first) first = inner;
  }
  return first;
}

Value form_of_child(Value form, const Node& parent, const Node& child) {
  const Value shape = shape_of(form, parent);
  if (parent.is(Kind::array)) return shape.find("items");
  if (const Value known = shape.find("properties").find(child.key)) return known;
  const Value others = shape.find("additionalProperties");
  return others.is(Kind::object) ? others : Value();
}

void add_required(Node& object, Value form, Dice& dice) {
  const Value required = form.find("required");
  if (!required) return;
  for (Value key = required.first(); key; key = key.next()) {
    if (object.find(key.text())) continue;
    Node member = made(form.find("properties").find(key.text()), dice);
    member.key = key.text();
    object.children.push_back(std::move(member));
  }
}

namespace {

Node made_of_type(Value form, Dice& dice) {
  const std::string_view type = form.find("type").text();
  if (type == "string") return string_node(form.find("format") ? "1956-12-01" : form.find("pattern") ? "1" : "");
  if (type == "number" || type == "integer") return number_node(form.find("minimum") ? form.find("minimum").number() : 1);
  Node node;
  if (type == "boolean") node.kind = Kind::boolean;
  if (type == "object") {
    node.kind = Kind::object;
    add_required(node, form, dice);
  }
  if (type == "array") {
    node.kind = Kind::array;
    const Value least = form.find("minItems");
    const std::size_t count = least ? static_cast<std::size_t>(least.number()) : 1;
    while (form.find("items") && node.children.size() < count) node.children.push_back(made(form.find("items"), dice));
  }
  return node;
}

// One of the list's members.
Value any_of(Value list, Dice& dice) {
  Value member = list.first();
  for (std::size_t skipped = dice.below(list.size()); skipped > 0; --skipped) member = member.next();
  return member;
}

// The form's example, where it is a single value.
std::optional<Node> example_of(Value form) {
  const Value examples = form.find("examples");
  const Value first = examples ? examples.first() : Value();
  if (!first || first.is(Kind::array) || first.is(Kind::object)) return std::nullopt;
  Node example = tree_of(first);
  return has_kind(form, example) ? std::optional(std::move(example)) : std::nullopt;
}

}  // namespace

Node made(Value form, Dice& dice) {
  if (const Value constant = form.find("const")) return string_node(constant.text());
  if (const Value words = form.find("enum")) return string_node(any_of(words, dice).text());
  if (std::optional<Node> example = example_of(form); example && (form.find("pattern") || dice.one_in(2))) return std::move(*example);
  if (const Value shapes = form.find("anyOf")) return made(any_of(shapes, dice), dice);
  return form.find("type") ? made_of_type(form, dice) : Node{};
}

}  // namespace zhengshe::fuzz
