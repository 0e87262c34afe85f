// What the browser keeps of documents, as the session sees it: states with the step of the history each one is,
// so that undo goes on where it was left.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhengshe::app {

// How a state came about. Written beside it as "e 3 name.json\nwhat was done".
struct Step {
  bool moved = false;        // by undo or redo; otherwise by an edit
  std::size_t position = 0;  // in the history, since the document was opened
  std::string file_name;
  std::string what;          // empty for the first state

  bool operator==(const Step&) const = default;
};

std::string write_step(const Step& step);
std::optional<Step> read_step(std::string_view label);

struct KeptState {
  std::string document;
  std::int64_t number = 0;  // counts up within a document
  std::string time;         // when it was stored, as a person reads it
  Step step;
  std::string text;         // the document
};

// Of the states of one document in the order of their numbers, those of which its history now consists, and
// which of them is the present one. Empty where there are none.
struct KeptHistory {
  std::vector<std::size_t> states;  // indices, one position after the other
  std::size_t present = 0;          // in `states`
};
KeptHistory kept_history(const std::vector<KeptState>& states);

}  // namespace zhengshe::app
