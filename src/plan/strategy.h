// Simple orders, schedules that follow an order, and what speaks for each place.
#pragma once

#include <vector>

#include "plan/planner.h"

namespace zhengshe::plan {

// Rows of the table in the strategy's order; ties by cooperative. Those that are pinned come first.
std::vector<int> order_of(const model::Scenario& scenario, const Table& table, Strategy strategy, std::uint64_t seed);

// Each row in the first week that has room for it and is not before the week of the one before it, with the
// measures of the rule. Rows without a place are unplaced.
Choices list_schedule(const Schedule& schedule, const Table& table, const std::vector<int>& order);

// Placements with their reasons, weeks with their loads and prices. bound and gap are left to the caller.
Outcome explain(const model::Scenario& scenario, const Table& table, const Schedule& schedule, const Choices& choices, const std::vector<double>& prices);

}  // namespace zhengshe::plan
