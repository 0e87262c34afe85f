// The list of views, on the left or at the bottom.
#include <algorithm>
#include <array>
#include <string>

#include "ui/controls.h"
#include "ui/panels.h"

namespace zhengshe::ui {
namespace {

struct ViewEntry {
  app::View view;
  app::Command command;
  app::Key name;
  Icon icon;
};

constexpr std::array kEntries{
    ViewEntry{app::View::overview, app::Command::show_overview, app::Key::view_overview, Icon::overview},
    ViewEntry{app::View::map, app::Command::show_map, app::Key::view_map, Icon::map},
    ViewEntry{app::View::cooperatives, app::Command::show_cooperatives, app::Key::view_cooperatives, Icon::table},
    ViewEntry{app::View::inspection, app::Command::show_inspection, app::Key::view_inspection, Icon::magnifier},
    ViewEntry{app::View::measures, app::Command::show_measures, app::Key::view_measures, Icon::arrow},
    ViewEntry{app::View::batches, app::Command::show_batches, app::Key::view_batches, Icon::gantt},
    ViewEntry{app::View::results, app::Command::show_results, app::Key::view_results, Icon::line},
    ViewEntry{app::View::compare, app::Command::show_compare, app::Key::view_compare, Icon::compare},
    ViewEntry{app::View::evidence, app::Command::show_evidence, app::Key::view_evidence, Icon::shield},
    ViewEntry{app::View::report, app::Command::show_report, app::Key::view_report, Icon::document},
};

void draw_seal(const Look& look, ImVec2 at) {
  const float size = look.space(7.5f);
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size, at.y + size}, look->accent, look.space(1.25f));
  draw_text(look, TextStyle::title, {at.x + size / 2, at.y + (size - look.size(TextStyle::title)) / 2}, look->on_accent, "整", Align::centre);
}

void draw_entry(const Look& look, const app::Session& session, const ViewEntry& entry, bool narrow, app::Intents& intents) {
  const bool open = session.view() == entry.view;
  const std::string name(app::tr(session.language(), entry.name));
  const float inset = look.space(2), height = look.space(8.5f);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x + inset, at.y});
  const Press press = press_area(name.c_str(), {ImGui::GetContentRegionAvail().x - inset, height}, open ? Switch::on : Switch::off);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (open || press.hovered) list.AddRectFilled(press.min, press.max, open ? look->panel : look->raised, look.space(1.5f));
  if (open) {
    list.AddRect(press.min, press.max, look->line, look.space(1.5f), 0, kHairline);
    list.AddRectFilled(press.min, {press.min.x + 3, press.max.y}, look->accent);
  }
  const float middle = (press.min.y + press.max.y) / 2;
  const float icon_x = narrow ? (press.min.x + press.max.x) / 2 : press.min.x + look.space(5.5f);
  draw_icon(list, entry.icon, {icon_x, middle}, look.space(4), open ? look->ink : look->muted);
  const TextStyle style = open ? TextStyle::strong : TextStyle::body;
  if (narrow) tooltip(look, name);
  else draw_text(look, style, {press.min.x + look.space(10), middle - look.size(style) / 2}, open ? look->ink : look->muted, name);
  if (press.clicked) intents.run(entry.command);
}

// What stands below the views. True when pressed.
bool draw_foot(const Look& look, std::string_view name, std::string_view keys, Icon icon, bool narrow) {
  const std::string label(name);
  const float height = look.space(8);
  const Press press = press_area(label.c_str(), {ImGui::GetContentRegionAvail().x, height});
  const float middle = press.min.y + height / 2;
  const ImU32 ink = press.hovered ? look->ink : look->muted;
  draw_icon(*ImGui::GetWindowDrawList(), icon, {narrow ? (press.min.x + press.max.x) / 2 : press.min.x + look.space(7.5f), middle}, look.space(4), ink);
  if (!narrow) draw_text(look, TextStyle::small, {press.min.x + look.space(12), middle - look.size(TextStyle::small) / 2}, ink, label + std::string(keys));
  tooltip(look, label);
  return press.clicked;
}

}  // namespace

void draw_rail(const Look& look, const app::Session& session, bool narrow, CommandPalette& palette, app::Intents& intents) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float seal_x = at.x + (narrow ? look.space(3.25f) : look.space(5));
  draw_seal(look, {seal_x, at.y + look.space(3.5f)});
  if (!narrow)
    draw_text(look, TextStyle::title, {seal_x + look.space(10), at.y + look.space(7.25f) - look.size(TextStyle::title) / 2}, look->ink,
              app::tr(session.language(), app::Key::product));
  ImGui::SetCursorScreenPos({at.x, at.y + look.space(15)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, look.space(0.75f)));
  for (const ViewEntry& entry : kEntries) draw_entry(look, session, entry, narrow, intents);
  ImGui::PopStyleVar();
  ImGui::SetCursorScreenPos({at.x, std::max(ImGui::GetCursorScreenPos().y, ImGui::GetIO().DisplaySize.y - look.space(36))});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  if (draw_foot(look, app::tr(session.language(), app::Key::edit_everything), {}, Icon::table, narrow)) intents.run(app::Command::edit_everything);
  if (draw_foot(look, app::tr(session.language(), app::Key::command_gallery), {}, Icon::open, narrow)) intents.run(app::Command::show_gallery);
  const ImVec2 tour = ImGui::GetCursorScreenPos();
  if (draw_foot(look, app::tr(session.language(), app::Key::command_tour), {}, Icon::arrow, narrow)) intents.run(app::Command::start_tour);
  if (!session.knows_tour()) ImGui::GetWindowDrawList()->AddCircleFilled({tour.x + look.space(narrow ? 10.5f : 10), tour.y + look.space(2.5f)}, look.space(0.9f), look->accent);
  if (draw_foot(look, app::tr(session.language(), app::Key::commands), "  Ctrl+K", Icon::help, narrow)) palette.wanted = true;
  ImGui::PopStyleVar();
}

void draw_bottom_bar(const Look& look, const app::Session& session, app::Intents& intents) {
  const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine(at, {at.x + room.x, at.y}, look->line, kHairline);
  const float width = room.x / static_cast<float>(kEntries.size());
  float x = at.x;
  for (const ViewEntry& entry : kEntries) {
    const bool open = session.view() == entry.view;
    const std::string name(app::tr(session.language(), entry.name));
    ImGui::SetCursorScreenPos({x, at.y});
    const Press press = press_area(name.c_str(), {width, room.y}, open ? Switch::on : Switch::off);
    const float centre = x + width / 2;
    const ImU32 ink = open ? look->accent_text : look->muted;
    const bool named = width >= look.space(15);
    draw_icon(list, entry.icon, {centre, at.y + (named ? look.space(5) : room.y / 2)}, look.space(4.5f), ink);
    tooltip(look, name);
    if (named) draw_fitted(look, TextStyle::small, {centre, at.y + look.space(8.5f)}, width, ink, name, Align::centre);
    if (open) list.AddRectFilled({centre - look.space(5), at.y}, {centre + look.space(5), at.y + 2}, look->accent);
    if (press.clicked) intents.run(entry.command);
    x += width;
  }
}

}  // namespace zhengshe::ui
