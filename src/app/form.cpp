#include "app/form.h"

#include <algorithm>
#include <charconv>

#include "app/records.h"
#include "app/text_view.h"
#include "app/views/passages.h"

namespace zhengshe::app {
namespace {

using Kind = Field::Kind;
using Measures = std::vector<model::MeasureChoice>;

constexpr int kMostTeams = 100000;

std::string number_of(std::uint32_t id) { return std::to_string(id); }

std::optional<int> read_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

template <class Id>
std::optional<Id> read_id(std::string_view text) {
  const std::optional<int> value = read_number(text);
  return value ? std::optional(Id{static_cast<std::uint32_t>(*value)}) : std::nullopt;
}

// --- measures of the selected cooperative ---

// As chosen by hand; else as carried out, from which a choice by hand starts.
Measures measures_of(const Session& session) {
  const model::Treatment* treatment = model::treatment_of(*session.plan(), session.selected());
  if (treatment != nullptr && treatment->measures) return *treatment->measures;
  const sim::Passage* passage = views::passage_of(session.result(), session.selected());
  return passage != nullptr ? passage->measures : Measures();
}

bool is_by_hand(const Session& session) {
  const model::Treatment* treatment = model::treatment_of(*session.plan(), session.selected());
  return treatment != nullptr && treatment->measures.has_value();
}

auto find(const Measures& measures, model::Measure measure) {
  return std::find_if(measures.begin(), measures.end(), [measure](const model::MeasureChoice& choice) { return choice.measure == measure; });
}

// --- fields ---

Field number(std::string id, std::string label, int value, double low, double high) {
  return {std::move(id), std::move(label), Kind::number, std::to_string(value), {}, low, high, true};
}

Field date(std::string id, std::string label, model::Date value) {
  return {std::move(id), std::move(label), Kind::date, model::format_date(value), {}, 0, 0, true};
}

Field choice(std::string id, std::string_view label, std::uint32_t value, std::string_view none) {
  return {std::move(id), std::string(label), Kind::choice, number_of(value), {{"0", std::string(none)}}, 0, 0, true};
}

Field tick(std::string id, std::string_view label, bool on) { return {std::move(id), std::string(label), Kind::tick, on ? "on" : "", {}, 0, 0, true}; }

void add_whole(std::vector<Field>& all, const Session& session) {
  const Language language = session.language();
  const model::Scenario& scenario = session.scenario();
  Field plans = choice("plan", tr(language, Key::plan), session.plan_id().value, tr(language, Key::left_alone));
  for (const model::Plan& plan : scenario.plans) plans.choices.push_back({number_of(plan.id.value), std::string(tr(language, plan.name))});
  all.push_back(std::move(plans));
  all.push_back(date("day", std::string(tr(language, Key::date)), scenario.calendar.start + session.day()));
  for (std::size_t i = 0; i < scenario.teams.steps.size(); ++i) {
    const model::TeamStep& step = scenario.teams.steps[i];
    const std::string from = fill(tr(language, Key::from_date), {format_date(language, step.first)});
    all.push_back(number("teams/" + std::to_string(i), fill(tr(language, Key::metric_in_unit), {tr(language, Key::work_teams), from}), step.teams, 0, kMostTeams));
  }
}

// The gallery, once it was asked for. Values count from 1.
void add_gallery(std::vector<Field>& all, const Session& session) {
  const Language language = session.language();
  Field examples = choice("example", tr(language, Key::command_gallery), 0, tr(language, Key::none_chosen));
  std::uint32_t value = 0;
  for (const Example& example : *session.gallery())
    examples.choices.push_back({number_of(++value), fill(tr(language, Key::in_batch_of), {tr(language, example.scenario.title), tr(language, example.scenario.question)})});
  all.push_back(std::move(examples));
}

void add_plan(std::vector<Field>& all, const Session& session) {
  const Language language = session.language();
  all.push_back(date("deadline", std::string(tr(language, Key::deadline)), session.plan()->deadline));
  for (const model::Batch& batch : session.plan()->batches)
    all.push_back(date("batch_start/" + number_of(batch.id.value), fill(tr(language, Key::batch_start), {tr(language, batch.name)}), batch.earliest_start));
}

void add_selection(std::vector<Field>& all, const Session& session) {
  const Language language = session.language();
  if (session.scenario().cooperatives.size() > kMostListed) return;
  Field cooperatives = choice("cooperative", tr(language, Key::cooperative), session.selected().value, tr(language, Key::none_chosen));
  for (const model::Cooperative& cooperative : session.scenario().cooperatives)
    cooperatives.choices.push_back({number_of(cooperative.id.value), std::string(tr(language, cooperative.name))});
  all.push_back(std::move(cooperatives));
}

void add_treatment(std::vector<Field>& all, const Session& session) {
  const Language language = session.language();
  const model::Batch* batch = model::batch_of(*session.plan(), session.selected());
  Field batches = choice("batch", tr(language, Key::batch_label), batch != nullptr ? batch->id.value : 0, tr(language, Key::no_batch));
  for (const model::Batch& one : session.plan()->batches) batches.choices.push_back({number_of(one.id.value), std::string(tr(language, one.name))});
  all.push_back(std::move(batches));
  if (batch == nullptr) return;
  all.push_back(tick("treat_findings", tr(language, Key::treat_findings), !is_by_hand(session)));
  const Measures measures = measures_of(session);
  for (const model::Measure measure : model::all_of<model::Measure>()) {
    if (measure == model::Measure::merge) continue;  // needs partners
    all.push_back(tick("measure/" + std::string(model::id_of(measure)), name_of(language, measure), find(measures, measure) != measures.end()));
  }
}

// --- what is entered ---

std::optional<Intent> one_edit(Edit edit) { return Edits{{std::move(edit)}}; }

std::optional<Intent> enter_number(const Session&, std::string_view id, std::string_view value) {
  const std::optional<int> step = read_number(id.substr(id.find('/') + 1)), teams = read_number(value);
  if (!step || !teams) return std::nullopt;
  return one_edit(SetTeams{static_cast<std::size_t>(*step), *teams});
}

std::optional<Intent> enter_date(const Session& session, std::string_view id, std::string_view value) {
  const std::optional<model::Date> date = model::parse_date(value);
  if (!date) return std::nullopt;
  if (id == "day") return SetDay{*date - session.scenario().calendar.start};
  if (id == "deadline") return one_edit(SetDeadline{session.plan_id(), *date});
  const std::optional<model::BatchId> batch = read_id<model::BatchId>(id.substr(id.find('/') + 1));
  return batch ? one_edit(SetBatchStart{session.plan_id(), *batch, *date}) : std::nullopt;
}

std::optional<Intent> enter_choice(const Session& session, const Field& field, std::string_view value) {
  const auto offered = [value](const Field::Choice& choice) { return choice.value == value; };
  const std::optional<int> number = read_number(value);
  if (!number || std::none_of(field.choices.begin(), field.choices.end(), offered)) return std::nullopt;
  const auto chosen = static_cast<std::uint32_t>(*number);
  if (field.id == "example") return chosen == 0 ? Intent{CloseGallery{}} : Intent{OpenExample{chosen - 1}};
  if (field.id == "plan") return ShowPlan{{chosen}};
  if (field.id == "cooperative") return Select{{chosen}};
  if (value == field.value) return Edits{};  // it keeps its place within the batch
  return one_edit(MoveToBatch{session.plan_id(), session.selected(), {chosen}});
}

std::optional<Intent> enter_tick(const Session& session, std::string_view id, std::string_view value) {
  if (value != "on" && !value.empty()) return std::nullopt;
  const bool on = value == "on";
  Measures measures = measures_of(session);
  if (id == "treat_findings") return one_edit(SetMeasures{session.plan_id(), session.selected(), on ? std::nullopt : std::optional(measures)});
  const std::optional<model::Measure> measure = model::from_id<model::Measure>(id.substr(id.find('/') + 1));
  if (!measure) return std::nullopt;
  const auto at = find(measures, *measure);
  if (on && at == measures.end()) measures.push_back({*measure, 0, 0, {}, {}});
  if (!on && at != measures.end()) measures.erase(at);
  return one_edit(SetMeasures{session.plan_id(), session.selected(), std::move(measures)});
}

// --- the editor ---

constexpr std::string_view kEditorField = "editor/", kEditorPart = "editor/part", kEditorRecord = "editor/record";

std::optional<Intent> enter_editor(const Session& session, std::string_view id, std::string_view value) {
  const std::optional<int> number = read_number(value);
  if (id == kEditorPart) return number && *number < kParts ? std::optional<Intent>(EditRecord{{static_cast<Part>(*number), 0}}) : std::nullopt;
  if (id == kEditorRecord) return number ? std::optional<Intent>(EditRecord{{session.editing()->part, static_cast<std::uint32_t>(*number)}}) : std::nullopt;
  const std::optional<Editing> edited = edited_record(session);
  if (!edited) return std::nullopt;
  std::optional<Edit> edit = enter_into(session, *edited, id.substr(kEditorField.size()), value);
  return edit ? one_edit(std::move(*edit)) : std::nullopt;
}

}  // namespace

std::vector<Field> fields(const Session& session) {
  std::vector<Field> all;
  if (session.gallery()) add_gallery(all, session);
  add_whole(all, session);
  if (session.plan() != nullptr) add_plan(all, session);
  add_selection(all, session);
  if (session.plan() != nullptr && session.selected()) add_treatment(all, session);
  return all;
}

std::vector<Field> editor_fields(const Session& session) {
  std::vector<Field> all;
  if (!session.editing()) return all;
  const Language language = session.language();
  const Part part = session.editing()->part;
  Field parts{std::string(kEditorPart), std::string(tr(language, Key::edit_everything)), Kind::choice, std::to_string(static_cast<int>(part)), {}, 0, 0, true};
  for (int i = 0; i < kParts; ++i) parts.choices.push_back({std::to_string(i), std::string(name_of(language, static_cast<Part>(i)))});
  all.push_back(std::move(parts));
  const std::optional<Editing> edited = edited_record(session);
  if (!edited) return all;
  Field chosen{std::string(kEditorRecord), std::string(name_of(language, part)), Kind::choice, number_of(edited->key), {}, 0, 0, true};
  const std::vector<Record> listed = records(session, part);
  for (std::size_t i = 0; i < std::min(listed.size(), kMostListed); ++i) chosen.choices.push_back({number_of(listed[i].key), listed[i].name});
  all.push_back(std::move(chosen));
  for (Field& field : record_fields(session, *edited)) {
    field.id = std::string(kEditorField) + field.id;
    all.push_back(std::move(field));
  }
  return all;
}

std::optional<Intent> enter(const Session& session, std::string_view id, std::string_view value) {
  if (id.starts_with(kEditorField) && session.editing()) return enter_editor(session, id, value);
  const std::vector<Field> all = fields(session);
  const auto field = std::find_if(all.begin(), all.end(), [id](const Field& one) { return one.id == id; });
  if (field == all.end()) return std::nullopt;
  switch (field->kind) {
    case Kind::text: return std::nullopt;
    case Kind::number: return enter_number(session, id, value);
    case Kind::date: return enter_date(session, id, value);
    case Kind::choice: return enter_choice(session, *field, value);
    case Kind::tick: return enter_tick(session, id, value);
  }
  return std::nullopt;
}

}  // namespace zhengshe::app
