// Where: workshops, residents and repair points on the city's abstract plane, on the session's day.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct MapSite {
  int position = 0;  // of the cooperative in the scenario
  model::WorkshopId workshop;
  double x_km = 0;
  double y_km = 0;
  int members = 0;
  bool is_management = false;
  bool is_treated = false;  // in a batch of the plan
};

// From a workshop to its management site.
struct MapLink {
  int position = 0;
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

// What stays as it is from day to day.
struct MapGround {
  std::vector<MapSite> sites;
  std::vector<MapLink> links;
  Area everything;                 // of the sites
  Area city;                       // the same, without workshops far out
  std::vector<int> points_opened;  // by day: repair points that the campaign has opened by then
};

MapGround map_ground(const Session& session);

// What changes when repair points open.
struct MapPlaces {
  std::vector<MapPoint> points;
  std::vector<MapZone> zones;
};

// Of so many points that the campaign has opened.
MapPlaces map_places(const Session& session, int opened);
// How many those are on the session's day, at most as many as there are sites and zones for.
int points_opened(const Session& session, const MapGround& ground);

// What changes with the day.
struct MapDay {
  std::vector<float> values;  // of the metric that colours the map, by position of the cooperative
  double low = 0, high = 0;   // of these
  Area everything;            // with residents and repair points
  Area city;
  std::string metric;
  std::string access;         // mean distance and coverage, in words
};

// The metric must be one that cooperatives have (not the city's repair service).
MapDay map_day(const Session& session, const MapGround& ground, const MapPlaces& places, model::Metric coloured_by);

}  // namespace zhengshe::app::views
