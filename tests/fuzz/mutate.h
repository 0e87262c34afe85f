// Changes scenario texts along the structure of the format.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tree.h"

namespace zhengshe::fuzz {

// The text with one to four changes: values to the ends of their ranges, to other words of their lists, other days,
// ids of others, unusual characters; members and elements added, left out, doubled, exchanged, copied from elsewhere.
// Most of the results are mended. Nothing where the text is not JSON.
std::optional<std::string> changed(std::string_view json, Dice& dice);

// The first text with a part of its own replaced by, or followed by, a part of the same kind of the second.
std::optional<std::string> crossed(std::string_view first, std::string_view second, Dice& dice);

// A scenario with little in it.
std::string_view seedling();

}  // namespace zhengshe::fuzz
