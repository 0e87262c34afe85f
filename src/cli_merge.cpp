// Replications made apart: shards, and what they say together.
#include <cstdio>

#include "cli.h"
#include "cli_progress.h"
#include "io/scenario_json.h"
#include "study/quantiles.h"
#include "study/shard.h"

namespace zhengshe::cli {
namespace {

using study::Shard;

constexpr double kLevels[] = {.05, .25, .5, .75, .95};

// Quantiles over the replications: a line per arm, kept day and metric.
std::string bands(const Shard& shard) {
  const std::vector<int> days = study::kept_days(shard.header.horizon_days, shard.header.stride_days);
  std::string csv = "arm,metric,date,replications,p05,p25,p50,p75,p95\r\n";
  std::vector<float> values(shard.digests.size());
  std::size_t column = 0;
  for (const char* arm : {"planned", "left_alone"})
    for (const model::Metric metric : model::all_of<model::Metric>())
      for (const int day : days) {
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = shard.digests[i].values[column];
        ++column;
        csv += std::string(arm) + "," + std::string(model::id_of(metric)) + "," + model::format_date(model::Date{shard.header.start + day}) + "," + std::to_string(values.size());
        for (const double value : study::quantiles(values, kLevels)) {
          char text[40];
          std::snprintf(text, sizeof text, ",%.9g", value);
          csv += text;
        }
        csv += "\r\n";
      }
  return csv;
}

void write_shard_or_bands(const Arguments& arguments, const Shard& shard) {
  write_output(arguments, arguments.format == "bands" ? bands(shard) : study::write_shard(shard));
}

}  // namespace

int shard_command(const Arguments& arguments, const model::Scenario& scenario) {
  if (!arguments.replications) throw Failure{kWrongUsage, "--format " + *arguments.format + " needs --replications."};
  study::ReplicationOptions options;
  options.plan = chosen_plan(arguments, scenario);
  options.seed = arguments.seed.value_or(scenario.seed);
  const std::uint64_t fingerprint = study::fingerprint(io::write_scenario(scenario));
  const auto [first, end] = *arguments.replications;
  std::optional<Progress> bar(std::in_place, "replications", end - first);
  const Shard shard = study::make_shard(scenario, fingerprint, options, static_cast<int>(first), static_cast<int>(end), arguments.threads.value_or(1), [&](int done) { bar->tell(done); });
  bar.reset();  // before anything is written
  write_shard_or_bands(arguments, shard);
  return kFine;
}

int merge_command(const Arguments& arguments) {
  if (arguments.format && *arguments.format != "shard" && *arguments.format != "bands") throw Failure{kWrongUsage, "merge writes --format shard or bands."};
  std::vector<Shard> shards;
  std::string reason;
  for (const std::string& name : arguments.files) {
    std::optional<Shard> shard = study::read_shard(read_file(name), reason);
    if (!shard) throw Failure{kProblemsInData, name + " " + reason + "."};
    shards.push_back(std::move(*shard));
  }
  const std::optional<Shard> merged = study::merge_shards(std::move(shards), reason);
  if (!merged) throw Failure{kProblemsInData, reason};
  write_shard_or_bands(arguments, *merged);
  return kFine;
}

}  // namespace zhengshe::cli
