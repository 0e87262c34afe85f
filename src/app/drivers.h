// Which assumptions drive what a plan changes: asked once somebody wants to know (study/drivers.h).
#pragma once

#include <optional>
#include <vector>

#include "app/point_work.h"
#include "study/drivers.h"

namespace zhengshe::app {

class Drivers : public PointWork {
 public:
  // Begins with the metric over the last days under the plan, against left alone.
  void ask(const model::Scenario& scenario, model::PlanId plan, model::Metric metric);
  // Of a document that is there no more.
  void clear();

  std::optional<model::Metric> metric() const { return metric_; }
  // The first round, of all assumptions, is still under way.
  bool is_screening() const { return question_.measured.empty(); }
  // What was found so far, what drives most first; empty until the first round is over.
  const std::vector<study::Driver>& found() const { return found_; }

 private:
  bool gather() override;

  std::optional<model::Metric> metric_;
  study::DriverQuestion question_;
  std::vector<study::Driver> found_;
};

}  // namespace zhengshe::app
