#include "app/planning.h"

namespace zhengshe::app {
namespace {

plan::PlanOptions options_of(const model::Scenario& scenario) {
  plan::PlanOptions options;
  options.seed = scenario.seed;
  return options;
}

}  // namespace

Planning::Work::Work(const model::Scenario& of, model::PlanId id) : scenario(of), plan(id), planner(scenario, id, options_of(scenario)) {}

void Planning::start(const model::Scenario& scenario, model::PlanId plan, plan::Strategy strategy) {
  work_ = prepared_ != nullptr ? std::move(prepared_) : std::make_unique<Work>(scenario, plan);
  work_->strategy = strategy;
  work_->planner.choose(strategy);
}

void Planning::prepare(const model::Scenario& scenario, model::PlanId plan) {
  if (prepared_ == nullptr) prepared_ = std::make_unique<Work>(scenario, plan);
  prepared_->planner.prepare();
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
