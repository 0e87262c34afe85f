// The city: calendar, residents, repair points, work teams.
#pragma once

#include <optional>
#include <vector>

#include "model/date.h"
#include "model/ids.h"
#include "model/quantity.h"
#include "model/text.h"

namespace zhengshe::model {

struct Holiday {
  Date first;
  Date last;  // inclusive
  Text name;
  UnknownMembers unknown = {};

  bool operator==(const Holiday&) const = default;
};

struct Calendar {
  Date start;
  int horizon_days = 365;
  std::optional<Weekday> rest_day = Weekday::sunday;
  std::vector<Holiday> holidays;

  Date last() const { return start + (horizon_days - 1); }
  bool is_working_day(Date date) const;
  bool operator==(const Calendar&) const = default;
};

// A demand zone: residents who bring things to be mended.
struct Zone {
  ZoneId id;
  Text name;
  double x_km = 0;
  double y_km = 0;
  double residents = 0;
  UnknownMembers unknown = {};

  bool operator==(const Zone&) const = default;
};

struct RepairPoint {
  PointId id;
  Text name;
  double x_km = 0;
  double y_km = 0;
  int workers = 2;
  UnknownMembers unknown = {};

  bool operator==(const RepairPoint&) const = default;
};

struct City {
  Text name;
  Quantity area_km2 = exact(15);
  std::vector<Zone> zones;
  std::vector<RepairPoint> repair_points;  // open before the campaign
  UnknownMembers unknown;

  bool operator==(const City&) const = default;
};

// From `first` on, `teams` work teams are available.
struct TeamStep {
  Date first;
  int teams = 0;
  UnknownMembers unknown = {};

  bool operator==(const TeamStep&) const = default;
};

struct Teams {
  std::vector<TeamStep> steps;  // by date, ascending; none before the first
  Quantity members_per_team = exact(4);
  Quantity initial_skill = exact(1);  // q of the inspection equation, MODEL.md 4
  UnknownMembers unknown;

  int available(Date date) const;
  bool operator==(const Teams&) const = default;
};

}  // namespace zhengshe::model
