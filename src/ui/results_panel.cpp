// What came of it: any metric over the days, of the whole city or of the selected cooperative.
#include "app/views/cooperative_series.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;

// Which metrics a single cooperative has a series of.
bool is_of_city_only(model::Metric metric) {
  return metric == model::Metric::resident_distance_km || metric == model::Metric::within_800_m || metric == model::Metric::repair_wait_days ||
         metric == model::Metric::cooperatives || metric == model::Metric::done;
}

void draw_metrics(const Look& look, const app::Session& session, ResultsPanel& panel) {
  bool first = true;
  for (const model::Metric metric : model::all_of<model::Metric>()) {
    const std::string name(app::name_of(session.language(), metric));
    const float width = chip_width(look, name.c_str());
    if (!first) flow(look, width);
    first = false;
    if (chip(look, name.c_str(), metric == panel.metric ? ChipKind::measure : ChipKind::neutral)) panel.metric = metric;
  }
}

// Whole city or the selected cooperative.
model::CooperativeId draw_scope(const Look& look, const app::Session& session, ResultsPanel& panel) {
  const int position = model::index_of(session.scenario(), session.selected());
  if (position < 0 || is_of_city_only(panel.metric)) return {};
  const std::string_view choices[] = {app::tr(session.language(), Key::whole_city),
                                      app::tr(session.language(), session.scenario().cooperatives[static_cast<std::size_t>(position)].name)};
  panel.selected_only = pill_switch(look, "scope", choices, panel.selected_only ? 1 : 0) == 1;
  return panel.selected_only ? session.selected() : model::CooperativeId{};
}

}  // namespace

void draw_results(const Look& look, const app::Session& session, ResultsPanel& panel, const app::views::Timeline& line, app::Intents& intents) {
  const app::Language language = session.language();
  const Card card(look, "results", {0, 0});
  draw_metrics(look, session, panel);
  rule(look);
  text(look, TextStyle::title, look->ink, app::name_with_unit(language, app::name_of(language, panel.metric), app::unit_of(language, panel.metric)));
  const model::CooperativeId of = draw_scope(look, session, panel);
  if (of && !app::views::has_days_of_each(session.result())) paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::months_only));
  metric_chart(look, session, panel.metric, of, line, panel.chart, intents);
}

}  // namespace zhengshe::ui
