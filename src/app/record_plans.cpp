// Plans and the batches of the shown one.
#include "app/chapters.h"
#include "app/weights.h"

namespace zhengshe::app {
namespace {

std::vector<Record> list_plans(const Session& session) { return named_records(session, session.scenario().plans); }

bool describe_weights(RecordForm& form, model::ObjectiveWeights& weights) {
  bool written = false;
  for (const auto& [label, weight] : kWeightLabels)
    written = form.number("weight/" + std::to_string(static_cast<int>(label) - static_cast<int>(Key::weight_output)), form.word(label), weights.*weight, model::kWeight) || written;
  return written;
}

std::optional<Edit> describe_plan(RecordForm& form, const Session& session, std::uint32_t key) {
  const model::Plan* plan = model::find_plan(session.scenario(), {key});
  if (plan == nullptr) return std::nullopt;
  RenamePlan renamed{plan->id, plan->name};
  SetDeadline deadline{plan->id, plan->deadline};
  SetWeights weights{plan->id, plan->weights};
  std::optional<Edit> edit;
  if (form.text("name", form.word(Key::column_name), renamed.name)) edit = renamed;
  if (form.date("deadline", form.word(Key::deadline), deadline.deadline)) edit = deadline;
  if (describe_weights(form, weights.weights)) edit = weights;
  return edit;
}

std::optional<Edit> add_plan(const Session&) { return AddPlan{new_name()}; }
std::optional<Edit> remove_plan(const Session&, std::uint32_t key) { return RemovePlan{{key}}; }

std::vector<Record> list_batches(const Session& session) {
  return session.plan() != nullptr ? named_records(session, session.plan()->batches) : std::vector<Record>();
}

std::optional<Edit> describe_batch(RecordForm& form, const Session& session, std::uint32_t key) {
  const model::Batch* batch = session.plan() != nullptr ? with_id(session.plan()->batches, key) : nullptr;
  if (batch == nullptr) return std::nullopt;
  RenameBatch renamed{session.plan_id(), batch->id, batch->name};
  SetBatchStart start{session.plan_id(), batch->id, batch->earliest_start};
  std::optional<Edit> edit;
  if (form.text("name", form.word(Key::column_name), renamed.name)) edit = renamed;
  if (form.date("start", form.word(Key::first_day), start.start)) edit = start;
  return edit;
}

std::optional<Edit> add_batch(const Session& session) {
  const model::Plan* plan = session.plan();
  if (plan == nullptr) return std::nullopt;
  return AddBatch{plan->id, new_name(), plan->batches.empty() ? session.scenario().calendar.start : plan->batches.back().earliest_start};
}

std::optional<Edit> remove_batch(const Session& session, std::uint32_t key) { return RemoveBatch{session.plan_id(), {key}}; }

}  // namespace

const Chapter kPlansChapter{Key::part_plans, list_plans, describe_plan, add_plan, remove_plan};
const Chapter kBatchesChapter{Key::view_batches, list_batches, describe_batch, add_batch, remove_batch};

}  // namespace zhengshe::app
