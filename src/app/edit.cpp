#include "app/edit.h"

#include "model/validate.h"

namespace zhengshe::app {

EditResult apply(const model::Scenario& scenario, const Edit& edit) { return app::apply(scenario, std::vector{edit}); }

EditResult apply(const model::Scenario& scenario, const std::vector<Edit>& edits) {
  model::Scenario staged = scenario;
  for (const Edit& edit : edits)
    if (model::Issues issues = edit.carry_out(staged); !issues.empty()) return issues;
  model::Issues issues = model::validate(staged);
  if (model::has_errors(issues)) return issues;
  return staged;
}

}  // namespace zhengshe::app
