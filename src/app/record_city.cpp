// Residents and repair points.
#include "app/chapters.h"

namespace zhengshe::app {
namespace {

using model::RepairPoint;
using model::Zone;

// A place on the plane, in kilometres.
bool describe_place(RecordForm& form, double& x_km, double& y_km) {
  const bool east = form.number("x", form.word(Key::import_x), x_km, model::kCoordinate);
  return form.number("y", form.word(Key::import_y), y_km, model::kCoordinate) || east;
}

// --- residents ---

std::vector<Record> list_zones(const Session& session) { return named_records(session, session.scenario().city.zones); }

std::optional<Edit> describe_zone(RecordForm& form, const Session& session, std::uint32_t key) {
  const Zone* found = with_id(session.scenario().city.zones, key);
  if (found == nullptr) return std::nullopt;
  Zone zone = *found;
  bool written = form.text("name", form.word(Key::column_name), zone.name);
  written = describe_place(form, zone.x_km, zone.y_km) || written;
  return form.number("residents", form.word(Key::part_residents), zone.residents, model::kResidents) || written ? std::optional<Edit>(PutZone{std::move(zone)}) : std::nullopt;
}

std::optional<Edit> add_zone(const Session&) { return PutZone{{{}, new_name(), 0, 0, 0}}; }
std::optional<Edit> remove_zone(const Session&, std::uint32_t key) { return RemoveZone{{key}}; }

// --- repair points: those open before the campaign, and the sites of the shown plan ---

std::optional<Edit> describe_point(RecordForm& form, const std::vector<RepairPoint>& points, model::PlanId plan, std::uint32_t key) {
  const RepairPoint* found = with_id(points, key);
  if (found == nullptr) return std::nullopt;
  RepairPoint point = *found;
  bool written = form.text("name", form.word(Key::column_name), point.name);
  written = describe_place(form, point.x_km, point.y_km) || written;
  return form.number("workers", form.word(Key::repair_workers), point.workers, model::kWorkers) || written ? std::optional<Edit>(PutRepairPoint{plan, std::move(point)})
                                                                                                          : std::nullopt;
}

RepairPoint new_point() {
  RepairPoint point;
  point.name = new_name();
  return point;
}

std::vector<Record> list_points(const Session& session) { return named_records(session, session.scenario().city.repair_points); }
std::optional<Edit> describe_city_point(RecordForm& form, const Session& session, std::uint32_t key) {
  return describe_point(form, session.scenario().city.repair_points, {}, key);
}
std::optional<Edit> add_point(const Session&) { return PutRepairPoint{{}, new_point()}; }
std::optional<Edit> remove_point(const Session&, std::uint32_t key) { return RemoveRepairPoint{{}, {key}}; }

std::vector<Record> list_sites(const Session& session) {
  return session.plan() != nullptr ? named_records(session, session.plan()->sites) : std::vector<Record>();
}
std::optional<Edit> describe_site(RecordForm& form, const Session& session, std::uint32_t key) {
  return session.plan() != nullptr ? describe_point(form, session.plan()->sites, session.plan_id(), key) : std::nullopt;
}
std::optional<Edit> add_site(const Session& session) {
  return session.plan() != nullptr ? std::optional<Edit>(PutRepairPoint{session.plan_id(), new_point()}) : std::nullopt;
}
std::optional<Edit> remove_site(const Session& session, std::uint32_t key) { return RemoveRepairPoint{session.plan_id(), {key}}; }

}  // namespace

const Chapter kResidentsChapter{Key::part_residents, list_zones, describe_zone, add_zone, remove_zone};
const Chapter kPointsChapter{Key::part_points, list_points, describe_city_point, add_point, remove_point};
const Chapter kSitesChapter{Key::part_sites, list_sites, describe_site, add_site, remove_site};

}  // namespace zhengshe::app
