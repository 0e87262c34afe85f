#include "ui/chart_menu.h"

#include "imgui_internal.h"

namespace zhengshe::ui {
namespace {

using app::ChartFormat;
using app::Key;

constexpr const char* kPopup = "chart menu";
constexpr float kButton = 7;  // in units of spacing

bool choice(const ChartMenu& menu, Key key) { return ImGui::MenuItem(std::string(app::tr(menu.language, key)).c_str()); }

// In the upper right corner of the chart; seen only where somebody may want it.
void draw_button(const Look& look, const ChartMenu& menu, const Press& chart) {
  const float size = look.space(kButton);
  ImGui::SetCursorScreenPos({std::max(chart.min.x, chart.max.x - size), chart.min.y});
  const std::string label = app::fill(app::tr(menu.language, Key::chart_menu), {menu.title});
  const Press press = press_area((label + "###chart menu").c_str(), {size, size});
  if (press.clicked) ImGui::OpenPopup(kPopup);
  const bool is_focused = ImGui::IsItemFocused() && ImGui::GetCurrentContext()->NavCursorVisible;
  if (chart.hovered || press.hovered || is_focused || ImGui::IsPopupOpen(kPopup)) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(press.min, press.max, press.hovered ? look->raised : look->panel, look.space(1.5f));
    draw_icon(list, Icon::more, {(press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2}, size * 0.55f, look->ink);
  }
  tooltip(look, label);
}

ZoomWish draw_zoom(const ChartMenu& menu) {
  ZoomWish wish = ZoomWish::none;
  // The menu stays open to zoom further.
  ImGui::PushItemFlag(ImGuiItemFlags_AutoClosePopups, false);
  if (choice(menu, Key::chart_zoom_in)) wish = ZoomWish::in;
  if (choice(menu, Key::chart_zoom_out)) wish = ZoomWish::out;
  ImGui::PopItemFlag();
  if (choice(menu, Key::chart_reset_zoom)) wish = ZoomWish::all;
  ImGui::Separator();
  return wish;
}

void draw_exports(const ChartMenu& menu) {
  for (const auto& [key, format] : {std::pair(Key::chart_copy, ChartFormat::copied), std::pair(Key::chart_save_csv, ChartFormat::csv),
                                    std::pair(Key::chart_save_svg, ChartFormat::svg), std::pair(Key::chart_save_png, ChartFormat::png)})
    if (choice(menu, key)) menu.intents->add(app::ExportChart{menu.data(), format});
}

}  // namespace

ZoomWish chart_menu(const Look& look, const ChartMenu& menu, const Press& press, bool can_zoom) {
  ImGui::OpenPopupOnItemClick(kPopup, ImGuiPopupFlags_MouseButtonRight);
  draw_button(look, menu, press);
  if (!ImGui::BeginPopup(kPopup)) return ZoomWish::none;
  const ZoomWish wish = can_zoom ? draw_zoom(menu) : ZoomWish::none;
  draw_exports(menu);
  ImGui::EndPopup();
  return wish;
}

}  // namespace zhengshe::ui
