#include "model/work.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace zhengshe::model {
namespace {

constexpr double kSecondsPerStep = 32e-9;  // README: 30 ns, 1.08 times as many in a page

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  return b != 0 && a > kMost / b ? kMost : a * b;
}

std::uint64_t days_of(const Scenario& scenario) { return static_cast<std::uint64_t>(scenario.calendar.horizon_days); }

}  // namespace

std::uint64_t steps_of(const Scenario& scenario, std::uint64_t replications) {
  return times(times(scenario.cooperatives.size(), days_of(scenario)), replications);
}

std::uint64_t memory_of(const Scenario& scenario) {
  // The description, the state of two arms, and the sums of both for every month.
  constexpr std::uint64_t kCooperative = 5000, kMonth = 2 * 56;
  return times(scenario.cooperatives.size(), kCooperative + kMonth * (days_of(scenario) / 28 + 2));
}

Text duration_of(std::uint64_t steps) {
  struct Unit {
    double seconds;
    const char* one;
    const char* many;
    const char* zh;
  };
  constexpr std::array<Unit, 5> kUnits{{{1, "second", "seconds", "秒"}, {60, "minute", "minutes", "分钟"}, {3600, "hour", "hours", "小时"},
                                        {86400, "day", "days", "天"}, {31557600, "year", "years", "年"}}};
  const double seconds = static_cast<double>(steps) * kSecondsPerStep;
  std::size_t unit = 0;
  while (unit + 1 < kUnits.size() && seconds >= 2 * kUnits[unit + 1].seconds) ++unit;
  const double count = std::max(1.0, std::round(seconds / kUnits[unit].seconds));
  const std::string number = std::to_string(static_cast<std::uint64_t>(count));
  return {number + " " + (count == 1 ? kUnits[unit].one : kUnits[unit].many), number + kUnits[unit].zh};
}

std::optional<Issue> much_work(const Scenario& scenario, std::uint64_t replications, std::uint64_t most) {
  const std::uint64_t steps = steps_of(scenario, replications);
  if (steps <= most) return std::nullopt;
  const Text time = duration_of(steps);
  const std::string cooperatives = std::to_string(scenario.cooperatives.size()), days = std::to_string(scenario.calendar.horizon_days), runs = std::to_string(replications);
  return Issue{Severity::notice, "much_work", "/calendar/horizonDays", 0, 0,
               {"Simulating " + cooperatives + " cooperatives on " + days + " days" + (replications > 1 ? ", " + runs + " times," : "") + " would take about " + time.en +
                    "; fewer days, cooperatives or replications take less.",
                "模拟" + cooperatives + "个合作社" + days + "天" + (replications > 1 ? "、重复" + runs + "次" : "") + "约需" + time.zh + "；减少天数、合作社或重复次数可缩短时间。"}};
}

}  // namespace zhengshe::model
