// What to do: measures for one cooperative, best first, with what an inspector expects of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct MeasureRow {
  model::MeasureChoice choice;
  std::string name;
  std::string treats;         // the problem that it answers best
  double score = 0;           // standard units of the plan's objective, team cost included
  double score_low = 0;       // 5 % and 95 % of that, from what the inspection leaves open
  double score_high = 0;
  double chance_best = 0;     // that no other measure is truly better
  double team_days = 0;
  bool serious = false;       // the problem is believed to be serious
  bool chosen = false;        // by hand, or carried out
};

struct Measures {
  model::CooperativeId id;
  std::string name;
  bool inspected = false;     // else only what is believed of cooperatives in general
  bool by_hand = false;
  double chance_main_right = 0;  // of the first row
  std::vector<MeasureRow> rows;
};

// For the selected cooperative, as it stood at the start of the run; nothing where none is selected.
std::optional<Measures> measures(const Session& session);

}  // namespace zhengshe::app::views
