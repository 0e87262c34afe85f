// What stands over the views: gallery, import and tour, drawn without a browser and used by their labels.
#include "catch_amalgamated.hpp"
#include "support/assets.h"
#include "support/screen.h"

using namespace zhengshe;
using test::asset;
using test::Screen;

TEST_CASE("the gallery is opened from the list of views and puts itself away", "[ui][gallery]") {
  Screen screen;
  screen.click("Gallery");
  REQUIRE(std::get_if<app::ListGallery>(&screen.session.take_requests().at(0)));
  screen.session.handle(app::ShowGallery{app::read_gallery(asset)});
  screen.click("Lesson sheet");
  CHECK(std::get_if<app::ExportFile>(&screen.session.take_requests().at(0)));
  screen.click("Close");
  CHECK_FALSE(screen.session.gallery());
}

TEST_CASE("gallery and import fit a telephone", "[ui][gallery]") {
  Screen screen(study::kunming_1957(), 390, 844);
  screen.session.handle(app::ShowGallery{app::read_gallery(asset)});
  screen.frames(3);
  CHECK(screen.imgui.item("Lesson sheet"));
  screen.click("Close");
  screen.session.handle(app::OpenBytes{"more.csv", "name,people\nNorth,40\n"});
  screen.click("Close");
  CHECK_FALSE(screen.session.import());
}

TEST_CASE("a table is added by its button", "[ui][import]") {
  Screen screen;
  const std::string trade = screen.session.scenario().trades[0].name.en;
  screen.session.handle(app::OpenBytes{"more.csv", "name,trade,members\nNorth," + trade + ",40\n"});
  screen.click("Add a cooperative");
  CHECK(screen.session.scenario().cooperatives.size() == 168);
}

TEST_CASE("the tour is walked through by its button", "[ui][tour]") {
  Screen screen;
  screen.click("Tour");
  for (int step = 0; step < 4; ++step) screen.click("Next");
  screen.click("Done");
  CHECK_FALSE(screen.session.tour());
}

TEST_CASE("what is done for all that are shown is one step of undo", "[ui][bulk]") {
  Screen screen;
  screen.session.handle(app::Run{app::Command::show_cooperatives});
  screen.click("167 of 167 cooperatives …");
  screen.click("Quality control");
  CHECK(screen.session.history().position() == 1);
}
