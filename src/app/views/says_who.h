// Where a number comes from, in words: provenance, source and note.
#pragma once

#include <string>

#include "app/session.h"

namespace zhengshe::app::views {

std::string says_who(const Session& session, const model::Quantity& quantity);

}  // namespace zhengshe::app::views
