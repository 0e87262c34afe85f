// Edits of plans: batches, and decisions for single cooperatives.
#include "app/edit_tools.h"

namespace zhengshe::app {

using namespace edits;

namespace {

using model::CooperativeId;
using model::Plan;
using model::Treatment;

// Changes the decisions for one cooperative; an entry that decides nothing is not kept.
template <class Change>
Issues change_treatment(Scenario& scenario, model::PlanId plan_id, CooperativeId cooperative, Change change) {
  Plan* plan = plan_of(scenario, plan_id);
  if (plan == nullptr || model::index_of(scenario, cooperative) < 0) return no_such("no_plan");
  auto at = std::lower_bound(plan->treatments.begin(), plan->treatments.end(), cooperative,
                             [](const Treatment& t, CooperativeId id) { return t.cooperative < id; });
  Treatment undecided;
  undecided.cooperative = cooperative;
  if (at == plan->treatments.end() || at->cooperative != cooperative) at = plan->treatments.insert(at, undecided);
  change(*at);
  if (*at == undecided) plan->treatments.erase(at);
  return {};
}

template <class Change>
Issues change_plan(Scenario& scenario, model::PlanId id, Change change) {
  Plan* plan = plan_of(scenario, id);
  if (plan == nullptr) return no_such("no_plan");
  change(*plan);
  return {};
}

}  // namespace

Issues carry_out(const AddPlan& edit, Scenario& scenario) {
  Plan plan;
  plan.id = {scenario.next_id++};
  plan.name = edit.name;
  plan.deadline = scenario.calendar.last();
  scenario.plans.push_back(std::move(plan));
  return {};
}

Issues carry_out(const DuplicatePlan& edit, Scenario& scenario) {
  const Plan* original = plan_of(scenario, edit.plan);
  if (original == nullptr) return no_such("no_plan");
  Plan copy = *original;
  copy.id = {scenario.next_id++};
  for (model::Batch& batch : copy.batches) batch.id = {scenario.next_id++};
  for (model::RepairPoint& site : copy.sites) site.id = {scenario.next_id++};
  if (!copy.name.en.empty()) copy.name.en += " (copy)";
  if (!copy.name.zh.empty()) copy.name.zh += "（副本）";
  scenario.plans.insert(find_id(scenario.plans, edit.plan) + 1, std::move(copy));
  return {};
}

Issues carry_out(const RemovePlan& edit, Scenario& scenario) {
  const Plan* plan = plan_of(scenario, edit.plan);
  if (plan == nullptr) return no_such("no_plan");
  std::erase_if(scenario.claims, [plan](const model::Claim& claim) {
    return claim.batch && find_id(plan->batches, *claim.batch) != plan->batches.end();
  });
  return remove(scenario.plans, edit.plan, "no_plan");
}

Issues carry_out(const RenamePlan& edit, Scenario& scenario) {
  return change_plan(scenario, edit.plan, [&](Plan& plan) { plan.name = edit.name; });
}

Issues carry_out(const SetDeadline& edit, Scenario& scenario) {
  return change_plan(scenario, edit.plan, [&](Plan& plan) { plan.deadline = edit.deadline; });
}

Issues carry_out(const SetWeights& edit, Scenario& scenario) {
  return change_plan(scenario, edit.plan, [&](Plan& plan) { plan.weights = edit.weights; });
}

Issues carry_out(const AddBatch& edit, Scenario& scenario) {
  return change_plan(scenario, edit.plan, [&](Plan& plan) {
    model::Batch batch;
    batch.id = {scenario.next_id++};
    batch.name = edit.name;
    batch.earliest_start = edit.start;
    plan.batches.push_back(std::move(batch));
  });
}

Issues carry_out(const RemoveBatch& edit, Scenario& scenario) {
  Plan* plan = plan_of(scenario, edit.plan);
  if (plan == nullptr) return no_such("no_plan");
  std::erase_if(scenario.claims, [&](const model::Claim& claim) { return claim.batch == edit.batch; });
  return remove(plan->batches, edit.batch, "no_batch");
}

Issues carry_out(const RenameBatch& edit, Scenario& scenario) {
  Plan* plan = plan_of(scenario, edit.plan);
  if (plan == nullptr) return no_such("no_plan");
  const auto batch = find_id(plan->batches, edit.batch);
  if (batch == plan->batches.end()) return no_such("no_batch");
  batch->name = edit.name;
  return {};
}

Issues carry_out(const SetBatchStart& edit, Scenario& scenario) {
  Plan* plan = plan_of(scenario, edit.plan);
  if (plan == nullptr) return no_such("no_plan");
  const auto batch = find_id(plan->batches, edit.batch);
  if (batch == plan->batches.end()) return no_such("no_batch");
  batch->earliest_start = edit.start;
  return {};
}

Issues carry_out(const MoveToBatch& edit, Scenario& scenario) {
  Plan* plan = plan_of(scenario, edit.plan);
  if (plan == nullptr || model::index_of(scenario, edit.cooperative) < 0) return no_such("no_plan");
  const auto wanted = find_id(plan->batches, edit.batch);
  if (edit.batch && wanted == plan->batches.end()) return no_such("no_batch");
  for (model::Batch& batch : plan->batches) take_out(batch.cooperatives, edit.cooperative);
  // The week was planned for the old place; the new one is by hand.
  for (Treatment& treatment : plan->treatments)
    if (treatment.cooperative == edit.cooperative && treatment.start_week) {
      treatment.start_week.reset();
      treatment.pinned = true;
    }
  if (!edit.batch) return {};
  std::vector<CooperativeId>& list = wanted->cooperatives;
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(edit.position, list.size())), edit.cooperative);
  return {};
}

Issues carry_out(const SetMeasures& edit, Scenario& scenario) {
  return change_treatment(scenario, edit.plan, edit.cooperative, [&](Treatment& treatment) {
    treatment.measures = edit.measures;
    treatment.planned = false;
  });
}

Issues carry_out(const SetStartWeek& edit, Scenario& scenario) {
  return change_treatment(scenario, edit.plan, edit.cooperative, [&](Treatment& treatment) { treatment.start_week = edit.week; });
}

Issues carry_out(const SetTeamsAtOnce& edit, Scenario& scenario) {
  return change_treatment(scenario, edit.plan, edit.cooperative, [&](Treatment& treatment) { treatment.teams = edit.teams; });
}

Issues carry_out(const SetPinned& edit, Scenario& scenario) {
  return change_treatment(scenario, edit.plan, edit.cooperative, [&](Treatment& treatment) { treatment.pinned = edit.pinned; });
}

}  // namespace zhengshe::app
