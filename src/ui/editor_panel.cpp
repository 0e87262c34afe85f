// Everything a scenario holds, part by part and record by record, each with its fields.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "app/commands.h"
#include "app/records.h"
#include "ui/dialogue.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Editing;
using app::Field;
using app::Key;
using app::Part;
using app::Record;

// As many decimals as the number has, two at least.
int decimals_of(const std::string& number) {
  const std::size_t point = number.find('.');
  const std::size_t digits = point == std::string::npos ? 0 : number.size() - point - 1;
  return static_cast<int>(std::clamp<std::size_t>(digits, 2, 8));
}

std::optional<std::string> draw_number(const Look& look, Draft& draft, const Field& field, const std::string& label, float width) {
  const double value = std::strtod(field.value.c_str(), nullptr);
  const double step = field.whole ? 0.25 : std::max(0.0005, std::abs(value) / 200);
  const auto settled = number_field(look, draft, label.c_str(), value, {field.low, field.high, step, field.whole ? 0 : decimals_of(field.value), ""}, width);
  if (!settled) return std::nullopt;
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", field.whole ? std::round(*settled) : *settled);
  return text;
}

std::optional<std::string> draw_choice(const Look& look, const Field& field, float width) {
  std::optional<std::string> entered;
  const auto chosen = std::find_if(field.choices.begin(), field.choices.end(), [&](const Field::Choice& one) { return one.value == field.value; });
  combo(look, field.label, chosen == field.choices.end() ? std::string_view() : std::string_view(chosen->label), width, [&] {
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(field.choices.size()));
    while (clipper.Step())
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
        const Field::Choice& one = field.choices[static_cast<std::size_t>(i)];
        if (ImGui::Selectable((one.label + "###" + one.value).c_str(), one.value == field.value) && one.value != field.value) entered = one.value;
      }
  });
  return entered;
}

// A field with its label before it. What was entered, once it is settled.
std::optional<std::string> draw_field(const Look& look, Draft& draft, const Field& field) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x, names = std::min(look.space(46), room * 0.42f), width = room - names - look.space(2);
  const bool shortened = draw_fitted(look, TextStyle::body, {at.x, at.y + look.space(1.5f)}, names, look->ink, field.label);
  ImGui::SetCursorScreenPos({at.x + names + look.space(2), at.y});
  const std::string label = "##" + field.label;
  std::optional<std::string> entered;
  switch (field.kind) {
    case Field::Kind::number: entered = draw_number(look, draft, field, label, width); break;
    case Field::Kind::choice: entered = draw_choice(look, field, width); break;
    case Field::Kind::date:
    case Field::Kind::text: entered = text_field(look, draft, label.c_str(), field.value, width); break;
    case Field::Kind::tick: {
      bool on = field.value == "on";
      if (ImGui::Checkbox(label.c_str(), &on)) entered = on ? "on" : "";
      break;
    }
  }
  if (shortened) tooltip(look, field.label);
  ImGui::SetCursorScreenPos({at.x, at.y + look.space(9)});
  ImGui::Dummy({1, 0});
  return entered;
}

void draw_form(const Look& look, const app::Session& session, EditorPanel& panel, Editing record, app::Intents& intents) {
  const std::vector<Field>& fields = panel.fields.get(session, {record.part, record.key, session.selected()}, [&] { return app::record_fields(session, record); });
  ImGui::PushID(static_cast<int>(record.part));
  ImGui::PushID(static_cast<int>(record.key));
  ImGui::PushStyleVarY(ImGuiStyleVar_ItemSpacing, 0);
  for (const Field& field : fields) {
    ImGui::PushID(field.id.c_str());
    if (const auto entered = draw_field(look, panel.draft, field))
      if (std::optional<app::Edit> edit = app::enter_into(session, record, field.id, *entered)) intents.edit(std::move(*edit));
    ImGui::PopID();
  }
  ImGui::PopStyleVar();
  ImGui::PopID();
  ImGui::PopID();
}

bool draw_entry(const Look& look, const std::string& label, bool chosen) {
  ImGui::PushStyleVarY(ImGuiStyleVar_ItemSpacing, 0);
  ImGui::PushStyleColor(ImGuiCol_Text, with_alpha(look->ink, 0));
  const bool pressed = ImGui::Selectable((label + "###entry").c_str(), chosen, 0, {0, look.space(7)});
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  const float inset = look.space(2), top = (min.y + max.y - look.size(TextStyle::body)) / 2;
  const TextStyle style = chosen ? TextStyle::strong : TextStyle::body;
  if (draw_fitted(look, style, {min.x + inset, top}, max.x - min.x - 2 * inset, look->ink, label)) tooltip(look, label);
  return pressed && !chosen;
}

void draw_parts(const Look& look, const app::Session& session, Part chosen, app::Intents& intents) {
  for (int i = 0; i < app::kParts; ++i) {
    const auto part = static_cast<Part>(i);
    ImGui::PushID(i);
    if (draw_entry(look, std::string(app::name_of(session.language(), part)), part == chosen)) intents.add(app::EditRecord{{part, 0}});
    ImGui::PopID();
  }
}

void draw_records(const Look& look, const std::vector<Record>& records, Editing chosen, app::Intents& intents) {
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(records.size()));
  while (clipper.Step())
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const Record& record = records[static_cast<std::size_t>(i)];
      ImGui::PushID(static_cast<int>(record.key));
      if (draw_entry(look, record.name, record.key == chosen.key)) intents.add(app::EditRecord{{chosen.part, record.key}});
      ImGui::PopID();
    }
}

// Parts, records and the form side by side; on a narrow screen the lists open where they are pressed.
void draw_columns(const Look& look, const app::Session& session, EditorPanel& panel, app::Intents& intents) {
  const Part part = session.editing()->part;
  const std::optional<Editing> edited = app::edited_record(session);
  const std::vector<Record>& records = panel.records.get(session, {part, session.selected()}, [&] { return app::records(session, part); });
  const auto list = [&](const char* id, float width, auto draw) {
    if (ImGui::BeginChild(id, {width, 0}, ImGuiChildFlags_NavFlattened)) draw();
    ImGui::EndChild();
  };
  const auto form = [&] {
    if (edited) draw_form(look, session, panel, *edited, intents);
    else paragraph(look, TextStyle::body, look->muted, app::tr(session.language(), Key::nothing_to_edit));
  };
  if (ImGui::GetContentRegionAvail().x < look.space(150)) {
    combo(look, app::tr(session.language(), Key::edit_everything), app::name_of(session.language(), part), -1, [&] { draw_parts(look, session, part, intents); });
    if (edited) {
      const auto shown = std::find_if(records.begin(), records.end(), [&](const Record& record) { return record.key == edited->key; });
      combo(look, app::name_of(session.language(), part), shown->name, -1, [&] { draw_records(look, records, *edited, intents); });
    }
    return list("form", 0, form);
  }
  list("parts", look.space(42), [&] { draw_parts(look, session, part, intents); });
  ImGui::SameLine(0, look.space(4));
  list("records", look.space(60), [&] { if (edited) draw_records(look, records, *edited, intents); });
  ImGui::SameLine(0, look.space(4));
  list("form", 0, form);
}

}  // namespace

void draw_editor(const Look& look, const app::Session& session, EditorPanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const bool keys_are_free = !ImGui::IsAnyItemActive() && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  const Dialogue dialogue(look, std::string(app::tr(language, Key::editor_heading)), "editor", {240, 175});
  rule(look);
  if (ImGui::BeginChild("columns", {0, -look.space(12)}, ImGuiChildFlags_NavFlattened)) draw_columns(look, session, panel, intents);
  ImGui::EndChild();
  ImGui::Dummy({1, look.space(0.5f)});
  if (button(look, std::string(app::tr(language, Key::close)).c_str(), ButtonKind::primary) || (keys_are_free && ImGui::IsKeyPressed(ImGuiKey_Escape, false)))
    intents.add(app::CloseEditor{});
  for (const app::Command command : {app::Command::add_record, app::Command::remove_record}) {
    ImGui::SameLine(0, look.space(2));
    if (button(look, app::label_of(session, command).c_str(), ButtonKind::plain, session.can(command))) intents.run(command);
  }
}

}  // namespace zhengshe::ui
