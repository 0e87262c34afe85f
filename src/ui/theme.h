// Every colour and size of the interface. No other file of this folder holds a number for either.
#pragma once

#include "imgui.h"

namespace zhengshe::ui {

/// A colour from its usual notation, rgb(0xF6F2E9).
constexpr ImU32 rgb(unsigned hex) {
  return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF);
}
/// The colour with another opacity, 0..1.
constexpr ImU32 with_alpha(ImU32 colour, float alpha) {
  return (colour & ~IM_COL32_A_MASK) | (static_cast<ImU32>(alpha * 255.0f + 0.5f) << IM_COL32_A_SHIFT);
}
/// Between two opaque colours; 0 gives the first, 1 the second.
ImU32 mix(ImU32 first, ImU32 second, float share);
/// Contrast ratio of two opaque colours, 1..21 (WCAG 2.2, relative luminance).
double contrast(ImU32 text, ImU32 ground);

struct Palette {
  ImU32 ground;       // behind panels
  ImU32 rail;         // behind the list of views
  ImU32 panel;        // cards, bars, the view that is open
  ImU32 raised;       // under the pointer
  ImU32 ink;          // text
  ImU32 muted;        // text of second rank
  ImU32 line;         // rules, empty bars
  ImU32 accent;       // play, selection, deadline, main problem
  ImU32 accent_text;  // on a chip
  ImU32 chip;         // ground of chips and of the selected row
  ImU32 on_accent;    // text on the accent
  ImU32 plan;         // series of the plan
  ImU32 left_alone;   // series of the untreated twin, always dashed
  ImU32 on_plan;      // text on a bar of the plan's colour
  ImU32 warning;      // losers, late, stale
  ImU32 batches[3];   // in order; more by interpolation
};

extern const Palette kLight;
extern const Palette kDark;

/// Colour of a batch, by its place among `count` batches.
ImU32 batch_colour(const Palette& palette, int batch, int count);

// Sizes in pixels at text scale 1; all multiples of one unit of spacing.
inline constexpr float kUnit = 4;
inline constexpr float kBaseText = 14;
inline constexpr float kCardRadius = 10;
inline constexpr float kBarRadius = 3;
inline constexpr float kHairline = 1;
inline constexpr float kSeriesWidth = 2;
inline constexpr float kOuterBand = 0.13f;  // opacity of the band of 90 %
inline constexpr float kInnerBand = 0.20f;  // opacity of the band of 50 %, over the outer one
inline constexpr float kNarrow = 700;       // below it the list of views is a bar at the bottom

}  // namespace zhengshe::ui
