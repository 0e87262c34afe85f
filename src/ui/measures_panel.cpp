// What to do: the measures for the selected cooperative, best first, with what speaks for each.
#include <algorithm>

#include "app/views/passages.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::MeasureRow;
using app::views::Measures;

using Choices = std::vector<model::MeasureChoice>;

Choices chosen_in(const Measures& view) {
  Choices choices;
  for (const MeasureRow& row : view.rows)
    if (row.chosen) choices.push_back(row.choice);
  return choices;
}

// Pressed: chosen if it was not, given up if it was.
void toggle(const app::Session& session, const Measures& view, const MeasureRow& pressed, app::Intents& intents) {
  Choices choices = chosen_in(view);
  const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.measure == pressed.choice.measure; });
  if (found != choices.end()) choices.erase(found);
  else choices.push_back(pressed.choice);
  intents.edit(app::SetMeasures{session.plan_id(), view.id, std::move(choices)});
}

// The same for the whole batch of the cooperative, as one step of undo.
void set_for_batch(const app::Session& session, const Measures& view, const std::optional<Choices>& choices, app::Intents& intents) {
  const model::Batch* batch = model::batch_of(*session.plan(), view.id);
  app::Edits edits;
  for (const model::CooperativeId id : batch->cooperatives) edits.edits.push_back(app::SetMeasures{session.plan_id(), id, choices});
  intents.add(std::move(edits));
}

void draw_actions(const Look& look, const app::Session& session, const Measures& view, app::Intents& intents) {
  const app::Language language = session.language();
  text(look, TextStyle::small, look->muted, app::tr(language, view.by_hand ? Key::chosen_by_hand : Key::treat_findings));
  const model::Batch* batch = model::batch_of(*session.plan(), view.id);
  const std::string treat(app::tr(language, Key::treat_findings));
  if (view.by_hand && chip(look, treat.c_str())) intents.edit(app::SetMeasures{session.plan_id(), view.id, std::nullopt});
  if (batch == nullptr) return;
  const std::string name(app::tr(language, batch->name));
  const std::string same = app::fill(app::tr(language, Key::same_for), {name}), found = app::fill(app::tr(language, Key::treat_findings_in), {name});
  if (view.by_hand) flow(look, chip_width(look, same.c_str()));
  if (view.by_hand && chip(look, same.c_str(), ChipKind::neutral)) set_for_batch(session, view, chosen_in(view), intents);
  if (view.by_hand) flow(look, chip_width(look, found.c_str()));
  if (chip(look, found.c_str(), ChipKind::neutral)) set_for_batch(session, view, std::nullopt, intents);
}

TableCell measure_cell(const Look& look, app::Language language, const Measures& view, const MeasureRow& row, int column) {
  const double most = std::max(1e-9, view.rows.front().score_high);
  switch (column) {
    case 0: return {row.name, row.chosen ? look->accent_text : 0};
    case 1: return {row.treats, row.serious ? 0 : look->muted};
    case 2: return {app::format_number(row.score, 2), row.score > 0 ? look->plan : look->warning, static_cast<float>(std::clamp(row.score / most, 0.0, 1.0)), look->plan};
    case 3: return {app::format_number(row.score_low, 2) + " … " + app::format_number(row.score_high, 2), look->muted};
    case 4: return {app::format_share(row.chance_best, 0)};
    case 5: return {app::format_number(row.team_days, 1)};
    default: return {row.chosen ? std::string(app::tr(language, Key::chosen)) : std::string(), look->accent_text};
  }
}

}  // namespace

void draw_measures(const Look& look, const app::Session& session, MeasuresPanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const bool inspected = app::views::is_known_on(app::views::passage_of(session.result(), session.selected()), session.day());
  const std::optional<Measures>& view = panel.view.get(session, {session.selected(), inspected}, [&] { return app::views::measures(session); });
  const Card card(look, "measures", {0, 0}, app::tr(language, Key::measures_question));
  if (!view || view->rows.empty()) {
    empty_state(look, {.icon = Icon::arrow, .heading = app::tr(language, Key::select_a_cooperative), .sentence = app::tr(language, Key::measures_why)});
    return;
  }
  text(look, TextStyle::title, look->ink, view->name);
  paragraph(look, TextStyle::small, look->muted,
            app::fill(app::tr(language, view->inspected ? Key::measures_after : Key::measures_before), {app::format_share(view->chance_main_right, 0)}));
  if (session.plan() != nullptr) draw_actions(look, session, *view, intents);
  const TableColumn columns[] = {
      {.id = "measure", .heading = app::tr(language, Key::measure), .width = 48, .sortable = false},
      {.id = "treats", .heading = app::tr(language, Key::treats), .width = 42, .sortable = false},
      {.id = "benefit", .heading = app::tr(language, Key::benefit), .explanation = app::tr(language, Key::benefit_why), .width = 24, .align = Align::right, .sortable = false},
      {.id = "range", .heading = app::tr(language, Key::range_90), .width = 30, .align = Align::right, .sortable = false},
      {.id = "best", .heading = app::tr(language, Key::chance_best), .width = 28, .align = Align::right, .sortable = false},
      {.id = "cost", .heading = app::tr(language, Key::team_days), .width = 22, .align = Align::right, .sortable = false},
      {.id = "chosen", .heading = app::tr(language, Key::chosen), .width = 20, .sortable = false}};
  TableContent content{.fits = true};
  content.rows = static_cast<int>(view->rows.size());
  content.row = [&](int row) {
    const MeasureRow& shown = view->rows[static_cast<std::size_t>(row)];
    return TableRow{static_cast<std::uint32_t>(row + 1), shown.name, shown.chosen};
  };
  content.cell = [&](int row, int column) { return measure_cell(look, language, *view, view->rows[static_cast<std::size_t>(row)], column); };
  const TableEvents events = table(look, "measures", columns, content, {0, 0});
  if (events.pressed_row >= 0 && session.plan() != nullptr) toggle(session, *view, view->rows[static_cast<std::size_t>(events.pressed_row)], intents);
}

}  // namespace zhengshe::ui
