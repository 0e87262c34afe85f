// When: every cooperative's passage as a row of bars, the work teams below it, their number to be changed.
#include <algorithm>

#include "app/views/charts.h"
#include "app/views/planning.h"
#include "app/weights.h"
#include "ui/gantt.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;

// The days on the chart: those of the campaign with some air, not the whole run.
struct Window {
  int first = 0;
  int days = 0;
};

Window window_of(const app::Session& session, const app::views::Timeline& line) {
  constexpr int kBefore = 10, kAfter = 24;
  int first = line.days, last = std::max(0, line.deadline);
  for (const app::views::BatchBar& bar : line.batches)
    if (bar.span.last >= bar.span.first) first = std::min(first, bar.span.first), last = std::max(last, bar.span.last);
  for (const model::Batch& batch : session.plan()->batches) first = std::min(first, std::max(kBefore, batch.earliest_start - session.scenario().calendar.start));
  first = first == line.days ? 0 : std::max(0, first - kBefore);
  return {first, std::max(30, std::min(line.days - 1, last + kAfter) - first + 1)};
}

GanttSpan span_of(const app::views::Span& span, GanttBar kind, const Window& window) {
  return {static_cast<float>(span.first - window.first), static_cast<float>(span.last - window.first), kind};
}

GanttRow row_of(const Look& look, const app::Session& session, const app::views::GanttRow& row, int batches, const Window& window) {
  GanttRow shown{.id = row.id.value, .label = row.name, .colour = batch_colour(*look, row.batch, batches),
                 .selected = row.id == session.selected()};
  const model::Treatment* treatment = model::treatment_of(*session.plan(), row.id);
  shown.marked = treatment != nullptr && treatment->pinned;
  if (row.inspection.last >= row.inspection.first) shown.spans.push_back(span_of(row.inspection, GanttBar::preparation, window));
  if (row.measures.last >= row.measures.first) shown.spans.push_back(span_of(row.measures, GanttBar::work, window));
  if (row.consolidation.last >= row.consolidation.first) shown.spans.push_back(span_of(row.consolidation, GanttBar::aftercare, window));
  return shown;
}

// What the bars mean on a row, in words.
std::string explain(const app::Session& session, const app::views::GanttRow& row) {
  const model::Date start = session.scenario().calendar.start;
  std::string words = row.name;
  const auto add = [&](model::Stage stage, const app::views::Span& span) {
    if (span.last < span.first) return;
    words += "\n" + std::string(app::name_of(session.language(), stage)) + "  " + app::format_day(session.language(), start + span.first) + " – " +
             app::format_day(session.language(), start + span.last);
  };
  add(model::Stage::inspection, row.inspection);
  add(model::Stage::measures, row.measures);
  add(model::Stage::consolidation, row.consolidation);
  for (const std::string& reason : app::views::reasons(session, row.id)) words += "\n" + reason;
  return words;
}

// Dropped on a day: into the last batch that may have begun by then, before those that are inspected later.
app::MoveToBatch move_to_day(const app::Session& session, const app::views::Gantt& view, model::CooperativeId moved, int day) {
  const model::Plan& plan = *session.plan();
  const model::Date date = session.scenario().calendar.start + day;
  std::size_t target = 0;
  for (std::size_t i = 0; i < plan.batches.size(); ++i)
    if (plan.batches[i].earliest_start <= date) target = i;
  std::size_t position = 0;
  for (const app::views::GanttRow& row : view.rows)
    if (row.id != moved && row.batch == static_cast<int>(target) && row.inspection.first <= day) ++position;
  return {plan.id, moved, plan.batches[target].id, position};
}

// Where each batch may begin.
std::vector<GanttStart> starts_of(const Look& look, const app::Session& session, const Window& window) {
  const app::Language language = session.language();
  std::vector<GanttStart> starts;
  const std::vector<model::Batch>& batches = session.plan()->batches;
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const int day = batches[i].earliest_start - session.scenario().calendar.start - window.first;
    const std::string what = app::fill(app::tr(language, Key::batch_start), {app::tr(language, batches[i].name)});
    starts.push_back({batches[i].id.value, what + " · " + app::format_day(language, batches[i].earliest_start), static_cast<float>(day),
                      batch_colour(*look, static_cast<int>(i), static_cast<int>(batches.size()))});
  }
  return starts;
}

void draw_head(const Look& look, const app::Session& session, const app::views::Timeline& line) {
  const app::Language language = session.language();
  text(look, TextStyle::title, look->ink, app::tr(language, session.plan()->name));
  const int last = session.result().finished_day;
  const bool late = last < 0 || (line.deadline >= 0 && last > line.deadline);
  const std::string finish = last < 0 ? std::string(app::tr(language, Key::not_finished))
                                      : app::fill(app::tr(language, Key::finished_on), {app::format_day(language, session.scenario().calendar.start + last)});
  right_note(look, TextStyle::strong, late ? look->warning : look->plan, finish);
}

// What the next plan strives for, and how much.
void draw_weights(const Look& look, const app::Session& session, BatchesPanel& panel, app::Intents& intents) {
  constexpr double kUsualMost = 5;
  model::ObjectiveWeights weights = session.plan()->weights;
  float words = 0;
  for (const app::WeightLabel& shown : app::kWeightLabels) words = std::max(words, measure(look, TextStyle::small, app::tr(session.language(), shown.label)).x);
  bool first = true;
  for (const auto& [label, weight] : app::kWeightLabels) {
    const std::string name(app::tr(session.language(), label));
    if (!first) flow(look, words + look.space(34));
    first = false;
    ImGui::BeginGroup();
    ImGui::AlignTextToFramePadding();
    text(look, TextStyle::small, look->muted, name);
    ImGui::SameLine(words + look.space(2));  // from where the group begins
    const NumberRange range{0, std::max(kUsualMost, weights.*weight), 0.1, 1, ""};
    if (const auto chosen = slider_field(look, panel.draft, ("##" + name).c_str(), weights.*weight, range, look.space(32))) {
      weights.*weight = *chosen;
      intents.edit(app::SetWeights{session.plan_id(), weights});
    }
    ImGui::EndGroup();
  }
}

// Continues the line, if there is room, where its lower items begin: the button is higher than they are.
void flow_in_row(const Look& look, float width, float row) {
  flow(look, width);
  const ImVec2 next = ImGui::GetCursorScreenPos();
  if (next.y < row) ImGui::SetCursorScreenPos({next.x, row});
}

// Makes a plan by a strategy, or tells how far that is and what came of it.
void draw_planning(const Look& look, const app::Session& session, BatchesPanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const bool running = session.planning().is_running();
  const std::string action(app::tr(language, running ? Key::stop_planning : Key::make_plan));
  if (button(look, action.c_str(), running ? ButtonKind::plain : ButtonKind::primary, running || session.can_plan())) {
    if (running) intents.run(app::Command::stop_refining);
    else intents.add(app::MakePlan{panel.strategy});
  }
  const ImVec2 pressed = ImGui::GetItemRectSize();
  ImGui::SameLine();
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (pressed.y - ImGui::GetFrameHeight()) / 2);
  const float row = ImGui::GetCursorScreenPos().y;
  combo(look, app::tr(language, Key::strategy), app::views::name_of(language, panel.strategy), look.space(52), [&] {
    for (const plan::Strategy strategy : model::all_of<plan::Strategy>())
      if (ImGui::Selectable(std::string(app::views::name_of(language, strategy)).c_str(), strategy == panel.strategy)) panel.strategy = strategy;
  });
  const std::string weights(app::tr(language, Key::plan_weights));
  flow_in_row(look, chip_width(look, weights.c_str()), row);
  if (chip(look, weights.c_str(), panel.weights ? ChipKind::measure : ChipKind::neutral)) panel.weights = !panel.weights;
  const app::views::PlanningLine line = app::views::planning_line(session);
  if (line.words.empty()) return;
  // An item, so that the keyboard reaches what a plan is worth and its explanation.
  const ImVec2 size = measure(look, TextStyle::small, line.words);
  flow_in_row(look, size.x, row);
  const Press worth = press_area(line.words.c_str(), {size.x, ImGui::GetFrameHeight()});
  draw_text(look, TextStyle::small, {worth.min.x, (worth.min.y + worth.max.y - size.y) / 2}, look->muted, line.words);
  tooltip(look, line.words, app::tr(language, Key::points_explained));
  if (!line.warning.empty()) paragraph(look, TextStyle::small, look->warning, line.warning);
}

// A pale, a full and a thin sample with the names of the stages.
void draw_key(const Look& look, const app::Session& session) {
  const ImU32 colour = look->batches[0];
  bool first = true;
  for (const model::Stage stage : {model::Stage::inspection, model::Stage::measures, model::Stage::consolidation}) {
    const std::string_view name = app::name_of(session.language(), stage);
    const float width = look.space(8) + measure(look, TextStyle::small, name).x;
    if (!first) flow(look, width);
    first = false;
    ImGui::Dummy({width, look.size(TextStyle::small)});
    const ImVec2 min = ImGui::GetItemRectMin();
    const float middle = min.y + look.size(TextStyle::small) / 2, half = stage == model::Stage::consolidation ? 1 : look.space(1.25f);
    ImGui::GetWindowDrawList()->AddRectFilled({min.x, middle - half}, {min.x + look.space(5), middle + half},
                                              stage == model::Stage::inspection ? with_alpha(colour, 0.55f) : colour, std::min(half, kBarRadius));
    draw_text(look, TextStyle::small, {min.x + look.space(7), min.y}, look->muted, name);
  }
}

void draw_teams(const Look& look, const app::Session& session, const app::views::Gantt& view, const app::views::Timeline& line, const Window& window,
                const Scale& scale, float height, app::Intents& intents) {
  const app::Language language = session.language();
  const app::ChartData data = app::views::teams_chart(session, view, window.first, window.days);
  const std::vector<float>&used = data.series[0].values, &limit = data.series[1].values;
  std::vector<ImU32> colours(used.size(), look->batches[0]);
  const int batches = static_cast<int>(line.batches.size());
  for (int b = 0; b < batches; ++b)
    for (int day = std::max(0, line.batches[static_cast<std::size_t>(b)].span.first - window.first); day < static_cast<int>(used.size()); ++day)
      colours[static_cast<std::size_t>(day)] = batch_colour(*look, b, batches);
  text(look, TextStyle::strong, look->ink, data.title);
  ColumnChart chart{.label = data.title.c_str(), .values = used, .colours = colours, .limit = limit, .explain = {},
                    .menu = {language, data.title, [&] { return data; }, &intents}};
  const model::Date start = session.scenario().calendar.start + window.first;
  chart.explain = [&, language, start](int day) {
    const auto at = static_cast<std::size_t>(day + window.first);
    return app::format_date(language, start + day) + "\n" + std::to_string(view.teams_at_work[at]) + " / " + std::to_string(view.teams_available[at]);
  };
  column_chart(look, chart, scale, height);
}

// The steps of the number of teams, each a field.
void draw_team_fields(const Look& look, const app::Session& session, BatchesPanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const std::vector<model::TeamStep>& steps = session.scenario().teams.steps;
  const std::string heading(app::tr(language, Key::work_teams));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string since = app::fill(app::tr(language, Key::from_date), {app::format_day(language, steps[i].first)});
    const float width = measure(look, TextStyle::body, since).x + look.space(24);
    if (i > 0) flow(look, width);
    ImGui::BeginGroup();
    ImGui::AlignTextToFramePadding();
    text(look, TextStyle::body, look->muted, since);
    ImGui::SameLine();
    const std::string label = "##" + heading + " " + since;
    const auto teams = number_field(look, panel.draft, label.c_str(), steps[i].teams, {0, 1000, 0.25, 0, ""}, look.space(18));
    if (teams) intents.edit(app::SetTeams{i, static_cast<int>(*teams + 0.5)});
    ImGui::EndGroup();
  }
  const std::string edit(app::tr(language, Key::edit_here));
  if (!steps.empty()) flow(look, chip_width(look, edit.c_str()));
  if (chip(look, edit.c_str(), ChipKind::neutral)) intents.add(app::EditRecord{{app::Part::teams, 1}});
}

}  // namespace

void draw_batches(const Look& look, const app::Session& session, BatchesPanel& panel, const app::views::Timeline& line, app::Intents& intents) {
  const Card card(look, "batches", {0, 0});
  if (session.plan() == nullptr) {
    empty_state(look, {.icon = Icon::gantt, .heading = app::tr(session.language(), Key::left_alone), .sentence = app::tr(session.language(), Key::no_campaign)});
    return;
  }
  const app::views::Gantt& view = panel.view.get(session, {}, [&] { return app::views::gantt(session); });
  draw_head(look, session, line);
  draw_planning(look, session, panel, intents);
  if (panel.weights) draw_weights(look, session, panel, intents);
  draw_key(look, session);
  ImGui::Dummy({1, look.space(1)});

  const int batches = static_cast<int>(line.batches.size());
  const Window window = window_of(session, line);
  DayMarks marks = day_marks(look, session, line);
  for (Mark& mark : marks.marks) mark.day -= static_cast<float>(window.first);
  for (Shade& shade : marks.shades) shade.first = std::max(0.0f, shade.first - static_cast<float>(window.first)), shade.last -= static_cast<float>(window.first);
  std::erase_if(marks.shades, [&](const Shade& shade) { return shade.last < 0 || shade.first >= static_cast<float>(window.days); });
  const std::string label(app::tr(session.language(), Key::view_batches));
  Gantt chart{.label = label.c_str(), .axis = time_axis(session), .rows = static_cast<int>(view.rows.size()), .row = {}, .explain = {},
              .marks = marks.marks, .shades = marks.shades};
  chart.axis.start = chart.axis.start + window.first;
  chart.axis.days = window.days;
  chart.names_width = ImGui::GetContentRegionAvail().x < look.space(130) ? 26 : 44;
  chart.row = [&](int row) { return row_of(look, session, view.rows[static_cast<std::size_t>(row)], batches, window); };
  chart.explain = [&](int row) { return explain(session, view.rows[static_cast<std::size_t>(row)]); };
  const float below = look.space(46);
  const std::vector<GanttStart> starts = starts_of(look, session, window);
  chart.starts = starts;
  const GanttEvents events = gantt(look, chart, panel.drag, panel.start_drag, {0, -below});
  if (events.start_moved)
    for (const model::Batch& batch : session.plan()->batches)
      if (batch.id.value == events.start_moved) intents.edit(app::SetBatchStart{session.plan_id(), batch.id, batch.earliest_start + events.moved_days});
  if (events.pressed) intents.select({events.pressed});
  if (events.moved) {
    const auto row = std::find_if(view.rows.begin(), view.rows.end(), [&](const auto& r) { return r.id.value == events.moved; });
    if (row != view.rows.end()) intents.edit(move_to_day(session, view, row->id, row->inspection.first + events.moved_days));
  }
  ImGui::Dummy({1, look.space(1)});
  const float fields = look.space(11), heading = look.size(TextStyle::strong) + look.space(2);
  draw_teams(look, session, view, line, window, events.scale, ImGui::GetContentRegionAvail().y - fields - heading, intents);
  draw_team_fields(look, session, panel, intents);
}

}  // namespace zhengshe::ui
