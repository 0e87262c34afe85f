// What it costs to simulate a scenario, before it is begun: whoever asks for very much is asked whether that is meant.
#pragma once

#include <cstdint>
#include <optional>

#include "model/issue.h"
#include "model/scenario.h"

namespace zhengshe::model {

// Steps (one cooperative on one day) that are made without a question: by the page whenever something changes, some
// seconds; by a command, about a minute and a half.
inline constexpr std::uint64_t kMostStepsOfPage = 200'000'000;
inline constexpr std::uint64_t kMostStepsOfCommand = 3'000'000'000;
// Memory of a run that a page can still have, in bytes.
inline constexpr std::uint64_t kMostMemoryOfPage = std::uint64_t{1} << 30;

// Cooperatives × days × replications, each planned and left alone. 2^64 − 1 where it is more.
std::uint64_t steps_of(const Scenario& scenario, std::uint64_t replications = 1);

// Roughly, of one run, in bytes.
std::uint64_t memory_of(const Scenario& scenario);

// About how long so many steps take on one processor, e.g. "40 seconds", "3 hours", "580 years".
Text duration_of(std::uint64_t steps);

// The notice `much_work` with the estimate, where the steps are more than `most`.
std::optional<Issue> much_work(const Scenario& scenario, std::uint64_t replications, std::uint64_t most);

}  // namespace zhengshe::model
