// A window in the middle of the screen, over everything, until it is put away.
#pragma once

#include <string>

#include "ui/look.h"

namespace zhengshe::ui {

/// Open while it lives; whatever is drawn meanwhile stands in it. At most `size`, in units of spacing, and never
/// larger than the screen.
class Dialogue {
 public:
  Dialogue(const Look& look, const std::string& heading, const char* id, ImVec2 size);
  ~Dialogue();
  Dialogue(const Dialogue&) = delete;
  Dialogue& operator=(const Dialogue&) = delete;
};

}  // namespace zhengshe::ui
