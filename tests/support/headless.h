// Dear ImGui without a browser: a context with a made-up font and the item registry, for tests of what
// is drawn. Every glyph is a blank of known width: half the size for Latin, the size for Chinese.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/items.h"

namespace zhengshe::test {

class HeadlessImGui {
 public:
  explicit HeadlessImGui(float width = 1280, float height = 800) {
    context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(context_);  // which a second context does not become by itself
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = ImVec2(width, height);
    io.DeltaTime = 1.0f / 60;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    loader_.Name = "blank";
    loader_.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
    loader_.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
      baked->Ascent = baked->Size * 0.8f;
      baked->Descent = -baked->Size * 0.2f;
      return true;
    };
    loader_.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
      const float glyph_width = codepoint < 0x2E80 ? baked->Size / 2 : baked->Size;
      if (advance) *advance = glyph_width;
      else glyph->Codepoint = codepoint & 0x3FFFFFF, glyph->AdvanceX = glyph_width;
      return true;
    };
    for (const char* name : {"regular", "semibold"}) {
      ImFontConfig config;
      config.FontLoader = &loader_;
      ImFormatString(config.Name, IM_ARRAYSIZE(config.Name), "%s", name);
      io.Fonts->AddFont(&config);
    }
    registry_.attach(*context_);
  }
  ~HeadlessImGui() { ImGui::DestroyContext(context_); }
  HeadlessImGui(const HeadlessImGui&) = delete;
  HeadlessImGui& operator=(const HeadlessImGui&) = delete;

  /// Draws one frame and records its items.
  void frame(const std::function<void()>& draw) {
    ImGui::SetCurrentContext(context_);
    registry_.begin_recording(*context_);
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    registry_.end_recording(*context_);
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_OK);
  }

  /// The first recorded item with this label, or null.
  const platform::Item* item(std::string_view label) const {
    for (const platform::Item& item : registry_.items())
      if (item.label == label) return &item;
    return nullptr;
  }
  const std::vector<platform::Item>& items() const { return registry_.items(); }

  /// Moves to the middle of an item, presses and releases, drawing the frames that takes.
  void click(std::string_view label, const std::function<void()>& draw) {
    const platform::Item* target = item(label);
    IM_ASSERT(target && "the item must have been drawn in the last frame");
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(target->x + target->width / 2, target->y + target->height / 2);
    frame(draw);
    for (const bool down : {true, false}) {
      io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
      frame(draw);
    }
    frame(draw);
  }

 private:
  ImGuiContext* context_ = nullptr;
  ImFontLoader loader_;
  platform::ItemRegistry registry_;
};

}  // namespace zhengshe::test
