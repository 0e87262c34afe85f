// What is wrong: how often each problem was found and how far that can be trusted; cooperatives against problems.
#include <algorithm>

#include "model/order.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Inspection;
using app::views::InspectionRow;
using app::views::ProblemSummary;

// One page of the summary: each problem with its share of cooperatives, and what an inspection of it is worth.
void draw_summary(const Look& look, const app::Session& session, const Inspection& view) {
  const app::Language language = session.language();
  const TableColumn columns[] = {
      {.id = "problem", .heading = app::tr(language, Key::problem), .width = 44, .sortable = false},
      {.id = "main", .heading = app::tr(language, Key::main_in), .width = 20, .align = Align::right, .sortable = false},
      {.id = "serious", .heading = app::tr(language, Key::serious_in), .width = 24, .align = Align::right, .sortable = false},
      {.id = "true", .heading = app::tr(language, Key::truly_serious), .explanation = app::tr(language, Key::truly_serious_why), .width = 28, .align = Align::right, .sortable = false},
      {.id = "caught", .heading = app::tr(language, Key::cases_caught), .explanation = app::tr(language, Key::cases_caught_why), .width = 26, .align = Align::right, .sortable = false},
      {.id = "cleared", .heading = app::tr(language, Key::rightly_cleared), .explanation = app::tr(language, Key::rightly_cleared_why), .width = 28, .align = Align::right, .sortable = false}};
  TableContent content{.fits = true};
  content.rows = static_cast<int>(view.problems.size());
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), view.problems[static_cast<std::size_t>(row)].name, false}; };
  content.cell = [&](int row, int column) {
    const ProblemSummary& summary = view.problems[static_cast<std::size_t>(row)];
    switch (column) {
      case 0: return TableCell{summary.name};
      case 1: return TableCell{std::to_string(summary.main_of), 0, view.inspected > 0 ? static_cast<float>(summary.main_of) / static_cast<float>(view.inspected) : 0, look->accent};
      case 2: return TableCell{std::to_string(summary.serious_in), 0, view.inspected > 0 ? static_cast<float>(summary.serious_in) / static_cast<float>(view.inspected) : 0, look->left_alone};
      case 3: return TableCell{app::format_share(summary.prevalence, 0)};
      case 4: return TableCell{app::format_share(summary.accuracy.sensitivity, 0), look->muted};
      default: return TableCell{app::format_share(summary.accuracy.specificity, 0), look->muted};
    }
  };
  table(look, "problems", columns, content, {0, look.space(9.2f) + look.space(8.2f) * static_cast<float>(content.rows)});
}

// Rows in the order that is asked for: by name, batch, or the severity of one problem.
std::vector<std::uint32_t> order_of(const Inspection& view, const TableSort& sort) {
  const auto severity = [&](std::size_t row) { return view.rows[row].severity[static_cast<model::Problem>(sort.column - 3)]; };
  return model::order_of(view.rows.size(), [&](std::uint32_t a, std::uint32_t b) {
    if (sort.column < 3) return false;
    return sort.descending ? severity(a) > severity(b) : severity(a) < severity(b);
  });
}

std::vector<TableColumn> matrix_columns(app::Language language) {
  std::vector<TableColumn> columns{{.id = "name", .heading = app::tr(language, Key::column_name), .width = 40, .sortable = false},
                                   {.id = "batch", .heading = app::tr(language, Key::batch_label), .width = 20, .sortable = false},
                                   {.id = "main", .heading = app::tr(language, Key::column_main_problem), .width = 34, .sortable = false}};
  for (const model::Problem problem : model::all_of<model::Problem>()) {
    const std::string_view name = app::name_of(language, problem);
    columns.push_back({.id = model::id_of(problem).data(), .heading = name, .explanation = name, .width = 26, .align = Align::right});
  }
  return columns;
}

TableCell matrix_cell(const Look& look, app::Language language, const InspectionRow& row, int column) {
  if (column == 0) return {std::string(row.name)};
  if (column == 1) return {std::string(row.batch), look->muted};
  if (column == 2) return row.main_problem ? TableCell{std::string(app::name_of(language, *row.main_problem)), look->accent_text}
                                           : TableCell{std::string(app::tr(language, Key::none_serious)), look->muted};
  const auto problem = static_cast<model::Problem>(column - 3);
  const double severity = row.severity[problem];
  const bool is_main = row.main_problem == problem;
  return {app::format_number(severity, 2), severity < 0.2 ? look->muted : 0, static_cast<float>(severity), is_main ? look->accent : look->left_alone};
}

void draw_matrix(const Look& look, const app::Session& session, InspectionPanel& panel, const Inspection& view, app::Intents& intents) {
  const app::Language language = session.language();
  const std::vector<std::uint32_t>& order = panel.order.get(session, {panel.sort.column, panel.sort.descending}, [&] { return order_of(view, panel.sort); });
  const auto row_at = [&](int row) -> const InspectionRow& { return view.rows[order[static_cast<std::size_t>(row)]]; };
  const std::vector<TableColumn> columns = matrix_columns(language);
  TableContent content;
  content.rows = static_cast<int>(order.size());
  content.row = [&](int row) { return TableRow{row_at(row).id.value, row_at(row).name, row_at(row).id == session.selected()}; };
  content.cell = [&](int row, int column) { return matrix_cell(look, language, row_at(row), column); };
  const TableEvents events = table(look, "findings", columns, content, {0, std::max(look.space(70), ImGui::GetContentRegionAvail().y)});
  if (events.sort_changed && !events.sort.empty()) panel.sort = events.sort.front();
  if (events.pressed_row >= 0) intents.select(row_at(events.pressed_row).id);
}

}  // namespace

void draw_inspection(const Look& look, const app::Session& session, InspectionPanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const app::views::Accuracies& accuracies = panel.accuracies.get(session, {}, [&] { return app::views::accuracies(session.scenario()); });
  const Inspection& view = panel.view.get(session, {}, [&] { return app::views::inspection(session, accuracies); });
  const Card card(look, "inspection", {0, 0}, app::tr(language, Key::inspection_question), Card::Scroll::yes);
  if (view.rows.empty()) {
    empty_state(look, {.icon = Icon::magnifier, .heading = app::tr(language, session.plan() == nullptr ? Key::no_campaign : Key::not_inspected),
                       .sentence = app::tr(language, Key::inspection_later)});
    return;
  }
  paragraph(look, TextStyle::small, look->muted,
            app::fill(app::tr(language, Key::inspected_of), {std::to_string(view.inspected), std::to_string(view.total), std::to_string(view.none_serious)}));
  draw_summary(look, session, view);
  rule(look);
  draw_matrix(look, session, panel, view, intents);
}

}  // namespace zhengshe::ui
