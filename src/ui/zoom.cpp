#include "ui/zoom.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace zhengshe::ui {
namespace {

constexpr double kNotch = 1.1;  // one notch of the wheel, as the page counts a pinch
constexpr double kLeastDays = 6;
constexpr float kMovedByNotch = 40;  // pixels

void move_by(DayZoom& zoom, int days, const app::Scale& scale, float pixels) {
  zoom.seen = app::moved(zoom.seen, all_days(days), scale.value(scale.low_pixel - pixels) - scale.low);
}

}  // namespace

app::Range all_days(int days) { return {0, std::max(1.0, static_cast<double>(days - 1))}; }

app::Range seen_days(const DayZoom& zoom, model::Date start, int days) {
  return zoom.start == start && zoom.days == days ? zoom.seen : all_days(days);
}

void zoom_by(DayZoom& zoom, model::Date start, int days, double about, double factor) {
  zoom = {start, days, app::zoomed(seen_days(zoom, start, days), all_days(days), about, factor, kLeastDays)};
}

bool take_zoom(DayZoom& zoom, model::Date start, int days, const Press& press, const app::Scale& scale) {
  const ImGuiIO& io = ImGui::GetIO();
  if (press.hovered && io.KeyCtrl) {
    // Owned, so that nothing scrolls and the page knows that the wheel is not for its own zoom.
    ImGui::SetKeyOwner(ImGuiKey_MouseWheelY, ImGui::GetItemID());
    if (io.MouseWheel != 0) zoom_by(zoom, start, days, scale.value(io.MousePos.x), std::pow(kNotch, static_cast<double>(io.MouseWheel)));
  }
  if (seen_days(zoom, start, days) == all_days(days)) return false;
  if (press.hovered) {
    ImGui::SetKeyOwner(ImGuiKey_MouseWheelX, ImGui::GetItemID());
    if (io.MouseWheelH != 0) move_by(zoom, days, scale, io.MouseWheelH * kMovedByNotch);
    if (ImGui::IsMouseDown(ImGuiMouseButton_Middle)) move_by(zoom, days, scale, io.MouseDelta.x);
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) zoom.seen = all_days(days);
  }
  if (!press.held || !io.KeyShift) return false;
  move_by(zoom, days, scale, io.MouseDelta.x);
  return true;
}

}  // namespace zhengshe::ui
