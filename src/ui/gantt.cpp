#include "ui/gantt.h"

#include <algorithm>
#include <cmath>
#include <string>

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
  float shift = 0;
  if (drag.id == row.id) {
    const int days = static_cast<int>(std::lround((mouse - drag.from_pixel) / day_width));
    shift = static_cast<float>(days) * day_width;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape)) drag = {};
    else if (!press.held) {
      if (days != 0) events.moved = row.id, events.moved_days = days;
      drag = {};
    }
  }
  for (const GanttSpan& span : row.spans) draw_span(look, span, scale, middle, row.colour, shift);
  if (press.clicked && events.moved != row.id) events.pressed = row.id;
  return press;
}

}  // namespace

GanttEvents gantt(const Look& look, const Gantt& gantt, GanttDrag& drag, ImVec2 size) {
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

  ImGui::SetCursorScreenPos({at.x, at.y + head});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, with_alpha(look->panel, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  if (ImGui::BeginChild(gantt.label, {width, height - head})) {
    ImGuiListClipper clipper;
    clipper.Begin(gantt.rows, look.space(6.5f));
    while (clipper.Step())
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
        if (draw_row(look, gantt, gantt.row(row), scale, drag, events).hovered) tooltip(look, gantt.explain(row));
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  for (const Mark& mark : gantt.marks) draw_mark(look, mark, scale, at.y + look.space(5), at.y + height);
  return events;
}

}  // namespace zhengshe::ui
