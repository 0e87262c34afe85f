// Compiled for AVX2; empty for other targets.
#if defined(__AVX2__)
#define ZHENGSHE_WIDTH 4
#include "sim/daily_kernel_body.h"

namespace zhengshe::sim {

extern const DailyKernel kDailyKernel4;
const DailyKernel kDailyKernel4{"four doubles (AVX2)", 4, draw, work};

}  // namespace zhengshe::sim
#endif
