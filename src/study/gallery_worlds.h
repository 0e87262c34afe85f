// Bundled scenarios: each asks one question.
#pragma once

#include "model/scenario.h"

namespace zhengshe::study {

model::Scenario kunming_left_alone();  // what happens to the 167 when nobody treats them
model::Scenario merging_1956();        // how it got this bad: units of 1955, merged in early 1956
model::Scenario classroom();           // twelve cooperatives, small enough to reason about by hand
model::Scenario no_repair_points();    // a city in which every repair stall has closed
model::Scenario worst_first();         // the same campaign in three orders
model::Scenario nothing_works();       // rectification does nothing, and showcases appear all the same
model::Scenario modern_programme();    // forty firms, advisers and cohorts, an owner's estimates and first observations

}  // namespace zhengshe::study
