// Undo as stored states: a list of scenarios and a cursor. Pure values; copies share what did not change.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/scenario.h"

namespace zhengshe::app {

class History {
 public:
  struct State {
    model::Scenario scenario;
    std::string label;  // of what led to it
  };

  explicit History(model::Scenario first) : states_{{std::move(first), {}}} {}
  // States that were left before. Precondition: cursor < states.size().
  History(std::vector<State> states, std::size_t cursor) : states_(std::move(states)), cursor_(cursor) {}

  const model::Scenario& present() const { return states_[cursor_].scenario; }
  bool can_undo() const { return cursor_ > 0; }
  bool can_redo() const { return cursor_ + 1 < states_.size(); }

  // A new present; what had been undone is dropped.
  void push(model::Scenario scenario, std::string label) {
    states_.resize(cursor_ + 1);
    states_.push_back({std::move(scenario), std::move(label)});
    ++cursor_;
  }
  void undo() { cursor_ -= can_undo() ? 1 : 0; }
  void redo() { cursor_ += can_redo() ? 1 : 0; }

  // What undo would take back, what redo would do again; empty where there is nothing.
  std::string undo_label() const { return can_undo() ? states_[cursor_].label : std::string(); }
  std::string redo_label() const { return can_redo() ? states_[cursor_ + 1].label : std::string(); }

  std::size_t position() const { return cursor_; }
  std::size_t size() const { return states_.size(); }
  const std::vector<State>& states() const { return states_; }

 private:
  std::vector<State> states_;
  std::size_t cursor_ = 0;
};

}  // namespace zhengshe::app
