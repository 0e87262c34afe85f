#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace zhengshe::ui {

const Palette kLight{
    .ground = rgb(0xF6F2E9), .rail = rgb(0xEFE9DC), .panel = rgb(0xFFFDF8), .raised = rgb(0xF8F3E8), .ink = rgb(0x20242C), .muted = rgb(0x62656C),
    .line = rgb(0xE3DCCD), .accent = rgb(0xB93626), .accent_text = rgb(0xA92E1F), .chip = rgb(0xF3E3DC), .on_accent = rgb(0xFFFDF8),
    .plan = rgb(0x1B6F6C), .left_alone = rgb(0x756A58), .on_plan = rgb(0xFFFDF8), .warning = rgb(0x8A5A06),
    .batches = {rgb(0x35527F), rgb(0x6580AC), rgb(0xA3B5D0)}};

const Palette kDark{
    .ground = rgb(0x14161A), .rail = rgb(0x17191E), .panel = rgb(0x1C1F25), .raised = rgb(0x252932), .ink = rgb(0xECE7DC), .muted = rgb(0x9AA0A9),
    .line = rgb(0x2D313A), .accent = rgb(0xEC6A55), .accent_text = rgb(0xF28A78), .chip = rgb(0x38262A), .on_accent = rgb(0x14161A),
    .plan = rgb(0x54B8AE), .left_alone = rgb(0x9C9484), .on_plan = rgb(0x14161A), .warning = rgb(0xDDA53F),
    .batches = {rgb(0x7F9CCB), rgb(0x5A769F), rgb(0x3E5476)}};

ImU32 mix(ImU32 first, ImU32 second, float share) {
  ImU32 mixed = IM_COL32_A_MASK;
  for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT}) {
    const float a = static_cast<float>((first >> shift) & 0xFF), b = static_cast<float>((second >> shift) & 0xFF);
    mixed |= static_cast<ImU32>(a + (b - a) * share + 0.5f) << shift;
  }
  return mixed;
}

namespace {

double relative_luminance(ImU32 colour) {
  const auto linear = [colour](int shift) {
    const double c = static_cast<double>((colour >> shift) & 0xFF) / 255;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(IM_COL32_R_SHIFT) + 0.7152 * linear(IM_COL32_G_SHIFT) + 0.0722 * linear(IM_COL32_B_SHIFT);
}

}  // namespace

double contrast(ImU32 text, ImU32 ground) {
  const double a = relative_luminance(text), b = relative_luminance(ground);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

ImU32 batch_colour(const Palette& palette, int batch, int count) {
  if (count <= 3) return palette.batches[std::clamp(batch, 0, 2)];
  const float place = 2.0f * static_cast<float>(std::clamp(batch, 0, count - 1)) / static_cast<float>(count - 1);
  return place <= 1 ? mix(palette.batches[0], palette.batches[1], place) : mix(palette.batches[1], palette.batches[2], place - 1);
}

}  // namespace zhengshe::ui
