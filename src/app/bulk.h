// Edits of many cooperatives at once: handed to the session together, they are one step of undo.
#pragma once

#include <span>
#include <vector>

#include "app/edit.h"
#include "model/scenario.h"

namespace zhengshe::app {

/// All of them into the batch of the plan, in their order, behind those already in it; none: out of every batch.
std::vector<Edit> move_all(model::PlanId plan, model::BatchId batch, std::span<const model::CooperativeId> cooperatives);

/// Have all of them a measure chosen by hand?
bool all_have(const model::Plan& plan, model::Measure measure, std::span<const model::CooperativeId> cooperatives);

/// The measure added to what was chosen for each by hand.
std::vector<Edit> give_all(const model::Plan& plan, model::Measure measure, std::span<const model::CooperativeId> cooperatives);

/// The measure taken from each; whoever has none left is treated as its inspection finds.
std::vector<Edit> take_from_all(const model::Plan& plan, model::Measure measure, std::span<const model::CooperativeId> cooperatives);

/// Deletes them.
std::vector<Edit> remove_all(std::span<const model::CooperativeId> cooperatives);

}  // namespace zhengshe::app
