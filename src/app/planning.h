// Planning anew who of the shown plan starts when and with what, in steps between frames. What comes of it is an edit
// that can be undone; its reasons stay to be read for as long as the plan is as it was made.
#pragma once

#include <memory>
#include <optional>

#include "plan/planner.h"
#include "plan/worth.h"

namespace zhengshe::app {

struct MadePlan {
  plan::Strategy strategy = plan::Strategy::optimal;
  plan::Outcome outcome;
  std::optional<plan::Cures> cures;  // where somebody has no place in the best plan
  model::Plan plan;                  // as it was made
  std::vector<model::Date> weeks;    // first days, by week
  plan::Trial trial;                 // what becomes of it in the simulation
};

class Planning {
 public:
  // Begins anew, with what was prepared since cancel(). Precondition: the plan exists and has a batch with somebody.
  void start(const model::Scenario& scenario, model::PlanId plan, plan::Strategy strategy);

  // A piece of what every plan for this begins with, for whoever may be about to start.
  void prepare(const model::Scenario& scenario, model::PlanId plan);
  bool is_prepared() const { return prepared_ != nullptr && prepared_->planner.is_prepared(); }

  // Forgets all of it. Whenever scenario or plan are others.
  void cancel() {
    work_.reset();
    prepared_.reset();
  }

  // Ends the work. The best plan so far, where everybody has a place in one.
  std::optional<MadePlan> stop();

  bool is_running() const { return work_ != nullptr; }
  double progress() const { return work_ != nullptr ? work_->planner.progress() : 1; }

  // What the best plan so far is worth, and no plan passes.
  std::optional<plan::Planner::Standing> standing() const { return work_ != nullptr ? work_->planner.standing() : std::nullopt; }

  // A piece of work of a few milliseconds. The plan, once it is made.
  std::optional<MadePlan> step();

 private:
  struct Work {
    Work(const model::Scenario& of, model::PlanId id);
    model::Scenario scenario;  // which the planner refers to
    model::PlanId plan;
    plan::Strategy strategy = plan::Strategy::optimal;
    plan::Planner planner;
  };
  static MadePlan made_by(const Work& work);

  std::unique_ptr<Work> work_;
  std::unique_ptr<Work> prepared_;
};

}  // namespace zhengshe::app
