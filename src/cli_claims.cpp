// Reported outcomes held against the model, on the command line.
#include <algorithm>
#include <cstdio>

#include "cli.h"
#include "cli_text.h"
#include "cli_progress.h"
#include "io/json.h"
#include "study/claims.h"

namespace zhengshe::cli {
namespace {

using study::ClaimResult;
using study::Verdict;

constexpr int kUsualClaimReplications = 2000;

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds: return "holds";
    case Verdict::fails: return "fails";
    case Verdict::within: return "within";
    case Verdict::outside: return "outside";
    case Verdict::unobservable: break;
  }
  return "unobservable";
}

// One line per claim: what was reported and where it lies among what the model would have shown.
std::string as_text(const model::Scenario& scenario, const std::vector<ClaimResult>& results) {
  std::string text = padded("claim", 7) + padded("kind", 17) + padded("reported", 10) + padded("observed 5/50/95 %", 30) + padded("percentile", 12) + padded("placebo", 9) +
                     padded("probability", 13) + padded("true effect", 13) + padded("defined", 12) + "verdict\n";
  for (std::size_t i = 0; i < results.size(); ++i) {
    const ClaimResult& result = results[i];
    const bool has_value = !result.is_probability;
    text += padded(scenario.claims[i].key, 7) + padded(std::string(model::id_of(scenario.claims[i].kind)), 17) + padded(number(result.reported, "%.4g"), 10);
    text += padded(has_value ? number(result.low, "%.4g") + " / " + number(result.median, "%.4g") + " / " + number(result.high, "%.4g") : "", 30);
    text += padded(has_value ? number(result.percentile, "%.1f") : "", 12) + padded(has_value ? number(result.placebo_percentile, "%.1f") : number(result.placebo_probability, "%.3f"), 9);
    text += padded(number(result.probability, "%.3f"), 13) + padded(number(result.mean_true_effect, "%+.4f"), 13);
    text += padded(std::to_string(result.defined) + "/" + std::to_string(result.replications), 12) + std::string(name_of(result.verdict)) + "\n";
  }
  return text;
}

std::string as_json(const model::Scenario& scenario, const std::vector<ClaimResult>& results) {
  io::json::Writer writer;
  writer.begin_array();
  for (std::size_t i = 0; i < results.size(); ++i) {
    const ClaimResult& result = results[i];
    writer.begin_object();
    const auto text = [&](std::string_view key, std::string_view value) {
      writer.key(key);
      writer.string(value);
    };
    const auto put = [&](std::string_view key, double value) {
      writer.key(key);
      writer.number(value);
    };
    text("key", scenario.claims[i].key);
    text("kind", model::id_of(scenario.claims[i].kind));
    text("verdict", name_of(result.verdict));
    put("reported", result.reported);
    put("replications", result.replications);
    put("defined", result.defined);
    put("percentile", result.percentile);
    put("placeboPercentile", result.placebo_percentile);
    put("probability", result.probability);
    put("placeboProbability", result.placebo_probability);
    put("low", result.low);
    put("median", result.median);
    put("high", result.high);
    put("placeboMedian", result.placebo_median);
    put("meanTrueEffect", result.mean_true_effect);
    writer.end_object();
  }
  writer.end_array();
  return std::move(writer).finish();
}

}  // namespace

int claims_command(const Arguments& arguments) {
  if (arguments.replications && arguments.replications->first != 0) throw Failure{kWrongUsage, "claims runs replications 0 to N-1; give N."};
  const bool json = is_json(arguments);
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0], kUsualClaimReplications);
  if (scenario.claims.empty()) throw Failure{kProblemsInData, "The scenario has no claims."};
  study::ClaimsOptions options;
  options.plan = chosen_plan(arguments, scenario);
  options.seed = arguments.seed.value_or(scenario.seed);
  options.replications = arguments.replications ? static_cast<int>(arguments.replications->end) : kUsualClaimReplications;
  options.threads = arguments.threads.value_or(1);
  std::optional<Progress> bar(std::in_place, "replications", options.replications);
  const std::vector<ClaimResult> results = study::hold_claims(scenario, options, [&](int done) { return bar->tell(done), true; });
  bar.reset();
  write_output(arguments, json ? as_json(scenario, results) : as_text(scenario, results));
  return kFine;
}

}  // namespace zhengshe::cli
