// What a plan weighs against one another, in the order in which it is shown.
#pragma once

#include "app/translate.h"
#include "model/plan.h"

namespace zhengshe::app {

struct WeightLabel {
  Key label;
  double model::ObjectiveWeights::*weight;
};

inline constexpr WeightLabel kWeightLabels[] = {
    {Key::weight_output, &model::ObjectiveWeights::output},
    {Key::weight_income, &model::ObjectiveWeights::income},
    {Key::weight_quality, &model::ObjectiveWeights::quality},
    {Key::weight_convenience, &model::ObjectiveWeights::convenience},
    {Key::weight_team_cost, &model::ObjectiveWeights::team_cost},
};

}  // namespace zhengshe::app
