// The scenario file: UTF-8 JSON, from strangers, for thirty years.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/issue.h"
#include "model/scenario.h"

namespace zhengshe::io {

inline constexpr std::string_view kFormat = "zhengshe-scenario";
inline constexpr std::string_view kFormatVersion = "1.0.0";

// Above this number cooperatives are written in columns.
inline constexpr std::size_t kMostCooperativesAsObjects = 10'000;

// Bytes of a file whose cooperatives are objects, and of one whose cooperatives are columns.
inline constexpr std::size_t kMaxObjectFileBytes = 8u << 20;
inline constexpr std::size_t kMaxColumnarFileBytes = 64u << 20;

// A scenario that may be run, or none and at least one error. Notices and warnings may come with either.
struct ReadResult {
  std::optional<model::Scenario> scenario;
  model::Issues issues;  // at most model::kMaxIssues, in the order of the text
};

// Checks the bytes in this order, each before the next: size, encoding, JSON and its limits, format and
// version, shape, values and references. Members that this version does not know are kept.
ReadResult read_scenario(std::string_view bytes);

// What read_scenario would say of so many bytes, which are too many to be fetched: above kMaxColumnarFileBytes.
ReadResult too_large_to_read(std::uint64_t bytes);

// The canonical text: equal scenarios give equal bytes, and reading them gives the scenario back.
// Throws std::invalid_argument where a number is not finite, with its place: nothing is to be overwritten.
std::string write_scenario(const model::Scenario& scenario);

}  // namespace zhengshe::io
