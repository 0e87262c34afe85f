// A sceptic's evaluation on the command line: each estimator beside the truth.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli.h"
#include "cli_text.h"
#include "io/json.h"
#include "study/evaluation.h"

namespace zhengshe::cli {
namespace {

using model::Metric;
using study::Beside;
using study::Evaluation;

// Logarithms as per cent, other metrics in their own unit.
std::string amount(const Evaluation& evaluation, double value) {
  char text[40];
  if (study::in_logs(evaluation.metric)) std::snprintf(text, sizeof text, "%+.2f %%", 100 * std::expm1(value));
  else std::snprintf(text, sizeof text, "%+.4g", value);
  return text;
}

std::string line(const Evaluation& evaluation, std::string_view name, const Beside& beside) {
  std::string text = "  " + padded(std::string(name), 34);
  if (!beside.estimate.identified) return text + "not identified: nobody is left to compare with\n";
  return text + padded(amount(evaluation, beside.estimate.value), 12) + padded("+-" + amount(evaluation, 1.96 * beside.estimate.standard_error).substr(1), 11) + amount(evaluation, beside.truth) + "\n";
}

std::string sentences(const Evaluation& evaluation) {
  const auto says = [&](double value) { return amount(evaluation, value); };
  std::string text;
  if (evaluation.before_after.estimate.identified) {
    text += "\nWhy before and after shows " + says(evaluation.before_after.estimate.value) + ":\n  " + padded(says(evaluation.parts.effect), 12) + "is what the measures did;\n  " +
            padded(says(evaluation.parts.common), 12) + "all cooperatives would have changed by in the same months, left alone (season and trend);\n  " +
            padded(says(evaluation.parts.selection), 12) + "is who was chosen when, and chance.\n";
  }
  if (evaluation.regression_to_the_mean.identified)
    text += "Of it, the first cohort was expected to change by " + says(evaluation.regression_to_the_mean.value) + " just by returning to the mean.\n";
  if (!evaluation.bacon.empty())
    text += "Two-way fixed effects put " + number(100 * study::forbidden_weight(evaluation.bacon), "%.0f") + " % of their weight on comparisons with cooperatives already treated.\n";
  if (evaluation.group_time.estimate.identified)
    text += "Batches reassigned at random give a group-time effect at least as large with p = " + number(evaluation.permutation_p, "%.3g") + ".\n";
  const study::Showcases& cases = evaluation.showcases;
  if (cases.treated > 0)
    text += "The best of " + std::to_string(cases.treated) + " changed by " + says(cases.best) + "; so many give " + says(cases.expected_best) + " by chance around their mean, and " +
            says(cases.expected_best_of_nothing) + " left alone.\n";
  if (evaluation.minimum_detectable.identified) text += "The smallest effect that this design finds four times out of five is about " + says(evaluation.minimum_detectable.value) + ".\n";
  return text;
}

std::string as_text(const Evaluation& evaluation) {
  std::string text = std::string(model::id_of(evaluation.metric)) + ", " + std::to_string(evaluation.treated) + " of " + std::to_string(evaluation.cooperatives) + " cooperatives treated\n";
  text += evaluation.truth ? "True mean effect over all treated months: " + amount(evaluation, *evaluation.truth) + "\n\n" : "Nobody is treated: there is no effect to find.\n\n";
  text += "  " + padded("estimator", 34) + padded("estimate", 12) + padded("95 %", 11) + "truth of the same cells\n";
  text += line(evaluation, "before and after", evaluation.before_after);
  text += line(evaluation, "difference-in-differences", evaluation.difference_in_differences);
  text += line(evaluation, "two-way fixed effects", evaluation.two_way);
  text += line(evaluation, "group-time, overall", evaluation.group_time);
  for (std::size_t i = 0; i < evaluation.events.size(); ++i)
    text += line(evaluation, "  " + std::to_string(evaluation.events[i].since_start) + " months after the start", {evaluation.events[i].effect, evaluation.true_events[i].effect.value});
  return text + sentences(evaluation);
}

std::string as_text(const std::vector<study::TrackRecord>& records) {
  std::string text = padded("estimator", 28) + padded("identified", 13) + padded("mean", 11) + padded("truth", 11) + padded("RMS error", 11) + "95 % interval holds the truth\n";
  for (const study::TrackRecord& record : records)
    text += padded(std::string(record.estimator), 28) + padded(std::to_string(record.identified) + "/" + std::to_string(record.replications), 13) + padded(number(record.mean_estimate, "%+.4f"), 11) +
            padded(number(record.mean_truth, "%+.4f"), 11) + padded(number(record.root_mean_square_error, "%.4f"), 11) + number(100 * record.covered, "%.0f %%") + "\n";
  return text;
}

void put(io::json::Writer& writer, std::string_view key, const Beside& beside) {
  writer.key(key);
  writer.begin_object(true);
  writer.key("identified");
  writer.boolean(beside.estimate.identified);
  for (const auto& [name, value] : {std::pair{"estimate", beside.estimate.value}, {"standardError", beside.estimate.standard_error}, {"truth", beside.truth}}) {
    writer.key(name);
    if (beside.estimate.identified) writer.number(value);
    else writer.null();
  }
  writer.end_object();
}

std::string as_json(const std::vector<Evaluation>& evaluations, std::int64_t first) {
  io::json::Writer writer;
  writer.begin_array();
  for (const Evaluation& evaluation : evaluations) {
    writer.begin_object();
    const auto value = [&](std::string_view key, double number) {
      writer.key(key);
      writer.number(number);
    };
    value("replication", static_cast<double>(first++));
    writer.key("metric");
    writer.string(model::id_of(evaluation.metric));
    value("cooperatives", evaluation.cooperatives);
    value("treated", evaluation.treated);
    if (evaluation.truth) value("truth", *evaluation.truth);
    put(writer, "beforeAfter", evaluation.before_after);
    put(writer, "differenceInDifferences", evaluation.difference_in_differences);
    put(writer, "twoWayFixedEffects", evaluation.two_way);
    put(writer, "groupTime", evaluation.group_time);
    value("forbiddenWeight", study::forbidden_weight(evaluation.bacon));
    value("permutationP", evaluation.permutation_p);
    value("effect", evaluation.parts.effect);
    value("common", evaluation.parts.common);
    value("selection", evaluation.parts.selection);
    writer.end_object();
  }
  writer.end_array();
  return std::move(writer).finish();
}

Metric chosen_metric(const Arguments& arguments) {
  if (!arguments.metric) return Metric::good_output_per_member;
  std::string known;
  for (const Metric metric : model::all_of<Metric>()) {
    if (!study::has_panel(metric)) continue;
    if (model::id_of(metric) == *arguments.metric) return metric;
    known += (known.empty() ? "" : ", ") + std::string(model::id_of(metric));
  }
  throw Failure{kWrongUsage, "--metric is one of " + known + "."};
}

}  // namespace

int evaluate_command(const Arguments& arguments) {
  const Metric metric = chosen_metric(arguments);
  const bool json = is_json(arguments);
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0]);
  const Replications range = arguments.replications.value_or(Replications{0, 1});
  sim::RunOptions options;
  options.plan = chosen_plan(arguments, scenario);
  options.seed = arguments.seed.value_or(scenario.seed);
  std::vector<Evaluation> evaluations;
  for (options.replication = range.first; options.replication < range.end; ++options.replication)
    evaluations.push_back(study::evaluate(study::panels_of(scenario, sim::run(scenario, options), metric), metric, options.seed));
  if (json) write_output(arguments, as_json(evaluations, range.first));
  else if (evaluations.size() == 1) write_output(arguments, as_text(evaluations.front()));
  else write_output(arguments, as_text(study::track_records(evaluations)));
  return kFine;
}

}  // namespace zhengshe::cli
