// Small line drawings, each on a grid of 16 × 16.
#pragma once

#include <cstdint>

#include "imgui.h"

namespace zhengshe::ui {

enum class Icon : std::uint8_t {
  overview, map, table, magnifier, arrow, gantt, line, compare, shield, document,
  play, pause, undo, redo, theme, search, plus, trash, save, open, help, close, pin, download, stop, more, language, warning, link, clock,
};
inline constexpr int kIcons = static_cast<int>(Icon::clock) + 1;

/// Draws the icon around `centre`, `size` pixels wide.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace zhengshe::ui
