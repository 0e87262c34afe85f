// What the interface itself remembers: drafts, scroll positions, choices of a panel. Nothing of the document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/records.h"
#include "app/views/charts.h"
#include "app/views/compare.h"
#include "app/views/cooperative_table.h"
#include "app/views/drivers.h"
#include "app/views/evidence.h"
#include "app/views/inspection.h"
#include "app/views/inspector.h"
#include "app/views/map.h"
#include "app/views/measures.h"
#include "app/views/overview.h"
#include "app/views/ranking.h"
#include "app/views/results.h"
#include "app/views/sceptic.h"
#include "app/views/timeline.h"
#include "ui/fields.h"
#include "ui/gantt.h"
#include "ui/look.h"
#include "ui/memo.h"
#include "ui/table.h"
#include "ui/zoom.h"

namespace zhengshe::ui {

/// A chart of a metric, and which days of it are seen.
struct MetricChart {
  Memo<OfResults, app::ChartData, model::Metric, model::CooperativeId> data;
  DayZoom zoom;
};

struct OverviewPanel {
  MetricChart chart;
  model::Metric metric = model::Metric::good_output_per_member;  // in the chart
  Memo<OfDay, app::views::Overview> view;
};

struct CooperativesPanel {
  std::string filter;
  app::views::SortBy sort;
  model::CooperativeId shown;  // the selection that was last brought into sight
  Memo<OfDocument, std::vector<int>, std::string, app::views::Column, bool, int> order;  // positions; the last part is day_of_order()
};

struct BatchesPanel {
  GanttDrag drag;
  GanttDrag start_drag;
  Draft draft;
  plan::Strategy strategy = plan::Strategy::optimal;  // of the next plan that is made
  bool weights = false;                               // are shown
  Memo<OfDocument, app::views::Gantt> view;
};

struct ResultsPanel {
  model::Metric metric = model::Metric::monthly_wage;
  MetricChart chart;
  bool selected_only = false;  // the selected cooperative in place of the whole city
};

struct CommandPalette {
  bool wanted = false;  // opens in this frame
  std::string words;
};

struct MapPanel {
  model::Metric metric = model::Metric::good_output_per_member;  // that colours it
  enum class Sight : std::uint8_t { city, everything, own };
  Sight sight = Sight::city;
  double x_km = 0, y_km = 0;  // in the middle
  float scale = 0;            // pixels per kilometre
  ImGuiID dragged = 0;        // the repair point or zone on the pointer
  Memo<OfDocument, app::views::MapGround> ground;
  Memo<OfDocument, app::views::MapPlaces, int> places;  // by the points that the campaign has opened
  Memo<OfDay, app::views::MapDay, model::Metric> view;
};

struct InspectionPanel {
  TableSort sort;
  Memo<OfDocument, app::views::Accuracies> accuracies;
  Memo<OfDay, app::views::Inspection> view;
  Memo<OfDay, std::vector<std::uint32_t>, int, bool> order;  // of the rows, by the column and its direction
};

struct MeasuresPanel {
  Memo<OfDocument, std::optional<app::views::Measures>, model::CooperativeId, bool> view;  // of whom, and whether it is inspected
};

struct ComparePanel {
  int part = 0;         // metric by metric, all plans, by trade, by batch
  model::Metric metric = model::Metric::good_output_per_member;  // of the other parts
  Memo<OfDocument, sim::RunResult, model::PlanId> other;  // the centre run of the other plan
  Memo<OfResults, app::views::Compare, model::PlanId> view;
  Memo<OfResults, app::views::Ranking, model::Metric> ranking;
  Memo<OfDocument, app::views::Differences, model::PlanId, model::Metric, app::views::Grouping> differences;
};

struct EvidencePanel {
  int part = 0;         // claims, the sceptic, what drives the result, assumptions, what is left out
  int assumption = -1;  // that is being changed
  Draft draft;
  model::Metric doubted = model::Metric::good_output_per_member;
  Memo<OfDocument, app::views::Sceptic, model::Metric> sceptic;
  model::Metric driven = model::Metric::good_output_per_member;
  Memo<OfResults, app::views::DriversView, std::size_t> drivers;  // by how much is done
  Memo<OfResults, app::views::FitView, std::size_t> fit;
  Memo<OfResults, std::vector<app::views::ClaimRow>> claims;
  Memo<OfResults, std::vector<app::ChartData>> densities;  // of the claims in turn, empty of those that were not observed
  Memo<OfDocument, std::vector<app::views::AssumptionRow>> assumptions;
};

struct ReportPanel {
  Memo<OfDay, std::vector<app::views::Outcome>> outcomes;
};

struct EditorPanel {
  Draft draft;
  Memo<OfDocument, std::vector<app::Record>, app::Part, model::CooperativeId> records;
  Memo<OfDocument, std::vector<app::Field>, app::Part, std::uint32_t, model::CooperativeId> fields;
};

struct InspectorPanel {
  Draft draft;
  Memo<OfSelected, std::optional<app::views::Inspector>> view;
};

struct UiState {
  Look look;                  // fonts, text size and motion are set by whoever owns the state
  Memo<OfDocument, app::views::Timeline> campaign;  // the time line on any day
  Memo<OfDay, app::views::Timeline> timeline;
  OverviewPanel overview;
  CooperativesPanel cooperatives;
  BatchesPanel batches;
  ResultsPanel results;
  CommandPalette palette;
  MapPanel map;
  InspectionPanel inspection;
  MeasuresPanel measures;
  ComparePanel compare;
  EvidencePanel evidence;
  ReportPanel report;
  InspectorPanel inspector;
  EditorPanel editor;
  bool is_list_open = false;  // or a menu, as the last frame left it: Escape is for it
  std::optional<std::size_t> introduced;  // the document of which somebody was shown at first
};

}  // namespace zhengshe::ui
