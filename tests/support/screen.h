// The interface without a browser, used by its labels.
#pragma once

#include <string_view>
#include <utility>

#include "catch_amalgamated.hpp"
#include "study/kunming.h"
#include "support/headless.h"
#include "ui/ui.h"

namespace zhengshe::test {

// A session on screen: each frame draws it and carries out what was wanted, as the page does.
struct Screen {
  explicit Screen(model::Scenario scenario = study::kunming_1957(), float width = 1440, float height = 900)
      : imgui(width, height), session(std::move(scenario), "test.json", app::Language::en) {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    state.look.regular = fonts.Fonts[0];
    state.look.semibold = fonts.Fonts[1];
  }
  void draw() {
    app::Intents intents;
    ui::draw(session, state, intents);
    for (const app::Intent& intent : intents.take()) session.handle(intent);
  }
  void frames(int count) {
    for (int i = 0; i < count; ++i) imgui.frame([this] { draw(); });
  }
  void click(std::string_view label) {
    frames(3);  // what was wanted before is on screen by then
    INFO("pressing " << label);
    REQUIRE(imgui.item(label));
    imgui.click(label, [this] { draw(); });
  }
  HeadlessImGui imgui;
  app::Session session;
  ui::UiState state;
};

}  // namespace zhengshe::test
