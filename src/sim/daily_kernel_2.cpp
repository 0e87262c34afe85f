#define ZHENGSHE_WIDTH 2
#include "sim/daily_kernel_body.h"

namespace zhengshe::sim {

extern const DailyKernel kDailyKernel2;
const DailyKernel kDailyKernel2{"two doubles", 2, draw, work};

}  // namespace zhengshe::sim
