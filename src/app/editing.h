// Where a person is in the editor of everything that a scenario holds.
#pragma once

#include <cstdint>

namespace zhengshe::app {

enum class Part : std::uint8_t {
  document, calendar, teams, trades, cooperatives,
  particulars, workshops,  // of the selected cooperative
  residents, points,
  sites, batches,          // of the shown plan
  plans, assumptions, observations, claims, sources,
};
inline constexpr int kParts = static_cast<int>(Part::sources) + 1;

struct Editing {
  Part part = Part::document;
  std::uint32_t key = 0;  // of a record: an id, or a position where things have none
};

}  // namespace zhengshe::app
