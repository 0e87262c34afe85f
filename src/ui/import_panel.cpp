// A table before it becomes cooperatives: what each column gives, and what is wrong in which row.
#include <algorithm>
#include <string>

#include "ui/dialogue.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;

void draw_field_choice(const Look& look, const app::Session& session, const app::TableImport& import, int column, app::Intents& intents) {
  const std::string none(app::tr(session.language(), Key::import_skip));
  const auto name = [&](int field) {
    return field < 0 ? none : std::string(app::name_of_field(session.language(), import.columns.fields[static_cast<std::size_t>(field)]));
  };
  const int chosen = app::field_of(import, column);
  combo(look, import.table->rows[0][static_cast<std::size_t>(column)], name(chosen), -1, [&] {
    for (int field = -1; field < static_cast<int>(import.columns.fields.size()); ++field)
      if (ImGui::Selectable((name(field) + "###" + std::to_string(field)).c_str(), field == chosen)) intents.add(app::GiveField{column, field});
  });
}

void draw_encoding(const Look& look, const app::Session& session, const app::TableImport& import, app::Intents& intents) {
  const std::string_view label = app::tr(session.language(), Key::import_encoding);
  ImGui::AlignTextToFramePadding();
  text(look, TextStyle::body, look->ink, label);
  ImGui::SameLine(0, look.space(2));
  combo(look, label, import.readings[import.reading].encoding, look.space(40), [&] {
    for (std::size_t i = 0; i < import.readings.size(); ++i)
      if (ImGui::Selectable(import.readings[i].encoding.c_str(), i == import.reading)) intents.add(app::ReadAs{i});
  });
}

void draw_columns(const Look& look, const app::Session& session, const app::TableImport& import, app::Intents& intents) {
  const auto& rows = import.table->rows;
  if (rows.empty() || !ImGui::BeginTable("columns", 3, ImGuiTableFlags_BordersInnerH)) return;
  const app::Language language = session.language();
  for (const Key heading : {Key::import_column, Key::import_field, Key::import_rows}) {
    ImGui::TableNextColumn();
    text(look, TextStyle::small, look->muted, app::tr(language, heading));
  }
  for (int column = 0; column < static_cast<int>(rows[0].size()); ++column) {
    const auto at = static_cast<std::size_t>(column);
    ImGui::PushID(column);
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(look, TextStyle::strong, app::field_of(import, column) < 0 ? look->muted : look->ink, rows[0][at]);
    ImGui::TableNextColumn();
    draw_field_choice(look, session, import, column, intents);
    ImGui::TableNextColumn();
    std::string first;
    for (std::size_t row = 1; row < std::min<std::size_t>(rows.size(), 4); ++row)
      if (at < rows[row].size()) first.append(first.empty() ? "" : " · ").append(rows[row][at]);
    text(look, TextStyle::small, look->muted, first);
    ImGui::PopID();
  }
  ImGui::EndTable();
}

}  // namespace

void draw_import(const Look& look, const app::Session& session, app::Intents& intents) {
  const app::Language language = session.language();
  const app::TableImport& import = *session.import();
  const Dialogue dialogue(look, app::fill(app::tr(language, Key::import_heading), {import.name}), "import", {180, 170});
  rule(look);
  if (ImGui::BeginChild("table", {0, -look.space(12)}, ImGuiChildFlags_NavFlattened)) {
    if (!import.readings.empty()) draw_encoding(look, session, import, intents);
    if (!import.issues.empty()) {
      text(look, TextStyle::heading, look->accent_text, app::fill(app::tr(language, Key::import_problems), {std::to_string(import.issues.size())}));
      for (const model::Issue& issue : import.issues) draw_issue(look, session, issue);
    }
    if (import.table) draw_columns(look, session, import, intents);
  }
  ImGui::EndChild();
  ImGui::Dummy({1, look.space(0.5f)});
  const std::size_t count = import.added + import.changed;
  const std::string add = app::fill(app::tr(language, count == 1 ? Key::import_add_one : Key::import_add), {std::to_string(count)}) + "###import";
  if (button(look, add.c_str(), ButtonKind::primary, import.staged.has_value())) intents.add(app::TakeImport{});
  ImGui::SameLine(0, look.space(2));
  if (button(look, std::string(app::tr(language, Key::close)).c_str()) || ImGui::IsKeyPressed(ImGuiKey_Escape)) intents.add(app::CloseImport{});
  if (import.changed > 0) right_note(look, TextStyle::small, look->muted, app::fill(app::tr(language, Key::import_changed), {std::to_string(import.changed)}));
}

}  // namespace zhengshe::ui
