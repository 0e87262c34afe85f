// What one reads: cards, tiles, bars, rings, empty states, toasts.
#pragma once

#include <span>
#include <string_view>

#include "ui/controls.h"
#include "ui/look.h"

namespace zhengshe::ui {

/// A card around whatever is drawn while it lives: BeginChild and EndChild, never one without the other.
class Card {
 public:
  enum class Scroll { no, yes };
  /// `size` as of ImGui::BeginChild: 0 takes what is left. The heading may be empty.
  Card(const Look& look, const char* id, ImVec2 size, std::string_view heading = {}, Scroll scroll = Scroll::no);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
};

/// Text on the right end of the line that was drawn last; below it where it has no room.
void right_note(const Look& look, TextStyle style, ImU32 colour, std::string_view words);
/// A hairline across the region with air around it.
void rule(const Look& look);

enum class Tone { neutral, better, worse };
/// Colour of a change for the better, for the worse, or of neither.
ImU32 tone_colour(const Look& look, Tone tone);

/// A figure, its change against "left alone", the interval of that change and a spark line.
struct Tile {
  std::string_view label = {};
  std::string_view figure = {};
  std::string_view unit = {};
  std::string_view change = {};    // may be empty
  std::string_view interval = {};  // may be empty
  Tone tone = Tone::neutral;
  std::span<const float> spark = {};
  std::string_view explanation = {};  // on hover: provenance and equation
};
/// True when pressed.
bool tile(const Look& look, const char* id, const Tile& tile, ImVec2 size);
/// Height of a tile in pixels.
float tile_height(const Look& look);

/// A line with a name, a bar and a figure.
struct BarLine {
  std::string_view label = {};
  std::string_view figure = {};
  float fraction = 0;         // of the bar's width, 0..1
  ImU32 colour = 0;
  bool track = true;          // the rest of the bar is drawn, too
  float label_share = 0.42f;  // of the width
  float figure_width = 14;    // in units of spacing
};
/// True when pressed. `id` tells lines of the same name apart.
bool bar_line(const Look& look, int id, const BarLine& line);

struct Ring {
  float fraction = 0;  // 0..1
  std::string_view figure = {};
  std::string_view caption = {};
};
/// A ring gauge with its figure inside, centred in the region.
void ring(const Look& look, const Ring& ring, float diameter);

/// A rounded bar that is filled so far, within a rectangle; no track is drawn in colour 0.
void draw_bar(ImDrawList& list, ImVec2 min, ImVec2 max, float fraction, ImU32 filled, ImU32 track);
/// A line through the values, scaled to the rectangle.
void draw_spark(ImDrawList& list, ImVec2 min, ImVec2 max, std::span<const float> values, ImU32 colour);

struct Empty {
  Icon icon = Icon::search;
  std::string_view heading = {};
  std::string_view sentence = {};
  const char* action = "";  // may be empty
};
/// Where there is nothing to show: why, and what to do. True when the action is pressed.
bool empty_state(const Look& look, const Empty& empty);

struct Toast {
  std::string_view words;
  bool warning = false;
  const char* action = "";  // may be empty
};
enum class ToastEvent { none, action, dismissed };
struct ToastResult {
  int toast = -1;
  ToastEvent event = ToastEvent::none;
};
/// Notices over everything else, in the middle above `bottom`; the newest is the lowest. `dismiss` names the cross.
ToastResult toasts(const Look& look, std::span<const Toast> shown, float bottom, const char* dismiss);

}  // namespace zhengshe::ui
