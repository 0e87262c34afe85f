// Planning on the command line.
#include <cstdio>
#include <iostream>

#include "cli.h"
#include "cli_text.h"
#include "io/scenario_json.h"
#include "plan/contest.h"
#include "plan/planner.h"
#include "plan/worth.h"

namespace zhengshe::cli {
namespace {

std::string trial_text(const model::Plan& plan, const plan::Trial& trial, double planned) {
  const std::string done = trial.done ? model::format_date(*trial.done) : "not within the horizon";
  const bool late = !trial.done || plan.deadline < *trial.done;
  return "simulated   " + number(trial.points, "%.3f") + " points, " + number(planned == 0 ? 0 : 100 * (trial.points / planned - 1), "%.2f") + " % from the planned value; all done " +
         done + ", deadline " + model::format_date(plan.deadline) + (late ? ": late\n" : "\n");
}

// Each of them alone would do.
std::string cures_text(const plan::Cures& cures) {
  std::vector<std::string> all;
  if (cures.teams) all.push_back(std::to_string(*cures.teams) + " more teams every week");
  if (cures.weeks) all.push_back(std::to_string(*cures.weeks) + " weeks until a later deadline");
  if (cures.batch_sizes) all.push_back("larger batches");
  if (all.empty()) return "cures       none of more teams, a later deadline and larger batches\n";
  std::string text = "cures       " + all[0];
  for (std::size_t i = 1; i < all.size(); ++i) text += ", or " + all[i];
  return text + "\n";
}

std::string contest_text(const plan::Contest& contest, std::int64_t count) {
  std::string text = "replicated  " + number(contest.points, "%.3f") + " points on average of " + std::to_string(count) + "\n";
  for (const plan::Rival& rival : contest.rivals)
    text += "against     " + std::string(model::id_of(rival.strategy)) + ": " + (rival.difference < 0 ? "" : "+") + number(rival.difference, "%.1f") + " points, better in " +
            number(100 * rival.chance, "%.1f") + " %" + (rival.chance > plan::kClearlyBetter ? "\n" : ": not clearly better\n");
  return text;
}

}  // namespace

int plan_command(const Arguments& arguments) {
  model::Scenario scenario = load_to_run(arguments, arguments.files[0]);
  const model::PlanId id = chosen_plan(arguments, scenario);
  const int at = model::index_of(scenario, id);
  if (at < 0 || scenario.plans[static_cast<std::size_t>(at)].batches.empty()) throw Failure{kProblemsInData, "There is no plan with a batch to plan for."};
  plan::PlanOptions options;
  options.effort = arguments.effort.value_or(1);
  options.seed = arguments.seed.value_or(scenario.seed);
  if (arguments.strategy) {
    const auto strategy = model::from_id<plan::Strategy>(*arguments.strategy);
    if (!strategy) throw Failure{kWrongUsage, "There is no strategy \"" + *arguments.strategy + "\"; there are optimal, worst_first, easiest_first, largest_first, by_trade, random_in_strata."};
    options.strategy = *strategy;
  }
  plan::Planner planner(scenario, id, options);
  const plan::Outcome outcome = plan::plan_to_the_end(planner);
  model::Scenario planned = scenario;
  planned.plans[static_cast<std::size_t>(at)] = plan::applied(scenario.plans[static_cast<std::size_t>(at)], outcome);
  std::string text = "value       " + number(outcome.value, "%.3f") + " points\n";
  if (outcome.remaining.empty()) text += "bound       " + number(outcome.bound, "%.3f") + " points\ngap         " + number(100 * outcome.gap, "%.3f") + " %\n";
  if (outcome.reserve_days > 0) text += "reserve     " + std::to_string(outcome.reserve_days) + (outcome.reserve_days == 1 ? " day" : " days") + " kept free before the deadline, since teams wait for one another\n";
  const model::Plan& made = planned.plans[static_cast<std::size_t>(at)];
  text += trial_text(made, plan::try_out(planned, made), outcome.value);
  if (!outcome.remaining.empty()) {
    text += "remaining   " + std::to_string(outcome.remaining.size()) + " cooperatives have no place before the deadline" + (outcome.proven_too_little ? ", and not all can\n" : "\n");
    if (options.strategy == plan::Strategy::optimal) text += cures_text(plan::cures_for(scenario, planner.table()));
  }
  if (arguments.replications) {
    const auto& [first, end] = *arguments.replications;
    text += contest_text(plan::hold_contest(scenario, id, outcome, options, static_cast<int>(first), static_cast<int>(end)), end - first);
  }
  std::cerr << text;
  write_output(arguments, io::write_scenario(planned));
  return kFine;
}

}  // namespace zhengshe::cli
