// Where: the city's workshops, residents and repair points, moved about, enlarged, and coloured by a metric.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::MapDay;
using app::views::MapGround;
using app::views::MapPlaces;
using app::views::MapPoint;
using app::views::MapSite;

constexpr std::array kMetrics{model::Metric::good_output_per_member, model::Metric::monthly_wage, model::Metric::rework_rate, model::Metric::seconds_rate};

// Pixels per kilometre.
constexpr float kLeastScale = 2, kMostScale = 4000, kPlainScale = 50;

// As many in sight have a circle each, and lines to their managements; more are dots, of which one stands for all
// that fall on the same pixels.
constexpr std::size_t kMostCircles = 1200, kMostLines = 2400;
constexpr float kDot = 3;  // pixels

// Kilometres to pixels; north is up.
struct Projection {
  ImVec2 centre;     // of the canvas, in pixels
  double x_km, y_km; // what stands there
  float scale;       // pixels per kilometre

  ImVec2 pixel(double x, double y) const {
    return {centre.x + static_cast<float>(x - x_km) * scale, centre.y - static_cast<float>(y - y_km) * scale};
  }
  double x_at(float pixel) const { return x_km + static_cast<double>((pixel - centre.x) / scale); }
  double y_at(float pixel) const { return y_km - static_cast<double>((pixel - centre.y) / scale); }
};

// What is to be seen fills the canvas; what one has chosen oneself stays as it is.
Projection projection(const Look& look, const MapDay& view, const MapPanel& panel, ImVec2 min, ImVec2 max) {
  const ImVec2 centre{(min.x + max.x) / 2, (min.y + max.y) / 2};
  if (panel.sight == MapPanel::Sight::own) return {centre, panel.x_km, panel.y_km, panel.scale};
  const app::views::Area& area = panel.sight == MapPanel::Sight::city ? view.city : view.everything;
  const float room = look.space(8);
  const auto width = static_cast<float>(std::max(0.1, area.max_x - area.min_x)), height = static_cast<float>(std::max(0.1, area.max_y - area.min_y));
  const float scale = std::min((max.x - min.x - 2 * room) / width, (max.y - min.y - 2 * room) / height);
  return {centre, (area.min_x + area.max_x) / 2, (area.min_y + area.max_y) / 2, std::max(1.0f, scale)};
}

// The wheel enlarges around the pointer; dragging the ground moves it.
void move_ground(MapPanel& panel, Projection& where, const Press& press) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool turned = press.hovered && io.MouseWheel != 0, dragged = press.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left);
  if (turned) {
    const double x = where.x_at(io.MousePos.x), y = where.y_at(io.MousePos.y);
    const float scale = std::clamp(where.scale * std::exp2(io.MouseWheel * 0.25f), kLeastScale, kMostScale), grown = scale / where.scale;
    where.x_km += (x - where.x_km) * (1 - 1 / static_cast<double>(grown));
    where.y_km += (y - where.y_km) * (1 - 1 / static_cast<double>(grown));
    where.scale = scale;
  }
  if (dragged) {
    where.x_km -= static_cast<double>(io.MouseDelta.x / where.scale);
    where.y_km += static_cast<double>(io.MouseDelta.y / where.scale);
  }
  if (!turned && !dragged) return;
  panel.sight = MapPanel::Sight::own;
  panel.x_km = where.x_km, panel.y_km = where.y_km, panel.scale = where.scale;
}

ImU32 value_colour(const Look& look, const MapDay& view, double value) {
  const double share = view.high > view.low ? (value - view.low) / (view.high - view.low) : 0.5;
  return mix(mix(look->plan, look->panel, 0.78f), look->plan, static_cast<float>(share));
}

// Members are the area; larger where one looks closer, but less than the ground.
float site_radius(const Look& look, const MapSite& site, float scale) {
  return look.space(0.14f) * std::sqrt(static_cast<float>(std::max(1, site.members)) * std::clamp(scale / kPlainScale, 1.0f, 4.0f)) + 1;
}

bool inside(ImVec2 at, ImVec2 min, ImVec2 max, float margin) {
  return at.x > min.x - margin && at.x < max.x + margin && at.y > min.y - margin && at.y < max.y + margin;
}

void draw_zones(const Look& look, ImDrawList& list, const MapPlaces& places, const Projection& where, ImVec2 min, ImVec2 max) {
  for (const app::views::MapZone& zone : places.zones) {
    const ImVec2 at = where.pixel(zone.x_km, zone.y_km);
    const float radius = 0.18f * where.scale * static_cast<float>(std::sqrt(std::max(1.0, zone.residents) / 1000));
    if (!inside(at, min, max, radius)) continue;
    const bool far = zone.distance_km > 0.8;
    list.AddCircleFilled(at, std::max(3.0f, radius), with_alpha(far ? look->warning : look->left_alone, far ? 0.16f : 0.10f));
  }
}

struct SeenSite {
  const MapSite* site = nullptr;
  ImVec2 at;
};

std::vector<SeenSite> sites_in_sight(const Look& look, const MapGround& ground, const Projection& where, ImVec2 min, ImVec2 max) {
  std::vector<SeenSite> seen;
  for (const MapSite& site : ground.sites)
    if (const ImVec2 at = where.pixel(site.x_km, site.y_km); inside(at, min, max, look.space(4))) seen.push_back({&site, at});
  return seen;
}

void draw_links(const Look& look, ImDrawList& list, const MapGround& ground, const Projection& where, int selected, ImVec2 min, ImVec2 max) {
  struct Line {
    ImVec2 from, to;
  };
  std::vector<Line> others;
  for (const app::views::MapLink& link : ground.links) {
    const ImVec2 from = where.pixel(link.x0_km, link.y0_km), to = where.pixel(link.x1_km, link.y1_km);
    if (std::max(from.x, to.x) < min.x || std::min(from.x, to.x) > max.x || std::max(from.y, to.y) < min.y || std::min(from.y, to.y) > max.y) continue;
    if (link.position == selected) list.AddLine(from, to, look->accent, 1.5f);
    else if (others.size() <= kMostLines) others.push_back({from, to});
  }
  if (others.size() > kMostLines) return;
  for (const Line& line : others) list.AddLine(line.from, line.to, with_alpha(look->ink, 0.18f), kHairline);
}

// Which dots of the canvas are drawn already.
class DotsTaken {
 public:
  DotsTaken(ImVec2 min, ImVec2 max, float margin)
      : x_(min.x - margin), y_(min.y - margin), across_(static_cast<std::size_t>((max.x - min.x + 2 * margin) / kDot) + 1),
        taken_(across_ * (static_cast<std::size_t>((max.y - min.y + 2 * margin) / kDot) + 1), false) {}

  // True the first time for the dot at a place. Precondition: within the margin around the canvas.
  bool take(ImVec2 at) {
    const std::size_t dot = static_cast<std::size_t>((at.y - y_) / kDot) * across_ + static_cast<std::size_t>((at.x - x_) / kDot);
    if (taken_[dot]) return false;
    return taken_[dot] = true;
  }

 private:
  float x_, y_;
  std::size_t across_;
  std::vector<bool> taken_;
};

// The site under the pointer, or null.
const MapSite* draw_sites(const Look& look, ImDrawList& list, const MapGround& ground, const MapDay& view, const Projection& where, int selected, ImVec2 min, ImVec2 max) {
  draw_links(look, list, ground, where, selected, min, max);
  const std::vector<SeenSite> seen = sites_in_sight(look, ground, where, min, max);
  DotsTaken dots(min, max, look.space(4));
  const MapSite* nearest = nullptr;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  float least = look.space(3) * look.space(3);
  for (const auto& [site, at] : seen) {
    const auto colour = [&, position = site->position] { return value_colour(look, view, static_cast<double>(view.values[static_cast<std::size_t>(position)])); };
    const float radius = site_radius(look, *site, where.scale);
    if (seen.size() <= kMostCircles) {
      list.AddCircleFilled(at, radius, colour(), 16);
      list.AddCircle(at, radius, site->is_treated ? look->ink : look->left_alone, 16, kHairline);
    } else if (dots.take(at)) {
      list.AddRectFilled({at.x - kDot / 2, at.y - kDot / 2}, {at.x + kDot / 2, at.y + kDot / 2}, colour());
    }
    if (site->position == selected) list.AddCircle(at, radius + look.space(1), look->accent, 24, kSeriesWidth);
    const float distance = (at.x - mouse.x) * (at.x - mouse.x) + (at.y - mouse.y) * (at.y - mouse.y);
    if (distance < least) least = distance, nearest = site;
  }
  return nearest;
}

void draw_diamond(ImDrawList& list, ImVec2 at, float size, ImU32 colour, bool filled) {
  const ImVec2 corners[] = {{at.x, at.y - size}, {at.x + size, at.y}, {at.x, at.y + size}, {at.x - size, at.y}};
  if (filled) list.AddConvexPolyFilled(corners, 4, colour);
  else list.AddPolyline(corners, 4, colour, ImDrawFlags_Closed, 1.5f);
}

// Moves `at` with the pointer while the item is dragged; true once it is let go.
bool drag_item(MapPanel& panel, const Press& press, ImGuiID id, ImVec2& at) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (press.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) {
    panel.dragged = id, at = mouse;
    return false;
  }
  return std::exchange(panel.dragged, panel.dragged == id ? 0u : panel.dragged) == id;
}

// Residents stand around a cross, which is dragged.
void draw_zone_centres(const Look& look, const app::Session& session, ImDrawList& list, const MapPlaces& places, const Projection& where, MapPanel& panel, app::Intents& intents) {
  const float size = look.space(1.2f);
  for (const app::views::MapZone& zone : places.zones) {
    ImVec2 at = where.pixel(zone.x_km, zone.y_km);
    ImGui::PushID(static_cast<int>(zone.id.value));
    ImGui::SetCursorScreenPos({at.x - size, at.y - size});
    const std::string_view residents = app::tr(session.language(), zone.name.empty() ? Key::part_residents : Key::residents_of);
    const std::string name = app::fill(residents, {zone.name});
    const Press press = press_area(name.c_str(), {2 * size, 2 * size});
    const ImGuiID id = ImGui::GetItemID();
    ImGui::PopID();
    tooltip(look, name, app::tr(session.language(), Key::drag_to_move));
    const std::vector<model::Zone>& zones = session.scenario().city.zones;
    const auto edited = std::find_if(zones.begin(), zones.end(), [&](const model::Zone& one) { return one.id == zone.id; });
    if (drag_item(panel, press, id, at) && edited != zones.end()) {
      model::Zone moved = *edited;
      moved.x_km = where.x_at(ImGui::GetIO().MousePos.x), moved.y_km = where.y_at(ImGui::GetIO().MousePos.y);
      intents.edit(app::PutZone{std::move(moved)});
    }
    const ImU32 colour = press.hovered ? look->accent : with_alpha(look->ink, 0.35f);
    list.AddLine({at.x - size / 2, at.y}, {at.x + size / 2, at.y}, colour, kHairline);
    list.AddLine({at.x, at.y - size / 2}, {at.x, at.y + size / 2}, colour, kHairline);
  }
}

// Repair points are items of their own: they are dragged, and come out as one edit when let go.
void draw_points(const Look& look, const app::Session& session, ImDrawList& list, const MapPlaces& places, const Projection& where, MapPanel& panel, app::Intents& intents) {
  const float size = look.space(1.6f);
  int number = 0;
  for (const MapPoint& point : places.points) {
    ImVec2 at = where.pixel(point.point.x_km, point.point.y_km);
    ImGui::PushID(number++);
    ImGui::SetCursorScreenPos({at.x - 1.5f * size, at.y - 1.5f * size});
    const std::string name = point.name.empty() ? std::string(app::tr(session.language(), Key::repair_point)) : point.name;
    const Press press = press_area(name.c_str(), {3 * size, 3 * size});
    const ImGuiID id = ImGui::GetItemID();
    tooltip(look, name, app::tr(session.language(), point.can_be_moved ? Key::drag_to_move : Key::placed_by_need));
    ImGui::PopID();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (point.can_be_moved && drag_item(panel, press, id, at)) {
      model::RepairPoint moved = point.point;
      moved.x_km = where.x_at(mouse.x), moved.y_km = where.y_at(mouse.y);
      intents.edit(app::PutRepairPoint{point.plan, std::move(moved)});
    }
    draw_diamond(list, at, size, look->accent, point.open);
    if (press.hovered) draw_diamond(list, at, size * 1.6f, look->accent, false);
  }
}

void draw_scale_bar(const Look& look, ImDrawList& list, const app::Session& session, const Projection& where, ImVec2 min, ImVec2 max) {
  double length = 1;
  while (length * where.scale > 200) length /= 2;
  while (length * where.scale < 50) length *= 2;
  const float y = max.y - look.space(3), x = min.x + look.space(3), end = x + static_cast<float>(length) * where.scale;
  list.AddLine({x, y}, {end, y}, look->ink, 1.5f);
  for (const float tick : {x, end}) list.AddLine({tick, y - 3}, {tick, y + 3}, look->ink, 1.5f);
  draw_text(look, TextStyle::small, {x, y - look.space(5)}, look->muted,
            app::fill(app::tr(session.language(), Key::length_km), {app::format_plain(length)}));
}

// What the signs mean: colours of the metric, the diamond, the grounds of residents.
void draw_key(const Look& look, const app::Session& session, const MapDay& view, model::Metric metric) {
  const app::Language language = session.language();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = look.size(TextStyle::small), bar = look.space(24);
  const std::string low = app::format_metric(language, metric, view.low), high = app::format_metric(language, metric, view.high);
  float x = at.x;
  const auto word = [&](std::string_view words) {
    draw_text(look, TextStyle::small, {x, at.y}, look->muted, words);
    x += measure(look, TextStyle::small, words).x + look.space(2);
  };
  word(low);
  const ImU32 pale = value_colour(look, view, view.low), full = value_colour(look, view, view.high);
  list.AddRectFilledMultiColor({x, at.y + height * 0.3f}, {x + bar, at.y + height * 0.8f}, pale, full, full, pale);
  x += bar + look.space(2);
  word(high);
  x += look.space(3);
  draw_diamond(list, {x + look.space(1), at.y + height / 2}, look.space(1.2f), look->accent, true);
  x += look.space(4);
  word(app::tr(language, Key::repair_point));
  x += look.space(3);
  list.AddCircleFilled({x + look.space(1), at.y + height / 2}, look.space(1.5f), with_alpha(look->warning, 0.3f));
  x += look.space(4);
  word(app::tr(language, Key::far_from_point));
  ImGui::Dummy({1, height});
}

// How much of the plane is to be seen, on the right end.
void draw_sights(const Look& look, const app::Session& session, MapPanel& panel) {
  const std::string_view names[] = {app::tr(session.language(), Key::sight_city), app::tr(session.language(), Key::sight_everything)};
  const float width = pill_switch_width(look, names);
  flow(look, width);
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, ImGui::GetContentRegionAvail().x - width));
  const int chosen = panel.sight == MapPanel::Sight::own ? -1 : static_cast<int>(panel.sight);
  if (const int next = pill_switch(look, "sight", names, chosen); next >= 0) panel.sight = static_cast<MapPanel::Sight>(next);
}

}  // namespace

void draw_map(const Look& look, const app::Session& session, MapPanel& panel, app::Intents& intents) {
  const Card card(look, "map", {0, 0});
  const app::Language language = session.language();
  for (const model::Metric metric : kMetrics) {
    const std::string name(app::name_of(language, metric));
    if (metric != kMetrics.front()) flow(look, chip_width(look, name.c_str()));
    if (chip(look, name.c_str(), metric == panel.metric ? ChipKind::measure : ChipKind::neutral)) panel.metric = metric;
  }
  const std::string edit(app::tr(language, Key::edit_here));
  flow(look, chip_width(look, edit.c_str()));
  if (chip(look, edit.c_str(), ChipKind::neutral)) intents.add(app::EditRecord{{app::Part::points, 0}});
  draw_sights(look, session, panel);
  const MapGround& ground = panel.ground.get(session, {}, [&] { return app::views::map_ground(session); });
  const MapPlaces& places = panel.places.get(session, {app::views::points_opened(session, ground)},
                                             [&] { return app::views::map_places(session, app::views::points_opened(session, ground)); });
  const MapDay& view = panel.view.get(session, {panel.metric}, [&] { return app::views::map_day(session, ground, places, panel.metric); });
  draw_key(look, session, view, panel.metric);
  if (!places.points.empty() || !places.zones.empty()) paragraph(look, TextStyle::small, look->muted, view.access);

  const ImVec2 size = ImGui::GetContentRegionAvail();
  ImGui::SetNextItemAllowOverlap();
  const Press press = press_area((std::string(app::tr(language, Key::view_map)) + "##canvas").c_str(), {size.x, std::max(look.space(20), size.y)});
  Projection where = projection(look, view, panel, press.min, press.max);
  move_ground(panel, where, press);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(press.min, press.max, true);
  list.AddRectFilled(press.min, press.max, look->ground, look.space(1.5f));
  draw_zones(look, list, places, where, press.min, press.max);
  const MapSite* nearest = draw_sites(look, list, ground, view, where, model::index_of(session.scenario(), session.selected()), press.min, press.max);
  draw_zone_centres(look, session, list, places, where, panel, intents);
  draw_points(look, session, list, places, where, panel, intents);
  draw_scale_bar(look, list, session, where, press.min, press.max);
  list.PopClipRect();
  if (!press.hovered || nearest == nullptr) return;
  const auto at = static_cast<std::size_t>(nearest->position);
  const model::Cooperative& cooperative = session.scenario().cooperatives[at];
  ImGui::SetTooltip("%s\n%s %s", std::string(app::tr(language, cooperative.name)).c_str(), view.metric.c_str(),
                    app::format_metric(language, panel.metric, static_cast<double>(view.values[at])).c_str());
  const ImVec2 dragged = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 4);
  if (press.clicked && dragged.x == 0 && dragged.y == 0) intents.select(cooperative.id);
}

}  // namespace zhengshe::ui
