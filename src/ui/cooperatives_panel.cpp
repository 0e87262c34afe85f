// Which cooperatives: the table of all of them, searched and sorted.
#include <algorithm>
#include <array>

#include "app/bulk.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Column;
using app::views::CooperativeRow;

struct Shape {
  const char* id;
  float width;
  Align align;
  bool shown;  // at first; the others are in the menu of the headings
};
constexpr std::array<Shape, app::views::kColumns> kShapes{{{"name", 40, Align::left, true}, {"trade", 30, Align::left, false}, {"members", 19, Align::right, true},
                                                           {"batch", 22, Align::left, true}, {"stage", 17, Align::left, true},
                                                           {"main problem", 30, Align::left, true}, {"output", 24, Align::right, false},
                                                           {"rework", 22, Align::right, true}, {"seconds", 21, Align::right, false},
                                                           {"wage", 25, Align::right, true}, {"change", 26, Align::right, true}}};

std::array<TableColumn, app::views::kColumns> columns_in(app::Language language) {
  std::array<TableColumn, app::views::kColumns> columns;
  for (std::size_t i = 0; i < columns.size(); ++i)
    columns[i] = {.id = kShapes[i].id, .heading = app::views::name_of(language, static_cast<Column>(i)), .width = kShapes[i].width,
                  .align = kShapes[i].align, .shown = kShapes[i].shown};
  return columns;
}

TableCell cell_of(const Look& look, app::Language language, const CooperativeRow& row, Column column) {
  TableCell cell{.words = app::views::cell(language, row, column)};
  if (column == Column::change) cell.colour = row.change < -0.0005 ? look->warning : row.change > 0.0005 ? look->plan : look->muted;
  if (column == Column::trade || column == Column::batch) cell.colour = look->muted;
  if (column == Column::stage && row.stage == model::Stage::left_alone) cell.colour = look->muted;
  return cell;
}

// The row of the selected cooperative, or -1.
int row_of_selected(const app::Session& session, const std::vector<int>& order) {
  const int position = model::index_of(session.scenario(), session.selected());
  const auto found = std::find(order.begin(), order.end(), position);
  return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

std::string shown_text(const app::Session& session, std::size_t shown) {
  return app::fill(app::tr(session.language(), Key::rows_shown), {std::to_string(shown), std::to_string(session.scenario().cooperatives.size())});
}

// What is done for all that are shown: into a batch, or a measure given or taken.
void draw_bulk(const Look& look, const app::Session& session, const std::vector<int>& order, app::Intents& intents) {
  const app::Language language = session.language();
  const model::Plan& plan = *session.plan();
  if (button(look, (shown_text(session, order.size()) + " …").c_str())) ImGui::OpenPopup("bulk menu");
  if (!ImGui::BeginPopup("bulk menu")) return;
  std::vector<model::CooperativeId> ids;
  for (const int position : order) ids.push_back(session.scenario().cooperatives[static_cast<std::size_t>(position)].id);
  text(look, TextStyle::small, look->muted, app::tr(language, Key::edit_batch));
  for (std::size_t i = 0; i <= plan.batches.size(); ++i) {
    const bool none = i == plan.batches.size();
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::Selectable(std::string(none ? app::tr(language, Key::no_batch) : app::tr(language, plan.batches[i].name)).c_str()))
      intents.add(app::Edits{app::move_all(plan.id, none ? model::BatchId{} : plan.batches[i].id, ids)});
    ImGui::PopID();
  }
  rule(look);
  text(look, TextStyle::small, look->muted, app::tr(language, Key::edit_measures));
  for (const model::Measure measure : model::all_of<model::Measure>()) {
    if (measure == model::Measure::merge) continue;  // needs partners
    const bool given = app::all_have(plan, measure, ids);
    if (ImGui::Selectable(std::string(app::name_of(language, measure)).c_str(), given))
      intents.add(app::Edits{given ? app::take_from_all(plan, measure, ids) : app::give_all(plan, measure, ids)});
  }
  rule(look);
  if (ids.size() > 1 && ImGui::Selectable(std::string(app::tr(language, Key::merge_all)).c_str()))
    intents.edit(app::MergeCooperatives{ids.front(), {ids.begin() + 1, ids.end()}});
  if (ImGui::Selectable(std::string(app::tr(language, Key::remove_all)).c_str())) intents.add(app::Edits{app::remove_all(ids)});
  ImGui::EndPopup();
}

void draw_head(const Look& look, const app::Session& session, CooperativesPanel& panel, const std::vector<int>& order, app::Intents& intents) {
  const app::Language language = session.language();
  const std::string label = std::string(app::tr(language, Key::search)) + "###search";
  const std::string hint(app::tr(language, Key::search));
  ImGui::PushID("head");
  search_field(look, (std::string("##") + label).c_str(), panel.filter, std::min(look.space(70), ImGui::GetContentRegionAvail().x * 0.6f), hint.c_str());
  ImGui::PopID();
  if (session.plan() == nullptr || order.empty()) right_note(look, TextStyle::small, look->muted, shown_text(session, order.size()));
  else draw_bulk(look, session, order, intents);
}

}  // namespace

void draw_cooperatives(const Look& look, const app::Session& session, CooperativesPanel& panel, app::Intents& intents) {
  const Card card(look, "cooperatives", {0, 0});
  const app::Language language = session.language();
  const auto [by, descending] = panel.sort;
  const std::vector<int>& order = panel.order.get(session, {panel.filter, by, descending, app::views::day_of_order(session, by)},
                                                  [&] { return app::views::cooperative_order(session, panel.filter, panel.sort); });
  draw_head(look, session, panel, order, intents);
  ImGui::Dummy({1, look.space(1)});
  if (order.empty()) {
    empty_state(look, {.icon = Icon::search, .heading = app::tr(language, Key::nothing_found), .sentence = panel.filter});
    return;
  }
  int scroll_to = -1;
  if (session.selected() != panel.shown) scroll_to = row_of_selected(session, order);
  panel.shown = session.selected();
  CooperativeRow shown;  // the row that is being drawn
  TableContent content;
  content.rows = static_cast<int>(order.size());
  content.row = [&](int row) {
    shown = app::views::cooperative_row(session, order[static_cast<std::size_t>(row)]);
    return TableRow{shown.id.value, shown.name, shown.id == session.selected()};
  };
  content.cell = [&](int, int column) { return cell_of(look, language, shown, static_cast<Column>(column)); };
  const auto columns = columns_in(language);
  const TableEvents events = table(look, "cooperatives", columns, content, {0, 0}, scroll_to);
  if (events.sort_changed && !events.sort.empty()) panel.sort = {static_cast<Column>(events.sort.front().column), events.sort.front().descending};
  if (events.pressed_row < 0) return;
  panel.shown = session.scenario().cooperatives[static_cast<std::size_t>(order[static_cast<std::size_t>(events.pressed_row)])].id;
  intents.select(panel.shown);
}

}  // namespace zhengshe::ui
