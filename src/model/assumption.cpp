#include "model/assumption.h"

namespace zhengshe::model {
namespace {

constexpr PerEnum<Coefficient, CoefficientInfo> kInfo{{
#define X(id, value, low, high, distribution, unit, provenance, source) \
  CoefficientInfo{value, low, high, Distribution::distribution, unit, Provenance::provenance, source},
#include "model/coefficients.inc"
#undef X
}};

}  // namespace

const CoefficientInfo& info(Coefficient coefficient) { return kInfo[coefficient]; }

}  // namespace zhengshe::model
