#include "app/drivers.h"

#include "study/compare.h"

namespace zhengshe::app {

void Drivers::ask(const model::Scenario& scenario, model::PlanId plan, model::Metric metric) {
  metric_ = metric;
  found_.clear();
  question_ = {{plan, metric, true, study::last_days(scenario)}, {}};
  const bool possible = plan && !scenario.cooperatives.empty() && fits_in_frame(scenario);
  begin(scenario, errand_of(question_), possible ? static_cast<std::size_t>(study::points_of(scenario, question_)) : 0, 1);
}

void Drivers::clear() {
  metric_.reset();
  found_.clear();
  question_ = {};
  forget();
}

bool Drivers::gather() {
  if (is_screening()) {
    if (!is_done()) return false;
    found_ = study::screened(scenario(), values());
    question_ = study::second_round(question_, found_);
    if (!is_screening()) begin(scenario(), errand_of(question_), static_cast<std::size_t>(study::points_of(scenario(), question_)), 1);
    return true;
  }
  // A first picture early, and twice as good ones after it.
  const auto bases = done() / static_cast<std::size_t>(study::points_per_base(question_));
  const bool whole = done() % static_cast<std::size_t>(study::points_per_base(question_)) == 0;
  if (!is_done() && (!whole || bases < 32 || (bases & (bases - 1)) != 0)) return false;
  study::measure(found_, scenario(), question_, values());
  return true;
}

}  // namespace zhengshe::app
