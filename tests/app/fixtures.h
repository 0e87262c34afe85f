// A session on Kunming 1957, as the page opens it.
#pragma once

#include "app/session.h"
#include "study/kunming.h"

namespace zhengshe::tests {

inline app::Session kunming_session(app::Language language = app::Language::en) {
  return app::Session(study::kunming_1957(), "kunming-1957.json", language);
}

}  // namespace zhengshe::tests
