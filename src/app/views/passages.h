// Where cooperatives stand in the campaign of a run.
#pragma once

#include "sim/run.h"

namespace zhengshe::app::views {

// The passage of the cooperative, or null: it is in no batch.
const sim::Passage* passage_of(const sim::RunResult& result, model::CooperativeId cooperative);

// Where the cooperative stands on a day.
model::Stage stage_on(const sim::RunResult& result, model::CooperativeId cooperative, int day);

// True once its inspection has been summed up: from then on its findings are known.
bool is_known_on(const sim::Passage* passage, int day);

}  // namespace zhengshe::app::views
