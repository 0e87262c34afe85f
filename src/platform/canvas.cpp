// The WebGL canvas: one frame, its size, and the loss of its context.
#include <algorithm>

#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include "imgui_impl_opengl3.h"
#include "platform/page.h"

namespace zhengshe::platform {
namespace {

constexpr const char* kShaderVersion = "#version 300 es";
constexpr const char* kCursorNames[] = {"default",     "text",        "move",    "ns-resize", "ew-resize",  "nesw-resize",
                                        "nwse-resize", "pointer",     "progress", "wait",      "not-allowed"};
static_assert(IM_ARRAYSIZE(kCursorNames) == ImGuiMouseCursor_COUNT);

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE make_context() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.stencil = attributes.antialias = false;
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  return emscripten_webgl_create_context("#canvas", &attributes);
}

void show_cursor(Canvas& canvas) {
  const int cursor = ImGui::GetMouseCursor();
  if (cursor == canvas.cursor) return;
  canvas.cursor = cursor;
  page_set_cursor(cursor == ImGuiMouseCursor_None ? "none" : kCursorNames[cursor]);
}

void render(const Canvas& canvas, ImDrawData& data) {
  snap_glyphs(data, canvas.ratio);
  glViewport(0, 0, canvas.width, canvas.height);
  const ImVec4 ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(ground.x, ground.y, ground.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

// Tells the page's mirror what the keyboard is on, when that or its state has changed.
void speak_focus() {
  const auto& items = page().items.items();
  const auto focused = std::find_if(items.begin(), items.end(), [](const Item& item) { return item.focused && !item.label.empty(); });
  if (focused == items.end()) return;
  Item& spoken = page().spoken;
  const bool same = spoken.id == focused->id && spoken.checked == focused->checked && spoken.opened == focused->opened && spoken.label == focused->label;
  if (same) return;
  spoken = *focused;
  const int checked = spoken.role == "checkbox" ? spoken.checked : -1, opened = spoken.role == "treeitem" ? spoken.opened : -1;
  page_speak(spoken.role.c_str(), spoken.label.c_str(), checked, opened, spoken.disabled);
}

// In place of a frame where nothing can be drawn.
bool show_text() {
  const Application& application = page().application;
  if (!application.text || (application.is_ready && !application.is_ready())) return false;
  for (const TextPart& part : application.text()) page_show_text(part.id.c_str(), part.html.c_str());
  return true;
}

// Between NewFrame and Render: what the program draws.
void draw_content(bool record) {
  ImGuiContext& context = *ImGui::GetCurrentContext();
  const bool keyboard_is_used = context.NavCursorVisible && context.NavId != 0;
  if (record || keyboard_is_used) page().items.begin_recording(context);
  ImGui::NewFrame();
  page().application.draw();
  ImGui::Render();
  page().items.end_recording(context);
  if (keyboard_is_used) speak_focus();
}

}  // namespace

Page& page() { return *static_cast<Page*>(ImGui::GetIO().BackendPlatformUserData); }

bool lay_out_frame(bool record) {
  Canvas& canvas = page().canvas;
  const Application& application = page().application;
  if (canvas.textual || canvas.lost || canvas.drawing || canvas.width == 0 || (application.is_ready && !application.is_ready())) return false;
  canvas.drawing = true;
  ImGuiIO& io = ImGui::GetIO();
  const double now = now_ms();
  // A rest counts in full: two clicks with a rest between them are no double click.
  io.DeltaTime = static_cast<float>(std::max((now - canvas.last_frame_ms) / 1000.0, 1e-4));
  canvas.last_frame_ms = now;
  io.DisplaySize = ImVec2(static_cast<float>(canvas.width) / canvas.ratio, static_cast<float>(canvas.height) / canvas.ratio);
  io.DisplayFramebufferScale = ImVec2(canvas.ratio, canvas.ratio);
  ImGui_ImplOpenGL3_NewFrame();
  draw_content(record);
  show_cursor(canvas);
  canvas.drawing = false;
  return true;
}

void draw_frame() {
  Canvas& canvas = page().canvas;
  if (canvas.textual ? !show_text() : !lay_out_frame()) return;
  if (!canvas.textual) render(canvas, *ImGui::GetDrawData());
  if (++canvas.frames == 1) page_first_frame_drawn();
}

void answer_input_now() {
  constexpr int kMostFrames = 4;
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  for (int i = 0; i < kMostFrames && (i == 0 || context.InputEventsQueue.Size > 0); ++i) lay_out_frame();
  request_frames(2);
}

void run(Application application) {
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = make_context();
  const bool textual = context <= 0;
  if (!textual) emscripten_webgl_make_context_current(context);
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  auto* created = new Page;  // lives as long as the page: nothing ever takes a page down but the browser
  created->application = std::move(application);
  created->canvas.context = static_cast<int>(context);
  created->canvas.textual = textual;
  created->apple = page_is_apple();
  ImGuiIO& io = ImGui::GetIO();
  io.BackendPlatformUserData = created;
  io.BackendPlatformName = "zhengshe_page";
  io.IniFilename = nullptr;
  created->items.attach(*ImGui::GetCurrentContext());
  install_input();
  if (!textual) {
    install_fonts();
    ImGui_ImplOpenGL3_Init(kShaderVersion);
  }
  created->application.start();
  page_install(textual);
  request_frames();
}

}  // namespace zhengshe::platform

using namespace zhengshe::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE void zhengshe_resized(int width, int height, double ratio) {
  Canvas& canvas = page().canvas;
  canvas.width = width;
  canvas.height = height;
  canvas.ratio = static_cast<float>(ratio);
  draw_frame();  // at once: a canvas that was resized is blank until it is drawn
  request_frames();
}

// Deleting on a lost context is silently ignored; deleting old names on a restored one is an error.
EMSCRIPTEN_KEEPALIVE void zhengshe_context_lost() {
  page().canvas.lost = true;
  ImGui_ImplOpenGL3_Shutdown();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_context_restored() {
  Canvas& canvas = page().canvas;
  emscripten_webgl_make_context_current(canvas.context);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->BackendUserData = nullptr;
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
  ImGui_ImplOpenGL3_Init(kShaderVersion);
  canvas.lost = false;
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_entered(const char* field, const char* value) {
  page().application.enter(field, value);
  draw_frame();  // at once: pickers and the clipboard want the user's gesture
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_leaving() {
  if (page().application.leave) page().application.leave();
}

}  // extern "C"
