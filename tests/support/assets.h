// What comes with the program, read from the disk.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace zhengshe::test {

inline std::optional<std::string> asset(std::string_view path) {
  std::ifstream file(std::string(ZHENGSHE_ASSETS) + "/" + std::string(path), std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace zhengshe::test
