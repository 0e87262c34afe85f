#include "app/views/map.h"

#include <algorithm>
#include <cmath>

#include "app/views/cooperative_series.h"
#include "app/views/passages.h"
#include "sim/repair.h"

namespace zhengshe::app::views {
namespace {

void add_sites(MapGround& ground, const Session& session) {
  const model::Scenario& scenario = session.scenario();
  for (std::size_t i = 0; i < scenario.cooperatives.size(); ++i) {
    const int position = static_cast<int>(i);
    const model::Cooperative& cooperative = scenario.cooperatives[i];
    const bool is_treated = passage_of(session.result(), cooperative.id) != nullptr;
    const model::Workshop& management = cooperative.workshops.front();
    for (const model::Workshop& workshop : cooperative.workshops) {
      const bool is_management = &workshop == &management;
      ground.sites.push_back({position, workshop.id, workshop.x_km, workshop.y_km, workshop.members, is_management, is_treated});
      ground.everything.include(workshop.x_km, workshop.y_km);
      if (is_management) ground.city.include(workshop.x_km, workshop.y_km);
      else ground.links.push_back({position, workshop.x_km, workshop.y_km, management.x_km, management.y_km});
    }
  }
}

// Points that separated repair has opened by each day.
std::vector<int> points_by_day(const sim::RunResult& result) {
  std::vector<int> points(static_cast<std::size_t>(result.days), 0);
  for (const sim::Passage& passage : result.passages)
    for (const model::MeasureChoice& choice : passage.measures)
      if (choice.measure == model::Measure::separate_repair && passage.consolidation_day >= 0)
        points[static_cast<std::size_t>(passage.consolidation_day)] += choice.points;
  for (std::size_t day = 1; day < points.size(); ++day) points[day] += points[day - 1];
  return points;
}

void add_values(MapDay& view, const Session& session, model::Metric metric) {
  const int count = static_cast<int>(session.scenario().cooperatives.size());
  for (int i = 0; i < count; ++i) {
    view.values.push_back(value_on(session.result(), sim::Arm::planned, i, metric, session.day()));
    const double value = static_cast<double>(view.values.back());
    view.low = i == 0 ? value : std::min(view.low, value);
    view.high = i == 0 ? value : std::max(view.high, value);
  }
}

void add_points(MapPlaces& view, const Session& session, int opened) {
  const Language language = session.language();
  for (const model::RepairPoint& point : session.scenario().city.repair_points)
    view.points.push_back({point, std::string(tr(language, point.name)), {}, true, true});
  if (session.plan() == nullptr) return;
  for (const model::RepairPoint& site : session.plan()->sites)
    view.points.push_back({site, std::string(tr(language, site.name)), session.plan_id(), opened-- > 0, true});
  std::vector<sim::OpenPoint> open;
  for (const MapPoint& point : view.points)
    if (point.open) open.push_back({point.point.x_km, point.point.y_km, static_cast<double>(point.point.workers), 0});
  for (const model::RepairPoint& site : sim::greedy_sites(session.scenario().city, open, std::max(0, opened), model::RepairPoint().workers))
    view.points.push_back({site, std::string(tr(language, site.name)), {}, true, false});
}

void add_zones(MapPlaces& view, const Session& session) {
  constexpr double kPi = 3.14159265358979323846;
  const double across_km = 2 * std::sqrt(session.scenario().city.area_km2.value / kPi);
  for (const model::Zone& zone : session.scenario().city.zones) {
    double nearest = across_km;
    bool any = false;
    for (const MapPoint& point : view.points) {
      if (!point.open) continue;
      const double distance = std::hypot(point.point.x_km - zone.x_km, point.point.y_km - zone.y_km);
      nearest = any ? std::min(nearest, distance) : distance;
      any = true;
    }
    view.zones.push_back({zone.id, std::string(tr(session.language(), zone.name)), zone.x_km, zone.y_km, zone.residents, nearest});
  }
}

void set_areas(MapDay& view, const MapGround& ground, const MapPlaces& places) {
  view.everything = ground.everything, view.city = ground.city;
  for (Area* area : {&view.everything, &view.city}) {
    for (const MapZone& zone : places.zones) area->include(zone.x_km, zone.y_km);
    for (const MapPoint& point : places.points) area->include(point.point.x_km, point.point.y_km);
  }
}

}  // namespace

void Area::include(double x, double y) {
  min_x = is_empty ? x : std::min(min_x, x);
  max_x = is_empty ? x : std::max(max_x, x);
  min_y = is_empty ? y : std::min(min_y, y);
  max_y = is_empty ? y : std::max(max_y, y);
  is_empty = false;
}

MapGround map_ground(const Session& session) {
  MapGround ground;
  add_sites(ground, session);
  ground.points_opened = points_by_day(session.result());
  return ground;
}

MapPlaces map_places(const Session& session, int opened) {
  MapPlaces places;
  add_points(places, session, opened);
  add_zones(places, session);
  return places;
}

int points_opened(const Session& session, const MapGround& ground) {
  const std::size_t room = session.scenario().city.zones.size() + (session.plan() != nullptr ? session.plan()->sites.size() : 0);
  return std::min(ground.points_opened[static_cast<std::size_t>(session.day())], static_cast<int>(room));
}

MapDay map_day(const Session& session, const MapGround& ground, const MapPlaces& places, model::Metric coloured_by) {
  MapDay view;
  add_values(view, session, coloured_by);
  set_areas(view, ground, places);
  const Language language = session.language();
  view.metric = name_of(language, coloured_by);
  const sim::DailySeries& city = session.result().planned.city;
  view.access = fill(tr(language, Key::map_access), {format_number(city.at(model::Metric::resident_distance_km, session.day()), 2),
                                                     format_share(city.at(model::Metric::within_800_m, session.day()), 0)});
  return view;
}

}  // namespace zhengshe::app::views
