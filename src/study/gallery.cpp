// The bundled scenarios beside Kunming 1957: each asks one question.
#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "study/gallery_worlds.h"
#include "study/kunming.h"

namespace zhengshe::study {
namespace {

using Maker = model::Scenario (*)();

constexpr std::array<std::pair<std::string_view, Maker>, 8> kGallery{{
    {"kunming-1957", kunming_1957},
    {"kunming-left-alone", kunming_left_alone},
    {"merging-1956", merging_1956},
    {"classroom-12", classroom},
    {"no-repair-points", no_repair_points},
    {"worst-first", worst_first},
    {"nothing-works", nothing_works},
    {"modern-programme", modern_programme},
}};

}  // namespace

std::vector<std::string_view> gallery() {
  std::vector<std::string_view> names;
  for (const auto& [name, maker] : kGallery) names.push_back(name);
  return names;
}

std::optional<model::Scenario> gallery_scenario(std::string_view name) {
  for (const auto& [known, maker] : kGallery)
    if (known == name) return maker();
  return std::nullopt;
}

}  // namespace zhengshe::study
