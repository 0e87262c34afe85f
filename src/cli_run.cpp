// Running scenarios on the command line.
#include <cstdio>

#include "cli.h"
#include "cli_text.h"
#include "io/json.h"
#include "io/scenario_json.h"
#include "sim/run.h"
#include "study/shard.h"

namespace zhengshe::cli {
namespace {

using model::Metric;
using sim::Arm;

// The replications that the arguments ask for; the centre run where they ask for none.
std::vector<std::int64_t> wanted(const Arguments& arguments) {
  if (!arguments.replications) return {sim::kCentre};
  std::vector<std::int64_t> list;
  for (std::int64_t i = arguments.replications->first; i < arguments.replications->end; ++i) list.push_back(i);
  return list;
}

std::string name_of(std::int64_t replication) { return replication == sim::kCentre ? "centre" : std::to_string(replication); }

sim::RunOptions options_of(const Arguments& arguments, const model::Scenario& scenario, std::int64_t replication) {
  sim::RunOptions options;
  options.plan = chosen_plan(arguments, scenario);
  options.seed = arguments.seed.value_or(scenario.seed);
  options.replication = replication;
  options.hash_days = arguments.each_day;
  return options;
}

void add_days(std::string& csv, const model::Scenario& scenario, std::int64_t replication, const sim::RunResult& result) {
  for (const Arm arm : {Arm::planned, Arm::left_alone}) {
    const sim::DailySeries& city = result.arm(arm).city;
    for (int day = 0; day < city.days(); ++day) {
      csv += name_of(replication) + (arm == Arm::planned ? ",planned," : ",left_alone,") + model::format_date(scenario.calendar.start + day);
      for (const Metric metric : model::all_of<Metric>()) (csv += ',') += number(static_cast<double>(city.at(metric, day)), "%.7g");
      csv += "\r\n";
    }
  }
}

// Mean of a metric over the last month of days, and its change against the twin.
void add_summary(io::json::Writer& writer, const sim::RunResult& result) {
  constexpr int kMonth = 30;
  const auto mean = [&](Arm arm, Metric metric) {
    const sim::DailySeries& city = result.arm(arm).city;
    const int first = std::max(0, city.days() - kMonth);
    double sum = 0;
    for (int day = first; day < city.days(); ++day) sum += static_cast<double>(city.at(metric, day));
    return sum / std::max(1, city.days() - first);
  };
  writer.key("lastThirtyDays");
  writer.begin_object();
  for (const Metric metric : model::all_of<Metric>()) {
    writer.key(model::id_of(metric));
    writer.begin_object();
    for (const Arm arm : {Arm::planned, Arm::left_alone}) {
      writer.key(arm == Arm::planned ? "planned" : "leftAlone");
      writer.scalar(number(mean(arm, metric), "%.7g"));
    }
    writer.end_object();
  }
  writer.end_object();
}

std::string summary(const Arguments& arguments, const model::Scenario& scenario) {
  io::json::Writer writer;
  writer.begin_object();
  writer.key("title");
  writer.string(scenario.title.en);
  writer.key("scenario");
  writer.string(study::hexadecimal(study::fingerprint(io::write_scenario(scenario))));
  writer.key("behaviourVersion");
  writer.number(sim::kBehaviourVersion);
  writer.key("seed");
  writer.string(std::to_string(arguments.seed.value_or(scenario.seed)));
  writer.key("runs");
  writer.begin_array();
  for (const std::int64_t replication : wanted(arguments)) {
    const sim::RunResult result = sim::run(scenario, options_of(arguments, scenario, replication));
    writer.begin_object();
    writer.key("replication");
    writer.string(name_of(replication));
    writer.key("hash");
    writer.string(study::hexadecimal(result.planned.hash));
    writer.key("finished");
    if (result.finished_day < 0) writer.null();
    else writer.string(model::format_date(scenario.calendar.start + result.finished_day));
    add_summary(writer, result);
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return std::move(writer).finish();
}

}  // namespace

int run_command(const Arguments& arguments) {
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0]);
  if (arguments.format == "shard" || arguments.format == "bands") return shard_command(arguments, scenario);
  if (arguments.format == "json") {
    write_output(arguments, summary(arguments, scenario));
    return kFine;
  }
  std::string csv = "replication,arm,date";
  for (const Metric metric : model::all_of<Metric>()) (csv += ',') += model::id_of(metric);
  csv += "\r\n";
  for (const std::int64_t replication : wanted(arguments))
    add_days(csv, scenario, replication, sim::run(scenario, options_of(arguments, scenario, replication)));
  write_output(arguments, csv);
  return kFine;
}

int hash_command(const Arguments& arguments) {
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0]);
  std::string text;
  for (const std::int64_t replication : wanted(arguments)) {
    const sim::RunResult result = sim::run(scenario, options_of(arguments, scenario, replication));
    for (const Arm arm : {Arm::planned, Arm::left_alone}) {
      const sim::ArmResult& side = result.arm(arm);
      const std::string head = name_of(replication) + (arm == Arm::planned ? " planned " : " left_alone ");
      for (std::size_t day = 0; day < side.day_hashes.size(); ++day)
        text += head + model::format_date(scenario.calendar.start + static_cast<int>(day)) + " " + study::hexadecimal(side.day_hashes[day]) + "\n";
      if (!arguments.each_day) text += head + study::hexadecimal(side.hash) + "\n";
    }
  }
  write_output(arguments, text);
  return kFine;
}

int diff_command(const Arguments& arguments) {
  const model::Scenario first = load_to_run(arguments, arguments.files[0]);
  const model::Scenario second = load_to_run(arguments, arguments.files[1]);
  std::string text;
  for (const std::int64_t replication : wanted(arguments))
    for (const sim::StateDifference& difference : sim::diff(first, second, options_of(arguments, first, replication))) {
      text += name_of(replication) + " " + model::format_date(first.calendar.start + difference.day);
      text += difference.arm == Arm::planned ? " planned " : " left_alone ";
      text += "cooperative " + std::to_string(difference.cooperative.value) + " " + difference.field + ": ";
      text += io::json::number_text(difference.first) + " / " + io::json::number_text(difference.second) + "\n";
    }
  write_output(arguments, text);
  return text.empty() ? kFine : kProblemsInData;
}

}  // namespace zhengshe::cli
