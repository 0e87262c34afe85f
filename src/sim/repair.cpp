#include "sim/repair.h"

#include <algorithm>

#include "sim/maths.h"
#include "sim/timetable.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;

constexpr double kNear_km = 0.8;
constexpr double kPi = 3.141592653589793;

double distance_km(double x0, double y0, double x1, double y1) {
  return square_root((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
}

}  // namespace

RepairService::RepairService(const model::City& city, const Parameters& parameters)
    : across_km_(2 * square_root(city.area_km2.value / kPi)),
      distance_loss_(parameters[Coefficient::repair_distance]),
      jobs_per_resident_(parameters[Coefficient::repair_jobs_per_resident] / kWorkingDaysPerMonth),
      jobs_per_worker_(parameters[Coefficient::repair_jobs_per_worker]) {
  for (const model::Zone& zone : city.zones) zones_.push_back({zone.x_km, zone.y_km, zone.residents, across_km_, -1, 0, 0});
  access_ = {across_km_, 0};
  for (const model::RepairPoint& point : city.repair_points) open(point);
}

void RepairService::open(const model::RepairPoint& site) {
  points_.push_back({site.x_km, site.y_km, static_cast<double>(site.workers), 0});
  reach(static_cast<int>(points_.size()) - 1);
}

void RepairService::reach(int point) {
  const OpenPoint& opened = points_[static_cast<std::size_t>(point)];
  double residents = 0;
  double resident_km = 0;
  double near = 0;
  for (Demand& zone : zones_) {
    const double km = distance_km(zone.x_km, zone.y_km, opened.x_km, opened.y_km);
    if (zone.point < 0 || km < zone.nearest_km) {
      zone.nearest_km = km;
      zone.point = point;
      zone.jobs = zone.residents * jobs_per_resident_ * exp(-distance_loss_ * km);
      zone.spread = square_root(zone.jobs);
    }
    residents += zone.residents;
    resident_km += zone.residents * zone.nearest_km;
    near += zone.nearest_km <= kNear_km ? zone.residents : 0;
  }
  if (residents > 0) access_ = {resident_km / residents, near / residents};
}

void RepairService::work(std::span<const double> noise) {
  arrivals_.assign(points_.size(), 0);
  for (std::size_t z = 0; z < zones_.size(); ++z) {
    const Demand& zone = zones_[z];
    if (zone.point < 0) continue;
    const double luck = noise.empty() ? 0 : zone.spread * noise[z];
    arrivals_[static_cast<std::size_t>(zone.point)] += std::max(0.0, zone.jobs + luck);
  }
  double jobs = 0;
  double job_days = 0;
  for (std::size_t p = 0; p < points_.size(); ++p) {
    OpenPoint& point = points_[p];
    const double capacity = point.workers * jobs_per_worker_;
    point.queue += arrivals_[p];
    point.queue -= std::min(point.queue, capacity);
    jobs += arrivals_[p];
    if (capacity > 0) job_days += arrivals_[p] * point.queue / capacity;
  }
  wait_days_ = jobs > 0 ? job_days / jobs : 0;
}

std::vector<model::RepairPoint> RepairService::best_sites(const std::vector<model::RepairPoint>& before, int count, int workers) const {
  std::vector<double> nearest;
  for (const Demand& zone : zones_) {
    double km = zone.nearest_km;
    for (const model::RepairPoint& site : before) km = std::min(km, distance_km(zone.x_km, zone.y_km, site.x_km, site.y_km));
    nearest.push_back(km);
  }
  const auto km_to = [this](std::size_t zone, std::size_t site) {
    return distance_km(zones_[zone].x_km, zones_[zone].y_km, zones_[site].x_km, zones_[site].y_km);
  };
  std::vector<model::RepairPoint> sites;
  for (int i = 0; i < count && !zones_.empty(); ++i) {
    double best_gain = -1;
    std::size_t best = 0;
    for (std::size_t site = 0; site < zones_.size(); ++site) {
      double gain = 0;
      for (std::size_t zone = 0; zone < zones_.size(); ++zone)
        gain += zones_[zone].residents * std::max(0.0, nearest[zone] - km_to(zone, site));
      if (!(gain > best_gain)) continue;
      best_gain = gain;
      best = site;
    }
    for (std::size_t zone = 0; zone < zones_.size(); ++zone) nearest[zone] = std::min(nearest[zone], km_to(zone, best));
    sites.push_back({{}, {}, zones_[best].x_km, zones_[best].y_km, workers});
  }
  return sites;
}

std::vector<model::RepairPoint> greedy_sites(const model::City& city, const std::vector<OpenPoint>& open, int count, int workers) {
  model::City zones_only = city;
  zones_only.repair_points.clear();
  RepairService service(zones_only, Parameters{});
  for (const OpenPoint& point : open) service.open({{}, {}, point.x_km, point.y_km, static_cast<int>(point.workers)});
  return service.best_sites({}, count, workers);
}

}  // namespace zhengshe::sim
