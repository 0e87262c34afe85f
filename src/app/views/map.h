// Where: workshops, residents and repair points on the city's abstract plane, on the session's day.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct MapSite {
  model::CooperativeId cooperative;
  model::WorkshopId workshop;
  std::string name;  // of the cooperative
  double x_km = 0;
  double y_km = 0;
  int members = 0;
  bool is_management = false;
  model::Stage stage = model::Stage::left_alone;
  double value = 0;  // of the metric that colours the map
};

// From a workshop to its management site.
struct MapLink {
  model::CooperativeId cooperative;
  double x0_km = 0, y0_km = 0, x1_km = 0, y1_km = 0;
};

struct MapZone {
  model::ZoneId id;
  std::string name;
  double x_km = 0;
  double y_km = 0;
  double residents = 0;
  double distance_km = 0;  // to the nearest open point; across the city where none is open
};

struct MapPoint {
  model::RepairPoint point;
  std::string name;
  model::PlanId plan;       // whose site it is; none = open before the campaign, or opened where residents need it
  bool open = false;        // on the day
  bool can_be_moved = true; // false: a point that the simulation itself placed
};

// A rectangle on the plane, in km.
struct Area {
  double min_x = 0, min_y = 0, max_x = 0, max_y = 0;
  bool is_empty = true;

  void include(double x, double y);
};

struct Map {
  std::vector<MapSite> sites;
  std::vector<MapLink> links;
  std::vector<MapZone> zones;
  std::vector<MapPoint> points;
  Area everything;
  Area city;  // residents, repair points and management sites, without workshops far out
  double low = 0, high = 0;                                       // of the sites' values
  std::string metric;
  std::string access;  // mean distance and coverage, in words
};

// The metric must be one that cooperatives have (not the city's repair service).
Map map(const Session& session, model::Metric coloured_by);

}  // namespace zhengshe::app::views
