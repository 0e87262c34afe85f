#include "sim/daily_kernel.h"

#include "sim/maths.h"
#include "sim/timetable.h"

namespace zhengshe::sim {

extern const DailyKernel kDailyKernel2;
extern const DailyKernel kDailyKernel4;

namespace {

double innovation(double persistence, double stationary_sd) {
  return stationary_sd * square_root(1 - persistence * persistence);
}

#if defined(__x86_64__)
const DailyKernel kKernels[] = {kDailyKernel2, kDailyKernel4};
#else
const DailyKernel kKernels[] = {kDailyKernel2};
#endif

}  // namespace

ShockStep shock_step(double persistence_per_month, double output_sd, double rework_sd, double seconds_sd,
                     double order_noise, bool first) {
  const double persistence = first ? 0 : pow(persistence_per_month, 1 / kWorkingDaysPerMonth);
  return {persistence, innovation(persistence, output_sd),  persistence, innovation(persistence, rework_sd),
          persistence, innovation(persistence, seconds_sd), order_noise};
}

std::span<const DailyKernel> daily_kernels() {
#if defined(__x86_64__)
  return {kKernels, __builtin_cpu_supports("avx2") ? std::size_t{2} : std::size_t{1}};
#else
  return kKernels;
#endif
}

const DailyKernel& daily_kernel(int width) {
  const std::span<const DailyKernel> all = daily_kernels();
  std::size_t at = all.size() - 1;
  while (width > 0 && at > 0 && all[at].width > width) --at;
  return all[at];
}

}  // namespace zhengshe::sim
