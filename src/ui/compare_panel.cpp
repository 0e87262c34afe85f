// Which plan: the shown one against another, metric by metric, with the same luck.
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Compare;
using app::views::ComparedMetric;
using app::views::ComparedPlan;

// The plans to hold the shown one against.
void draw_choice(const Look& look, const app::Session& session, app::Intents& intents) {
  std::vector<model::PlanId> ids;
  for (const model::Plan& plan : session.scenario().plans)
    if (plan.id != session.plan_id()) ids.push_back(plan.id);
  ids.push_back(model::kLeftAlone);
  caption(look, app::tr(session.language(), Key::compared_with));
  for (const model::PlanId id : ids) {
    const std::string name(app::name_of(session.language(), model::find_plan(session.scenario(), id)));
    flow(look, chip_width(look, name.c_str()));
    ImGui::PushID(static_cast<int>(id.value));
    if (chip(look, name.c_str(), id == session.other_plan_id() ? ChipKind::measure : ChipKind::neutral)) intents.add(app::CompareWith{id});
    ImGui::PopID();
  }
}

void draw_plan(const Look& look, const app::Session& session, const ComparedPlan& plan, const char* id, ImU32 colour, ImVec2 size) {
  const app::Language language = session.language();
  const Card card(look, id, size, plan.name);
  const ImVec2 at = ImGui::GetItemRectMin();
  ImGui::GetWindowDrawList()->AddRectFilled({at.x - look.space(3), at.y}, {at.x - look.space(2), at.y + look.size(TextStyle::heading)}, colour);
  if (plan.treated == 0) return paragraph(look, TextStyle::body, look->muted, app::tr(language, Key::no_campaign));
  text(look, TextStyle::body, look->ink, plan.finish);
  text(look, TextStyle::small, look->muted, app::fill(app::tr(language, Key::treated_cost), {std::to_string(plan.treated), app::format_number(plan.team_days, 0)}));
  text(look, TextStyle::small, plan.losers > 0 ? look->warning : look->muted, app::fill(app::tr(language, Key::losers_of), {std::to_string(plan.losers)}));
  if (plan.in_time)
    text(look, TextStyle::small, look->muted, app::fill(app::tr(language, Key::in_time), {app::format_share(*plan.in_time, 0)}));
}

TableCell metric_cell(const Look& look, app::Language language, const ComparedMetric& row, int column) {
  const bool better = (row.change > 0) == app::views::larger_is_better(row.metric);
  const ImU32 tone = row.change > -0.0005 && row.change < 0.0005 ? look->muted : better ? look->plan : look->warning;
  switch (column) {
    case 0: return {app::name_with_unit(language, row.name, row.unit)};
    case 1: return {app::format_metric(language, row.metric, row.first)};
    case 2: return {app::format_metric(language, row.metric, row.second), look->muted};
    case 3: return {app::format_change(row.change), tone};
    case 4: return {row.change_range ? app::views::format_interval(*row.change_range) : std::string(), look->muted};
    default: return row.chance_better ? TableCell{app::format_share(*row.chance_better, 0), 0, static_cast<float>(*row.chance_better), look->plan} : TableCell{};
  }
}

void draw_metrics(const Look& look, const app::Session& session, const Compare& view) {
  const app::Language language = session.language();
  const TableColumn columns[] = {{.id = "metric", .heading = app::tr(language, Key::metric), .width = 62, .sortable = false},
                                 {.id = "first", .heading = view.first.name, .width = 28, .align = Align::right, .sortable = false},
                                 {.id = "second", .heading = view.second.name, .width = 28, .align = Align::right, .sortable = false},
                                 {.id = "change", .heading = app::tr(language, Key::difference), .width = 24, .align = Align::right, .sortable = false},
                                 {.id = "range", .heading = app::tr(language, Key::range_90), .width = 36, .align = Align::right, .sortable = false},
                                 {.id = "better", .heading = app::tr(language, Key::chance_better), .width = 28, .align = Align::right, .sortable = false}};
  TableContent content{.fits = true};
  content.rows = static_cast<int>(view.metrics.size());
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), view.metrics[static_cast<std::size_t>(row)].name, false}; };
  content.cell = [&](int row, int column) { return metric_cell(look, language, view.metrics[static_cast<std::size_t>(row)], column); };
  table(look, "metrics", columns, content, {0, 0});
}

// Two plans side by side, metric by metric.
void draw_both(const Look& look, const app::Session& session, ComparePanel& panel) {
  const app::Language language = session.language();
  const sim::RunResult& other = panel.other.get(session, {session.other_plan_id()}, [&] { return app::views::other_run(session); });
  const Compare& view = panel.view.get(session, {session.other_plan_id()}, [&] { return app::views::compare(session, other); });
  const float gap = look.space(3), room = ImGui::GetContentRegionAvail().x;
  const bool beside = room > look.space(100);
  const ImVec2 size{beside ? (room - gap) / 2 : room, look.space(33)};
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(gap, gap));
  draw_plan(look, session, view.first, "first", look->plan, size);
  if (beside) ImGui::SameLine(0, gap);
  draw_plan(look, session, view.second, "second", look->left_alone, size);
  ImGui::PopStyleVar();
  const Card card(look, "metrics card", {0, std::max(look.space(90), ImGui::GetContentRegionAvail().y)}, app::tr(language, Key::compare_heading));
  paragraph(look, TextStyle::small, look->muted,
            view.replications > 0 ? app::fill(app::tr(language, Key::pairs_of_luck), {std::to_string(view.replications)}) : std::string(app::tr(language, Key::centre_month)));
  draw_metrics(look, session, view);
}

}  // namespace

void draw_compare(const Look& look, const app::Session& session, ComparePanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  if (session.plan() == nullptr) {
    empty_state(look, {.icon = Icon::compare, .heading = app::tr(language, Key::no_campaign), .sentence = app::tr(language, Key::compare_why)});
    return;
  }
  const std::string_view parts[] = {app::tr(language, Key::compare_metrics), app::tr(language, Key::compare_plans), app::tr(language, Key::compare_trades),
                                    app::tr(language, Key::compare_batches)};
  panel.part = chip_choice(look, parts, panel.part);
  if (panel.part != 1) draw_choice(look, session, intents);
  ImGui::Dummy({1, look.space(1)});
  if (panel.part == 0) draw_both(look, session, panel);
  else if (panel.part == 1) draw_ranking(look, session, panel, intents);
  else draw_differences(look, session, panel, panel.part == 2 ? app::views::Grouping::trade : app::views::Grouping::batch, intents);
}

}  // namespace zhengshe::ui
