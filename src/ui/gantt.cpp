#include "ui/gantt.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "imgui_internal.h"
#include "ui/controls.h"

namespace zhengshe::ui {
namespace {

void draw_span(const Look& look, const GanttSpan& span, const Scale& scale, float middle, ImU32 colour, float shift) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float left = scale.pixel(span.first) + shift, right = std::max(left + 2, scale.pixel(span.last + 1) + shift), half = look.space(1.9f);
  switch (span.kind) {
    case GanttBar::preparation: list.AddRectFilled({left, middle - half}, {right, middle + half}, with_alpha(colour, 0.55f), kBarRadius); break;
    case GanttBar::work: list.AddRectFilled({left, middle - half}, {right, middle + half}, colour, kBarRadius); break;
    case GanttBar::aftercare: list.AddLine({left, middle}, {right, middle}, colour, kSeriesWidth); break;
  }
}

// How many days what is dragged has gone; comes out in `moved` when it is let go. Escape takes it back.
int dragged_days(GanttDrag& drag, std::uint32_t id, bool held, float day_width, std::optional<int>& moved) {
  if (drag.id != id) return 0;
  const int days = static_cast<int>(std::lround((ImGui::GetIO().MousePos.x - drag.from_pixel) / day_width));
  if (ImGui::IsKeyPressed(ImGuiKey_Escape)) {
    drag = {};
    return 0;
  }
  if (!held) {
    if (days != 0) moved = days;
    drag = {};
  }
  return days;
}

// A pole with a pennant; the arrows move it while the keyboard is on it.
void draw_start(const Look& look, const GanttStart& start, const Scale& scale, float top, GanttDrag& drag, GanttEvents& events) {
  const float height = look.space(4.5f), width = look.space(3.5f), x = scale.pixel(start.day), day_width = scale.pixel(1) - scale.pixel(0);
  if (x < scale.low_pixel || x > scale.high_pixel) return;
  ImGui::SetCursorScreenPos({x - look.space(0.5f), top});
  ImGui::PushID(static_cast<int>(start.id));
  const Press press = press_area((start.label + "###start").c_str(), {width + look.space(0.5f), height});
  ImGui::PopID();
  tooltip(look, start.label);
  if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) drag = {start.id, ImGui::GetIO().MousePos.x};
  std::optional<int> moved;
  const float left = x + static_cast<float>(dragged_days(drag, start.id, press.held, day_width, moved)) * day_width;
  if (ImGui::IsItemFocused())
    for (const auto& [key, by] : {std::pair(ImGuiKey_LeftArrow, -1), std::pair(ImGuiKey_RightArrow, 1)}) {
      ImGui::SetKeyOwner(key, ImGui::GetItemID());
      if (ImGui::IsKeyPressed(key)) moved = by * (ImGui::GetIO().KeyShift ? 7 : 1);
    }
  if (moved) events.start_moved = start.id, events.moved_days = *moved;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({left, top}, {left, top + height}, start.colour, kSeriesWidth);
  list.AddTriangleFilled({left, top}, {left + width, top + height * 0.3f}, {left, top + height * 0.6f}, press.hovered ? look->accent : start.colour);
}

// One row; returns its press.
Press draw_row(const Look& look, const Gantt& gantt, const GanttRow& row, const Scale& scale, GanttDrag& drag, GanttEvents& events) {
  ImGui::PushID(static_cast<int>(row.id));
  const float height = look.space(6.5f);
  const Press press = press_area(std::string(row.label).c_str(), {ImGui::GetContentRegionAvail().x, height}, row.selected ? Switch::on : Switch::off);
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (row.selected || press.hovered) list.AddRectFilled(press.min, press.max, row.selected ? look->chip : look->raised, look.space(1.5f));
  const float middle = (press.min.y + press.max.y) / 2;
  if (row.marked) list.AddCircleFilled({press.min.x + look.space(1.5f), middle}, look.space(0.8f), look->accent);
  draw_fitted(look, row.selected ? TextStyle::strong : TextStyle::body, {press.min.x + look.space(3.5f), middle - look.size(TextStyle::body) / 2},
              look.space(gantt.names_width - 5), look->ink, row.label);

  const float mouse = ImGui::GetIO().MousePos.x, day_width = scale.pixel(1) - scale.pixel(0);
  if (ImGui::IsItemActivated() && mouse > scale.low_pixel) drag = {row.id, mouse};
  std::optional<int> moved;
  const float shift = static_cast<float>(dragged_days(drag, row.id, press.held, day_width, moved)) * day_width;
  if (moved) events.moved = row.id, events.moved_days = *moved;
  for (const GanttSpan& span : row.spans) draw_span(look, span, scale, middle, row.colour, shift);
  if (press.clicked && events.moved != row.id) events.pressed = row.id;
  return press;
}

}  // namespace

GanttEvents gantt(const Look& look, const Gantt& gantt, GanttDrag& drag, GanttDrag& start_drag, ImVec2 size) {
  GanttEvents events;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = size.x > 0 ? size.x : ImGui::GetContentRegionAvail().x + size.x;
  const float height = size.y > 0 ? size.y : ImGui::GetContentRegionAvail().y + size.y;
  const float head = look.space(10), bar = ImGui::GetStyle().ScrollbarSize;
  const Scale scale{0, static_cast<double>(std::max(1, gantt.axis.days)), at.x + look.space(gantt.names_width), at.x + width - bar};
  events.scale = scale;
  draw_months(look, gantt.axis, scale, at.y + look.space(5), at.y + height, at.y);
  for (const Shade& shade : gantt.shades)
    ImGui::GetWindowDrawList()->AddRectFilled({scale.pixel(shade.first), at.y + look.space(5)}, {scale.pixel(shade.last + 1), at.y + height}, shade.colour);

  for (const GanttStart& start : gantt.starts) draw_start(look, start, scale, at.y + head - look.space(4.5f), start_drag, events);
  ImGui::SetCursorScreenPos({at.x, at.y + head});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, with_alpha(look->panel, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  if (ImGui::BeginChild(gantt.label, {width, height - head}, ImGuiChildFlags_NavFlattened)) {
    ImGuiListClipper clipper;
    clipper.Begin(gantt.rows, look.space(6.5f));
    while (clipper.Step())
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
        ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, row > clipper.DisplayStart);  // arrows go from row to row
        if (draw_row(look, gantt, gantt.row(row), scale, drag, events).hovered) tooltip(look, gantt.explain(row));
        ImGui::PopItemFlag();
      }
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  for (const Mark& mark : gantt.marks) draw_mark(look, mark, scale, at.y + look.space(5), at.y + height);
  return events;
}

}  // namespace zhengshe::ui
