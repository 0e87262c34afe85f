// What an ensemble says of a metric on one kept day: medians, ranges, and the plan beside its untreated twin.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "model/vocabulary.h"
#include "study/replications.h"

namespace zhengshe::study {

struct Spread {
  Middle90 planned;
  double alone = 0;                // median
  double first = 0;                // median of planned on the first kept day
  Middle90 difference;             // of planned − alone in pairs of the same luck
  std::optional<Middle90> change;  // of planned / alone − 1 in such pairs; nothing where a twin has nothing
};

// Precondition: the ensemble is complete and keeps a day at `position`.
Spread spread_of(const Ensemble& ensemble, model::Metric metric, std::size_t position);

// Pair by pair value / against − 1; empty where one of the latter is 0.
std::vector<double> relative_changes(std::span<const float> values, std::span<const float> against);

// The spreads of one ensemble, each found when it is first asked for: a time line that is dragged asks often.
class Spreads {
 public:
  // Precondition: the same ensemble at each call since the last forget().
  const Spread& of(const Ensemble& ensemble, model::Metric metric, std::size_t position);
  void forget() { found_.clear(); }

 private:
  std::map<std::pair<model::Metric, std::size_t>, Spread> found_;
};

}  // namespace zhengshe::study
