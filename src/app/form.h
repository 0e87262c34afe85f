// The main inputs as plain fields, for the text view: what can be entered, and what entering it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/field.h"
#include "app/session.h"

namespace zhengshe::app {

// Plan, day, selection, teams, deadline, starts of batches; of the selected cooperative its batch and measures.
std::vector<Field> fields(const Session& session);

// What the editor shows while it is open: its part, its record and the fields of that.
std::vector<Field> editor_fields(const Session& session);

// What it means to enter `value` into the field; nothing where there is no such field or the text is not a value
// of its kind.
std::optional<Intent> enter(const Session& session, std::string_view id, std::string_view value);

}  // namespace zhengshe::app
