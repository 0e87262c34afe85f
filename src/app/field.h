// A plain field: what can be entered, as the editor and the forms of the text view show it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhengshe::app {

struct Field {
  enum class Kind : std::uint8_t { number, date, choice, tick, text };
  struct Choice {
    std::string value;
    std::string label;
  };

  std::string id;     // stable: "deadline", "batch_start/12"
  std::string label;
  Kind kind = Kind::number;
  std::string value;  // as an HTML field takes it: "24", "1957-03-31", a choice's value, "on" or "", words
  std::vector<Choice> choices;
  double low = 0;     // of a number
  double high = 0;
  bool whole = true;  // whole numbers only
};

}  // namespace zhengshe::app
