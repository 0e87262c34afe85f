// What one presses: buttons, switches, chips. Each is an item of Dear ImGui with a readable label.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "ui/icons.h"
#include "ui/look.h"

namespace zhengshe::ui {

/// An area that can be pressed, focused and found by its label; nothing is drawn but the keyboard's cursor.
struct Press {
  bool clicked = false;
  bool hovered = false;
  bool held = false;
  ImVec2 min, max;  // where it is, in pixels
};
/// `label` is read aloud; after "##" it only tells items apart. `on` marks a switch that is on.
enum class Switch { none, off, on };
Press press_area(const char* label, ImVec2 size, Switch state = Switch::none);

/// Gives the last item a label to be found and read aloud by, where Dear ImGui's own widget has none.
void name_item(std::string_view label);
/// Words or a drawing that the keyboard reaches and `label` reads aloud; pressing it does nothing.
Press readable(const char* label, ImVec2 size);

struct IconButton {
  Icon icon = Icon::more;
  const char* label = "";  // its tooltip, too
  bool enabled = true;
  bool filled = false;     // a disc of the accent: play
  float size = 8;          // in units of spacing
};
bool icon_button(const Look& look, const IconButton& button);

enum class ButtonKind { plain, primary };
bool button(const Look& look, const char* label, ButtonKind kind = ButtonKind::plain, bool enabled = true);
/// A word that can be pressed, in a line of text.
bool link(const Look& look, const char* label);

/// One of several in a list that opens: `choices` draws ImGui::Selectable for each. Read aloud as "label · shown".
void combo(const Look& look, std::string_view label, std::string_view shown, float width, const std::function<void()>& choices);

/// One of several, side by side in a pill. Returns the one that is chosen afterwards.
int pill_switch(const Look& look, const char* id, std::span<const std::string_view> choices, int chosen);
/// Width that pill_switch takes.
float pill_switch_width(const Look& look, std::span<const std::string_view> choices);

/// Words before chips, on their height.
void caption(const Look& look, std::string_view words);
enum class ChipKind { measure, neutral };
/// A word on a rounded ground. Returns true when pressed.
bool chip(const Look& look, const char* label, ChipKind kind = ChipKind::measure);
/// Continues the line when the next item of this width fits into it: chips in a flow.
void flow(const Look& look, float next_width);
float chip_width(const Look& look, const char* label);
/// Chips in a flow, of which one is chosen; returns the one that is afterwards.
int chip_choice(const Look& look, std::span<const std::string_view> labels, int chosen);

/// R, F, D or A on a small ground: where a number comes from. `explanation` is shown on hover.
void badge(const Look& look, std::string_view letter, bool reported, std::string_view explanation);

/// Explains the item before it, when the pointer rests on it or the keyboard is on it.
void tooltip(const Look& look, std::string_view heading, std::string_view explanation = {});

}  // namespace zhengshe::ui
