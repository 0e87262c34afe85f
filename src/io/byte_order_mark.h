// What some programs write before UTF-8, and spreadsheets need in order to recognise Chinese.
#pragma once

#include <string_view>

namespace zhengshe::io {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace zhengshe::io
