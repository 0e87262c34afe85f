// Text that a person wrote, in the two languages of the program.
#pragma once

#include <string>

namespace zhengshe::model {

struct Text {
  std::string en;
  std::string zh;

  bool operator==(const Text&) const = default;
};

// Members of a file that this version does not know, as canonical JSON text of an object, or empty.
// Only src/io looks inside; everybody else carries it along so that nothing is lost on saving.
struct UnknownMembers {
  std::string json;

  bool operator==(const UnknownMembers&) const = default;
};

}  // namespace zhengshe::model
