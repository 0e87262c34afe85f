// The one table of the interface: any number of rows, of which only those in sight are asked for.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/look.h"

namespace zhengshe::ui {

struct TableColumn {
  const char* id = "";           // stays the same in every language
  std::string_view heading;
  std::string_view explanation = {};  // on hover of the heading
  float width = 24;              // in units of spacing
  Align align = Align::left;     // of heading and cells
  bool sortable = true;
  bool shown = true;             // at first
};

/// One key of an order, the most important first.
struct TableSort {
  int column = 0;
  bool descending = false;
  bool operator==(const TableSort&) const = default;
};

struct TableRow {
  std::uint32_t id = 0;     // of the thing in it, not its place
  std::string_view label;   // its name, read aloud
  bool selected = false;
};

struct TableCell {
  std::string words;
  ImU32 colour = 0;      // 0 = ink
  float bar = -1;        // 0..1 draws a bar of that share before the words
  ImU32 bar_colour = 0;
};

struct TableContent {
  int rows = 0;
  bool fits = false;  // the columns share the width as long as that gives them most of theirs; else they scroll
  std::function<TableRow(int row)> row = {};  // asked once for each row in sight, before its cells
  std::function<TableCell(int row, int column)> cell = {};
};

struct TableEvents {
  std::vector<TableSort> sort;  // in force after this frame
  bool sort_changed = false;
  int pressed_row = -1;
  bool adds = false;            // pressed with Ctrl: to the selection
  int row_to_edit = -1;         // pressed twice
};

/// `scroll_to` brings a row into sight, -1 leaves the table where it is. `size` as of ImGui::BeginChild.
TableEvents table(const Look& look, const char* id, std::span<const TableColumn> columns, const TableContent& content, ImVec2 size,
                  int scroll_to = -1);

}  // namespace zhengshe::ui
