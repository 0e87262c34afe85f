// What the edits share in changing a scenario.
#pragma once

#include <algorithm>

#include "app/edit_kinds.h"

namespace zhengshe::app::edits {

using model::Issues;
using model::Scenario;

inline Issues refusal(std::string_view code, model::Text message) {
  return {{model::Severity::error, std::string(code), {}, 0, 0, std::move(message)}};
}

inline Issues no_such(std::string_view code) {
  return refusal(code, {"what it refers to does not exist any more", "所指的对象已不存在"});
}

inline void take_out(std::vector<model::CooperativeId>& list, model::CooperativeId id) { std::erase(list, id); }

template <class List, class IdType>
auto find_id(List& list, IdType id) {
  return std::find_if(list.begin(), list.end(), [id](const auto& item) { return item.id == id; });
}

// Put…: over the one with the same id, or at the end under a fresh one.
template <class T>
Issues put(Scenario& scenario, std::vector<T>& list, T value, std::string_view code) {
  if (!value.id) {
    value.id = {scenario.next_id++};
    list.push_back(std::move(value));
    return {};
  }
  const auto at = find_id(list, value.id);
  if (at == list.end()) return no_such(code);
  *at = std::move(value);
  return {};
}

template <class T, class IdType>
Issues remove(std::vector<T>& list, IdType id, std::string_view code) {
  const auto at = find_id(list, id);
  if (at == list.end()) return no_such(code);
  list.erase(at);
  return {};
}

// The plan for writing, or null.
inline model::Plan* plan_of(Scenario& scenario, model::PlanId id) {
  const auto at = find_id(scenario.plans, id);
  return at == scenario.plans.end() ? nullptr : &*at;
}

}  // namespace zhengshe::app::edits
