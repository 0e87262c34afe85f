#include "ui/look.h"

#include <string>

#include "ui/line_breaks.h"

namespace zhengshe::ui {
namespace {

// In pixels at text scale 1.
float size_of(TextStyle style) {
  switch (style) {
    case TextStyle::small: return kBaseText - 2;
    case TextStyle::body:
    case TextStyle::strong: return kBaseText;
    case TextStyle::heading: return kBaseText + 1;
    case TextStyle::title: return kBaseText + 4;
    case TextStyle::headline: return kBaseText * 2 - 1;
  }
  return kBaseText;
}

// Dear ImGui takes a null end for "up to the zero": an empty view must not give it one.
const char* begin_of(std::string_view words) { return words.data() ? words.data() : ""; }
const char* end_of(std::string_view words) { return begin_of(words) + words.size(); }

void apply_sizes(const Look& look) {
  ImGuiStyle& style = ImGui::GetStyle();
  const float unit = look.space(1);
  style.FontScaleMain = look.text_scale;
  style.WindowPadding = {4 * unit, 4 * unit};
  style.FramePadding = {3 * unit, 1.5f * unit};
  style.ItemSpacing = {2 * unit, 2 * unit};
  style.ItemInnerSpacing = {2 * unit, unit};
  style.CellPadding = {2 * unit, unit};
  style.ScrollbarSize = 2.5f * unit;
  style.WindowRounding = kCardRadius - kUnit;  // tooltips
  style.ChildRounding = style.PopupRounding = kCardRadius;
  style.FrameRounding = style.GrabRounding = kCardRadius - kUnit;
  style.ScrollbarRounding = kCardRadius;
  style.FrameBorderSize = 0;
  style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = kHairline;
  style.GrabMinSize = 3 * unit;
}

void apply_colours(const Palette& palette) {
  ImVec4* colours = ImGui::GetStyle().Colors;
  const auto set = [colours](ImU32 colour, std::initializer_list<ImGuiCol> slots) {
    for (const ImGuiCol slot : slots) colours[slot] = ImGui::ColorConvertU32ToFloat4(colour);
  };
  set(palette.ink, {ImGuiCol_Text, ImGuiCol_InputTextCursor});
  set(palette.muted, {ImGuiCol_TextDisabled});
  set(palette.ground, {ImGuiCol_WindowBg, ImGuiCol_MenuBarBg, ImGuiCol_FrameBg});
  set(palette.panel, {ImGuiCol_PopupBg, ImGuiCol_ChildBg, ImGuiCol_TableRowBg, ImGuiCol_TableHeaderBg});
  set(palette.raised, {ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_HeaderHovered, ImGuiCol_ButtonHovered, ImGuiCol_TabHovered});
  set(palette.line, {ImGuiCol_Border, ImGuiCol_Separator, ImGuiCol_SeparatorHovered, ImGuiCol_TableBorderStrong, ImGuiCol_TableBorderLight,
                     ImGuiCol_ScrollbarGrab, ImGuiCol_ButtonActive, ImGuiCol_HeaderActive});
  set(mix(palette.line, palette.muted, 0.4f), {ImGuiCol_ScrollbarGrabHovered, ImGuiCol_ScrollbarGrabActive, ImGuiCol_SeparatorActive});
  set(palette.chip, {ImGuiCol_Header});
  set(palette.accent, {ImGuiCol_CheckMark, ImGuiCol_NavCursor, ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive, ImGuiCol_DragDropTarget});
  set(with_alpha(palette.plan, 0.3f), {ImGuiCol_TextSelectedBg});
  set(with_alpha(IM_COL32_BLACK, 0.35f), {ImGuiCol_ModalWindowDimBg, ImGuiCol_NavWindowingDimBg});
  set(with_alpha(palette.ink, 0), {ImGuiCol_ScrollbarBg, ImGuiCol_Button, ImGuiCol_TableRowBgAlt, ImGuiCol_BorderShadow, ImGuiCol_ResizeGrip});
}

}  // namespace

ImFont* Look::font(TextStyle style) const {
  return style == TextStyle::small || style == TextStyle::body ? regular : semibold;
}

float Look::size(TextStyle style) const { return size_of(style) * text_scale; }

void apply(const Look& look) {
  apply_sizes(look);
  apply_colours(*look);
}

void text(const Look& look, TextStyle style, ImU32 colour, std::string_view words) {
  ImGui::PushFont(look.font(style), size_of(style));
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(begin_of(words), end_of(words));
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void paragraph(const Look& look, TextStyle style, ImU32 colour, std::string_view words, float width) {
  if (width <= 0) width = ImGui::GetContentRegionAvail().x;
  ImGui::PushFont(look.font(style), size_of(style));
  ImFontBaked* const letters = ImGui::GetFontBaked();
  const std::string lines = with_line_breaks(words, width, [letters](char32_t c) { return letters->GetCharAdvance(static_cast<ImWchar>(c)); });
  ImGui::PopFont();
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width + 0.5f);  // what was measured to fit must not be broken again
  text(look, style, colour, lines);
  ImGui::PopTextWrapPos();
}

ImVec2 measure(const Look& look, TextStyle style, std::string_view words) {
  return look.font(style)->CalcTextSizeA(look.size(style), 1e9f, 0, begin_of(words), end_of(words));
}

void draw_text(const Look& look, TextStyle style, ImVec2 at, ImU32 colour, std::string_view words, Align align) {
  if (align != Align::left) at.x -= measure(look, style, words).x * (align == Align::right ? 1 : 0.5f);
  ImGui::GetWindowDrawList()->AddText(look.font(style), look.size(style), at, colour, begin_of(words), end_of(words));
}

bool draw_fitted(const Look& look, TextStyle style, ImVec2 at, float width, ImU32 colour, std::string_view words, Align align) {
  if (measure(look, style, words).x <= width) {
    draw_text(look, style, at, colour, words, align);
    return false;
  }
  constexpr std::string_view kEllipsis = "…";
  const float room = width - measure(look, style, kEllipsis).x;
  const char* fitting_end = begin_of(words);
  look.font(style)->CalcTextSizeA(look.size(style), room > 0 ? room : 0, 0, begin_of(words), end_of(words), &fitting_end);
  std::string shortened(begin_of(words), fitting_end);
  while (!shortened.empty() && shortened.back() == ' ') shortened.pop_back();
  draw_text(look, style, at, colour, shortened.append(kEllipsis), align);
  return true;
}

}  // namespace zhengshe::ui
