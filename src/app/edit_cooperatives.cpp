// Edits of cooperatives: their numbers, their workshops, merging and dividing by hand.
#include "app/edit_tools.h"
#include "model/fields.h"

namespace zhengshe::app {

using namespace edits;

namespace {

using model::Cooperative;
using model::CooperativeId;
using model::CooperativeQuantity;
using model::Workshop;

// The cooperative for writing, or null.
Cooperative* cooperative_of(Scenario& scenario, CooperativeId id) {
  const int index = model::index_of(scenario, id);
  return index < 0 ? nullptr : &scenario.cooperatives.edit(static_cast<std::size_t>(index));
}

// What adds up when cooperatives become one, and is shared by members when one becomes two.
bool adds_up(CooperativeQuantity quantity) {
  return quantity == CooperativeQuantity::orders_per_day || quantity == CooperativeQuantity::backlog || quantity == CooperativeQuantity::reserve ||
         quantity == CooperativeQuantity::other_costs;
}

// Kinds of goods and cadres add up in a merger but are not shared out in a division: both parts keep them.
bool adds_up_in_merger(CooperativeQuantity quantity) {
  return adds_up(quantity) || quantity == CooperativeQuantity::non_producing_cadres || quantity == CooperativeQuantity::varieties ||
         quantity == CooperativeQuantity::repertoire;
}

model::Quantity derived(double value) { return model::exact(value, model::Provenance::derived); }

// A number of two cooperatives as one: added up, or averaged over members.
model::Quantity united(CooperativeQuantity quantity, const Cooperative& a, const Cooperative& b) {
  if (a[quantity] == b[quantity] && !adds_up_in_merger(quantity)) return a.quantities[quantity];
  if (adds_up_in_merger(quantity)) return derived(a[quantity] + b[quantity]);
  const double in_a = model::members_of(a), in_b = model::members_of(b);
  return derived((a[quantity] * in_a + b[quantity] * in_b) / (in_a + in_b));
}

model::MergedPart part_of(const Cooperative& cooperative) {
  const Workshop& site = cooperative.workshops.front();
  return {cooperative.name, site.trade, site.x_km, site.y_km, model::members_of(cooperative), {}};
}

void unite(Cooperative& into, const Cooperative& other) {
  for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>()) into.quantities[quantity] = united(quantity, into, other);
  if (into.merged_from.empty()) into.merged_from.push_back(part_of(into));
  if (other.merged_from.empty()) into.merged_from.push_back(part_of(other));
  into.merged_from.insert(into.merged_from.end(), other.merged_from.begin(), other.merged_from.end());
  into.workshops.insert(into.workshops.end(), other.workshops.begin(), other.workshops.end());
}

bool names(const std::vector<model::WorkshopId>& list, model::WorkshopId id) { return std::find(list.begin(), list.end(), id) != list.end(); }

}  // namespace

Issues carry_out(const AddCooperative& edit, Scenario& scenario) {
  Cooperative cooperative;
  cooperative.id = {scenario.next_id++};
  cooperative.name = edit.name;
  Workshop workshop;
  workshop.id = {scenario.next_id++};
  workshop.trade = edit.trade;
  workshop.members = edit.members;
  workshop.x_km = edit.x_km;
  workshop.y_km = edit.y_km;
  cooperative.workshops.push_back(std::move(workshop));
  for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>())
    cooperative.quantities[quantity] = model::exact(model::field(quantity).usual);
  scenario.cooperatives.push_back(std::move(cooperative));
  return {};
}

Issues carry_out(const DuplicateCooperative& edit, Scenario& scenario) {
  const int index = model::index_of(scenario, edit.cooperative);
  if (index < 0) return no_such("no_cooperative");
  Cooperative copy = scenario.cooperatives[static_cast<std::size_t>(index)];
  copy.id = {scenario.next_id++};
  for (Workshop& workshop : copy.workshops) workshop.id = {scenario.next_id++};
  if (!copy.name.en.empty()) copy.name.en += " (copy)";
  if (!copy.name.zh.empty()) copy.name.zh += "（副本）";
  scenario.cooperatives.push_back(std::move(copy));
  return {};
}

Issues carry_out(const RemoveCooperative& edit, Scenario& scenario) {
  const int index = model::index_of(scenario, edit.cooperative);
  if (index < 0) return no_such("no_cooperative");
  scenario.cooperatives.erase(static_cast<std::size_t>(index));
  for (model::Plan& plan : scenario.plans) {
    for (model::Batch& batch : plan.batches) take_out(batch.cooperatives, edit.cooperative);
    std::erase_if(plan.treatments, [&](const model::Treatment& t) { return t.cooperative == edit.cooperative; });
    for (model::Treatment& treatment : plan.treatments)
      if (treatment.measures)
        for (model::MeasureChoice& choice : *treatment.measures) take_out(choice.partners, edit.cooperative);
  }
  const auto about_it = [&](const model::Claim& claim) {
    return std::find(claim.cooperatives.begin(), claim.cooperatives.end(), edit.cooperative) != claim.cooperatives.end();
  };
  std::erase_if(scenario.claims, about_it);
  std::erase_if(scenario.observations, [&](const model::Observation& o) { return o.cooperative == edit.cooperative; });
  return {};
}

Issues carry_out(const MergeCooperatives& edit, Scenario& scenario) {
  if (edit.others.empty()) return refusal("nothing_to_merge", {"a merger needs at least two cooperatives", "合并至少需要两个合作社"});
  for (const CooperativeId id : edit.others) {
    const int other = model::index_of(scenario, id);
    Cooperative* into = cooperative_of(scenario, edit.into);
    if (into == nullptr || other < 0 || id == edit.into) return no_such("no_cooperative");
    unite(*into, Cooperative(scenario.cooperatives[static_cast<std::size_t>(other)]));
    carry_out(RemoveCooperative{id}, scenario);
  }
  return {};
}

Issues carry_out(const DivideCooperative& edit, Scenario& scenario) {
  Cooperative* whole = cooperative_of(scenario, edit.cooperative);
  if (whole == nullptr) return no_such("no_cooperative");
  Cooperative part = *whole;
  std::erase_if(whole->workshops, [&](const Workshop& workshop) { return names(edit.leaving, workshop.id); });
  std::erase_if(part.workshops, [&](const Workshop& workshop) { return !names(edit.leaving, workshop.id); });
  if (whole->workshops.empty() || part.workshops.empty())
    return refusal("nothing_to_divide", {"each of the two needs at least one workshop", "分开后每社至少要有一个车间"});
  part.id = {scenario.next_id++};
  if (!part.name.en.empty()) part.name.en += " (divided)";
  if (!part.name.zh.empty()) part.name.zh += "（分出）";
  const double staying = model::members_of(*whole), leaving = model::members_of(part);
  for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>()) {
    if (!adds_up(quantity)) continue;
    const double all = (*whole)[quantity], given = all * leaving / (staying + leaving);
    part.quantities[quantity] = derived(given);
    whole->quantities[quantity] = derived(all - given);
  }
  scenario.cooperatives.push_back(std::move(part));
  return {};
}

Issues carry_out(const RenameCooperative& edit, Scenario& scenario) {
  Cooperative* cooperative = cooperative_of(scenario, edit.cooperative);
  if (cooperative == nullptr) return no_such("no_cooperative");
  cooperative->name = edit.name;
  return {};
}

Issues carry_out(const SetNotes& edit, Scenario& scenario) {
  Cooperative* cooperative = cooperative_of(scenario, edit.cooperative);
  if (cooperative == nullptr) return no_such("no_cooperative");
  cooperative->notes = edit.notes;
  return {};
}

Issues carry_out(const SetQuantity& edit, Scenario& scenario) {
  return carry_out(StateQuantity{edit.cooperative, edit.quantity, model::exact(edit.value)}, scenario);
}

Issues carry_out(const StateQuantity& edit, Scenario& scenario) {
  Cooperative* cooperative = cooperative_of(scenario, edit.cooperative);
  if (cooperative == nullptr) return no_such("no_cooperative");
  cooperative->quantities[edit.quantity] = edit.stated;
  return {};
}

Issues carry_out(const PutWorkshop& edit, Scenario& scenario) {
  Cooperative* cooperative = cooperative_of(scenario, edit.cooperative);
  return cooperative == nullptr ? no_such("no_cooperative") : put(scenario, cooperative->workshops, edit.workshop, "no_workshop");
}

Issues carry_out(const RemoveWorkshop& edit, Scenario& scenario) {
  Cooperative* cooperative = cooperative_of(scenario, edit.cooperative);
  return cooperative == nullptr ? no_such("no_cooperative") : remove(cooperative->workshops, edit.workshop, "no_workshop");
}

}  // namespace zhengshe::app
