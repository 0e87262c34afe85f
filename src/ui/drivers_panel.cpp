// What drives the result: assumptions ranked by their share, and what observations say about them.
#include <algorithm>
#include <array>

#include "app/commands.h"
#include "app/views/sceptic.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::DriverRow;
using app::views::FittedRow;

TableCell driver_cell(const Look& look, const DriverRow& row, int column) {
  switch (column) {
    case 0: return {row.name};
    case 1: return row.share < 0 ? TableCell{} : TableCell{row.share_words, 0, row.share, look->plan};
    case 2: return {row.range, look->muted};
    case 3: return {row.alone, look->muted};
    default: return {row.effect, look->muted};
  }
}

void draw_ranking(const Look& look, app::Language language, const std::vector<DriverRow>& rows, float height) {
  const TableColumn columns[] = {{.id = "driver", .heading = app::tr(language, Key::assumption), .width = 64, .sortable = false},
                                 {.id = "share", .heading = app::tr(language, Key::driver_share), .width = 48, .align = Align::right, .sortable = false},
                                 {.id = "range", .heading = app::tr(language, Key::range_90), .width = 28, .align = Align::right, .sortable = false},
                                 {.id = "alone", .heading = app::tr(language, Key::driver_alone), .width = 24, .align = Align::right, .sortable = false},
                                 {.id = "effect", .heading = app::tr(language, Key::driver_effect), .width = 46, .align = Align::right, .sortable = false}};
  TableContent content{.rows = static_cast<int>(rows.size()), .fits = true};
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), rows[static_cast<std::size_t>(row)].name, false}; };
  content.cell = [&](int row, int column) { return driver_cell(look, rows[static_cast<std::size_t>(row)], column); };
  table(look, "drivers", columns, content, {0, height});
}

void draw_fitted(const Look& look, app::Language language, const std::vector<FittedRow>& rows) {
  const TableColumn columns[] = {{.id = "assumption", .heading = app::tr(language, Key::assumption), .width = 70, .sortable = false},
                                 {.id = "documented", .heading = app::tr(language, Key::fit_documented), .width = 50, .align = Align::right, .sortable = false},
                                 {.id = "fitted", .heading = app::tr(language, Key::fit_fitted), .width = 50, .align = Align::right, .sortable = false}};
  TableContent content{.rows = static_cast<int>(rows.size()), .fits = true};
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), rows[static_cast<std::size_t>(row)].name, false}; };
  content.cell = [&](int at, int column) -> TableCell {
    const FittedRow& row = rows[static_cast<std::size_t>(at)];
    if (column == 0) return {row.name};
    return column == 1 ? TableCell{row.documented, look->muted} : TableCell{row.fitted, row.learned ? look->accent_text : 0};
  };
  table(look, "fitted", columns, content, {0, 0});
}

void draw_fit(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const app::views::FitView& view = panel.fit.get(session, {session.fitting().done()}, [&] { return app::views::fit(session); });
  const Card card(look, "fit", {0, 0}, app::tr(language, Key::fit_heading), Card::Scroll::yes);
  paragraph(look, TextStyle::small, look->muted, view.state);
  const auto offer = [&](app::Command command, ButtonKind kind) {
    const std::string label = app::label_of(session, command);
    if (button(look, label.c_str(), kind, session.can(command))) intents.run(command);
  };
  if (!session.fitting().was_started()) return offer(app::Command::fit_assumptions, ButtonKind::primary);
  if (!session.fitting().fit()) return;
  for (const std::string& target : view.targets) paragraph(look, TextStyle::small, look->muted, target);
  if (view.rows.empty()) return;
  offer(app::Command::take_fit, ButtonKind::primary);
  draw_fitted(look, language, view.rows);
}

}  // namespace

model::Metric choose_metric(const Look& look, app::Language language, model::Metric chosen) {
  constexpr auto& metrics = app::views::kScepticMetrics;
  std::array<std::string_view, metrics.size()> names;
  for (std::size_t i = 0; i < metrics.size(); ++i) names[i] = app::name_of(language, metrics[i]);
  const auto at = std::find(metrics.begin(), metrics.end(), chosen) - metrics.begin();
  return metrics[static_cast<std::size_t>(chip_choice(look, names, static_cast<int>(at)))];
}

void draw_drivers(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  if (session.plan() == nullptr) {
    empty_state(look, {.icon = Icon::compare, .heading = app::tr(language, Key::no_campaign), .sentence = app::tr(language, Key::compare_why)});
    return;
  }
  if (session.drivers().metric() != panel.driven) intents.add(app::AskDrivers{panel.driven});
  const app::views::DriversView& view = panel.drivers.get(session, {session.drivers().done()}, [&] { return app::views::drivers(session); });
  const float room = ImGui::GetContentRegionAvail().y;
  {
    const Card card(look, "drivers card", {0, std::max(look.space(100), room * 0.6f)}, app::tr(language, Key::drivers_heading));
    panel.driven = choose_metric(look, language, panel.driven);
    paragraph(look, TextStyle::small, look->muted, view.state);
    if (!view.rows.empty()) draw_ranking(look, language, view.rows, 0);
  }
  draw_fit(look, session, panel, intents);
}

}  // namespace zhengshe::ui
