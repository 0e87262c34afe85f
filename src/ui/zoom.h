// Which days of a time axis a chart shows: all of them, until the pointer or the chart's menu narrows them.
#pragma once

#include "app/axis.h"
#include "model/date.h"
#include "ui/controls.h"

namespace zhengshe::ui {

/// Narrowed for one axis; on any other it shows all days.
struct DayZoom {
  model::Date start;
  int days = 0;
  app::Range seen;
};

app::Range all_days(int days);
app::Range seen_days(const DayZoom& zoom, model::Date start, int days);

/// Narrows by `factor` about a day; below 1 it widens.
void zoom_by(DayZoom& zoom, model::Date start, int days, double about, double factor);

/// The wheel with Ctrl, or a pinch, over the chart zooms about the pointer; the horizontal wheel, the middle button
/// and dragging with Shift move what is seen; a double click shows all. True while a press moves it.
bool take_zoom(DayZoom& zoom, model::Date start, int days, const Press& press, const app::Scale& scale);

}  // namespace zhengshe::ui
