#include "app/bulk.h"

#include <algorithm>

namespace zhengshe::app {
namespace {

std::vector<model::MeasureChoice> chosen_for(const model::Plan& plan, model::CooperativeId cooperative) {
  const model::Treatment* treatment = model::treatment_of(plan, cooperative);
  return treatment != nullptr && treatment->measures ? *treatment->measures : std::vector<model::MeasureChoice>();
}

bool has(const std::vector<model::MeasureChoice>& choices, model::Measure measure) {
  return std::any_of(choices.begin(), choices.end(), [measure](const model::MeasureChoice& choice) { return choice.measure == measure; });
}

}  // namespace

std::vector<Edit> move_all(model::PlanId plan, model::BatchId batch, std::span<const model::CooperativeId> cooperatives) {
  std::vector<Edit> edits;
  for (const model::CooperativeId cooperative : cooperatives) edits.push_back(MoveToBatch{plan, cooperative, batch});
  return edits;
}

bool all_have(const model::Plan& plan, model::Measure measure, std::span<const model::CooperativeId> cooperatives) {
  return std::all_of(cooperatives.begin(), cooperatives.end(), [&](model::CooperativeId id) { return has(chosen_for(plan, id), measure); });
}

std::vector<Edit> give_all(const model::Plan& plan, model::Measure measure, std::span<const model::CooperativeId> cooperatives) {
  std::vector<Edit> edits;
  for (const model::CooperativeId cooperative : cooperatives) {
    std::vector<model::MeasureChoice> choices = chosen_for(plan, cooperative);
    if (has(choices, measure)) continue;
    choices.push_back({.measure = measure, .partners = {}});
    edits.push_back(SetMeasures{plan.id, cooperative, std::move(choices)});
  }
  return edits;
}

std::vector<Edit> take_from_all(const model::Plan& plan, model::Measure measure, std::span<const model::CooperativeId> cooperatives) {
  std::vector<Edit> edits;
  for (const model::CooperativeId cooperative : cooperatives) {
    std::vector<model::MeasureChoice> choices = chosen_for(plan, cooperative);
    if (std::erase_if(choices, [measure](const model::MeasureChoice& choice) { return choice.measure == measure; }) == 0) continue;
    edits.push_back(SetMeasures{plan.id, cooperative, choices.empty() ? std::nullopt : std::optional(std::move(choices))});
  }
  return edits;
}

std::vector<Edit> remove_all(std::span<const model::CooperativeId> cooperatives) {
  std::vector<Edit> edits;
  for (const model::CooperativeId id : cooperatives) edits.push_back(RemoveCooperative{id});
  return edits;
}

}  // namespace zhengshe::app
