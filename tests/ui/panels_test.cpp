// Every view is drawn without a browser, and used by its labels.
#include <map>

#include "catch_amalgamated.hpp"
#include "study/kunming.h"
#include "support/screen.h"

using namespace zhengshe;
using test::Screen;

namespace {

// The labels of items of this frame whose id belongs to another place, too.
std::vector<std::string> conflicts(const test::HeadlessImGui& imgui) {
  std::map<std::uint32_t, std::pair<float, float>> places;
  std::vector<std::string> labels;
  for (const platform::Item& item : imgui.items()) {
    const auto [at, is_new] = places.try_emplace(item.id, item.x, item.y);
    if (!is_new && at->second != std::pair(item.x, item.y)) labels.push_back(item.label + " (" + item.role + ")");
  }
  return labels;
}

}  // namespace

TEST_CASE("every view is drawn on every bundled scenario, in both languages and schemes, on every screen", "[ui]") {
  for (const std::string_view name : study::gallery()) {
    for (const auto& [width, height] : {std::pair(1440.0f, 900.0f), std::pair(1024.0f, 768.0f), std::pair(390.0f, 844.0f)}) {
      Screen screen(*study::gallery_scenario(name), width, height);
      for (int number = 0; number < app::kViews; ++number) {
        const auto view = static_cast<app::View>(number);
        screen.session.handle(app::Run{static_cast<app::Command>(static_cast<int>(app::Command::show_overview) + static_cast<int>(view))});
        screen.session.handle(app::Select{view == app::View::overview ? model::CooperativeId{} : screen.session.scenario().cooperatives[0].id});
        screen.session.handle(app::Run{view == app::View::batches ? app::Command::switch_language : app::Command::switch_scheme});
        screen.frames(3);
        INFO(name << " at " << width << " × " << height << ", view " << static_cast<int>(view));
        CHECK(screen.imgui.items().size() > 10);
        CHECK(conflicts(screen.imgui) == std::vector<std::string>());
      }
    }
  }
}

TEST_CASE("pressing a cooperative's row selects it, and the cross in the inspector lets go of it", "[ui]") {
  Screen screen(study::kunming_1957());
  screen.frames(3);
  screen.click("Cooperatives");
  REQUIRE(screen.session.view() == app::View::cooperatives);
  const std::string name(app::tr(app::Language::en, screen.session.scenario().cooperatives[0].name));
  screen.state.cooperatives.filter = name;
  screen.frames(2);
  screen.click(name);
  CHECK(screen.session.selected() == screen.session.scenario().cooperatives[0].id);
  screen.frames(2);
  screen.click("Clear the selection");
  CHECK_FALSE(screen.session.selected());
}

TEST_CASE("a measure chosen in the inspector is one step of undo", "[ui]") {
  Screen screen(study::kunming_1957());
  const model::CooperativeId chosen = screen.session.plan()->batches[0].cooperatives[0];
  screen.session.handle(app::Select{chosen});
  screen.frames(3);
  screen.click("Choose measures…");
  screen.frames(2);
  screen.click("Re-election");
  REQUIRE(screen.session.history().position() == 1);
  const model::Treatment* treatment = model::treatment_of(*screen.session.plan(), chosen);
  REQUIRE(treatment);
  CHECK(treatment->measures.has_value());
  screen.session.handle(app::Run{app::Command::undo});
  CHECK(screen.session.history().position() == 0);
}

TEST_CASE("a number in a field becomes one edit when it is settled, and none after Escape", "[ui]") {
  test::HeadlessImGui imgui;
  ui::Look look;
  look.regular = ImGui::GetIO().Fonts->Fonts[0];
  look.semibold = ImGui::GetIO().Fonts->Fonts[1];
  ui::Draft draft;
  double value = 0.5;
  int edits = 0;
  const auto draw = [&] {
    ImGui::Begin("fields");
    if (const auto settled = ui::number_field(look, draft, "Planning", value, {0, 1, 0.01, 2, ""}, 200)) value = *settled, ++edits;
    ImGui::End();
  };
  for (int i = 0; i < 3; ++i) imgui.frame(draw);
  const platform::Item* item = imgui.item("Planning");
  REQUIRE(item);
  const float x = item->x + 100, y = item->y + item->height / 2;
  ImGuiIO& io = ImGui::GetIO();
  const auto drag = [&](bool escape) {
    io.AddMousePosEvent(x, y);
    imgui.frame(draw);
    io.AddMouseButtonEvent(0, true);
    imgui.frame(draw);
    for (int step = 1; step <= 5; ++step) io.AddMousePosEvent(x + 5.0f * static_cast<float>(step), y), imgui.frame(draw);
    CHECK(value == 0.5);  // a draft until the button is let go
    if (escape) io.AddKeyEvent(ImGuiKey_Escape, true), imgui.frame(draw);
    io.AddMouseButtonEvent(0, false);
    imgui.frame(draw);
    if (escape) io.AddKeyEvent(ImGuiKey_Escape, false);
    imgui.frame(draw);
  };
  drag(true);
  CHECK(edits == 0);
  for (int i = 0; i < 60; ++i) imgui.frame(draw);  // long enough not to be a double click, which types
  drag(false);
  CHECK(edits == 1);
  CHECK(value > 0.5);
}

TEST_CASE("a wide screen shows somebody in the inspector at first, a narrow one leaves room for the view", "[ui]") {
  Screen wide(study::kunming_1957());
  wide.frames(2);
  CHECK(wide.session.selected());
  wide.click("Clear the selection");
  wide.frames(2);
  CHECK_FALSE(wide.session.selected());
  Screen narrow(study::kunming_1957(), 390, 844);
  narrow.frames(2);
  CHECK_FALSE(narrow.session.selected());
}
