// The menu that every chart has: zoom, copy, save.
#pragma once

#include <functional>
#include <string>

#include "app/intents.h"
#include "ui/controls.h"

namespace zhengshe::ui {

struct ChartMenu {
  app::Language language = app::Language::en;
  std::string title;                     // of the chart, read aloud with the button
  std::function<app::ChartData()> data;  // asked once somebody wants it
  app::Intents* intents = nullptr;
};

enum class ZoomWish : std::uint8_t { none, in, out, all };

/// Opens by a right press on the item before it, by a long one, or by a small button in its corner, which shows under
/// the pointer and under the keyboard. `can_zoom` adds the zoom; what is wanted of it is returned.
ZoomWish chart_menu(const Look& look, const ChartMenu& menu, const Press& press, bool can_zoom);

}  // namespace zhengshe::ui
