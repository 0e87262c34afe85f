// Fitting assumptions to observations on the command line.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <thread>

#include "cli.h"
#include "cli_progress.h"
#include "io/scenario_json.h"
#include "study/fit.h"

namespace zhengshe::cli {
namespace {

constexpr int kUsualCandidates = 2000;
constexpr double kShare = 0.05;  // of the candidates, those nearest to what was observed

// [candidate × targets + target]; thread t takes every so-manieth candidate from the t-th on.
std::vector<double> all_outcomes(const model::Scenario& scenario, model::PlanId plan, std::uint64_t seed, const std::vector<study::Target>& targets, int candidates, int threads) {
  std::vector<double> outcomes(static_cast<std::size_t>(candidates) * targets.size());
  std::vector<std::thread> workers;
  Progress bar("replications", candidates);  // told by the first thread, for all
  for (int first = 0; first < threads; ++first)
    workers.emplace_back([&, first] {
      for (int candidate = first; candidate < candidates; candidate += threads) {
        const std::vector<double> shown = study::outcomes_of(scenario, plan, seed, targets, candidate);
        std::copy(shown.begin(), shown.end(), outcomes.begin() + static_cast<std::ptrdiff_t>(candidate) * static_cast<std::ptrdiff_t>(targets.size()));
        if (first == 0) bar.tell(std::min(candidates, candidate + threads));
      }
    });
  for (std::thread& worker : workers) worker.join();
  return outcomes;
}

std::string report(const model::Scenario& scenario, const std::vector<study::Target>& targets, const study::Fit& fit) {
  std::string text;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    char value[40];
    std::snprintf(value, sizeof value, "%.6g", targets[i].value);
    text += (fit.used[i] ? "fitted to   " : "left out    ") + targets[i].name + ": " + value + (fit.used[i] ? "\n" : ", which most replications do not show\n");
  }
  char line[160];
  std::snprintf(line, sizeof line, "worth       %.1f equal replications\n%-24s %28s   %s\n", fit.posterior.effective_size, "assumption", "documented", "fitted 5 / 50 / 95 %");
  text += line;
  for (const study::FittedAssumption& fitted : fit.assumptions) {
    const model::Quantity& known = scenario.assumptions[fitted.coefficient].quantity;
    std::snprintf(line, sizeof line, "%-24s %8.4g / %8.4g / %8.4g   %.4g / %.4g / %.4g\n", std::string(model::id_of(fitted.coefficient)).c_str(), known.low, known.value, known.high, fitted.low,
                  fitted.median, fitted.high);
    text += line;
  }
  return text;
}

}  // namespace

int calibrate_command(const Arguments& arguments) {
  if (arguments.replications && arguments.replications->first != 0) throw Failure{kWrongUsage, "calibrate takes a number of replications; give N."};
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0], kUsualCandidates);
  const std::vector<study::Target> targets = study::targets_of(scenario);
  const model::PlanId plan = chosen_plan(arguments, scenario);
  if (targets.empty()) throw Failure{kProblemsInData, "The scenario has neither monthly outcomes nor claims with a value to fit to."};
  const std::uint64_t seed = arguments.seed.value_or(scenario.seed);
  const int candidates = arguments.replications ? static_cast<int>(arguments.replications->end) : kUsualCandidates;
  const std::vector<double> outcomes = all_outcomes(scenario, plan, seed, targets, candidates, arguments.threads.value_or(1));
  const study::Fit fit = study::fit(scenario, seed, targets, outcomes, kShare);
  if (fit.assumptions.empty()) throw Failure{kProblemsInData, "No replication comes near what was observed; run more of them, or look at the ranges of the assumptions."};
  std::cerr << report(scenario, targets, fit);
  write_output(arguments, io::write_scenario(study::with_fit(scenario, fit)));
  return kFine;
}

}  // namespace zhengshe::cli
