// All plans ranked, and for whom the shown plan differs from the other.
#include "study/compare.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Differences;
using app::views::GroupDifference;
using app::views::LosingCooperative;
using app::views::RankedPlan;
using app::views::Ranking;

TableCell plan_cell(const Look& look, const RankedPlan& row, int column) {
  switch (column) {
    case 0: return {row.name};
    case 1: return {row.mean};
    case 2: return {row.regret, look->muted};
    case 3: return {row.chance_best, 0, static_cast<float>(row.best_share), look->plan};
    default: return {row.difference, look->muted};
  }
}

// Pressing a plan shows it.
void draw_plans(const Look& look, const app::Session& session, const Ranking& ranking, app::Intents& intents) {
  const app::Language language = session.language();
  const TableColumn columns[] = {{.id = "plan", .heading = app::tr(language, Key::plan_label), .width = 56, .sortable = false},
                                 {.id = "mean", .heading = app::tr(language, Key::mean_value), .width = 24, .align = Align::right, .sortable = false},
                                 {.id = "regret", .heading = app::tr(language, Key::mean_regret), .width = 28, .align = Align::right, .sortable = false},
                                 {.id = "best", .heading = app::tr(language, Key::ranked_best), .width = 28, .align = Align::right, .sortable = false},
                                 {.id = "difference", .heading = app::tr(language, Key::against_shown), .width = 60, .align = Align::right, .sortable = false}};
  const std::vector<RankedPlan>& plans = ranking.plans;
  TableContent content{.rows = static_cast<int>(plans.size()), .fits = true};
  content.row = [&](int row) {
    const RankedPlan& plan = plans[static_cast<std::size_t>(row)];
    return TableRow{plan.plan.value + 1, plan.name, plan.plan == session.plan_id()};
  };
  content.cell = [&](int row, int column) { return plan_cell(look, plans[static_cast<std::size_t>(row)], column); };
  const TableEvents events = table(look, "plans", columns, content, {0, look.space(9) * static_cast<float>(plans.size() + 1)});
  if (events.pressed_row < 0) return;
  if (const model::PlanId pressed = plans[static_cast<std::size_t>(events.pressed_row)].plan) intents.add(app::ShowPlan{pressed});
}

TableCell group_cell(const Look& look, app::Language language, model::Metric metric, const GroupDifference& row, int column) {
  const double change = row.second != 0 ? row.first / row.second - 1 : 0;
  switch (column) {
    case 0: return {row.name};
    case 1: return {std::to_string(row.cooperatives), look->muted};
    case 2: return {app::format_metric(language, metric, row.first)};
    case 3: return {app::format_metric(language, metric, row.second), look->muted};
    case 4: return {app::format_change(change), (change < 0) == study::less_is_better(metric) ? look->plan : look->warning};
    default: return {std::to_string(row.worse), row.worse > 0 ? look->warning : look->muted};
  }
}

void draw_groups(const Look& look, const app::Session& session, model::Metric metric, const std::vector<GroupDifference>& groups, std::string_view first, std::string_view second) {
  const app::Language language = session.language();
  const TableColumn columns[] = {{.id = "group", .heading = app::tr(language, Key::group_label), .width = 50, .sortable = false},
                                 {.id = "count", .heading = app::tr(language, Key::view_cooperatives), .width = 26, .align = Align::right, .sortable = false},
                                 {.id = "first", .heading = first, .width = 30, .align = Align::right, .sortable = false},
                                 {.id = "second", .heading = second, .width = 30, .align = Align::right, .sortable = false},
                                 {.id = "change", .heading = app::tr(language, Key::difference), .width = 24, .align = Align::right, .sortable = false},
                                 {.id = "worse", .heading = app::tr(language, Key::worse_count), .width = 24, .align = Align::right, .sortable = false}};
  TableContent content{.rows = static_cast<int>(groups.size()), .fits = true};
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), groups[static_cast<std::size_t>(row)].name, false}; };
  content.cell = [&](int row, int column) { return group_cell(look, language, metric, groups[static_cast<std::size_t>(row)], column); };
  table(look, "groups", columns, content, {0, look.space(9) * static_cast<float>(groups.size() + 1)});
}

// Pressing a cooperative selects it.
void draw_losers(const Look& look, const app::Session& session, model::Metric metric, const std::vector<LosingCooperative>& losers, app::Intents& intents) {
  const app::Language language = session.language();
  if (losers.empty()) return paragraph(look, TextStyle::body, look->muted, app::tr(language, Key::losers_nobody));
  text(look, TextStyle::strong, look->ink, app::tr(language, Key::losers_list));
  for (const LosingCooperative& loser : losers) {
    const double change = loser.second != 0 ? loser.first / loser.second - 1 : 0;
    const std::string figure = app::format_change(change) + " · " + app::format_metric(language, metric, loser.second) + " → " + app::format_metric(language, metric, loser.first);
    const float size = std::min(1.0f, static_cast<float>(change < 0 ? -change : change) / 0.2f);
    if (bar_line(look, static_cast<int>(loser.cooperative.value), {.label = loser.name, .figure = figure, .fraction = size, .colour = look->warning, .figure_width = 40}))
      intents.select(loser.cooperative);
  }
}

}  // namespace

void draw_ranking(const Look& look, const app::Session& session, ComparePanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const Ranking& ranking = panel.ranking.get(session, {panel.metric}, [&] { return app::views::ranking(session, panel.metric); });
  const Card card(look, "ranking", {0, 0}, app::tr(language, Key::ranking_heading), Card::Scroll::yes);
  panel.metric = choose_metric(look, language, panel.metric);
  if (ranking.plans.empty()) return paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::ranking_wait));
  paragraph(look, TextStyle::small, look->muted, app::fill(app::tr(language, Key::ranking_from), {app::format_number(ranking.replications, 0)}));
  draw_plans(look, session, ranking, intents);
  for (const std::string& sentence : ranking.turns) paragraph(look, TextStyle::body, look->ink, sentence);
}

void draw_differences(const Look& look, const app::Session& session, ComparePanel& panel, app::views::Grouping grouping, app::Intents& intents) {
  const app::Language language = session.language();
  const Differences& found = panel.differences.get(session, {session.other_plan_id(), panel.metric, grouping},
                                                   [&] { return app::views::differences(session, panel.metric, grouping); });
  const Card card(look, "differences", {0, 0}, app::tr(language, Key::differences_heading), Card::Scroll::yes);
  panel.metric = choose_metric(look, language, panel.metric);
  ImGui::Dummy({1, look.space(1)});
  draw_groups(look, session, panel.metric, found.groups, app::name_of(language, session.plan()),
              app::name_of(language, model::find_plan(session.scenario(), session.other_plan_id())));
  draw_losers(look, session, panel.metric, found.losers, intents);
}

}  // namespace zhengshe::ui
