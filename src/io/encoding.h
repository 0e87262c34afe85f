// Files are text in UTF-8.
#pragma once

#include <optional>
#include <string_view>

#include "model/issue.h"

namespace zhengshe::io {

// What some programs write before UTF-8, and spreadsheets need in order to recognise Chinese.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A cell of a table may hold any character; nothing else has a NUL unless it is damaged.
enum class Nul { refused, allowed };

// The first byte that is not UTF-8 or a NUL that is refused, as an error (not_utf8, nul_byte) with line and column;
// nothing where all bytes are in order.
std::optional<model::Issue> encoding_problem(std::string_view bytes, Nul nul);

}  // namespace zhengshe::io
