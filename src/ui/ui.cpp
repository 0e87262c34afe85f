#include "ui/ui.h"

#include <algorithm>

#include "app/tour.h"
#include "ui/controls.h"
#include "ui/panels.h"

namespace zhengshe::ui {
namespace {

// Where everything stands, in pixels.
struct Frame {
  bool narrow = false;         // a telephone: one column, views at the bottom
  bool rail_icons = false;     // the list of views without labels
  bool inspector_beside = false;
  float rail = 0, bottom_bar = 0, top_bar = 0, time_line = 0, inspector = 0;
};

Frame frame_of(const Look& look, ImVec2 screen) {
  Frame frame;
  frame.narrow = screen.x < kNarrow;
  frame.rail_icons = screen.x < look.space(290);
  frame.inspector_beside = screen.x >= look.space(240);
  frame.rail = frame.narrow ? 0 : look.space(frame.rail_icons ? 14 : 44);
  frame.bottom_bar = frame.narrow ? look.space(14) : 0;
  frame.top_bar = look.space(14);
  frame.time_line = look.space(frame.narrow ? 19 : 23);
  frame.inspector = frame.inspector_beside ? look.space(frame.rail_icons ? 70 : 77) : 0;
  return frame;
}

constexpr ImGuiWindowFlags kStill = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

// A part of the screen without a border, on the given ground. The keyboard goes from part to part as if they were one.
template <class Draw>
void region(const char* id, ImVec2 at, ImVec2 size, ImU32 ground, ImGuiWindowFlags flags, ImVec2 padding, Draw draw) {
  if (size.x <= 0 || size.y <= 0) return;
  ImGui::SetCursorScreenPos(at);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ground);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  const bool visible = ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding, flags);
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  if (visible) {
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ImGui::GetStyleColorVec4(ImGuiCol_PopupBg));  // cards stand on the panel's colour
    draw();
    ImGui::PopStyleColor();
  }
  ImGui::EndChild();
}

void draw_view(const app::Session& session, UiState& state, const app::views::Timeline& line, app::Intents& intents) {
  const Look& look = state.look;
  switch (session.view()) {
    case app::View::cooperatives: return draw_cooperatives(look, session, state.cooperatives, intents);
    case app::View::batches: return draw_batches(look, session, state.batches, line, intents);
    case app::View::results: return draw_results(look, session, state.results, line, intents);
    case app::View::map: return draw_map(look, session, state.map, intents);
    case app::View::inspection: return draw_inspection(look, session, state.inspection, intents);
    case app::View::measures: return draw_measures(look, session, state.measures, intents);
    case app::View::compare: return draw_compare(look, session, state.compare, intents);
    case app::View::evidence: return draw_evidence(look, session, state.evidence, intents);
    case app::View::report: return draw_report(look, session, state.report, intents);
    case app::View::overview: return draw_overview(look, session, state.overview, line, intents);
  }
}

// The inspector stands beside the view, or over it on a small screen while something is selected.
void draw_middle(const app::Session& session, UiState& state, const app::views::Timeline& line, const Frame& frame, ImVec2 min, ImVec2 max, app::Intents& intents) {
  const Look& look = state.look;
  const float gap = look.space(frame.narrow ? 3 : 5);
  const bool over = !frame.inspector_beside && session.selected();
  const float view_width = max.x - min.x - frame.inspector - (frame.inspector_beside ? gap : 0);
  const float height = max.y - min.y;
  if (!over || !frame.narrow)
    region("view", min, {view_width, height}, look->ground, 0, {gap, gap}, [&] { draw_view(session, state, line, intents); });
  if (!frame.inspector_beside && !over) return;
  const float width = over ? std::min(max.x - min.x, look.space(84)) : frame.inspector;
  region("inspector", {max.x - width - (over ? 0 : gap), min.y}, {width, height}, look->ground, kStill, {over ? gap : 0, gap},
         [&] { draw_inspector(look, session, state.inspector, intents); });
}

// Somebody stands in the inspector of a document that was just opened, so that one sees what it is for.
void introduce(const app::Session& session, UiState& state, app::Intents& intents) {
  if (state.introduced == session.document()) return;
  state.introduced = session.document();
  if (const model::CooperativeId first = app::views::first_subject(session); first && !session.selected()) intents.select(first);
}

// Where what a step of the tour is about stands; nowhere on a screen too small for it.
std::pair<ImVec2, ImVec2> landmark(const Look& look, const Frame& frame, ImVec2 screen, app::Landmark at) {
  const float bottom = screen.y - frame.bottom_bar, middle_bottom = bottom - frame.time_line;
  const float edge = screen.x - frame.inspector - (frame.inspector_beside ? look.space(5) : 0);
  switch (at) {
    case app::Landmark::views: return frame.narrow ? std::pair(ImVec2{0, bottom}, screen) : std::pair(ImVec2{0, 0}, ImVec2{frame.rail, screen.y});
    case app::Landmark::time_line: return {{frame.rail, middle_bottom}, {screen.x, bottom}};
    case app::Landmark::inspector: return {{frame.inspector_beside ? edge : screen.x, frame.top_bar}, {screen.x, middle_bottom}};
    case app::Landmark::view: return {{frame.rail, frame.top_bar}, {edge, middle_bottom}};
  }
  return {};
}

void draw_frame(const app::Session& session, UiState& state, const app::views::Timeline& line, app::Intents& intents) {
  const Look& look = state.look;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const Frame frame = frame_of(look, screen);
  const float bottom = screen.y - frame.bottom_bar, middle_bottom = bottom - frame.time_line;
  region("views", {0, 0}, {frame.rail, screen.y}, look->rail, kStill, {0, 0}, [&] { draw_rail(look, session, frame.rail_icons, state.palette, intents); });
  region("top bar", {frame.rail, 0}, {screen.x - frame.rail, frame.top_bar}, look->ground, kStill, {0, 0},
         [&] { draw_top_bar(look, session, frame.narrow, state.palette, intents); });
  if (frame.inspector_beside) introduce(session, state, intents);
  draw_middle(session, state, line, frame, {frame.rail, frame.top_bar}, {screen.x, middle_bottom}, intents);
  region("time line", {frame.rail, middle_bottom}, {screen.x - frame.rail, frame.time_line}, look->panel, kStill, {0, 0},
         [&] { draw_time_line(look, session, line, frame.narrow, intents); });
  region("view bar", {0, bottom}, {screen.x, frame.bottom_bar}, look->rail, kStill, {0, 0}, [&] { draw_bottom_bar(look, session, intents); });

  draw_palette(look, session, state.palette, intents);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({frame.rail, frame.top_bar}, {screen.x, frame.top_bar}, look->line, kHairline);
  list.AddLine({frame.rail, middle_bottom}, {screen.x, middle_bottom}, look->line, kHairline);
}

}  // namespace

void draw(const app::Session& session, UiState& state, app::Intents& intents) {
  state.look.palette = session.is_dark() ? &kDark : &kLight;
  apply(state.look);
  take_shortcuts(session, state.is_list_open, intents);
  ImGui::PushFont(state.look.regular, kBaseText);
  const app::views::Timeline& campaign = state.campaign.get(session, {}, [&] { return app::views::timeline(session); });
  const app::views::Timeline& line = state.timeline.get(session, {}, [&] { return app::views::on_day(campaign, session); });

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0.0f);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoBringToFrontOnFocus | kStill;
  const bool visible = ImGui::Begin("Zhengshe", nullptr, kFlags);
  ImGui::PopStyleVar(3);
  if (visible) draw_frame(session, state, line, intents);
  ImGui::End();
  if (session.tour()) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const auto [min, max] = landmark(state.look, frame_of(state.look, screen), screen, app::kTour[static_cast<std::size_t>(*session.tour())].at);
    draw_tour(state.look, session, min, max, intents);
  }
  draw_messages(state.look, session, state.editor, intents);
  state.is_list_open = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
  ImGui::PopFont();
}

}  // namespace zhengshe::ui
