// The charts without a zoom: columns under a Gantt, and how often values came out.
#include <algorithm>
#include <cmath>

#include "ui/charts.h"
#include "ui/controls.h"

namespace zhengshe::ui {

void column_chart(const Look& look, const ColumnChart& chart, const Scale& scale, float height) {
  ImGui::BeginGroup();
  ImGui::SetNextItemAllowOverlap();
  const Press press = press_area(chart.label, {ImGui::GetContentRegionAvail().x, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  float most = 1;
  for (const std::span<const float> values : {chart.values, chart.limit})
    for (const float value : values) most = std::max(most, value);
  const float top = press.min.y + look.space(2), bottom = press.max.y;
  const auto level = [&](float value) { return bottom - (bottom - top) * value / most; };
  const float day_width = scale.pixel(1) - scale.pixel(0), gap = day_width > 4 ? 1.0f : 0.0f;
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    if (chart.values[i] <= 0) continue;
    const float left = scale.pixel(static_cast<double>(i));
    list.AddRectFilled({left, level(chart.values[i])}, {left + std::max(1.0f, day_width - gap), bottom}, with_alpha(chart.colours[i], 0.8f));
  }
  for (std::size_t i = 0; i < chart.limit.size(); ++i) {
    const float left = scale.pixel(static_cast<double>(i)), y = level(chart.limit[i]);
    if (i % 2 == 0 || day_width > 6) list.AddLine({left, y}, {left + day_width * 0.7f, y}, look->ink, 1.5f);
    const bool steps = i + 1 == chart.limit.size() || chart.limit[i] != chart.limit[i + 1];
    if (steps) draw_text(look, TextStyle::small, {left, y - look.size(TextStyle::small) - 1}, look->muted, std::to_string(std::lround(chart.limit[i])), Align::right);
  }
  list.AddLine({scale.low_pixel, bottom}, {scale.high_pixel, bottom}, look->line, kHairline);
  if (press.hovered) {  // else the pointer may be nowhere, which no day is
    const int day = static_cast<int>(std::floor(scale.value(ImGui::GetIO().MousePos.x)));
    if (day >= 0 && day < static_cast<int>(chart.values.size())) tooltip(look, chart.explain(day));
  }
  chart_menu(look, chart.menu, press, false);
  ImGui::EndGroup();
}

namespace {

void draw_heights(const Look& look, std::span<const float> heights, ImVec2 min, ImVec2 max) {
  const std::size_t count = heights.size();
  if (count < 2) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float most = std::max(1e-9f, *std::max_element(heights.begin(), heights.end()));
  const ImU32 fill = with_alpha(look->plan, kOuterBand + kInnerBand);
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(static_cast<int>(count - 1) * 6, static_cast<int>(count) * 2);
  const ImDrawIdx first = list._VtxCurrentIdx;
  for (std::size_t i = 0; i < count; ++i) {
    const float x = min.x + (max.x - min.x) * static_cast<float>(i) / static_cast<float>(count - 1);
    list.PrimWriteVtx({x, max.y - (max.y - min.y) * 0.92f * heights[i] / most}, white, fill);
    list.PrimWriteVtx({x, max.y}, white, fill);
  }
  for (unsigned i = 0; i + 1 < count; ++i)
    for (const unsigned corner : {0u, 1u, 2u, 2u, 1u, 3u}) list.PrimWriteIdx(first + 2 * i + corner);
}

}  // namespace

void density(const Look& look, const Density& density, ImVec2 size) {
  ImGui::BeginGroup();
  ImGui::SetNextItemAllowOverlap();
  const Press press = press_area(density.label, size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({press.min.x, press.max.y}, press.max, look->line, kHairline);
  draw_heights(look, density.heights, press.min, press.max);
  const Scale scale{density.low, density.high, press.min.x, press.max.x};
  const float x = std::clamp(scale.pixel(density.marker), press.min.x, press.max.x);
  list.AddLine({x, press.min.y}, {x, press.max.y}, look->accent, kSeriesWidth);
  chart_menu(look, density.menu, press, false);
  ImGui::EndGroup();
}

}  // namespace zhengshe::ui
