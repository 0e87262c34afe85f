#include "ui/table.h"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

constexpr float kFigureWidth = 11;  // beside a bar, in units of spacing

constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_Sortable | ImGuiTableFlags_SortMulti |
                                   ImGuiTableFlags_Resizable | ImGuiTableFlags_Reorderable | ImGuiTableFlags_Hideable |
                                   ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoBordersInBody | ImGuiTableFlags_NoPadOuterX;

// Whether the columns can share this width; they may lose a quarter of their own.
bool share(const Look& look, std::span<const TableColumn> columns, float width) {
  float wanted = 0;
  for (const TableColumn& column : columns) wanted += look.space(column.width);
  return width >= 0.75f * wanted;
}

void set_up(const Look& look, std::span<const TableColumn> columns, bool shares, float room) {
  ImGui::TableSetupScrollFreeze(1, 1);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const TableColumn& column = columns[i];
    ImGuiTableColumnFlags flags = shares ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed;
    if (i == 0) flags |= ImGuiTableColumnFlags_NoHide | ImGuiTableColumnFlags_NoReorder;
    if (!column.sortable) flags |= ImGuiTableColumnFlags_NoSort;
    if (!column.shown) flags |= ImGuiTableColumnFlags_DefaultHide;
    const std::string label = std::string(column.heading) + "###" + column.id;
    // The first stays while the others scroll: it must leave them room.
    const float own = look.space(column.width), width = i == 0 ? std::min(own, 0.45f * room) : own;
    ImGui::TableSetupColumn(label.c_str(), flags, shares ? column.width : width, static_cast<ImGuiID>(i));
  }
}

void draw_heading(const Look& look, std::span<const TableColumn> columns) {
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers, look.space(8));
  ImGui::PushStyleColor(ImGuiCol_Text, look->muted);
  for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
    if (!ImGui::TableSetColumnIndex(i)) continue;
    ImGui::PushID(i);
    const TableColumn& column = columns[static_cast<std::size_t>(i)];
    const float spare = ImGui::GetContentRegionAvail().x - measure(look, TextStyle::body, column.heading).x - (column.sortable ? look.space(3.5f) : 1);  // the arrow's place, or what rounding takes
    if (column.align == Align::right && spare > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + spare);
    ImGui::GetCurrentWindow()->DC.NavLayerCurrent = ImGuiNavLayer_Main;  // the keyboard reaches headings that stay, too
    ImGui::TableHeader(ImGui::TableGetColumnName(i));
    name_item(column.heading);
    ImGui::PopID();
    if (!column.explanation.empty()) tooltip(look, column.heading, column.explanation);
  }
  ImGui::PopStyleColor();
}

void draw_cell(const Look& look, const TableColumn& column, const TableCell& cell) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = look.size(TextStyle::body);
  if (cell.bar >= 0) {
    const float half = look.space(0.75f), middle = at.y + height / 2, end = std::max(at.x + half * 2, at.x + width - look.space(kFigureWidth));
    draw_bar(*ImGui::GetWindowDrawList(), {at.x, middle - half}, {end, middle + half}, cell.bar, cell.bar_colour, with_alpha(look->line, 0.6f));
  }
  const float x = column.align == Align::right ? at.x + width : column.align == Align::centre ? at.x + width / 2 : at.x;
  const ImU32 colour = cell.colour ? cell.colour : look->ink;
  if (draw_fitted(look, TextStyle::body, {x, at.y}, width, colour, cell.words, column.align) &&
      ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + height}) && ImGui::IsWindowHovered())
    ImGui::SetTooltip("%s", cell.words.c_str());
}

void draw_row(const Look& look, std::span<const TableColumn> columns, const TableContent& content, int number, TableEvents& events) {
  const TableRow row = content.row(number);
  ImGui::PushID(static_cast<int>(row.id));
  ImGui::TableNextRow(0, look.space(8));
  ImGui::TableSetColumnIndex(0);
  const ImVec2 at = ImGui::GetCursorPos();
  constexpr ImGuiSelectableFlags kSpan = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowDoubleClick | ImGuiSelectableFlags_AllowOverlap;
  ImGui::PushStyleColor(ImGuiCol_Text, with_alpha(look->ink, 0));
  ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, number > 0);  // arrows go from row to row
  if (ImGui::Selectable(std::string(row.label).c_str(), row.selected, kSpan, {0, look.space(6)})) {
    events.pressed_row = number;
    events.adds = ImGui::GetIO().KeyCtrl;
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) events.row_to_edit = number;
  }
  ImGui::PopItemFlag();
  ImGui::PopStyleColor();
  ImGui::SetCursorPos(at);
  for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
    if (!ImGui::TableSetColumnIndex(i)) continue;
    const ImVec2 cell = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({cell.x, cell.y + (look.space(6) - look.size(TextStyle::body)) / 2});
    draw_cell(look, columns[static_cast<std::size_t>(i)], content.cell(number, i));
  }
  ImGui::PopID();
}

void read_sort(TableEvents& events) {
  ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
  if (!specs) return;
  for (int i = 0; i < specs->SpecsCount; ++i)
    events.sort.push_back({static_cast<int>(specs->Specs[i].ColumnUserID), specs->Specs[i].SortDirection == ImGuiSortDirection_Descending});
  events.sort_changed = specs->SpecsDirty;
  specs->SpecsDirty = false;
}

}  // namespace

TableEvents table(const Look& look, const char* id, std::span<const TableColumn> columns, const TableContent& content, ImVec2 size, int scroll_to) {
  TableEvents events;
  const float room = size.x > 0 ? size.x : ImGui::GetContentRegionAvail().x;
  const bool shares = content.fits && share(look, columns, room);
  const std::string own = id + std::string(shares ? "" : " scrolling");  // which keeps widths of its own
  ImGuiNextWindowData& next = ImGui::GetCurrentContext()->NextWindowData;  // Tab goes into the table and out of it
  next.HasFlags |= ImGuiNextWindowDataFlags_HasChildFlags;
  next.ChildFlags = ImGuiChildFlags_NavFlattened;  // in place of those that the last window left behind
  if (!ImGui::BeginTable(own.c_str(), static_cast<int>(columns.size()), kFlags | (shares ? 0 : ImGuiTableFlags_ScrollX), size)) return events;
  set_up(look, columns, shares, room);
  draw_heading(look, columns);
  read_sort(events);
  if (events.sort_changed && scroll_to < 0) ImGui::SetScrollY(0);  // who asks for an order wants its first rows
  ImGuiListClipper clipper;
  clipper.Begin(content.rows);
  if (scroll_to >= 0) clipper.IncludeItemByIndex(scroll_to);
  while (clipper.Step())
    for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
      draw_row(look, columns, content, row, events);
      if (row == scroll_to) ImGui::SetScrollHereY(0.5f);
    }
  ImGui::EndTable();
  return events;
}

}  // namespace zhengshe::ui
