#include "ui/fields.h"

#include <algorithm>
#include <cstdio>

#include "imgui_internal.h"
#include "ui/icons.h"

namespace zhengshe::ui {
namespace {

// Lets Dear ImGui write into a std::string.
int resize_callback(ImGuiInputTextCallbackData* data) {
  if (data->EventFlag != ImGuiInputTextFlags_CallbackResize) return 0;
  auto& words = *static_cast<std::string*>(data->UserData);
  words.resize(static_cast<std::size_t>(data->BufTextLen));
  data->Buf = words.data();
  return 0;
}

bool input(const char* label, const char* hint, std::string& words, ImGuiInputTextFlags flags) {
  return ImGui::InputTextWithHint(label, hint, words.data(), words.capacity() + 1, flags | ImGuiInputTextFlags_CallbackResize, resize_callback, &words);
}

void outline(const Look& look) {
  const ImU32 colour = ImGui::IsItemActive() ? look->plan : look->line;
  ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), colour, ImGui::GetStyle().FrameRounding, 0, kHairline);
}

// "%.2f km"; a percent sign in the unit is doubled.
std::string format_of(const NumberRange& range) {
  char number[16];
  std::snprintf(number, sizeof number, "%%.%df", range.decimals);
  std::string format = number;
  if (*range.unit) format += ' ';
  for (const char* c = range.unit; *c; ++c) format += *c == '%' ? "%%" : std::string(1, *c);
  return format;
}

// The new value, once the last item, which shows `shown` of what is a draft, is left.
std::optional<double> settled(Draft& draft, ImGuiID id, double value, double shown, const NumberRange& range) {
  if (ImGui::IsItemActivated()) draft = {id, value, {}};
  if (draft.field != id) return std::nullopt;
  draft.number = shown;
  if (ImGui::IsItemActive()) {
    const bool cancelled = ImGui::IsKeyPressed(ImGuiKey_Escape, ImGuiInputFlags_None);
    if (!cancelled) return std::nullopt;
    ImGui::ClearActiveID();
    draft = {};
    return std::nullopt;
  }
  draft = {};
  return shown != value ? std::optional(std::clamp(shown, range.least, range.most)) : std::nullopt;
}

}  // namespace

std::optional<double> number_field(const Look& look, Draft& draft, const char* label, double value, const NumberRange& range, float width) {
  const ImGuiID id = ImGui::GetID(label);
  double shown = draft.field == id ? draft.number : value;
  ImGui::SetNextItemWidth(width);
  ImGui::DragScalar(label, ImGuiDataType_Double, &shown, static_cast<float>(range.step), &range.least, &range.most, format_of(range).c_str(),
                    ImGuiSliderFlags_AlwaysClamp);
  outline(look);
  return settled(draft, id, value, shown, range);
}

std::optional<double> slider_field(const Look& look, Draft& draft, const char* label, double value, const NumberRange& range, float width) {
  const ImGuiID id = ImGui::GetID(label);
  double shown = draft.field == id ? draft.number : value;
  ImGui::SetNextItemWidth(width);
  ImGui::SliderScalar(label, ImGuiDataType_Double, &shown, &range.least, &range.most, format_of(range).c_str(), ImGuiSliderFlags_AlwaysClamp);
  outline(look);
  return settled(draft, id, value, shown, range);
}

std::optional<std::string> text_field(const Look& look, Draft& draft, const char* label, std::string_view value, float width, const char* hint) {
  const ImGuiID id = ImGui::GetID(label);
  std::string shown = draft.field == id ? draft.words : std::string(value);
  ImGui::SetNextItemWidth(width);
  input(label, hint, shown, ImGuiInputTextFlags_None);
  outline(look);
  if (ImGui::IsItemActivated()) draft = {id, 0, std::string(value)};
  if (draft.field != id) return std::nullopt;
  draft.words = shown;
  if (ImGui::IsItemActive()) return std::nullopt;
  draft = {};
  return shown != value ? std::optional(shown) : std::nullopt;
}

bool search_field(const Look& look, const char* label, std::string& words, float width, const char* hint) {
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.space(8), padding.y});
  ImGui::SetNextItemWidth(width);
  const bool changed = input(label, hint, words, ImGuiInputTextFlags_EscapeClearsAll);
  ImGui::PopStyleVar();
  outline(look);
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  draw_icon(*ImGui::GetWindowDrawList(), Icon::search, {min.x + look.space(4.5f), (min.y + max.y) / 2}, look.space(3.5f), look->muted);
  return changed;
}

}  // namespace zhengshe::ui
