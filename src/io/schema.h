// The JSON schema of scenario files, for editors: made from the layout that reads and writes them.
#pragma once

#include <string>

namespace zhengshe::io {

// In the part that JSON Schema 2020-12 and draft-07 have in common; a description and an example on every member.
std::string scenario_schema();

}  // namespace zhengshe::io
