#include "platform/items.h"

#include "catch_amalgamated.hpp"
#include "support/headless.h"

using zhengshe::test::HeadlessImGui;

namespace {

struct Widgets {
  bool ticked = false;
  int presses = 0;
  char text[32] = "";
};

void draw(Widgets& widgets) {
  ImGui::SetNextWindowPos({10, 20});
  ImGui::SetNextWindowSize({400, 300});
  ImGui::Begin("Window", nullptr, ImGuiWindowFlags_NoDecoration);
  if (ImGui::Button("整社##key")) ++widgets.presses;
  ImGui::Checkbox("Tick", &widgets.ticked);
  ImGui::InputText("Text \"quoted\"", widgets.text, sizeof widgets.text);
  ImGui::BeginDisabled();
  ImGui::Button("Disabled");
  ImGui::EndDisabled();
  if (ImGui::BeginTabBar("tabs")) {
    if (ImGui::BeginTabItem("Tab")) ImGui::EndTabItem();
    ImGui::EndTabBar();
  }
  ImGui::End();
}

}  // namespace

TEST_CASE("items carry label, role and place of what was drawn") {
  HeadlessImGui headless;
  Widgets widgets;
  for (int i = 0; i < 3; ++i) headless.frame([&] { draw(widgets); });
  const auto role = [&](const char* label) { return headless.item(label) ? headless.item(label)->role : "missing"; };
  CHECK(role("整社") == "button");
  CHECK(role("Tick") == "checkbox");
  CHECK(role("Text \"quoted\"") == "textbox");
  CHECK(role("Tab") == "tab");
  CHECK(role("Window") == "window");
  CHECK(role("Debug") == "missing");
  REQUIRE(headless.item("Disabled"));
  CHECK(headless.item("Disabled")->disabled);
  CHECK(headless.item("Window")->x == 10);
  CHECK(headless.item("Window")->width == 400);
}

TEST_CASE("an item found by its label can be clicked") {
  HeadlessImGui headless;
  Widgets widgets;
  const auto frame = [&] { draw(widgets); };
  for (int i = 0; i < 3; ++i) headless.frame(frame);
  headless.click("整社", frame);
  CHECK(widgets.presses == 1);
  headless.click("Tick", frame);
  CHECK(widgets.ticked);
  CHECK(headless.item("Tick")->checked);
}

TEST_CASE("items are told as JSON with labels escaped and unnamed items left out") {
  zhengshe::platform::Item named, unnamed;
  named.id = 7, named.label = "a\"b\\c\nd", named.role = "button", named.x = 1.25f, named.width = 10, named.checked = named.visible = true;
  unnamed.id = 8;
  CHECK(zhengshe::platform::to_json({unnamed, named}) ==
        R"([{"id":7,"label":"a\"b\\c d","role":"button","x":1.2,"y":0.0,"w":10.0,"h":0.0,"flags":["checked","visible"]}])");
  CHECK(zhengshe::platform::to_json({}) == "[]");
}
