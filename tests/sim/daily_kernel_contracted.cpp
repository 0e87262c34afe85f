// The kernel as it must not be compiled: with multiplications and additions fused (tests/CMakeLists.txt). Its
// bits must differ from the recorded ones, or the test of determinism could not fail.
#if defined(__AVX2__) && defined(__FMA__)
#define ZHENGSHE_WIDTH 4
#include "sim/daily_kernel_body.h"

namespace zhengshe::sim {

extern const DailyKernel kContractedKernel;
const DailyKernel kContractedKernel{"four doubles, contracted", 4, draw, work};

}  // namespace zhengshe::sim
#endif
