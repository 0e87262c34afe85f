// The editor of everything, and what is dragged: repair points and residents on the map, batches on the chart.
#include <cmath>

#include "app/records.h"
#include "catch_amalgamated.hpp"
#include "support/screen.h"

using namespace zhengshe;
using test::Screen;

namespace {

// Drags the item whose label begins so by some pixels.
void drag(Screen& screen, std::string_view label, float by_x, float by_y) {
  screen.frames(3);
  const std::vector<platform::Item>& items = screen.imgui.items();
  const auto found = std::find_if(items.begin(), items.end(), [&](const platform::Item& item) { return item.label.starts_with(label); });
  INFO("dragging " << label);
  REQUIRE(found != items.end());
  const float x = found->x + found->width / 2, y = found->y + found->height / 2;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  screen.frames(2);
  io.AddMouseButtonEvent(0, true);
  screen.frames(1);
  for (int step = 1; step <= 10; ++step) {
    io.AddMousePosEvent(x + by_x * static_cast<float>(step) / 10, y + by_y * static_cast<float>(step) / 10);
    screen.frames(1);
  }
  CHECK(screen.session.history().position() == 0);  // one edit, once it is let go
  io.AddMouseButtonEvent(0, false);
  screen.frames(2);
}

}  // namespace

TEST_CASE("the editor shows every part on every screen, in both languages", "[ui][editor]") {
  for (const auto& [width, height] : {std::pair(1440.0f, 900.0f), std::pair(390.0f, 844.0f)}) {
    Screen screen(study::kunming_1957(), width, height);
    screen.session.handle(app::Select{screen.session.scenario().cooperatives[0].id});
    for (int part = 0; part < app::kParts; ++part) {
      screen.session.handle(app::EditRecord{{static_cast<app::Part>(part), 0}});
      screen.session.handle(app::Run{app::Command::switch_language});
      screen.frames(3);
      INFO(width << " wide, part " << part);
      REQUIRE(screen.session.editing());
      const std::optional<app::Editing> edited = app::edited_record(screen.session);
      if (!edited) continue;
      const std::string first = app::record_fields(screen.session, *edited).front().label;
      const std::vector<platform::Item>& items = screen.imgui.items();
      CHECK(std::any_of(items.begin(), items.end(), [&](const platform::Item& item) { return item.label.starts_with(first); }));
    }
  }
}

TEST_CASE("the editor adds, deletes and closes by its buttons", "[ui][editor]") {
  Screen screen;
  screen.session.handle(app::EditRecord{{app::Part::residents, 0}});
  const std::size_t zones = screen.session.scenario().city.zones.size();
  screen.click("Add one");
  CHECK(screen.session.scenario().city.zones.size() == zones + 1);
  screen.click("Delete this one");
  CHECK(screen.session.scenario().city.zones.size() == zones);
  screen.click("Close");
  CHECK_FALSE(screen.session.editing());
  CHECK(screen.session.history().position() == 2);
}

TEST_CASE("the start of a batch is dragged along the days", "[ui][editor]") {
  Screen screen;
  screen.session.handle(app::Run{app::Command::show_batches});
  const model::Date before = screen.session.plan()->batches[1].earliest_start;
  drag(screen, "Earliest start of Second batch", 60, 0);
  REQUIRE(screen.session.history().position() == 1);
  CHECK(screen.session.plan()->batches[1].earliest_start > before);
  CHECK(screen.session.plan()->batches[0] == screen.session.history().states()[0].scenario.plans[0].batches[0]);
}

TEST_CASE("a weight of the plan is pushed along its line in one step of undo", "[ui][editor]") {
  Screen screen;
  screen.session.handle(app::Run{app::Command::show_batches});
  const double before = screen.session.plan()->weights.quality;
  screen.click("Weights");
  drag(screen, "Weight of quality", 60, 0);
  REQUIRE(screen.session.history().position() == 1);
  CHECK(screen.session.plan()->weights.quality > before);
  screen.session.handle(app::Run{app::Command::undo});
  CHECK(screen.session.plan()->weights.quality == before);
}

TEST_CASE("a repair point and a group of residents are dragged over the ground", "[ui][editor]") {
  model::Scenario scenario = study::kunming_1957();
  scenario.city.repair_points.push_back({{scenario.next_id++}, {"North gate", ""}, 0.3, 0.4, 2});
  const model::Zone zone = scenario.city.zones[0];
  {
    Screen screen(scenario);
    screen.session.handle(app::Run{app::Command::show_map});
    drag(screen, "North gate", 40, -30);
    REQUIRE(screen.session.history().position() == 1);
    const model::RepairPoint& moved = screen.session.scenario().city.repair_points.back();
    CHECK(moved.x_km > 0.3);
    CHECK(moved.y_km > 0.4);
    CHECK(moved.workers == 2);
  }
  Screen screen(scenario);
  screen.session.handle(app::Run{app::Command::show_map});
  drag(screen, "Residents", -40, 30);
  REQUIRE(screen.session.history().position() == 1);
  CHECK(screen.session.scenario().city.zones[0].x_km < zone.x_km);
  CHECK(screen.session.scenario().city.zones[0].y_km < zone.y_km);
}

TEST_CASE("all that are listed are merged in one step", "[ui][bulk]") {
  Screen screen;
  screen.session.handle(app::Run{app::Command::show_cooperatives});
  screen.state.cooperatives.filter = "Garments";
  screen.frames(3);
  const std::vector<platform::Item>& items = screen.imgui.items();
  const auto menu = std::find_if(items.begin(), items.end(), [](const platform::Item& item) { return item.label.ends_with(" of 167 cooperatives …"); });
  REQUIRE(menu != items.end());
  const int listed = std::stoi(menu->label);
  screen.click(std::string(menu->label));
  screen.click("Merge all that are listed");
  CHECK(screen.session.scenario().cooperatives.size() == static_cast<std::size_t>(167 - listed + 1));
  CHECK(screen.session.history().position() == 1);
}
