// The bundled scenarios. Facts are those of the report of 12 February 1957, everything else is assumed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/scenario.h"

namespace zhengshe::study {

// Kunming, October 1956 to September 1957: 167 cooperatives, three batches, claims C1 to C13 (MODEL.md 8, 11).
model::Scenario kunming_1957();

// Where the documented cooperatives of kunming_1957() stand in its list.
struct Documented {
  std::size_t oilcloth_and_felt = 0;
  std::size_t fourth_ironware = 0;
  std::size_t fifth_spinning = 0;
  std::size_t machine_repair = 0;
  std::vector<std::size_t> large_garments;
};
Documented documented(const model::Scenario& kunming);

// Names of the bundled scenarios, those of their files without ".json".
std::vector<std::string_view> gallery();

// A bundled scenario by name.
std::optional<model::Scenario> gallery_scenario(std::string_view name);

}  // namespace zhengshe::study
