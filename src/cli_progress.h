// A bar on the terminal while something takes longer than a moment.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace zhengshe::cli {

// "replications [#####     ]  512 of 1000, 3 s left", at most 79 columns. 0 ≤ done ≤ wanted, wanted > 0.
std::string progress_line(const std::string& what, std::int64_t done, std::int64_t wanted, double seconds);

// Draws on standard error where that is a terminal, five times a second, and takes the line away when it ends.
class Progress {
 public:
  Progress(std::string what, std::int64_t wanted);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::int64_t done);

 private:
  using Clock = std::chrono::steady_clock;

  std::string what_;
  std::int64_t wanted_;
  bool is_terminal_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace zhengshe::cli
