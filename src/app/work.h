// Work that is done bit by bit: between frames on this thread, or by helpers beside the page. What comes of it
// depends neither on how it was sliced nor on who did it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zhengshe::app {

// Above this many cooperative-days a run takes too long for a frame.
inline constexpr double kMostCooperativeDaysInFrame = 2e6;

// A part of the work, as a request for a helper.
struct Task {
  std::size_t stand = 0;  // of the work, by which accept() knows what is out of date
  std::string request;
};

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

  // Leaves what is left undone until it is resumed; what was made stays.
  virtual void stop() = 0;
  virtual void resume() = 0;
  virtual bool is_stopped() const = 0;

  virtual bool is_done() const = 0;
};

}  // namespace zhengshe::app
