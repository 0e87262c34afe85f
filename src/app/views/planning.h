// What the last planning gave, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct PlanningLine {
  std::string words;        // progress while it runs, then the value with its bound; empty where nothing was planned
  std::string warning;      // who has no place, and what would cure that, or how late the last is; empty where all goes well
};

PlanningLine planning_line(const Session& session);

std::string_view name_of(Language language, plan::Strategy strategy);

// Why the cooperative starts when it does and with those measures, and what the next best would cost, a sentence each;
// empty where the plan is not as the planner made it.
std::vector<std::string> reasons(const Session& session, model::CooperativeId cooperative);

}  // namespace zhengshe::app::views
