#include "app/views/map.h"

#include <algorithm>
#include <cmath>

#include "app/views/passages.h"
#include "sim/repair.h"

namespace zhengshe::app::views {
namespace {

void add_sites(Map& view, const Session& session, model::Metric metric) {
  const sim::RunResult& result = session.result();
  for (std::size_t i = 0; i < session.scenario().cooperatives.size(); ++i) {
    const model::Cooperative& cooperative = session.scenario().cooperatives[i];
    const std::string name(tr(session.language(), cooperative.name));
    const model::Stage stage = stage_on(result, cooperative.id, session.day());
    const auto& traces = result.planned.cooperatives;
    const double value = i < traces.size() ? static_cast<double>(traces[i].at(metric, session.day())) : 0;
    const model::Workshop& management = cooperative.workshops.front();
    for (const model::Workshop& workshop : cooperative.workshops) {
      const bool is_management = &workshop == &management;
      view.sites.push_back({cooperative.id, workshop.id, name, workshop.x_km, workshop.y_km, workshop.members, is_management, stage, value});
      if (!is_management) view.links.push_back({cooperative.id, workshop.x_km, workshop.y_km, management.x_km, management.y_km});
    }
    view.low = i == 0 ? value : std::min(view.low, value);
    view.high = i == 0 ? value : std::max(view.high, value);
  }
}

// Points that separated repair has opened by the day.
int points_opened(const Session& session) {
  int points = 0;
  for (const sim::Passage& passage : session.result().passages)
    for (const model::MeasureChoice& choice : passage.measures)
      if (choice.measure == model::Measure::separate_repair && passage.consolidation_day >= 0 && passage.consolidation_day <= session.day())
        points += choice.points;
  return points;
}

void add_points(Map& view, const Session& session) {
  const Language language = session.language();
  for (const model::RepairPoint& point : session.scenario().city.repair_points)
    view.points.push_back({point, std::string(tr(language, point.name)), {}, true, true});
  if (session.plan() == nullptr) return;
  int opened = points_opened(session);
  for (const model::RepairPoint& site : session.plan()->sites)
    view.points.push_back({site, std::string(tr(language, site.name)), session.plan_id(), opened-- > 0, true});
  std::vector<sim::OpenPoint> open;
  for (const MapPoint& point : view.points)
    if (point.open) open.push_back({point.point.x_km, point.point.y_km, static_cast<double>(point.point.workers), 0});
  for (const model::RepairPoint& site : sim::greedy_sites(session.scenario().city, open, std::max(0, opened), model::RepairPoint().workers))
    view.points.push_back({site, std::string(tr(language, site.name)), {}, true, false});
}

void add_zones(Map& view, const Session& session) {
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

void set_areas(Map& view) {
  for (const MapSite& site : view.sites) {
    view.everything.include(site.x_km, site.y_km);
    if (site.is_management) view.city.include(site.x_km, site.y_km);
  }
  for (Area* area : {&view.everything, &view.city}) {
    for (const MapZone& zone : view.zones) area->include(zone.x_km, zone.y_km);
    for (const MapPoint& point : view.points) area->include(point.point.x_km, point.point.y_km);
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

Map map(const Session& session, model::Metric coloured_by) {
  Map view;
  add_sites(view, session, coloured_by);
  add_points(view, session);
  add_zones(view, session);
  set_areas(view);
  const Language language = session.language();
  view.metric = name_of(language, coloured_by);
  const sim::DailySeries& city = session.result().planned.city;
  view.access = fill(tr(language, Key::map_access), {format_number(city.at(model::Metric::resident_distance_km, session.day()), 2),
                                                     format_share(city.at(model::Metric::within_800_m, session.day()), 0)});
  return view;
}

}  // namespace zhengshe::app::views
