// Frames on demand. At rest no animation frame and no timer is pending.
#include <algorithm>

#include <emscripten.h>

#include "platform/page.h"

namespace zhengshe::platform {
namespace {

constexpr double kCaretBlinkMs = 400;

// Does Dear ImGui itself have something in motion that needs another frame?
bool is_animating() {
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  const bool hover_delay_runs = context.HoverItemDelayId != 0 && context.HoverItemDelayTimer < context.Style.HoverDelayNormal;
  const bool background_fades = context.DimBgRatio > 0 && context.DimBgRatio < 1;
  return context.InputEventsQueue.Size > 0 || hover_delay_runs || background_fades || ImGui::IsAnyMouseDown();
}

}  // namespace

void request_frames(int count) {
  Schedule& schedule = page().schedule;
  schedule.wanted_frames = std::max(schedule.wanted_frames, count);
  page_schedule_frame();
}

void wake_after_ms(double delay_ms) {
  Schedule& schedule = page().schedule;
  const double at = now_ms() + std::max(delay_ms, 0.0);
  if (schedule.wake_at_ms != 0 && schedule.wake_at_ms <= at) return;
  schedule.wake_at_ms = at;
  page_schedule_wake(delay_ms);
}

void forget_wake() {
  page().schedule.wake_at_ms = 0;
  page_forget_wake();
}

void request_work() { page_schedule_work(); }

std::int64_t frames_drawn() { return page().canvas.frames; }
double now_ms() { return page_now_ms(); }
std::int64_t clock_ms() { return static_cast<std::int64_t>(page_clock_ms()); }

}  // namespace zhengshe::platform

using namespace zhengshe::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE void zhengshe_animation_frame() {
  Schedule& schedule = page().schedule;
  if (schedule.wanted_frames > 0) --schedule.wanted_frames;
  if (schedule.wake_at_ms != 0 && schedule.wake_at_ms <= now_ms()) schedule.wake_at_ms = 0;
  draw_frame();
  if (page().canvas.lost) return;
  if (schedule.wanted_frames > 0 || is_animating()) page_schedule_frame();
  else if (ImGui::GetIO().WantTextInput) wake_after_ms(kCaretBlinkMs);
}

EMSCRIPTEN_KEEPALIVE void zhengshe_between_frames() {
  const auto& work = page().application.work;
  if (work && work()) request_work();
}

}  // extern "C"
