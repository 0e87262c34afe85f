// Is a scenario sound? The same check guards files, edits, generators and runs.
#pragma once

#include "model/issue.h"
#include "model/scenario.h"

namespace zhengshe::model {

// At most this many problems are reported of one scenario.
inline constexpr std::size_t kMaxIssues = 100;

// Every problem of the scenario's values and references: ranges, duplicate or dangling ids, impossible
// dates, a cooperative in two batches. Paths are JSON Pointers into the canonical file. Empty = sound.
Issues validate(const Scenario& scenario);

}  // namespace zhengshe::model
