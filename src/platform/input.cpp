// Pointer, touch, keys, text and clipboard: from browser events to Dear ImGui's event queue.
#include <cfloat>
#include <cmath>

#include <emscripten.h>

#include "platform/page.h"

// page_input.js numbers the keys in this order.
static_assert(ImGuiKey_NamedKey_BEGIN == 512 && ImGuiKey_Tab == 512 && ImGuiKey_Menu == 535 && ImGuiKey_0 == 536 &&
              ImGuiKey_A == 546 && ImGuiKey_F1 == 572);

namespace zhengshe::platform {
namespace {

constexpr float kTouchSlop = 8;  ///< CSS pixels a finger may tremble before it counts as moving
constexpr ImVec2 kNowhere(-FLT_MAX, -FLT_MAX);

void move_to(ImVec2 position, ImGuiMouseSource source) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(source);
  io.AddMousePosEvent(position.x, position.y);
}

// Dear ImGui swaps Control and Command itself on Apple systems, so a shortcut is sent as the user types it.
ImGuiKey shortcut_modifier() { return page().apple ? ImGuiMod_Super : ImGuiMod_Ctrl; }

void press_shortcut(ImGuiKey key) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(shortcut_modifier(), true);
  io.AddKeyEvent(key, true);
  io.AddKeyEvent(key, false);
  io.AddKeyEvent(shortcut_modifier(), false);
}

// Dear ImGui scrolls five lines for one unit of the wheel; a finger moves the content by its own path.
void scroll_by(float dx, float dy) {
  const ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow;
  if (!window || window->FontRefSize <= 0) return;
  const float unit = 5 * window->FontRefSize;
  ImGui::GetIO().AddMouseWheelEvent(dx / unit, dy / unit);
}

// A finger that moves along the scroll direction of what lies under it scrolls; any other drags.
bool means_scrolling(ImVec2 delta) {
  for (const ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow; window; window = window->ParentWindow) {
    if (std::fabs(delta.y) > std::fabs(delta.x) && window->ScrollMax.y > 0) return true;
    if (std::fabs(delta.x) > std::fabs(delta.y) && window->ScrollMax.x > 0) return true;
  }
  return false;
}

}  // namespace

void install_input() {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigMacOSXBehaviors = page().apple;
  ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
  platform_io.Platform_SetImeDataFn = [](ImGuiContext*, ImGuiViewport*, ImGuiPlatformImeData* data) {
    page_text_input(data->WantTextInput, data->InputPos.x, data->InputPos.y, data->InputLineHeight);
  };
  platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
    page().clipboard = text;
    page_copy(text);
  };
  platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) { return page().clipboard.c_str(); };
}

bool is_apple() { return page().apple; }

}  // namespace zhengshe::platform

using namespace zhengshe::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE void zhengshe_mouse_moved(double x, double y) {
  move_to(ImVec2(static_cast<float>(x), static_cast<float>(y)), ImGuiMouseSource_Mouse);
  request_frames();
}

// Where one thing may lie over another, Dear ImGui takes a press only for what the frame before was hovered over: a
// pointer that arrives and presses within one frame gets that frame first.
EMSCRIPTEN_KEEPALIVE void zhengshe_mouse_button(int button, int down) {
  if (down && ImGui::GetCurrentContext()->InputEventsQueue.Size > 0) answer_input_now();
  ImGui::GetIO().AddMouseButtonEvent(button, down);
  if (down) request_frames();
  else answer_input_now();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_mouse_left() {
  ImGui::GetIO().AddMousePosEvent(kNowhere.x, kNowhere.y);
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_wheel(double x, double y) {
  ImGui::GetIO().AddMouseWheelEvent(static_cast<float>(x), static_cast<float>(y));
  request_frames();
}

EMSCRIPTEN_KEEPALIVE int zhengshe_owns_wheel() { return ImGui::GetKeyOwner(ImGuiKey_MouseWheelY) != ImGuiKeyOwner_NoOwner; }

EMSCRIPTEN_KEEPALIVE void zhengshe_pinch_started(double x, double y) {
  move_to(ImVec2(static_cast<float>(x), static_cast<float>(y)), ImGuiMouseSource_TouchScreen);
  answer_input_now();
}

// A pinch is told as Ctrl+wheel, as every track pad does; one notch is a tenth. No move may come between:
// Dear ImGui puts a wheel that follows a move into the next frame, where Ctrl would be up again.
EMSCRIPTEN_KEEPALIVE void zhengshe_pinch(double factor) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, true);
  io.AddMouseWheelEvent(0, static_cast<float>(std::log(factor) / std::log(1.1)));
  io.AddKeyEvent(ImGuiMod_Ctrl, false);
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_touch_started(double x, double y) {
  Touch& touch = page().touch;
  touch = {Touch::Phase::undecided, ImVec2(static_cast<float>(x), static_cast<float>(y)), {}};
  touch.last = touch.start;
  move_to(touch.start, ImGuiMouseSource_TouchScreen);
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_touch_moved(double x, double y) {
  Touch& touch = page().touch;
  const ImVec2 position(static_cast<float>(x), static_cast<float>(y));
  const ImVec2 total(position.x - touch.start.x, position.y - touch.start.y);
  if (touch.phase == Touch::Phase::undecided) {
    if (std::fabs(total.x) < kTouchSlop && std::fabs(total.y) < kTouchSlop) return;
    touch.phase = means_scrolling(total) ? Touch::Phase::scrolling : Touch::Phase::pressing;
    if (touch.phase == Touch::Phase::pressing) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  }
  if (touch.phase == Touch::Phase::scrolling) scroll_by(position.x - touch.last.x, position.y - touch.last.y);
  if (touch.phase == Touch::Phase::pressing) move_to(position, ImGuiMouseSource_TouchScreen);
  touch.last = position;
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_touch_ended() {
  Touch& touch = page().touch;
  ImGuiIO& io = ImGui::GetIO();
  if (touch.phase == Touch::Phase::undecided) io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  if (touch.phase == Touch::Phase::undecided || touch.phase == Touch::Phase::pressing) io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  touch.phase = Touch::Phase::none;
  answer_input_now();
  io.AddMousePosEvent(kNowhere.x, kNowhere.y);  // a finger that is gone hovers over nothing
}

// The browser took the touch over, or a second finger came: nothing was clicked.
EMSCRIPTEN_KEEPALIVE void zhengshe_touch_cancelled() {
  Touch& touch = page().touch;
  move_to(kNowhere, ImGuiMouseSource_TouchScreen);
  if (touch.phase == Touch::Phase::pressing) ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  touch.phase = Touch::Phase::none;
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_long_press() {
  Touch& touch = page().touch;
  if (touch.phase != Touch::Phase::undecided) return;
  touch.phase = Touch::Phase::none;
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, true);
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, false);
  answer_input_now();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_focused(int focused) {
  ImGui::GetIO().AddFocusEvent(focused);
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_modifiers(int control, int shift, int alt, int super) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, control);
  io.AddKeyEvent(ImGuiMod_Shift, shift);
  io.AddKeyEvent(ImGuiMod_Alt, alt);
  io.AddKeyEvent(ImGuiMod_Super, super);
}

EMSCRIPTEN_KEEPALIVE void zhengshe_key(int key, int down) {
  ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(key), down);
  if (!down) return request_frames();
  answer_input_now();
  // Clicks with a key between them do not belong together, however fast they come.
  for (double& clicked_at : ImGui::GetIO().MouseClickedTime) clicked_at = -FLT_MAX;
}

EMSCRIPTEN_KEEPALIVE void zhengshe_text(const char* text) {
  ImGui::GetIO().AddInputCharactersUTF8(text);
  request_frames();
}

EMSCRIPTEN_KEEPALIVE int zhengshe_wants_text() { return ImGui::GetIO().WantTextInput; }

EMSCRIPTEN_KEEPALIVE void zhengshe_pasted(const char* text) {
  page().clipboard = text;
  if (ImGui::GetIO().WantTextInput) press_shortcut(ImGuiKey_V);
  else page().arrivals.push_back({Arrival::Kind::paste, {}, text});
  request_frames(4);
}

// A copy or cut that came from the browser's menu brings no key press with it.
EMSCRIPTEN_KEEPALIVE void zhengshe_copying(int cut, int from_keyboard) {
  if (!from_keyboard) press_shortcut(cut ? ImGuiKey_X : ImGuiKey_C);
  answer_input_now();
}

}  // extern "C"
