// Which assumptions drive an outcome, on the command line.
#include <algorithm>
#include <cstdio>

#include "cli.h"
#include "cli_progress.h"
#include "study/sensitivity.h"

namespace zhengshe::cli {
namespace {

constexpr int kUsualBase = 256;
constexpr int kWalks = 10;

template <class Plan>
std::vector<double> outcomes_of(const Plan& plan, const model::Scenario& scenario, const std::vector<model::Coefficient>& coefficients, const study::Outcome& outcome) {
  std::vector<double> outcomes;
  Progress bar("points", plan.points());
  for (int point = 0; point < plan.points(); ++point, bar.tell(point))
    outcomes.push_back(study::outcome_of(study::with_assumptions(scenario, coefficients, study::point_of(plan, point)), outcome));
  return outcomes;
}

}  // namespace

int sensitivity_command(const Arguments& arguments) {
  if (arguments.replications && arguments.replications->first != 0) throw Failure{kWrongUsage, "sensitivity takes a number of points; give N."};
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0], kUsualBase);
  study::Outcome outcome;
  outcome.plan = chosen_plan(arguments, scenario);
  outcome.metric = metric_of(arguments);
  outcome.window = study::last_days(scenario);
  const std::vector<model::Coefficient> coefficients = study::uncertain(scenario);
  if (coefficients.empty()) throw Failure{kProblemsInData, "No assumption of the scenario has a range."};
  const std::uint64_t seed = arguments.seed.value_or(scenario.seed);
  const auto factors = static_cast<int>(coefficients.size());
  const study::SobolPlan sobol{factors, arguments.replications ? static_cast<int>(std::min<std::int64_t>(arguments.replications->end, 65536)) : kUsualBase, seed};
  const study::MorrisPlan morris{factors, kWalks, seed};
  const std::vector<study::SobolIndex> indices = study::sobol_indices(sobol, outcomes_of(sobol, scenario, coefficients, outcome));
  const std::vector<study::MorrisEffect> effects = study::morris_effects(morris, outcomes_of(morris, scenario, coefficients, outcome));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < coefficients.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return indices[a].total > indices[b].total; });
  std::string csv = "assumption,total,total_p05,total_p95,first,first_p05,first_p95,effect_of_range,effect_size,effect_sd\r\n";
  for (const std::size_t i : order) {
    char text[240];
    const study::SobolIndex& index = indices[i];
    std::snprintf(text, sizeof text, ",%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.6g,%.6g,%.6g\r\n", index.total, index.total_low, index.total_high, index.first, index.first_low, index.first_high,
                  effects[i].mean, effects[i].mean_size, effects[i].sd);
    csv += std::string(model::id_of(coefficients[i])) + text;
  }
  write_output(arguments, csv);
  return kFine;
}

}  // namespace zhengshe::cli
