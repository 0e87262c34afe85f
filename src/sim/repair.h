// Repair for residents: the way to the nearest point, and the queue there (MODEL.md 3.8).
#pragma once

#include <span>
#include <vector>

#include "model/city.h"
#include "sim/parameters.h"

namespace zhengshe::sim {

struct OpenPoint {
  double x_km = 0;
  double y_km = 0;
  double workers = 0;
  double queue = 0;  // jobs waiting

  bool operator==(const OpenPoint&) const = default;
};

// How easy it is for residents to have something mended.
struct Access {
  double distance_km = 0;   // mean over residents, to the nearest open point
  double within_800_m = 0;  // share of residents
};

// The points of one arm. Where none is open, residents travel across the city: 2·√(area / π).
class RepairService {
 public:
  RepairService() = default;
  RepairService(const model::City& city, const Parameters& parameters);

  // Opens a point from this day on.
  void open(const model::RepairPoint& site);

  // One working day. noise: a standard normal value per zone (the same for both arms), or more; empty in the
  // centre run. Jobs of a zone: residents·jobs per resident·exp(−repair_distance·km), with a Poisson's variance.
  void work(std::span<const double> noise);

  const Access& access() const { return access_; }
  // Working days that a job waits on arrival, mean over today's jobs; 0 where no point is open.
  double wait_days() const { return wait_days_; }
  const std::vector<OpenPoint>& points() const { return points_; }

 // Sites for points that no plan has chosen: zone centres, each next one where it shortens the residents' mean
  // distance most beside the open points and those `before` it (ties: the first zone). workers: of each.
  std::vector<model::RepairPoint> best_sites(const std::vector<model::RepairPoint>& before, int count, int workers) const;

 private:
  struct Demand {
    double x_km = 0;
    double y_km = 0;
    double residents = 0;
    double nearest_km = 0;  // to the nearest open point, or across the city
    int point = -1;         // that point
    double jobs = 0;        // expected per working day
    double spread = 0;      // standard deviation of a day's jobs
  };
  void reach(int point);

  std::vector<Demand> zones_;
  std::vector<OpenPoint> points_;
  std::vector<double> arrivals_;  // of a day, by point
  Access access_;
  double wait_days_ = 0;
  double across_km_ = 0;
  double distance_loss_ = 0;      // 1/km
  double jobs_per_resident_ = 0;  // per working day
  double jobs_per_worker_ = 0;    // per working day
};

// best_sites() for a city in which just these points are open, whatever the city itself lists.
std::vector<model::RepairPoint> greedy_sites(const model::City& city, const std::vector<OpenPoint>& open, int count, int workers);

}  // namespace zhengshe::sim
