#include "model/scenario.h"

#include <algorithm>

namespace zhengshe::model {
namespace {

template <class List, class IdType>
int sorted_index(const List& list, IdType id) {
  std::size_t first = 0;
  std::size_t last = list.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (list[middle].id < id)
      first = middle + 1;
    else
      last = middle;
  }
  return first < list.size() && list[first].id == id ? static_cast<int>(first) : -1;
}

SourceId source_with_key(std::vector<Source>& sources, std::string_view key) {
  if (key.empty()) return {};
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (sources[i].key == key) return {static_cast<std::uint32_t>(i + 1)};
  sources.push_back({std::string(key), known_source_title(key), {}, {}});
  return {static_cast<std::uint32_t>(sources.size())};
}

}  // namespace

int index_of(const Scenario& scenario, CooperativeId id) { return sorted_index(scenario.cooperatives, id); }
int index_of(const Scenario& scenario, TradeId id) { return sorted_index(scenario.trades, id); }

int index_of(const Scenario& scenario, PlanId id) {
  const auto found = std::find_if(scenario.plans.begin(), scenario.plans.end(), [id](const Plan& p) { return p.id == id; });
  return found == scenario.plans.end() ? -1 : static_cast<int>(found - scenario.plans.begin());
}

const Plan* find_plan(const Scenario& scenario, PlanId id) {
  const int index = id ? index_of(scenario, id) : -1;
  return index < 0 ? nullptr : &scenario.plans[static_cast<std::size_t>(index)];
}

Assumptions default_assumptions(std::vector<Source>& sources) {
  Assumptions assumptions;
  for (const Coefficient coefficient : all_of<Coefficient>()) {
    const CoefficientInfo& known = info(coefficient);
    assumptions[coefficient] = {
        {known.value, known.low, known.high, known.provenance, source_with_key(sources, known.source_key), {}},
        known.distribution,
        {}};
  }
  return assumptions;
}

Scenario empty_scenario() {
  Scenario scenario;
  scenario.assumptions = default_assumptions(scenario.sources);
  return scenario;
}

}  // namespace zhengshe::model
