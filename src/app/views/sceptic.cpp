#include "app/views/sceptic.h"

#include "sim/maths.h"
#include "study/evaluation.h"

namespace zhengshe::app::views {
namespace {

using study::Beside;
using study::Evaluation;

// Writes amounts of one metric: logarithms as changes, rates in percentage points.
struct Wording {
  Language language;
  bool in_logs = true;

  std::string change(double value) const {
    if (in_logs) return format_change(sim::exp(value) - 1);
    std::string text = format_change(value, 2);
    text.resize(text.find(' '));  // without its per cent
    return fill(tr(language, Key::percentage_points), {text});
  }

  // The size of a change, without a sign.
  std::string size(double value) const {
    const std::string text = change(value);
    return text[0] == '+' ? text.substr(1) : text;
  }
};

EstimatorRow row_of(const Wording& wording, Key name, const Beside& beside) {
  EstimatorRow row;
  row.name = tr(wording.language, name);
  row.is_identified = beside.estimate.identified;
  if (!row.is_identified) {
    row.estimate = tr(wording.language, Key::not_identified);
    return row;
  }
  row.estimate = wording.change(beside.estimate.value);
  row.error = "±" + wording.size(1.96 * beside.estimate.standard_error);
  row.truth = wording.change(beside.truth);
  return row;
}

std::vector<std::string> sentences_of(const Wording& wording, const Evaluation& evaluation) {
  std::vector<std::string> all;
  const auto say = [&](Key key, std::initializer_list<std::string_view> parts) { all.push_back(fill(tr(wording.language, key), parts)); };
  if (evaluation.before_after.estimate.identified)
    say(Key::before_after_parts, {wording.change(evaluation.before_after.estimate.value), wording.change(evaluation.parts.effect), wording.change(evaluation.parts.common),
                                  wording.change(evaluation.parts.selection)});
  if (evaluation.regression_to_the_mean.identified) say(Key::returning_to_the_mean, {wording.change(evaluation.regression_to_the_mean.value)});
  if (!evaluation.bacon.empty()) say(Key::forbidden_comparisons, {format_share(study::forbidden_weight(evaluation.bacon), 0)});
  if (evaluation.group_time.estimate.identified) say(Key::batches_reassigned, {format_share(evaluation.permutation_p, 0)});
  if (const study::Showcases& cases = evaluation.showcases; cases.treated > 1)
    say(Key::best_of_many, {std::to_string(cases.treated), wording.change(cases.best), wording.change(cases.expected_best), wording.change(cases.expected_best_of_nothing)});
  if (evaluation.minimum_detectable.identified) say(Key::smallest_effect, {wording.size(evaluation.minimum_detectable.value)});
  return all;
}

}  // namespace

Sceptic sceptic(const Session& session, model::Metric metric) {
  const model::Scenario& scenario = session.scenario();
  if (!fits_in_frame(scenario))
    return {std::string(tr(session.language(), Key::too_many_to_evaluate)), {}, {}};
  sim::RunOptions options;
  options.plan = session.plan_id();
  options.seed = scenario.seed;
  options.replication = 0;
  const Evaluation evaluation = study::evaluate(study::panels_of(scenario, sim::run(scenario, options), metric), metric, options.seed);
  const Wording wording{session.language(), study::in_logs(metric)};
  Sceptic result;
  if (!evaluation.truth) {
    result.truth = tr(wording.language, Key::nobody_treated);
    return result;
  }
  result.truth = fill(tr(wording.language, Key::true_mean_effect), {wording.change(*evaluation.truth)});
  result.estimators = {row_of(wording, Key::before_and_after, evaluation.before_after), row_of(wording, Key::difference_in_differences, evaluation.difference_in_differences),
                       row_of(wording, Key::two_way_fixed_effects, evaluation.two_way), row_of(wording, Key::group_time_effects, evaluation.group_time)};
  result.sentences = sentences_of(wording, evaluation);
  return result;
}

}  // namespace zhengshe::app::views
