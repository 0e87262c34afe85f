// Words and numbers of the command line's tables.
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>

namespace zhengshe::cli {

// A number as printf writes it; a longer one than any format here gives would be cut.
inline std::string number(double value, const char* format) {
  char text[48];
  std::snprintf(text, sizeof text, format, value);
  return text;
}

// The text in a column of this width, with a space after it at least.
inline std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size() + 1, width), ' ');
  return text;
}

}  // namespace zhengshe::cli
