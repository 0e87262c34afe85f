// Plans against each other and against being left alone, on the command line.
#include <algorithm>
#include <cstdio>
#include <map>

#include "cli.h"
#include "cli_text.h"
#include "cli_progress.h"
#include "io/json.h"
#include "study/compare.h"

namespace zhengshe::cli {
namespace {

using model::Metric;

constexpr int kUsualComparedReplications = 200;

// A plan, or nobody treated, among those compared.
struct Rival {
  model::PlanId plan;
  std::string name;
  double mean = 0;
  double regret = 0;
  study::PairedDifference difference;  // to the first
};

struct Comparison {
  study::Yardstick yardstick;
  std::vector<Rival> rivals;                             // the chosen plan first
  std::vector<study::CooperativeDifference> differences; // of the first to left alone, by cooperative
  std::vector<study::Turn> turns;                        // that flip the choice between the first and the best other
};

// The chosen plan, the other plans in their order, left alone.
std::vector<Rival> rivals_of(const model::Scenario& scenario, model::PlanId chosen) {
  std::vector<Rival> rivals;
  for (const model::Plan& plan : scenario.plans) rivals.push_back({plan.id, plan.name.en, 0, 0, {}});
  rivals.push_back({model::kLeftAlone, "left alone", 0, 0, {}});
  const auto first = std::find_if(rivals.begin(), rivals.end(), [&](const Rival& rival) { return rival.plan == chosen; });
  std::rotate(rivals.begin(), first, first + 1);
  return rivals;
}

Comparison compare(const Arguments& arguments, const model::Scenario& scenario) {
  const int count = arguments.replications ? static_cast<int>(arguments.replications->end) : kUsualComparedReplications;
  const std::uint64_t seed = arguments.seed.value_or(scenario.seed);
  const Metric metric = metric_of(arguments);
  Comparison made{{metric, study::last_days(scenario), study::less_is_better(metric)}, rivals_of(scenario, chosen_plan(arguments, scenario)), {}, {}};
  std::vector<std::vector<double>> values;
  {
    Progress bar("plans", static_cast<std::int64_t>(made.rivals.size()));
    for (const Rival& rival : made.rivals) {
      values.push_back(study::plan_values(scenario, rival.plan, made.yardstick, seed, count));
      bar.tell(static_cast<std::int64_t>(values.size()));
    }
  }
  const std::vector<double> regrets = study::mean_regrets(values, made.yardstick.less_is_better);
  for (std::size_t i = 0; i < values.size(); ++i) {
    Rival& rival = made.rivals[i];
    for (const double value : values[i]) rival.mean += value / count;
    rival.regret = regrets[i];
    rival.difference = study::compare(values[i], values[0], made.yardstick.less_is_better);
  }
  const auto best_other = std::min_element(regrets.begin() + 1, regrets.end());
  if (count >= 3 && best_other != regrets.end())
    made.turns = study::turns(scenario, seed, values[0], values[static_cast<std::size_t>(best_other - regrets.begin())], made.yardstick.less_is_better);
  std::erase_if(made.turns, [](const study::Turn& turn) { return !turn.flips(); });
  made.differences = study::compare_cooperatives(scenario, made.rivals[0].plan, model::kLeftAlone, made.yardstick);
  return made;
}

// The mean difference of the cooperatives with each key, in order; key 0: in no batch.
template <class Key>
std::string groups(const std::string& what, const std::vector<study::CooperativeDifference>& differences, Key key_of) {
  std::map<std::uint32_t, std::pair<double, int>> sums;
  for (const study::CooperativeDifference& difference : differences) {
    auto& [sum, count] = sums[key_of(difference)];
    sum += difference.difference();
    ++count;
  }
  std::string text;
  for (const auto& [key, group] : sums)
    text += (key == 0 ? "no " + what : what + " " + std::to_string(key)) + ": " + number(group.first / group.second, "%+.4g") + ", mean of " + std::to_string(group.second) + "\n";
  return text;
}

std::string as_text(const Comparison& made) {
  const std::string first = made.rivals[0].name;
  std::string text = "Mean " + std::string(model::id_of(made.yardstick.metric)) + " of the last days, regret, and against " + first + ": difference [95 % of its mean] 5 % / 95 %, P(better)\n";
  for (const Rival& rival : made.rivals) {
    const study::PairedDifference& d = rival.difference;
    text += rival.name + ": " + number(rival.mean, "%.5g") + ", regret " + number(rival.regret, "%.4g");
    if (&rival != made.rivals.data())
      text += "; " + number(d.mean, "%+.4g") + number(d.mean_low, " [%+.4g") + number(d.mean_high, " %+.4g]") + number(d.low, " %+.4g") + number(d.high, " / %+.4g") + number(d.probability_better, ", P %.3f");
    text += "\n";
  }
  for (const study::Turn& turn : made.turns)
    text += "turns on " + std::string(model::id_of(turn.coefficient)) + ": P(better) of " + first + " against the best other " + number(turn.low, "%.3f") + " where it is low, " + number(turn.high, "%.3f") +
            " where it is high\n";
  text += "\n" + first + " against left alone, centre run, by cooperative:\n" + groups("trade", made.differences, [](const auto& d) { return d.trade.value; }) +
          groups("batch", made.differences, [](const auto& d) { return d.batch.value; });
  const std::vector<study::CooperativeDifference> worse = study::losers(made.differences, made.yardstick.less_is_better);
  text += "worse off: " + std::to_string(worse.size()) + " of " + std::to_string(made.differences.size()) + "\n";
  for (const study::CooperativeDifference& loser : worse) text += "cooperative " + std::to_string(loser.cooperative.value) + ": " + number(loser.difference(), "%+.4g") + number(loser.second, " from %.5g\n");
  return text;
}

void put(io::json::Writer& writer, std::string_view key, double value) {
  writer.key(key);
  writer.number(value);
}

void put(io::json::Writer& writer, const Rival& rival) {
  writer.begin_object();
  writer.key("plan");
  if (rival.plan) writer.number(rival.plan.value);
  else writer.string("left_alone");
  put(writer, "mean", rival.mean);
  put(writer, "regret", rival.regret);
  put(writer, "difference", rival.difference.mean);
  put(writer, "meanLow", rival.difference.mean_low);
  put(writer, "meanHigh", rival.difference.mean_high);
  put(writer, "low", rival.difference.low);
  put(writer, "high", rival.difference.high);
  put(writer, "probabilityBetter", rival.difference.probability_better);
  writer.end_object();
}

std::string as_json(const Comparison& made) {
  io::json::Writer writer;
  writer.begin_object();
  writer.key("metric");
  writer.string(model::id_of(made.yardstick.metric));
  writer.key("plans");
  writer.begin_array();
  for (const Rival& rival : made.rivals) put(writer, rival);
  writer.end_array();
  writer.key("cooperatives");
  writer.begin_array();
  for (const study::CooperativeDifference& d : made.differences) {
    writer.begin_object();
    put(writer, "id", d.cooperative.value);
    put(writer, "trade", d.trade.value);
    put(writer, "batch", d.batch.value);
    put(writer, "planned", d.first);
    put(writer, "leftAlone", d.second);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return std::move(writer).finish();
}

}  // namespace

int compare_command(const Arguments& arguments) {
  if (arguments.replications && arguments.replications->first != 0) throw Failure{kWrongUsage, "compare runs replications 0 to N-1; give N."};
  const bool json = is_json(arguments);
  const Comparison made = compare(arguments, load_to_run(arguments, arguments.files[0], kUsualComparedReplications));
  write_output(arguments, json ? as_json(made) : as_text(made));
  return kFine;
}

}  // namespace zhengshe::cli
