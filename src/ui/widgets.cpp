#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace zhengshe::ui {

Card::Card(const Look& look, const char* id, ImVec2 size, std::string_view heading, Scroll scroll) {
  ImGuiWindowFlags flags = ImGuiWindowFlags_None;
  if (scroll == Scroll::no) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::BeginChild(id, size, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding, flags);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(look.space(2), look.space(2)));  // whatever stands between cards
  if (!heading.empty()) text(look, TextStyle::heading, look->ink, heading);
}

Card::~Card() {
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

void right_note(const Look& look, TextStyle style, ImU32 colour, std::string_view words) {
  const float edge = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  const float start = edge - measure(look, style, words).x;
  if (start < ImGui::GetItemRectMax().x + look.space(2)) return text(look, style, colour, words);
  const float y = (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y - look.size(style)) / 2;
  draw_text(look, style, {edge, y}, colour, words, Align::right);
}

void rule(const Look& look) {
  ImGui::Dummy({1, look.space(1)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine(at, {at.x + ImGui::GetContentRegionAvail().x, at.y}, look->line, kHairline);
  ImGui::Dummy({1, look.space(2)});
}

ImU32 tone_colour(const Look& look, Tone tone) {
  switch (tone) {
    case Tone::better: return look->plan;
    case Tone::worse: return look->warning;
    case Tone::neutral: return look->muted;
  }
  return look->muted;
}

float tile_height(const Look& look) { return look.space(27); }

namespace {

// The line under the figure: the change in its tone, the interval after it where it fits.
void draw_change(const Look& look, const Tile& tile, ImVec2 at, float right) {
  draw_text(look, TextStyle::strong, at, tone_colour(look, tile.tone), tile.change);
  const float x = at.x + measure(look, TextStyle::strong, tile.change).x + look.space(2);
  const float drop = (look.size(TextStyle::strong) - look.size(TextStyle::small)) * 0.8f;
  if (x + measure(look, TextStyle::small, tile.interval).x <= right) draw_text(look, TextStyle::small, {x, at.y + drop}, look->muted, tile.interval);
}

}  // namespace

bool tile(const Look& look, const char* id, const Tile& tile, ImVec2 size) {
  const std::string label = std::string(tile.label) + "##" + id;
  const Press press = press_area(label.c_str(), size);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(press.min, press.max, press.hovered ? look->raised : look->panel, kCardRadius);
  list.AddRect(press.min, press.max, look->line, kCardRadius, 0, kHairline);

  const float left = press.min.x + look.space(3.5f), right = press.max.x - look.space(3.5f);
  float y = press.min.y + look.space(3);
  draw_fitted(look, TextStyle::body, {left, y}, right - left, look->muted, tile.label);
  y += look.space(5);
  draw_text(look, TextStyle::headline, {left, y}, look->ink, tile.figure);
  const float figure_width = measure(look, TextStyle::headline, tile.figure).x;
  const float baseline_drop = (look.size(TextStyle::headline) - look.size(TextStyle::small)) * 0.8f;
  draw_text(look, TextStyle::small, {left + figure_width + look.space(1.5f), y + baseline_drop}, look->muted, tile.unit);
  y += look.space(8);
  draw_change(look, tile, {left, y}, right);
  draw_spark(list, {left, y + look.space(5)}, {right, press.max.y - look.space(2.5f)}, tile.spark, look->plan);
  tooltip(look, tile.label, tile.explanation);
  return press.clicked;
}

void draw_bar(ImDrawList& list, ImVec2 min, ImVec2 max, float fraction, ImU32 filled, ImU32 track) {
  const float rounding = std::min(4.0f, (max.y - min.y) / 2);
  const float end = min.x + (max.x - min.x) * std::clamp(fraction, 0.0f, 1.0f);
  if (track) list.AddRectFilled(min, max, track, rounding);
  if (end > min.x) list.AddRectFilled(min, {std::max(end, min.x + 2 * rounding), max.y}, filled, rounding);
}

void draw_spark(ImDrawList& list, ImVec2 min, ImVec2 max, std::span<const float> values, ImU32 colour) {
  if (values.size() < 2 || max.x <= min.x) return;
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  const float range = std::max(*high - *low, 1e-9f);
  const float step = (max.x - min.x) / static_cast<float>(values.size() - 1);
  for (std::size_t i = 0; i < values.size(); ++i)
    list.PathLineTo({min.x + step * static_cast<float>(i), max.y - (max.y - min.y) * (values[i] - *low) / range});
  list.PathStroke(colour, 0, 1.5f);
}

namespace {

// "Monthly wage · 34.2": what is read aloud of a thing with its figure.
std::string with_figure(std::string_view label, std::string_view figure) {
  return figure.empty() ? std::string(label) : std::string(label) + " · " + std::string(figure);
}

}  // namespace

bool bar_line(const Look& look, int id, const BarLine& line) {
  const float width = ImGui::GetContentRegionAvail().x, height = look.space(6.5f);
  ImGui::PushID(id);
  const Press press = press_area((with_figure(line.label, line.figure) + "###line").c_str(), {width, height});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float outset = look.space(1.5f);
  if (press.hovered) list.AddRectFilled({press.min.x - outset, press.min.y}, {press.max.x + outset, press.max.y}, look->raised, look.space(1));

  const float middle = (press.min.y + press.max.y) / 2, text_top = middle - look.size(TextStyle::body) / 2;
  const float bar_left = press.min.x + width * line.label_share, bar_right = press.max.x - look.space(line.figure_width);
  const bool shortened = draw_fitted(look, TextStyle::body, {press.min.x, text_top}, bar_left - press.min.x - look.space(2), look->ink, line.label);
  const float half = look.space(line.track ? 1 : 1.25f);
  draw_bar(list, {bar_left, middle - half}, {bar_right, middle + half}, line.fraction, line.colour, line.track ? look->line : 0);
  draw_text(look, TextStyle::body, {press.max.x, text_top}, look->ink, line.figure, Align::right);
  if (shortened) tooltip(look, line.label);
  return press.clicked;
}

void ring(const Look& look, const Ring& ring, float diameter) {
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  readable((with_figure(ring.figure, ring.caption) + "###ring").c_str(), {width, diameter});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 centre{at.x + width / 2, at.y + diameter / 2};
  const float thickness = diameter * 0.095f, radius = (diameter - thickness) / 2;
  constexpr float kTurn = 6.2831853f, kTop = -kTurn / 4;
  list.AddCircle(centre, radius, look->line, 96, thickness);
  if (ring.fraction > 0) {
    list.PathArcTo(centre, radius, kTop, kTop + kTurn * std::min(ring.fraction, 1.0f), 96);
    list.PathStroke(look->plan, 0, thickness);
  }
  const float figure_top = centre.y - look.size(TextStyle::headline) * 0.75f;
  draw_text(look, TextStyle::headline, {centre.x, figure_top}, look->ink, ring.figure, Align::centre);
  const float room = 2 * radius - thickness - look.space(3);
  draw_fitted(look, TextStyle::small, {centre.x, figure_top + look.size(TextStyle::headline) + look.space(1)}, room, look->muted, ring.caption,
              Align::centre);
}

bool empty_state(const Look& look, const Empty& empty) {
  const ImVec2 room = ImGui::GetContentRegionAvail(), at = ImGui::GetCursorScreenPos();
  const float centre = at.x + room.x / 2;
  float y = at.y + std::max(look.space(6), room.y / 2 - look.space(16));
  draw_icon(*ImGui::GetWindowDrawList(), empty.icon, {centre, y}, look.space(9), look->left_alone);
  y += look.space(8);
  draw_fitted(look, TextStyle::heading, {centre, y}, room.x, look->ink, empty.heading, Align::centre);
  y += look.space(6);
  const float words = std::min(room.x, look.space(100));
  const float sentence = std::min(words, measure(look, TextStyle::body, empty.sentence).x);
  ImGui::SetCursorScreenPos({centre - sentence / 2, y});
  paragraph(look, TextStyle::body, look->muted, empty.sentence, words);
  if (!*empty.action) return false;
  const float action = measure(look, TextStyle::strong, empty.action).x + look.space(8);
  ImGui::SetCursorScreenPos({centre - action / 2, ImGui::GetCursorScreenPos().y + look.space(3)});
  return button(look, empty.action, ButtonKind::primary);
}

namespace {

struct ToastPlace {
  ImVec2 at;
  float width = 0, height = 0;
};

float action_width(const Look& look, const Toast& toast) { return *toast.action ? chip_width(look, toast.action) + look.space(2) : 0; }

// What is inside the dark strip: sign, words, action, cross.
ToastEvent draw_toast_content(const Look& look, const Toast& toast, const ToastPlace& place, const char* dismiss) {
  ToastEvent event = ToastEvent::none;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float middle = place.at.y + place.height / 2, close_left = place.at.x + place.width - look.space(10);
  if (toast.warning) draw_icon(list, Icon::warning, {place.at.x + look.space(6), middle}, look.space(4), look->panel);
  const float words_left = place.at.x + look.space(toast.warning ? 10 : 4), room = close_left - action_width(look, toast) - words_left;
  draw_fitted(look, TextStyle::body, {words_left, middle - look.size(TextStyle::body) / 2}, room, look->panel, toast.words);
  if (*toast.action) {
    ImGui::SetCursorScreenPos({close_left - action_width(look, toast), middle - look.space(3.25f)});
    if (chip(look, toast.action)) event = ToastEvent::action;
  }
  ImGui::SetCursorScreenPos({close_left, middle - look.space(4)});
  if (press_area(dismiss, {look.space(8), look.space(8)}).clicked) event = ToastEvent::dismissed;
  draw_icon(list, Icon::close, {close_left + look.space(4), middle}, look.space(3), look->panel);
  return event;
}

ToastEvent draw_toast(const Look& look, int number, const Toast& toast, const ToastPlace& place, const char* dismiss) {
  constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_NoFocusOnAppearing;
  ImGui::SetNextWindowPos(place.at);
  ImGui::SetNextWindowSize({place.width, place.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kCardRadius);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, look->ink);
  const std::string label = std::string(toast.words) + "##toast" + std::to_string(number);  // other words, another window: Dear ImGui would go on telling the first ones
  const ToastEvent event = ImGui::Begin(label.c_str(), nullptr, kFlags) ? draw_toast_content(look, toast, place, dismiss) : ToastEvent::none;
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  return event;
}

}  // namespace

ToastResult toasts(const Look& look, std::span<const Toast> shown, float bottom, const char* dismiss) {
  ToastResult result;
  const float screen = ImGui::GetIO().DisplaySize.x, height = look.space(11);
  for (int i = static_cast<int>(shown.size()) - 1; i >= 0; --i) {
    const Toast& toast = shown[static_cast<std::size_t>(i)];
    const float wanted = measure(look, TextStyle::body, toast.words).x + action_width(look, toast) + look.space(22);
    const float width = std::min(wanted, screen - look.space(8));
    bottom -= height + look.space(2);
    const ToastEvent event = draw_toast(look, i, toast, {{(screen - width) / 2, bottom}, width, height}, dismiss);
    if (event != ToastEvent::none) result = {i, event};
  }
  return result;
}

}  // namespace zhengshe::ui
