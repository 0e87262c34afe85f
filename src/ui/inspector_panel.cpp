// What is known of the selected cooperative, and what can be changed about it.
#include <algorithm>

#include "app/views/planning.h"
#include "model/fields.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Inspector;

void section(const Look& look, const app::Session& session, Key heading) {
  rule(look);
  text(look, TextStyle::heading, look->ink, app::tr(session.language(), heading));
}

void draw_name(const Look& look, const app::Session& session, const Inspector& view, app::Intents& intents) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool shortened = draw_fitted(look, TextStyle::title, at, width - look.space(8), look->ink, view.name);
  ImGui::Dummy({width - look.space(8), look.size(TextStyle::title)});
  if (shortened) tooltip(look, view.name);
  ImGui::SetCursorScreenPos({at.x + width - look.space(6), at.y - look.space(0.5f)});
  const std::string close(app::tr(session.language(), Key::command_clear_selection));
  if (icon_button(look, {.icon = Icon::close, .label = close.c_str(), .size = 6})) intents.select({});
  ImGui::SetCursorScreenPos({at.x, at.y + look.size(TextStyle::title) + look.space(2)});
  text(look, TextStyle::small, look->muted, view.place);
  text(look, TextStyle::small, look->muted, view.structure);
}

void draw_findings(const Look& look, const app::Session& session, const Inspector& view) {
  section(look, session, Key::findings);
  if (!view.inspected) return paragraph(look, TextStyle::body, look->muted, app::tr(session.language(), Key::not_inspected));
  ImGui::PushStyleVarY(ImGuiStyleVar_ItemSpacing, 0);
  for (const app::views::FindingRow& row : view.findings) {
    if (row.severity < 0.05) continue;
    const std::string figure = app::format_number(row.severity, 2);
    bar_line(look, static_cast<int>(row.problem),
             {.label = row.name, .figure = figure, .fraction = static_cast<float>(row.severity), .colour = row.is_main ? look->accent : look->left_alone,
              .label_share = 0.5f, .figure_width = 11});
    if (row.is_main) tooltip(look, row.name, app::tr(session.language(), Key::main_problem));
  }
  ImGui::PopStyleVar();
}

void set_measures(const app::Session& session, model::CooperativeId id, std::optional<std::vector<model::MeasureChoice>> measures, app::Intents& intents) {
  intents.edit(app::SetMeasures{session.plan()->id, id, std::move(measures)});
}

std::vector<model::MeasureChoice> choices_of(const Inspector& view) {
  std::vector<model::MeasureChoice> choices;
  for (const app::views::MeasureChip& shown : view.measures) choices.push_back(shown.choice);
  return choices;
}

// A list of measures; those that are chosen already are ticked.
void draw_measure_menu(const app::Session& session, const Inspector& view, app::Intents& intents) {
  if (!ImGui::BeginPopup("measures")) return;
  for (const model::Measure measure : model::all_of<model::Measure>()) {
    if (measure == model::Measure::merge) continue;  // needs partners
    std::vector<model::MeasureChoice> choices = choices_of(view);
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.measure == measure; });
    const std::string name(app::name_of(session.language(), measure));
    if (!ImGui::MenuItem(name.c_str(), nullptr, found != choices.end())) continue;
    if (found != choices.end()) choices.erase(found);
    else choices.emplace_back().measure = measure;
    set_measures(session, view.id, std::move(choices), intents);
  }
  ImGui::Separator();
  const std::string automatic(app::tr(session.language(), Key::treat_findings));
  if (ImGui::MenuItem(automatic.c_str(), nullptr, !view.measures_by_hand)) set_measures(session, view.id, std::nullopt, intents);
  ImGui::EndPopup();
}

void draw_measures(const Look& look, const app::Session& session, const Inspector& view, app::Intents& intents) {
  section(look, session, Key::view_measures);
  const app::Language language = session.language();
  text(look, TextStyle::small, look->muted, app::tr(language, view.measures_planned ? Key::chosen_by_plan : view.measures_by_hand ? Key::chosen_by_hand : Key::treat_findings));
  bool first = true;
  for (const app::views::MeasureChip& shown : view.measures) {
    if (!first) flow(look, chip_width(look, shown.name.c_str()));
    first = false;
    ImGui::PushID(static_cast<int>(shown.choice.measure));
    if (chip(look, shown.name.c_str())) ImGui::SetScrollHereY(0.5f);
    ImGui::PopID();
  }
  const std::string change(app::tr(language, Key::choose_measures));
  if (!first) flow(look, chip_width(look, change.c_str()));
  if (chip(look, change.c_str(), ChipKind::neutral)) ImGui::OpenPopup("measures");
  draw_measure_menu(session, view, intents);
}

void draw_batch_choice(const Look& look, const app::Session& session, const Inspector& view, app::Intents& intents) {
  section(look, session, Key::batch_label);
  const model::Plan& plan = *session.plan();
  const model::Batch* current = model::batch_of(plan, view.id);
  const std::string nothing(app::tr(session.language(), Key::no_batch));
  const std::string shown(current ? app::tr(session.language(), current->name) : std::string_view(nothing));
  combo(look, app::tr(session.language(), Key::batch_label), shown, -1, [&] {
    for (const model::Batch& batch : plan.batches) {
      ImGui::PushID(static_cast<int>(batch.id.value));
      const bool chosen = current != nullptr && current->id == batch.id;
      if (ImGui::Selectable(std::string(app::tr(session.language(), batch.name)).c_str(), chosen) && !chosen)
        intents.edit(app::MoveToBatch{plan.id, view.id, batch.id});
      ImGui::PopID();
    }
    if (ImGui::Selectable(nothing.c_str(), current == nullptr) && current != nullptr) intents.edit(app::MoveToBatch{plan.id, view.id, {}, 0});
  });
}

// Why the planner put it there, and whether it is to stay.
void draw_reasons(const Look& look, const app::Session& session, const Inspector& view, app::Intents& intents) {
  const app::Language language = session.language();
  if (model::batch_of(*session.plan(), view.id) != nullptr) {
    const model::Treatment* treatment = model::treatment_of(*session.plan(), view.id);
    const bool pinned = treatment != nullptr && treatment->pinned;
    const std::string label(app::tr(language, pinned ? Key::pinned_here : Key::pin_here));
    if (chip(look, label.c_str(), pinned ? ChipKind::measure : ChipKind::neutral)) intents.edit(app::SetPinned{session.plan_id(), view.id, !pinned});
    tooltip(look, label, app::tr(language, Key::pin_explained));
  }
  const std::vector<std::string> reasons = app::views::reasons(session, view.id);
  if (reasons.empty()) return;
  section(look, session, Key::why_then);
  for (const std::string& reason : reasons) paragraph(look, TextStyle::body, look->ink, reason);
}

void draw_history(const Look& look, const app::Session& session, const Inspector& view, app::Intents& intents) {
  if (view.history.empty()) return;
  section(look, session, Key::history);
  for (const app::views::HistoryRow& row : view.history) {
    ImGui::PushID(row.day);
    if (link(look, row.date.c_str())) intents.add(app::SetDay{row.day});
    ImGui::PopID();
    ImGui::SameLine(look.space(22));
    text(look, TextStyle::body, look->ink, row.event);
  }
}

std::string_view letter_of(model::Provenance provenance) {
  constexpr std::string_view kLetters[] = {"A", "D", "F", "R"};
  return kLetters[static_cast<std::size_t>(provenance)];
}

void draw_quantities(const Look& look, const app::Session& session, const Inspector& view, InspectorPanel& panel, app::Intents& intents) {
  section(look, session, Key::particulars);
  const std::string edit(app::tr(session.language(), Key::edit_here));
  if (chip(look, edit.c_str(), ChipKind::neutral)) intents.add(app::EditRecord{{app::Part::cooperatives, view.id.value}});
  for (const app::views::QuantityRow& row : view.quantities) {
    const model::NumberField& field = model::field(row.quantity);
    ImGui::PushID(static_cast<int>(row.quantity));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, input = look.space(22), mark = look.space(6.5f);
    const bool shortened = draw_fitted(look, TextStyle::body, {at.x, at.y + look.space(1.5f)}, width - input - mark - look.space(2), look->ink, row.name);
    ImGui::SetCursorScreenPos({at.x + width - input - mark, at.y});
    const bool is_share = field.high <= 1;
    const NumberRange range{field.low, field.high, is_share ? 0.005 : std::max(0.05, row.value / 100), field.whole ? 0 : is_share ? 2 : 1, ""};
    const auto value = number_field(look, panel.draft, ("##" + row.name).c_str(), row.value, range, input);
    if (shortened) tooltip(look, row.name);
    if (value) intents.edit(app::SetQuantity{view.id, row.quantity, *value});
    ImGui::SameLine(0, look.space(1));
    ImGui::SetCursorScreenPos({at.x + width - mark + look.space(1), at.y + look.space(1.25f)});
    badge(look, letter_of(row.provenance), row.provenance == model::Provenance::reported, row.says_who);
    ImGui::SetCursorScreenPos({at.x, at.y + look.space(9)});
    ImGui::PopID();
  }
  ImGui::Dummy({1, 1});
}

}  // namespace

void draw_inspector(const Look& look, const app::Session& session, InspectorPanel& panel, app::Intents& intents) {
  const std::optional<Inspector>& view = panel.view.get(session, {}, [&] { return app::views::inspector(session); });
  const Card card(look, "inspected", {0, 0}, {}, Card::Scroll::yes);
  if (!view) {
    empty_state(look, {.icon = Icon::magnifier, .heading = app::tr(session.language(), Key::select_a_cooperative),
                       .sentence = app::tr(session.language(), Key::select_why)});
    return;
  }
  draw_name(look, session, *view, intents);
  draw_findings(look, session, *view);
  if (session.plan() != nullptr) {
    draw_measures(look, session, *view, intents);
    draw_batch_choice(look, session, *view, intents);
    draw_reasons(look, session, *view, intents);
  }
  draw_history(look, session, *view, intents);
  draw_quantities(look, session, *view, panel, intents);
}

}  // namespace zhengshe::ui
