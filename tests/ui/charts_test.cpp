// Zoom and menu of the charts, without a browser.
#include "app/chart_drawing.h"
#include "app/chart_export.h"
#include "app/views/charts.h"
#include "catch_amalgamated.hpp"
#include "support/screen.h"

using namespace zhengshe;
using test::Screen;

namespace {

constexpr const char* kMenu = "Monthly wage: zoom, copy, save";

// The results of Kunming on a screen, and the chart in them.
struct Results : Screen {
  Results() {
    session.handle(app::Run{app::Command::show_results});
    frames(3);
  }
  const platform::Item& chart() {
    for (const platform::Item& item : imgui.items())
      if (item.label.starts_with("Monthly wage · ")) return item;
    FAIL("the chart is not there");
    return imgui.items().front();
  }
  app::Range seen() { return ui::seen_days(state.results.chart.zoom, session.scenario().calendar.start, session.result().days); }
  app::Range whole() { return ui::all_days(session.result().days); }
  void point(float share) {
    const platform::Item at = chart();
    ImGui::GetIO().AddMousePosEvent(at.x + at.width * share, at.y + at.height / 2);
    frames(2);
  }
  void turn(float x, float y, bool ctrl) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
    frames(1);
    io.AddMouseWheelEvent(x, y);
    frames(1);
    io.AddKeyEvent(ImGuiMod_Ctrl, false);
    frames(2);
  }
  void press(ImGuiMouseButton button) {
    for (const bool down : {true, false}) ImGui::GetIO().AddMouseButtonEvent(button, down), frames(1);
    frames(2);
  }
};

}  // namespace

TEST_CASE("the wheel zooms a chart over time only with Ctrl, and about the pointer", "[ui][charts]") {
  Results screen;
  screen.point(0.5f);
  screen.turn(0, 5, false);
  CHECK(screen.seen() == screen.whole());
  screen.turn(0, 5, true);
  const app::Range seen = screen.seen(), whole = screen.whole();
  CHECK(seen.high - seen.low == Catch::Approx((whole.high - whole.low) / 1.61051));
  CHECK((seen.low > 0 && seen.high < whole.high));
  screen.turn(0, -50, true);
  CHECK(screen.seen() == whole);
}

TEST_CASE("dragging with Shift and the horizontal wheel move what is seen, a plain press sets the day", "[ui][charts]") {
  Results screen;
  screen.point(0.5f);
  screen.turn(0, 10, true);
  const app::Range zoomed = screen.seen();
  screen.turn(-1, 0, false);
  CHECK(screen.seen().low > zoomed.low);
  CHECK(screen.seen().high - screen.seen().low == Catch::Approx(zoomed.high - zoomed.low));
  const app::Range wheeled = screen.seen();
  const int day = screen.session.day();
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Shift, true);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
  screen.frames(2);
  screen.point(0.6f);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
  io.AddKeyEvent(ImGuiMod_Shift, false);
  screen.frames(3);
  CHECK(screen.seen().low < wheeled.low);
  CHECK(screen.session.day() == day);
  const app::Range dragged = screen.seen();
  screen.press(ImGuiMouseButton_Left);
  CHECK(screen.seen() == dragged);
  CHECK((screen.session.day() >= dragged.low && screen.session.day() <= dragged.high));
  CHECK(screen.session.day() != day);
}

TEST_CASE("a double click and the menu show all days again, and another document begins with all", "[ui][charts]") {
  Results screen;
  screen.point(0.5f);
  screen.turn(0, 10, true);
  REQUIRE(screen.seen() != screen.whole());
  screen.press(ImGuiMouseButton_Left);
  screen.press(ImGuiMouseButton_Left);
  CHECK(screen.seen() == screen.whole());
  screen.click(kMenu);
  screen.click("Zoom in");
  const app::Range once = screen.seen();
  CHECK(once.high - once.low == Catch::Approx(screen.whole().high / 2));
  screen.click("Zoom in");  // the menu is still there
  CHECK(screen.seen().high - screen.seen().low == Catch::Approx(screen.whole().high / 4));
  screen.click("Zoom out");
  CHECK(screen.seen() == once);
  screen.click("Show all");
  CHECK(screen.seen() == screen.whole());
  screen.frames(3);
  CHECK_FALSE(screen.imgui.item("Show all"));
  CHECK(ui::seen_days({screen.session.scenario().calendar.start + 1, screen.session.result().days, {3, 9}}, screen.session.scenario().calendar.start,
                      screen.session.result().days) == screen.whole());
}

TEST_CASE("every chart's menu saves and copies, and the file shows the days that are seen", "[ui][charts]") {
  Results screen;
  screen.state.results.chart.zoom = {screen.session.scenario().calendar.start, screen.session.result().days, {20, 40}};
  app::ChartData expected = app::views::with_calendar(app::views::metric_chart(screen.session, model::Metric::monthly_wage), screen.session, app::views::timeline(screen.session));
  expected.low = 20, expected.high = 40;
  const auto asked = [&](const char* entry) {
    screen.click(kMenu);
    screen.click(entry);
    screen.frames(3);
    CHECK_FALSE(screen.imgui.item(entry));  // the menu has closed
    std::vector<app::Request> requests = screen.session.take_requests();
    REQUIRE(requests.size() == 1);
    return requests[0];
  };
  CHECK(std::get<app::ExportFile>(asked("Save as SVG…")).bytes == app::chart_svg(expected));
  CHECK(std::get<app::ExportPicture>(asked("Save as PNG…")).svg == app::chart_svg(expected));
  CHECK(std::get<app::ExportFile>(asked("Save the values (CSV)…")).bytes == app::chart_csv(expected));
  CHECK(std::get<app::CopyText>(asked("Copy the values")).text == app::chart_tabs(expected));
}

TEST_CASE("a chart's menu opens by a right press, and by the keyboard on its button", "[ui][charts]") {
  Results screen;
  screen.point(0.5f);
  const int day = screen.session.day();
  screen.press(ImGuiMouseButton_Right);
  CHECK(screen.imgui.item("Save as PNG…"));
  CHECK(screen.session.day() == day);
  ImGuiIO& io = ImGui::GetIO();
  const auto key = [&](ImGuiKey pressed) {
    for (const bool down : {true, false}) io.AddKeyEvent(pressed, down), screen.frames(1);
    screen.frames(2);
  };
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  key(ImGuiKey_Escape);
  REQUIRE_FALSE(screen.imgui.item("Save as PNG…"));
  io.AddMousePosEvent(2, 2);
  const auto on_button = [&] {
    const platform::Item* button = screen.imgui.item(kMenu);
    return button != nullptr && button->focused;
  };
  for (int i = 0; i < 80 && !on_button(); ++i) key(ImGuiKey_Tab);
  REQUIRE(on_button());
  key(ImGuiKey_Space);
  CHECK(screen.imgui.item("Save as PNG…"));
}

TEST_CASE("the work teams and the claims have menus without a zoom", "[ui][charts]") {
  Screen screen;
  screen.session.handle(app::Run{app::Command::show_batches});
  screen.frames(3);
  screen.click("Teams at work: zoom, copy, save");
  CHECK_FALSE(screen.imgui.item("Zoom in"));
  screen.click("Save the values (CSV)…");
  std::vector<app::Request> requests = screen.session.take_requests();
  REQUIRE(requests.size() == 1);
  const auto& file = std::get<app::ExportFile>(requests[0]);
  CHECK(file.name == "test-teams.csv");
  CHECK(file.bytes.find("Date,Teams at work,Work teams,Notes\r\n") == 3);

  screen.session.handle(app::Run{app::Command::show_evidence});
  while (screen.session.claims().done() < 16) screen.session.refine(0);
  screen.frames(3);
  const app::views::ClaimRow claim = [&] {
    for (const app::views::ClaimRow& row : app::views::claim_rows(screen.session))
      if (!row.observed.empty()) return row;
    return app::views::ClaimRow{};
  }();
  REQUIRE_FALSE(claim.observed.empty());
  screen.click(claim.statement + ": zoom, copy, save");
  screen.click("Save as SVG…");
  requests = screen.session.take_requests();
  REQUIRE(requests.size() == 1);
  CHECK(std::get<app::ExportFile>(requests[0]).bytes == app::chart_svg(app::views::claim_chart(screen.session, claim)));
}

TEST_CASE("Escape closes the menu of a chart or a list and nothing else, and then clears the selection", "[ui][charts]") {
  Results screen;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  screen.session.handle(app::Select{screen.session.scenario().cooperatives[0].id});
  screen.frames(3);
  const auto escape = [&] {
    for (const bool down : {true, false}) ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, down), screen.frames(1);
    screen.frames(2);
  };
  const auto is_there = [&](const char* label) {
    return std::any_of(screen.imgui.items().begin(), screen.imgui.items().end(), [&](const platform::Item& item) { return item.label == label; });
  };
  screen.click(kMenu);
  screen.frames(2);
  REQUIRE(is_there("Show all"));
  escape();
  CHECK_FALSE(is_there("Show all"));
  CHECK(screen.session.selected());
  escape();
  CHECK_FALSE(screen.session.selected());
}
