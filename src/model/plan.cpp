#include "model/plan.h"

#include <algorithm>

namespace zhengshe::model {

const Batch* batch_of(const Plan& plan, CooperativeId cooperative) {
  for (const Batch& batch : plan.batches)
    if (std::find(batch.cooperatives.begin(), batch.cooperatives.end(), cooperative) != batch.cooperatives.end())
      return &batch;
  return nullptr;
}

const Treatment* treatment_of(const Plan& plan, CooperativeId cooperative) {
  const auto found = std::lower_bound(plan.treatments.begin(), plan.treatments.end(), cooperative,
                                      [](const Treatment& t, CooperativeId id) { return t.cooperative < id; });
  return found != plan.treatments.end() && found->cooperative == cooperative ? &*found : nullptr;
}

}  // namespace zhengshe::model
