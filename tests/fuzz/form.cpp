#include "form.h"

#include <algorithm>

#include "io/schema.h"

namespace zhengshe::fuzz {
namespace {

namespace json = io::json;

const Form kUnknown;

// ---- reading the schema ----

std::optional<double> number_of(Value schema, std::string_view key) {
  const Value found = schema.find(key);
  return found ? std::optional(found.number()) : std::nullopt;
}

std::optional<std::size_t> count_of(Value schema, std::string_view key) {
  const Value found = schema.find(key);
  return found ? std::optional(static_cast<std::size_t>(found.number())) : std::nullopt;
}

std::vector<std::string> texts_of(Value list) {
  std::vector<std::string> texts;
  if (list)
    for (Value text = list.first(); text; text = text.next()) texts.emplace_back(text.text());
  return texts;
}

std::optional<Kind> kind_of(std::string_view type) {
  if (type == "null") return Kind::null;
  if (type == "boolean") return Kind::boolean;
  if (type == "number" || type == "integer") return Kind::number;
  if (type == "string") return Kind::string;
  return type == "array" ? Kind::array : Kind::object;
}

Form form_of(Value schema);

std::vector<Form> forms_of(Value list) {
  std::vector<Form> forms;
  if (list)
    for (Value schema = list.first(); schema; schema = schema.next()) forms.push_back(form_of(schema));
  return forms;
}

std::unique_ptr<Form> part_of(Value schema) { return schema.is(Kind::object) ? std::make_unique<Form>(form_of(schema)) : nullptr; }

std::optional<Node> example_of(Value examples, const Form& form) {
  const Value first = examples ? examples.first() : Value();
  if (!first || first.is(Kind::array) || first.is(Kind::object)) return std::nullopt;
  Node example = tree_of(first);
  example.key.clear();
  return has_kind(form, example) ? std::optional(std::move(example)) : std::nullopt;
}

Form form_of(Value schema) {
  Form form;
  form.is_known = true;
  form.key = schema.key();
  if (const Value type = schema.find("type")) {
    form.kind = kind_of(type.text());
    form.is_whole = type.text() == "integer";
  }
  const Value format = schema.find("format");
  form.is_date = format && format.text() == "date";
  form.has_pattern = static_cast<bool>(schema.find("pattern"));
  form.minimum = number_of(schema, "minimum");
  form.maximum = number_of(schema, "maximum");
  form.most_characters = count_of(schema, "maxLength");
  form.fewest_elements = count_of(schema, "minItems");
  form.most_elements = count_of(schema, "maxItems");
  if (const Value constant = schema.find("const")) form.constant = constant.text();
  form.words = texts_of(schema.find("enum"));
  form.required = texts_of(schema.find("required"));
  form.shapes = forms_of(schema.find("anyOf"));
  form.members = forms_of(schema.find("properties"));
  form.items = part_of(schema.find("items"));
  form.others = part_of(schema.find("additionalProperties"));
  form.example = example_of(schema.find("examples"), form);
  return form;
}

Form read_schema() {
  model::Issues issues;
  const std::string text = io::scenario_schema();
  return form_of(json::parse(text, issues)->root());
}

// ---- values of a form ----

Node made_of_kind(const Form& form, Dice& dice) {
  if (form.kind == Kind::string) return string_node(form.is_date ? "1956-12-01" : form.has_pattern ? "1" : "");
  if (form.kind == Kind::number) return number_node(form.minimum.value_or(1));
  Node node;
  node.kind = *form.kind;
  if (node.is(Kind::object)) add_required(node, form, dice);
  if (node.is(Kind::array) && form.items)
    for (std::size_t count = form.fewest_elements.value_or(1); count > 0; --count) node.children.push_back(made(*form.items, dice));
  return node;
}

}  // namespace

const Form& Form::member(std::string_view wanted) const {
  const auto found = std::find_if(members.begin(), members.end(), [wanted](const Form& form) { return form.key == wanted; });
  return found == members.end() ? kUnknown : *found;
}

const Form& form_of_scenario() {
  static const Form form = read_schema();
  return form;
}

bool has_kind(const Form& form, const Node& node) {
  if (!form.words.empty()) return node.is(Kind::string);
  return !form.kind || form.kind == node.kind;
}

const Form& shape_of(const Form& form, const Node& node) {
  const Form* first = nullptr;
  for (const Form& shape : form.shapes) {
    const Form& inner = shape_of(shape, node);
    if (has_kind(inner, node)) return inner;
    if (!first) first = &inner;
  }
  return first ? *first : form;
}

const Form& form_of_child(const Form& form, const Node& parent, const Node& child) {
  const Form& shape = shape_of(form, parent);
  if (parent.is(Kind::array)) return shape.items ? *shape.items : kUnknown;
  const Form& known = shape.member(child.key);
  return known.is_known || !shape.others ? known : *shape.others;
}

void add_required(Node& object, const Form& form, Dice& dice) {
  for (const std::string& key : form.required) {
    if (object.find(key)) continue;
    Node member = made(form.member(key), dice);
    member.key = key;
    object.children.push_back(std::move(member));
  }
}

Node made(const Form& form, Dice& dice) {
  if (form.constant) return string_node(*form.constant);
  if (!form.words.empty()) return string_node(dice.of(form.words));
  if (form.example && (form.has_pattern || dice.one_in(2))) return *form.example;
  if (!form.shapes.empty()) return made(dice.of(form.shapes), dice);
  return form.kind ? made_of_kind(form, dice) : Node{};
}

}  // namespace zhengshe::fuzz
