#include "mutate.h"

#include <algorithm>

#include "form.h"
#include "mend.h"
#include "values.h"

namespace zhengshe::fuzz {
namespace {

// A value of the tree and what the format says of it.
struct Place {
  Node* node = nullptr;
  Node* parent = nullptr;
  std::size_t index = 0;  // among the parent's children
  const Form* form = nullptr;

  std::string_view name() const { return parent && parent->is(Kind::array) ? parent->key : node->key; }
};

void collect(Node& node, Node* parent, std::size_t index, const Form& form, std::vector<Place>& places) {
  places.push_back({&node, parent, index, &form});
  for (std::size_t i = 0; i < node.children.size(); ++i)
    collect(node.children[i], &node, i, form_of_child(form, node, node.children[i]), places);
}

std::vector<Place> places_of(Node& scenario) {
  std::vector<Place> places;
  collect(scenario, nullptr, 0, form_of_scenario(), places);
  return places;
}

bool same_form(const Place& a, const Place& b) { return a.form->is_known && a.form == b.form; }

// The members of a record that it does not have yet, and once in a while one that nobody knows.
void add_member(Node& object, const Form& form, Dice& dice) {
  std::vector<const Form*> missing;
  for (const Form& member : shape_of(form, object).members)
    if (!object.find(member.key)) missing.push_back(&member);
  if (missing.empty() || dice.one_in(8)) {
    object.member("colour") = string_node("red");
    object.member("colour").key = "colour";
    return;
  }
  const Form& chosen = *dice.of(missing);
  Node member = made(chosen, dice);
  member.key = chosen.key;
  object.children.push_back(std::move(member));
}

void add_element(Node& list, const Form& form, Dice& dice) {
  const Form* items = shape_of(form, list).items.get();
  if (items) list.children.insert(list.children.begin() + static_cast<std::ptrdiff_t>(dice.below(list.children.size() + 1)), made(*items, dice));
}

// Replaces the value, keeping the key under which it stands.
void replace(Node& node, Node other) {
  other.key = std::move(node.key);
  node = std::move(other);
}

void copy_from_elsewhere(const Place& place, const std::vector<Place>& places, Dice& dice) {
  std::vector<const Node*> alike;
  for (const Place& other : places)
    if (other.node != place.node && same_form(other, place)) alike.push_back(other.node);
  if (!alike.empty()) replace(*place.node, *dice.of(alike));
}

void change_among_siblings(const Place& place, Dice& dice) {
  if (!place.parent) return;
  std::vector<Node>& siblings = place.parent->children;
  const auto here = siblings.begin() + static_cast<std::ptrdiff_t>(place.index);
  if (dice.one_in(3)) {
    siblings.erase(here);
  } else if (place.parent->is(Kind::array) && dice.one_in(2)) {
    Node twin = *here;
    siblings.insert(here, std::move(twin));
  } else {
    std::iter_swap(here, siblings.begin() + static_cast<std::ptrdiff_t>(dice.below(siblings.size())));
  }
}

void change_somewhere(Node& scenario, Dice& dice) {
  const std::vector<Place> places = places_of(scenario);
  const Place& place = dice.of(places);
  if (dice.one_in(5)) return change_among_siblings(place, dice);
  if (dice.one_in(6)) return copy_from_elsewhere(place, places, dice);
  const Form& form = *place.form;
  if (form.is_known && place.parent && dice.one_in(8)) return replace(*place.node, made(form, dice));
  if (place.node->is(Kind::object)) return add_member(*place.node, form, dice);
  if (place.node->is(Kind::array)) return add_element(*place.node, form, dice);
  change_value(*place.node, form, place.name(), scenario, dice);
}

// ---- cooperatives in columns ----

// True if they were; then they are rows afterwards.
bool columns_to_rows(Node& scenario) {
  Node* cooperatives = scenario.find("cooperatives");
  const Node* columns = cooperatives ? cooperatives->find("columns") : nullptr;
  if (!columns || !columns->is(Kind::object)) return false;
  Node rows;
  rows.kind = Kind::array;
  for (const Node& column : columns->children)
    for (std::size_t row = 0; row < column.children.size(); ++row) {
      while (rows.children.size() <= row) rows.children.emplace_back().kind = Kind::object;
      if (column.children[row].is(Kind::null)) continue;
      rows.children[row].children.push_back(column.children[row]);
      rows.children[row].children.back().key = column.key;
    }
  replace(*cooperatives, std::move(rows));
  return true;
}

void rows_to_columns(Node& scenario) {
  Node* cooperatives = scenario.find("cooperatives");
  if (!cooperatives || !cooperatives->is(Kind::array)) return;
  Node columns;
  columns.kind = Kind::object;
  for (std::size_t row = 0; row < cooperatives->children.size(); ++row)
    for (const Node& member : cooperatives->children[row].children) {
      Node& column = columns.member(member.key);
      column.kind = Kind::array;
      column.children.resize(row);
      column.children.push_back(member);
    }
  for (Node& column : columns.children) column.children.resize(cooperatives->children.size());
  Node holder;
  holder.kind = Kind::object;
  holder.member("columns") = std::move(columns);
  holder.children.back().key = "columns";
  replace(*cooperatives, std::move(holder));
}

std::string finished(Node& scenario, bool in_columns, Dice& dice) {
  if (!dice.one_in(12)) mend(scenario, dice);
  if (in_columns != dice.one_in(24)) rows_to_columns(scenario);
  return text_of(scenario, dice.one_in(16));
}

}  // namespace

std::optional<std::string> changed(std::string_view json, Dice& dice) {
  std::optional<Node> scenario = read_tree(json);
  if (!scenario) return std::nullopt;
  const bool in_columns = columns_to_rows(*scenario);
  do change_somewhere(*scenario, dice);
  while (!dice.one_in(3));
  return finished(*scenario, in_columns, dice);
}

std::optional<std::string> crossed(std::string_view first, std::string_view second, Dice& dice) {
  std::optional<Node> scenario = read_tree(first), other = read_tree(second);
  if (!scenario || !other) return std::nullopt;
  const bool in_columns = columns_to_rows(*scenario);
  columns_to_rows(*other);
  const std::vector<Place> mine = places_of(*scenario), others = places_of(*other);
  const Place& place = dice.of(mine);
  std::vector<const Node*> alike;
  for (const Place& candidate : others)
    if (same_form(candidate, place) && candidate.parent) alike.push_back(candidate.node);
  if (alike.empty()) return std::nullopt;
  const Node& part = *dice.of(alike);
  if (place.parent && place.parent->is(Kind::array) && dice.one_in(2)) place.parent->children.push_back(part);
  else replace(*place.node, part);
  return finished(*scenario, in_columns, dice);
}

std::string_view seedling() {
  return R"({"format":"zhengshe-scenario","formatVersion":"1.0.0","title":"","calendar":{"start":"1956-10-01","horizonDays":30},)"
         R"("trades":[{"id":1,"name":""}],"cooperatives":[{"id":1,"name":"","workshops":[{"id":1,"trade":1,"x":0,"y":0,"members":90}]}]})";
}

}  // namespace zhengshe::fuzz
