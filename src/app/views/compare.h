// Which plan: the shown plan against another, or against leaving everybody alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/views/bands.h"

namespace zhengshe::app::views {

struct ComparedMetric {
  model::Metric metric;
  std::string name;
  std::string unit;
  double first = 0;    // of the shown plan: median on the last day, or mean of the centre run's last 30 days until there are pairs
  double second = 0;   // of the other
  double change = 0;   // first / second − 1, of pairs their median
  // From pairs of replications with the same luck, at the horizon; nothing until both have replications.
  std::optional<Interval> change_range;
  std::optional<double> chance_better;  // that the shown plan is better, ties counting half
};

struct ComparedPlan {
  std::string name;
  std::string finish;               // when the last cooperative is done; empty for left alone
  std::optional<double> in_time;    // chance of keeping the deadline
  double team_days = 0;
  int treated = 0;                  // cooperatives
  int losers = 0;                   // cooperatives that make less than if left alone, on the last day
};

struct Compare {
  ComparedPlan first;
  ComparedPlan second;
  std::vector<ComparedMetric> metrics;
  int replications = 0;             // pairs that the ranges rest on
};

// The centre run of the plan that is compared with, empty where that is to leave everybody alone. Keep it until the
// document or that plan changes.
sim::RunResult other_run(const Session& session);

Compare compare(const Session& session, const sim::RunResult& other);

}  // namespace zhengshe::app::views
