#include "ui/controls.h"

#include <algorithm>
#include <string>

#include "imgui_internal.h"

namespace zhengshe::ui {
namespace {

constexpr float kChipHeight = 6.5f;  // in units of spacing

// The part of a label that is shown.
std::string_view shown(const char* label) {
  const std::string_view whole = label;
  return whole.substr(0, whole.find("##"));
}

ImVec2 middle(const Press& press) { return {(press.min.x + press.max.x) / 2, (press.min.y + press.max.y) / 2}; }

// Words in the middle of an area.
void centred(const Look& look, TextStyle style, const Press& press, ImU32 colour, std::string_view words) {
  const ImVec2 centre = middle(press);
  draw_text(look, style, {centre.x, centre.y - look.size(style) / 2}, colour, words, Align::centre);
}

}  // namespace

Press press_area(const char* label, ImVec2 size, Switch state) {
  Press press;
  press.clicked = ImGui::InvisibleButton(label, {std::max(size.x, 1.0f), std::max(size.y, 1.0f)}, ImGuiButtonFlags_EnableNav);
  press.hovered = ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  press.min = ImGui::GetItemRectMin();
  press.max = ImGui::GetItemRectMax();
  if (press.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (state != Switch::none) {
    [[maybe_unused]] ImGuiContext& g = *ImGui::GetCurrentContext();
    IMGUI_TEST_ENGINE_ITEM_INFO(ImGui::GetItemID(), label,
                                g.LastItemData.StatusFlags | ImGuiItemStatusFlags_Checkable | (state == Switch::on ? ImGuiItemStatusFlags_Checked : 0));
  }
  return press;
}

void name_item([[maybe_unused]] std::string_view label) {
  [[maybe_unused]] ImGuiContext& g = *ImGui::GetCurrentContext();
  IMGUI_TEST_ENGINE_ITEM_INFO(g.LastItemData.ID, std::string(label).c_str(), g.LastItemData.StatusFlags);
}

Press readable(const char* label, ImVec2 size) {
  ImGui::InvisibleButton(label, {std::max(size.x, 1.0f), std::max(size.y, 1.0f)}, ImGuiButtonFlags_EnableNav);
  return {.hovered = ImGui::IsItemHovered(), .min = ImGui::GetItemRectMin(), .max = ImGui::GetItemRectMax()};
}

bool icon_button(const Look& look, const IconButton& button) {
  ImGui::BeginDisabled(!button.enabled);
  const float size = look.space(button.size);
  const Press press = press_area(button.label, {size, size});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 centre = middle(press);
  ImU32 ink = button.enabled ? look->ink : mix(look->muted, look->ground, 0.45f);
  if (button.filled) {
    list.AddCircleFilled(centre, size / 2, press.hovered ? mix(look->accent, look->ink, 0.12f) : look->accent);
    ink = look->on_accent;
  } else if (press.hovered && button.enabled) {
    list.AddRectFilled(press.min, press.max, press.held ? look->line : look->raised, look.space(1.5f));
  }
  draw_icon(list, button.icon, centre, size * (button.filled ? 0.42f : 0.5f), ink);
  ImGui::EndDisabled();
  tooltip(look, shown(button.label));
  return press.clicked;
}

bool button(const Look& look, const char* label, ButtonKind kind, bool enabled) {
  ImGui::BeginDisabled(!enabled);
  const ImVec2 words = measure(look, TextStyle::strong, shown(label));
  const Press press = press_area(label, {words.x + look.space(8), look.space(8)});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float rounding = (press.max.y - press.min.y) / 2;
  if (kind == ButtonKind::primary) {
    const ImU32 accent = press.hovered ? mix(look->accent, look->ink, 0.12f) : look->accent;
    list.AddRectFilled(press.min, press.max, enabled ? accent : look->line, rounding);
    centred(look, TextStyle::strong, press, enabled ? look->on_accent : look->muted, shown(label));
  } else {
    list.AddRectFilled(press.min, press.max, press.hovered ? look->raised : look->panel, rounding);
    list.AddRect(press.min, press.max, look->line, rounding, 0, kHairline);
    centred(look, TextStyle::strong, press, enabled ? look->ink : look->muted, shown(label));
  }
  ImGui::EndDisabled();
  return press.clicked;
}

bool link(const Look& look, const char* label) {
  const ImVec2 words = measure(look, TextStyle::strong, shown(label));
  const Press press = press_area(label, {words.x, look.size(TextStyle::strong)});
  draw_text(look, TextStyle::strong, press.min, look->accent_text, shown(label));
  if (press.hovered) ImGui::GetWindowDrawList()->AddLine({press.min.x, press.max.y}, press.max, look->accent_text, kHairline);
  return press.clicked;
}

void combo(const Look& look, std::string_view label, std::string_view shown, float width, const std::function<void()>& choices) {
  ImGui::SetNextItemWidth(width);
  if (ImGui::BeginCombo(("##" + std::string(label)).c_str(), std::string(shown).c_str())) {
    choices();
    ImGui::EndCombo();
  }
  name_item(std::string(label) + " · " + std::string(shown));
  ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), look->line, ImGui::GetStyle().FrameRounding, 0, kHairline);
}

float pill_switch_width(const Look& look, std::span<const std::string_view> choices) {
  float width = look.space(1);
  for (const std::string_view choice : choices) width += measure(look, TextStyle::strong, choice).x + look.space(10);
  return width;
}

int pill_switch(const Look& look, const char* id, std::span<const std::string_view> choices, int chosen) {
  ImGui::PushID(id);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = look.space(8), inset = look.space(0.5f);
  const ImVec2 end{at.x + pill_switch_width(look, choices), at.y + height};
  list.AddRectFilled(at, end, look->panel, height / 2);
  list.AddRect(at, end, look->line, height / 2, 0, kHairline);
  ImGui::BeginGroup();
  float x = at.x + inset;
  for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
    const std::string label(choices[static_cast<std::size_t>(i)]);
    ImGui::PushID(i);
    ImGui::SetCursorScreenPos({x, at.y + inset});
    const float width = measure(look, TextStyle::strong, label).x + look.space(10);
    const bool on = i == chosen;
    const Press press = press_area(label.c_str(), {width, height - 2 * inset}, on ? Switch::on : Switch::off);
    if (on || press.hovered) list.AddRectFilled(press.min, press.max, on ? look->ink : look->raised, height / 2);
    centred(look, on ? TextStyle::strong : TextStyle::body, press, on ? look->panel : look->muted, label);
    if (press.clicked) chosen = i;
    x += width;
    ImGui::PopID();
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({end.x - at.x, height});
  ImGui::EndGroup();
  ImGui::PopID();
  return chosen;
}

float chip_width(const Look& look, const char* label) { return measure(look, TextStyle::body, shown(label)).x + look.space(6); }

void caption(const Look& look, std::string_view words) {
  ImGui::Dummy({measure(look, TextStyle::small, words).x, look.space(kChipHeight)});
  draw_text(look, TextStyle::small, {ImGui::GetItemRectMin().x, (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y - look.size(TextStyle::small)) / 2}, look->muted, words);
}

bool chip(const Look& look, const char* label, ChipKind kind) {
  const bool measure_chip = kind == ChipKind::measure;
  const Press press = press_area(label, {chip_width(look, label), look.space(kChipHeight)});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float rounding = (press.max.y - press.min.y) / 2;
  const ImU32 ground = measure_chip ? look->chip : look->ground;
  list.AddRectFilled(press.min, press.max, press.hovered ? mix(ground, look->accent, 0.06f) : ground, rounding);
  if (press.hovered) list.AddRect(press.min, press.max, look->accent_text, rounding, 0, kHairline);
  centred(look, TextStyle::body, press, measure_chip ? look->accent_text : look->ink, shown(label));
  return press.clicked;
}

void flow(const Look& look, float next_width) {
  const float end = ImGui::GetItemRectMax().x + look.space(2) + next_width;
  const float edge = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  if (end <= edge) ImGui::SameLine(0, look.space(2));
}

int chip_choice(const Look& look, std::span<const std::string_view> labels, int chosen) {
  for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
    const std::string label(labels[static_cast<std::size_t>(i)]);
    if (i > 0) flow(look, chip_width(look, label.c_str()));
    if (chip(look, label.c_str(), chosen == i ? ChipKind::measure : ChipKind::neutral)) chosen = i;
  }
  return chosen;
}

void badge(const Look& look, std::string_view letter, bool reported, std::string_view explanation) {
  ImGui::Dummy({look.space(5.5f), look.space(4.5f)});
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddRectFilled(min, max, reported ? look->chip : look->ground, kBarRadius);
  draw_text(look, TextStyle::strong, {(min.x + max.x) / 2, (min.y + max.y - look.size(TextStyle::strong)) / 2},
            reported ? look->accent_text : look->muted, letter, Align::centre);
  tooltip(look, explanation);
}

void tooltip(const Look& look, std::string_view heading, std::string_view explanation) {
  const bool rested = ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_AllowWhenDisabled);
  if (!rested || heading.empty() || !ImGui::BeginTooltip()) return;
  paragraph(look, explanation.empty() ? TextStyle::body : TextStyle::strong, look->ink, heading, look.space(80));
  if (!explanation.empty()) paragraph(look, TextStyle::small, look->muted, explanation, look.space(80));
  ImGui::EndTooltip();
}

}  // namespace zhengshe::ui
