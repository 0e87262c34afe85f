// What is drawn does not grow with the portfolio: only what is seen is drawn.
#include <array>

#include "catch_amalgamated.hpp"
#include "study/roster.h"
#include "support/screen.h"

using namespace zhengshe;
using test::Screen;

namespace {

struct Drawn {
  int vertices = 0;
  std::size_t items = 0;
};

// What each view draws of the portfolio.
std::array<Drawn, app::kViews> drawn_of(model::Scenario scenario) {
  Screen screen(std::move(scenario));
  std::array<Drawn, app::kViews> drawn;
  for (int number = 0; number < app::kViews; ++number) {
    screen.session.handle(app::Run{static_cast<app::Command>(static_cast<int>(app::Command::show_overview) + number)});
    screen.frames(3);
    drawn[static_cast<std::size_t>(number)] = {ImGui::GetDrawData()->TotalVtxCount, screen.imgui.items().size()};
  }
  return drawn;
}

}  // namespace

TEST_CASE("no view of 10,000 cooperatives draws much more than of 167", "[ui]") {
  const auto few = drawn_of(study::kunming_1957()), many = drawn_of(study::portfolio({10'000, 1957, false}));
  for (std::size_t view = 0; view < few.size(); ++view) {
    INFO("view " << view << ": " << few[view].vertices << " and " << many[view].vertices << " vertices, " << few[view].items << " and " << many[view].items << " items");
    CHECK(few[view].vertices > 1000);
    // On the map dots stand in for circles, and the canvas has room for so many; every repair point can be pressed.
    const bool is_map = static_cast<app::View>(view) == app::View::map;
    CHECK(many[view].vertices < (is_map ? 3 : 2) * few[view].vertices);
    CHECK(many[view].items < (is_map ? 4 : 2) * few[view].items);
  }
}
