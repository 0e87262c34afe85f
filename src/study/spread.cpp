#include "study/spread.h"

#include <algorithm>

namespace zhengshe::study {

using sim::Arm;

Spread spread_of(const Ensemble& ensemble, model::Metric metric, std::size_t position) {
  const std::span<const float> planned = ensemble.of(Arm::planned, metric, position);
  Spread spread{middle_90({planned.begin(), planned.end()}), ensemble.quantile(Arm::left_alone, metric, position, .5),
                ensemble.quantile(Arm::planned, metric, 0, .5), middle_90(ensemble.differences(metric, position)), {}};
  std::vector<double> changes = relative_changes(planned, ensemble.of(Arm::left_alone, metric, position));
  if (!changes.empty()) spread.change = middle_90(std::move(changes));
  return spread;
}

std::vector<double> relative_changes(std::span<const float> values, std::span<const float> against) {
  std::vector<double> changes;
  for (std::size_t i = 0; i < std::min(values.size(), against.size()); ++i) {
    if (against[i] == 0) return {};
    changes.push_back(static_cast<double>(values[i]) / static_cast<double>(against[i]) - 1);
  }
  return changes;
}

const Spread& Spreads::of(const Ensemble& ensemble, model::Metric metric, std::size_t position) {
  const auto [place, is_new] = found_.try_emplace({metric, position});
  if (is_new) place->second = spread_of(ensemble, metric, position);
  return place->second;
}

}  // namespace zhengshe::study
