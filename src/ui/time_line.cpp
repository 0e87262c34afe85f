// The strip at the bottom: play, the day, batches over the months, and the day's handle to drag.
#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "ui/controls.h"
#include "ui/panels.h"

namespace zhengshe::ui {
namespace {

void draw_batch_bars(const Look& look, const app::views::Timeline& line, const Scale& scale, float top, float bottom) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int count = static_cast<int>(line.batches.size());
  if (count == 0) return;
  const float pitch = std::min(look.space(4), (bottom - top) / static_cast<float>(count)), thickness = pitch * 0.75f;
  for (int i = 0; i < count; ++i) {
    const app::views::BatchBar& bar = line.batches[static_cast<std::size_t>(i)];
    if (bar.span.last < bar.span.first) continue;
    const float y = top + pitch * static_cast<float>(i), left = scale.pixel(bar.span.first);
    list.AddRectFilled({left, y}, {scale.pixel(bar.span.last + 1), y + thickness}, batch_colour(*look, i, count), kBarRadius);
    // Before the bar: the deadline may stand right behind it.
    draw_text(look, TextStyle::small, {left - look.space(1.5f), y + (thickness - look.size(TextStyle::small)) / 2}, look->muted, std::to_string(bar.cooperatives), Align::right);
  }
}

void draw_handle(const Look& look, const Scale& scale, int day, float top, float bottom) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float x = std::round(scale.pixel(day)) + 0.5f;
  list.AddLine({x, top}, {x, bottom}, look->ink, 1.5f);
  list.AddCircleFilled({x, top}, look.space(1.25f), look->ink);
}

// Months, bars and the handle; a press or a drag anywhere on it sets the day.
void draw_track(const Look& look, const app::Session& session, const app::views::Timeline& line, ImVec2 min, ImVec2 max, app::Intents& intents) {
  const std::string label(line.date);
  ImGui::SetCursorScreenPos(min);
  const Press press = press_area((label + "###time line").c_str(), {max.x - min.x, max.y - min.y});
  const Scale scale{0, static_cast<double>(std::max(1, line.days)), min.x + look.space(2), max.x - look.space(2)};
  const float axis = max.y - look.space(5.5f), top = min.y + look.space(2);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (const app::views::Span& holiday : line.holidays)
    list.AddRectFilled({scale.pixel(holiday.first), top}, {scale.pixel(holiday.last + 1), axis}, with_alpha(look->ink, 0.12f));
  draw_batch_bars(look, line, scale, top + look.space(1), axis - look.space(1));
  list.AddLine({min.x, axis}, {max.x, axis}, look->line, kHairline);
  draw_months(look, time_axis(session), scale, axis, axis + look.space(1), axis + look.space(1.25f));
  if (line.deadline >= 0) draw_dashed(list, {scale.pixel(line.deadline), top}, {scale.pixel(line.deadline), axis}, look->accent, 1.5f, look.space(1));
  draw_handle(look, scale, line.day, top, axis);

  if (press.held || press.clicked) {
    const int day = std::clamp(static_cast<int>(scale.value(ImGui::GetIO().MousePos.x)), 0, std::max(0, line.days - 1));
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) && day != line.day) intents.add(app::SetDay{day});
  }
  if (!ImGui::IsItemFocused()) return;
  // Arrows move the day while the track has the keyboard; they would otherwise move the keyboard on.
  for (const auto& [key, by] : {std::pair(ImGuiKey_LeftArrow, -1), std::pair(ImGuiKey_RightArrow, 1)}) {
    ImGui::SetKeyOwner(key, ImGui::GetItemID());
    if (ImGui::IsKeyPressed(key)) intents.add(app::SetDay{line.day + by * (ImGui::GetIO().KeyShift ? 7 : 1)});
  }
}

}  // namespace

void draw_time_line(const Look& look, const app::Session& session, const app::views::Timeline& line, bool narrow, app::Intents& intents) {
  const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const float button = narrow ? 9 : 10;
  const bool playing = session.is_playing();
  const std::string label(app::tr(session.language(), playing ? app::Key::command_pause : app::Key::command_play));
  const float left = at.x + look.space(narrow ? 3 : 6), middle = at.y + room.y / 2;
  ImGui::SetCursorScreenPos({left, middle - look.space(button / 2)});
  if (icon_button(look, {.icon = playing ? Icon::pause : Icon::play, .label = (label + "###play").c_str(), .filled = true, .size = button}))
    intents.run(app::Command::play_pause);
  const float words = left + look.space(button + (narrow ? 2 : 4));
  const float words_width = look.space(narrow ? 34 : 37);
  const TextStyle date_style = narrow ? TextStyle::strong : TextStyle::heading;
  draw_fitted(look, date_style, {words, middle - look.space(5)}, words_width, look->ink, line.date);
  draw_fitted(look, TextStyle::small, {words, middle + look.space(0.75f)}, words_width, look->muted, line.progress);
  draw_track(look, session, line, {words + words_width + look.space(1), at.y + look.space(1)}, {at.x + room.x - look.space(narrow ? 2 : 8), at.y + room.y}, intents);
}

}  // namespace zhengshe::ui
