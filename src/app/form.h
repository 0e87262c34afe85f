// The main inputs as plain fields, for the text view: what can be entered, and what entering it means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace zhengshe::app {

struct Field {
  enum class Kind : std::uint8_t { number, date, choice, tick };
  struct Choice {
    std::string value;
    std::string label;
  };

  std::string id;     // stable: "deadline", "batch_start/12"
  std::string label;
  Kind kind = Kind::number;
  std::string value;  // as an HTML field takes it: "24", "1957-03-31", a choice's value, "on" or ""
  std::vector<Choice> choices;
  int low = 0;        // of a number
  int high = 0;
};

// Plan, day, selection, teams, deadline, starts of batches; of the selected cooperative its batch and measures.
std::vector<Field> fields(const Session& session);

// What it means to enter `value` into the field; nothing where there is no such field or the text is not a value
// of its kind.
std::optional<Intent> enter(const Session& session, std::string_view id, std::string_view value);

}  // namespace zhengshe::app
