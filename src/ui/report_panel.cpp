// Hand it over: what the report will say, and the files it can be saved as.
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Outcome;

std::string range_text(app::Language language, model::Metric metric, const std::optional<app::views::Interval>& range) {
  return range ? app::format_metric(language, metric, range->low) + " … " + app::format_metric(language, metric, range->high) : std::string();
}

void draw_outcomes(const Look& look, const app::Session& session, const std::vector<Outcome>& outcomes) {
  const app::Language language = session.language();
  const std::string_view plan = app::name_of(language, session.plan());
  const TableColumn columns[] = {{.id = "metric", .heading = app::tr(language, Key::metric), .width = 62, .sortable = false},
                                 {.id = "first", .heading = app::tr(language, Key::first_day), .width = 24, .align = Align::right, .sortable = false},
                                 {.id = "plan", .heading = plan, .width = 28, .align = Align::right, .sortable = false},
                                 {.id = "range", .heading = app::tr(language, Key::range_90), .width = 36, .align = Align::right, .sortable = false},
                                 {.id = "alone", .heading = app::tr(language, Key::left_alone), .width = 26, .align = Align::right, .sortable = false},
                                 {.id = "difference", .heading = app::tr(language, Key::difference), .width = 24, .align = Align::right, .sortable = false}};
  TableContent content{.fits = true};
  content.rows = static_cast<int>(outcomes.size());
  const auto name = [&](int row) { return app::name_of(language, outcomes[static_cast<std::size_t>(row)].metric); };
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), name(row), false}; };
  content.cell = [&](int row, int column) {
    const Outcome& outcome = outcomes[static_cast<std::size_t>(row)];
    const auto written = [&](double value) { return app::format_metric(language, outcome.metric, value); };
    switch (column) {
      case 0: return TableCell{app::name_with_unit(language, name(row), app::unit_of(language, outcome.metric))};
      case 1: return TableCell{written(outcome.first), look->muted};
      case 2: return TableCell{written(outcome.planned), look->plan};
      case 3: return TableCell{range_text(language, outcome.metric, outcome.range), look->muted};
      case 4: return TableCell{written(outcome.alone), look->left_alone};
      default: return TableCell{written(outcome.difference)};
    }
  };
  table(look, "outcomes", columns, content, {0, std::max(look.space(90), ImGui::GetContentRegionAvail().y)});
}

}  // namespace

void draw_report(const Look& look, const app::Session& session, ReportPanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const Card card(look, "report", {0, 0}, {}, Card::Scroll::yes);
  const std::string html(app::tr(language, Key::command_export_report)), csv(app::tr(language, Key::command_export_table));
  if (button(look, html.c_str(), ButtonKind::primary)) intents.run(app::Command::export_report);
  ImGui::SameLine(0, look.space(2));
  if (button(look, csv.c_str())) intents.run(app::Command::export_table);
  ImGui::Dummy({1, look.space(1)});
  paragraph(look, TextStyle::headline, look->ink, app::tr(language, session.scenario().title));
  for (const model::Text* part : {&session.scenario().question, &session.scenario().description})
    if (const std::string_view words = app::tr(language, *part); !words.empty()) paragraph(look, TextStyle::body, look->ink, words);
  paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::report_contents));
  rule(look);
  text(look, TextStyle::heading, look->ink, app::fill(app::tr(language, Key::on_this_day), {app::format_date(language, session.scenario().calendar.start + session.day())}));
  paragraph(look, TextStyle::small, look->muted, app::views::figures_caption(session));
  draw_outcomes(look, session, panel.outcomes.get(session, {}, [&] { return app::views::outcomes(session); }));
}

}  // namespace zhengshe::ui
