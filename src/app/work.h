// Work that is done bit by bit: between frames on this thread, or by helpers beside the page. What comes of it
// depends neither on how it was sliced nor on who did it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "model/scenario.h"

namespace zhengshe::app {

// What a run costs.
inline double cooperative_days(const model::Scenario& scenario) { return static_cast<double>(scenario.cooperatives.size()) * scenario.calendar.horizon_days; }

// Whether a run is short enough for a frame.
inline bool fits_in_frame(const model::Scenario& scenario) { return cooperative_days(scenario) <= 2e6; }

// A part of the work, as a request for a helper.
struct Task {
  std::size_t stand = 0;  // of the work, by which accept() knows what is out of date
  std::string request;
};

// Parts are counted from 0 to a goal; some may come before those in front of them.
class Work {
 public:
  virtual ~Work() = default;

  // Is there something for step(), where helpers do what they can?
  virtual bool has_step(bool helped) const = 0;

  // Does a little. True where that gave something to show.
  virtual bool step() = 0;

  // What nobody does yet; it is then expected from accept().
  virtual std::optional<Task> hand_out() = 0;

  // Takes the answer to a task; what is out of date or no answer is ignored. True where that gave something to show.
  virtual bool accept(std::size_t stand, std::string_view answer) = 0;

  // Leaves what is left undone until it is resumed; what was made stays, as far as it came without a gap.
  void stop() {
    ++stand_;
    wanted_ = given_ = done_;
  }
  void resume();
  bool is_stopped() const { return wanted_ < goal_; }

  bool is_done() const { return done_ >= wanted_; }
  std::size_t done() const { return done_; }  // without a gap from the first
  std::size_t wanted() const { return wanted_; }

 protected:
  // Begins anew; answers to earlier tasks are out of date.
  void set_out(std::size_t goal) {
    ++stand_;
    goal_ = wanted_ = goal;
    given_ = done_ = 0;
  }

  // Parts from done() on are to be made again, also those that came.
  virtual void take_back() = 0;

  std::size_t stand_ = 0;
  std::size_t goal_ = 0;    // what set_out() was told
  std::size_t wanted_ = 0;  // the same, or what was done when it was stopped
  std::size_t given_ = 0;   // made or handed out
  std::size_t done_ = 0;
};

inline void Work::resume() {
  if (!is_stopped()) return;
  ++stand_;
  wanted_ = goal_;
  given_ = done_;
  take_back();
}

}  // namespace zhengshe::app
