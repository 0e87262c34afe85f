// A document or an edit whose simulation would take very long: it is held back until a person says that it is meant, is
// then simulated day by day beside everything else, and takes the place of the open document once it is done.
#pragma once

#include <memory>
#include <string>

#include "model/issue.h"
#include "model/scenario.h"
#include "sim/run.h"

namespace zhengshe::app {

struct HeavyWork {
  std::string name;  // of the file, or what the edit is
  bool is_edit = false;
  model::Scenario scenario;
  model::PlanId plan;  // under which it is shown
  model::Text estimate;
  std::unique_ptr<sim::LongRun> run;  // once it was begun; of `scenario`, which stays where it is
};

}  // namespace zhengshe::app
