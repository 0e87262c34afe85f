// Which of all plans: ranked by a metric at the horizon, with the same luck; and for whom one plan differs from another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct RankedPlan {
  model::PlanId plan;             // none = left alone
  std::string name;
  std::string mean;
  std::string regret;             // mean distance to the best plan of the same replication
  std::string chance_best;
  std::string difference;         // to the shown plan, with the 95 % interval of the mean; empty for itself
  double best_share = 0;          // the chance as a number, 0..1; ties are shared
};

struct Ranking {
  int replications = 0;           // that all plans have; 0: none yet
  std::vector<RankedPlan> plans;  // the best first
  std::vector<std::string> turns; // which assumptions turn the choice between the shown plan and the best other one
};

// Plans whose replications have not begun are left out.
Ranking ranking(const Session& session, model::Metric metric);

enum class Grouping : std::uint8_t { trade, batch };

struct GroupDifference {
  std::string name;
  int cooperatives = 0;
  double first = 0;               // mean under the shown plan over the last days of the centre run
  double second = 0;              // under the other
  int worse = 0;                  // cooperatives
};

struct LosingCooperative {
  model::CooperativeId cooperative;
  std::string name;
  double first = 0;
  double second = 0;
};

struct Differences {
  std::vector<GroupDifference> groups;
  std::vector<LosingCooperative> losers;  // worst first
};

// The shown plan against the one it is compared with. Makes two centre runs: keep the result until the document or a
// plan changes. Precondition: a plan is shown.
Differences differences(const Session& session, model::Metric metric, Grouping grouping);

}  // namespace zhengshe::app::views
