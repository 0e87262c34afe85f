// The parts of the screen. Each draws into the region it is given.
#pragma once

#include "app/intents.h"
#include "app/session.h"
#include "ui/charts.h"
#include "ui/ui_state.h"

namespace zhengshe::ui {

// --- around the view ---
/// The list of views: on the left with labels, with icons only where `narrow`.
void draw_rail(const Look& look, const app::Session& session, bool narrow, CommandPalette& palette, app::Intents& intents);
/// The same as a bar at the bottom of a small screen.
void draw_bottom_bar(const Look& look, const app::Session& session, app::Intents& intents);
void draw_top_bar(const Look& look, const app::Session& session, bool narrow, CommandPalette& palette, app::Intents& intents);
void draw_time_line(const Look& look, const app::Session& session, const app::views::Timeline& line, bool narrow, app::Intents& intents);
void draw_inspector(const Look& look, const app::Session& session, InspectorPanel& panel, app::Intents& intents);
/// Problems of a refused file and notices, over everything.
void draw_messages(const Look& look, const app::Session& session, EditorPanel& editor, app::Intents& intents);
/// What the browser keeps, over everything.
void draw_kept(const Look& look, const app::Session& session, app::Intents& intents);
/// The examples that come with the program, over everything.
void draw_gallery(const Look& look, const app::Session& session, app::Intents& intents);
/// A table that is being imported, over everything.
void draw_import(const Look& look, const app::Session& session, app::Intents& intents);
/// The editor of everything, over everything.
void draw_editor(const Look& look, const app::Session& session, EditorPanel& panel, app::Intents& intents);
/// The step of the tour that is shown, over everything; what it is about stands between `min` and `max`.
void draw_tour(const Look& look, const app::Session& session, ImVec2 min, ImVec2 max, app::Intents& intents);
/// One problem of a file with its place.
void draw_issue(const Look& look, const app::Session& session, const model::Issue& issue);
/// All commands and plans in one list, over everything, once it is wanted or Ctrl+K is pressed.
void draw_palette(const Look& look, const app::Session& session, CommandPalette& palette, app::Intents& intents);
/// What keys mean wherever they are pressed. While a list is open, Escape is for it alone.
void take_shortcuts(const app::Session& session, bool is_list_open, app::Intents& intents);

// --- the views ---
void draw_overview(const Look& look, const app::Session& session, OverviewPanel& panel, const app::views::Timeline& line, app::Intents& intents);
void draw_cooperatives(const Look& look, const app::Session& session, CooperativesPanel& panel, app::Intents& intents);
void draw_batches(const Look& look, const app::Session& session, BatchesPanel& panel, const app::views::Timeline& line, app::Intents& intents);
void draw_results(const Look& look, const app::Session& session, ResultsPanel& panel, const app::views::Timeline& line, app::Intents& intents);
void draw_map(const Look& look, const app::Session& session, MapPanel& panel, app::Intents& intents);
void draw_inspection(const Look& look, const app::Session& session, InspectionPanel& panel, app::Intents& intents);
void draw_measures(const Look& look, const app::Session& session, MeasuresPanel& panel, app::Intents& intents);
void draw_compare(const Look& look, const app::Session& session, ComparePanel& panel, app::Intents& intents);
void draw_evidence(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents);
void draw_report(const Look& look, const app::Session& session, ReportPanel& panel, app::Intents& intents);

// --- parts of views ---
/// Of Compare: all plans ranked, and for whom the shown plan differs from the other. Precondition: a plan is shown.
void draw_ranking(const Look& look, const app::Session& session, ComparePanel& panel, app::Intents& intents);
void draw_differences(const Look& look, const app::Session& session, ComparePanel& panel, app::views::Grouping grouping, app::Intents& intents);
/// Of Evidence: which assumptions drive the result, and what observations say about them.
void draw_drivers(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents);

// --- shared by several ---
/// Chips of the metrics that a cooperative is judged by; returns the one that is chosen afterwards.
model::Metric choose_metric(const Look& look, app::Language language, model::Metric chosen);
/// The axis of the session's days, with months in its language.
TimeAxis time_axis(const app::Session& session);
/// Holidays, the deadline and the day of the session, for charts over days.
struct DayMarks {
  std::vector<Mark> marks;
  std::vector<Shade> shades;
};
DayMarks day_marks(const Look& look, const app::Session& session, const app::views::Timeline& line);
/// A chart of a metric, the plan against left alone, with its legend; fills the region. Pressing sets the day.
void metric_chart(const Look& look, const app::Session& session, model::Metric metric, model::CooperativeId of, const app::views::Timeline& line,
                  MetricChart& state, app::Intents& intents);

}  // namespace zhengshe::ui
