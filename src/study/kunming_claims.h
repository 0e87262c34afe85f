// What was reported of Kunming, as claims C1 to C13 (MODEL.md 8).
#pragma once

#include <string_view>

#include "model/scenario.h"

namespace zhengshe::study {

// The source with the key, which must be there.
model::SourceId source_of(const model::Scenario& scenario, std::string_view key);

// Appends the claims. Precondition: the scenario is that of kunming_1957() with its plan.
void add_kunming_claims(model::Scenario& scenario);

}  // namespace zhengshe::study
