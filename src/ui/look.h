// How everything looks at present: palette, fonts, size of text. Handed down to whatever draws.
#pragma once

#include <string_view>

#include "ui/theme.h"

namespace zhengshe::ui {

/// The type scale. Sizes follow from kBaseText.
enum class TextStyle {
  small,     // captions, axes: 12
  body,      // 14
  strong,    // 14 semibold
  heading,   // 15 semibold: cards
  title,     // 18 semibold: what is inspected
  headline,  // 27 semibold: figures
};

enum class Align { left, centre, right };

struct Look {
  const Palette* palette = &kLight;
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  float text_scale = 1;  // the user's choice of text size
  bool calm = false;     // the user wants no motion

  const Palette& operator*() const { return *palette; }
  const Palette* operator->() const { return palette; }
  /// So many units of spacing, in pixels.
  float space(float units) const { return units * kUnit * text_scale; }
  ImFont* font(TextStyle style) const;
  /// Height of a line in pixels.
  float size(TextStyle style) const;
};

/// Makes Dear ImGui's own widgets look accordingly; at the start of a frame.
void apply(const Look& look);

/// Text as an item of the layout, on one line.
void text(const Look& look, TextStyle style, ImU32 colour, std::string_view words);
/// Text broken into lines of at most `width` pixels; 0: up to the right edge of the region.
void paragraph(const Look& look, TextStyle style, ImU32 colour, std::string_view words, float width = 0);

/// Size of a line of text in pixels.
ImVec2 measure(const Look& look, TextStyle style, std::string_view words);
/// Draws a line of text whose left end, middle or right end is at `at`; `at.y` is its top.
void draw_text(const Look& look, TextStyle style, ImVec2 at, ImU32 colour, std::string_view words, Align align = Align::left);
/// The same with at most `width` pixels, shortened with an ellipsis. Returns whether it was shortened.
bool draw_fitted(const Look& look, TextStyle style, ImVec2 at, float width, ImU32 colour, std::string_view words, Align align = Align::left);

}  // namespace zhengshe::ui
