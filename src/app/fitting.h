// Fits the assumptions to what was observed, once somebody wants it (study/fit.h).
#pragma once

#include <optional>
#include <vector>

#include "app/point_work.h"
#include "study/fit.h"

namespace zhengshe::app {

class Fitting : public PointWork {
 public:
  // Begins with replications under the plan as candidates.
  void start(const model::Scenario& scenario, model::PlanId plan);
  // Of a document that is there no more.
  void clear();

  bool was_started() const { return started_; }
  const std::vector<study::Target>& targets() const { return targets_; }
  // Of all candidates; nothing before they are done. Without assumptions where none of them came near.
  const std::optional<study::Fit>& fit() const { return fit_; }

 private:
  bool gather() override;

  bool started_ = false;
  std::vector<study::Target> targets_;
  std::optional<study::Fit> fit_;
};

}  // namespace zhengshe::app
