// Rows of bars over days: the campaign, cooperative by cooperative or team by team. Draws only the rows in sight.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/charts.h"

namespace zhengshe::ui {

enum class GanttBar : std::uint8_t { preparation, work, aftercare };  // pale, full, a thin line

struct GanttSpan {
  float first = 0, last = 0;  // days, both inclusive
  GanttBar kind = GanttBar::work;
};

/// A flag above the rows where a group of them may begin, to be dragged or moved by the arrow keys.
struct GanttStart {
  std::uint32_t id = 0;
  std::string label;  // read aloud and shown on hover
  float day = 0;
  ImU32 colour = 0;
};

struct GanttRow {
  std::uint32_t id = 0;
  std::string_view label;
  std::vector<GanttSpan> spans = {};
  ImU32 colour = 0;
  bool selected = false;
  bool marked = false;  // a dot before the name: pinned, or late
};

struct Gantt {
  const char* label = "";
  TimeAxis axis;
  int rows = 0;
  std::function<GanttRow(int row)> row;
  std::function<std::string(int row)> explain;  // on hover of a row
  std::span<const Mark> marks = {};
  std::span<const Shade> shades = {};
  std::span<const GanttStart> starts = {};
  float names_width = 40;  // in units of spacing
};

/// The row or the start that is being dragged, and from where. Lives in UiState.
struct GanttDrag {
  std::uint32_t id = 0;
  float from_pixel = 0;
};

struct GanttEvents {
  std::uint32_t pressed = 0;      // id of a row
  std::uint32_t moved = 0;        // id of a row whose bars were let go elsewhere
  std::uint32_t start_moved = 0;  // id of a start that was put elsewhere
  int moved_days = 0;             // of either
  Scale scale;                    // days to pixels, for what stands below
};

GanttEvents gantt(const Look& look, const Gantt& gantt, GanttDrag& drag, GanttDrag& start_drag, ImVec2 size);

}  // namespace zhengshe::ui
