#include "app/planning.h"

namespace zhengshe::app {
namespace {

plan::PlanOptions options_of(const model::Scenario& scenario, plan::Strategy strategy) {
  plan::PlanOptions options;
  options.strategy = strategy;
  options.seed = scenario.seed;
  return options;
}

}  // namespace

void Planning::start(const model::Scenario& scenario, model::PlanId plan, plan::Strategy strategy) {
  work_ = std::make_unique<Work>(scenario, plan, options_of(scenario, strategy));
}

std::optional<MadePlan> Planning::step() {
  if (work_ == nullptr || work_->planner.step()) return std::nullopt;
  const std::unique_ptr<Work> done = std::move(work_);
  return made_by(*done);
}

std::optional<MadePlan> Planning::stop() {
  const std::unique_ptr<Work> stopped = std::move(work_);
  if (stopped == nullptr || !stopped->planner.standing()) return std::nullopt;
  return made_by(*stopped);
}

MadePlan Planning::made_by(const Work& work) {
  MadePlan made{work.strategy, work.planner.outcome(), std::nullopt, {}, {}, {}};
  if (!made.outcome.remaining.empty() && work.strategy == plan::Strategy::optimal) made.cures = plan::cures_for(work.scenario, work.planner.table());
  made.plan = plan::applied(*model::find_plan(work.scenario, work.plan), made.outcome);
  for (const plan::Week& week : work.planner.table().weeks) made.weeks.push_back(work.scenario.calendar.start + week.first_day);
  made.trial = plan::try_out(work.scenario, made.plan);
  return made;
}

}  // namespace zhengshe::app
