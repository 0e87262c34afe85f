#include "cli_progress.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace zhengshe::cli {
namespace {

constexpr int kBarWidth = 30;
constexpr std::chrono::milliseconds kBetween{200};

std::string time_left(std::int64_t done, std::int64_t wanted, double seconds) {
  if (done == 0) return {};
  const double left = std::ceil(seconds / static_cast<double>(done) * static_cast<double>(wanted - done));
  char text[40];
  std::snprintf(text, sizeof text, left < 120 ? ", %.0f s left" : ", %.0f min left", left < 120 ? left : std::ceil(left / 60));
  return text;
}

}  // namespace

std::string progress_line(const std::string& what, std::int64_t done, std::int64_t wanted, double seconds) {
  const auto filled = static_cast<std::size_t>(done * kBarWidth / wanted);
  std::string bar(kBarWidth, ' ');
  bar.replace(0, filled, filled, '#');
  return what + " [" + bar + "] " + std::to_string(done) + " of " + std::to_string(wanted) + time_left(done, wanted, seconds);
}

Progress::Progress(std::string what, std::int64_t wanted) : what_(std::move(what)), wanted_(wanted), is_terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::tell(std::int64_t done) {
  const Clock::time_point now = Clock::now();
  if (!is_terminal_ || wanted_ <= 0 || now - last_ < kBetween) return;
  last_ = now;
  drawn_ = true;
  std::fprintf(stderr, "\r\033[K%s", progress_line(what_, done, wanted_, std::chrono::duration<double>(now - start_).count()).c_str());
  std::fflush(stderr);
}

}  // namespace zhengshe::cli
