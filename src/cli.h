// The command-line program: one table of commands, each a function of its arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/issue.h"
#include "model/scenario.h"
#include "study/claims.h"

namespace zhengshe::cli {

enum ExitCode : int { kFine = 0, kProblemsInData = 1, kWrongUsage = 2, kEnvironment = 3 };

// Ends a command: what went wrong, for a person, and the exit code.
struct Failure {
  ExitCode code = kWrongUsage;
  std::string message;
};

struct Replications {
  std::int64_t first = 0;
  std::int64_t end = 0;  // half-open
};

// What the words after the command say.
struct Arguments {
  std::vector<std::string> files;  // "-" is standard input
  std::optional<std::string> output;
  std::optional<std::string> plan;
  std::optional<std::string> scenario;
  std::optional<std::string> format;
  std::optional<std::string> strategy;
  std::optional<std::string> metric;
  std::optional<std::uint64_t> seed;
  std::optional<int> cooperatives;
  std::optional<int> threads;
  std::optional<int> effort;
  std::optional<Replications> replications;
  bool chinese = false;
  bool json = false;
  bool each_day = false;
  bool anyway = false;
  bool kunming = false;
  bool list = false;
  bool read = false;
  bool help = false;
};

struct Option {
  std::string_view name;   // "--seed"
  std::string_view value;  // "N", or "" where it stands alone
  std::string_view help;
};

struct Command {
  std::string_view name;
  std::string_view operands;  // "FILE"
  int fewest_files;
  int most_files;
  std::string_view help;
  std::vector<std::string_view> options;  // of option_table()
  int (*run)(const Arguments&);
};

const std::vector<Option>& option_table();

// Throws Failure for an unknown option, a missing or bad value, or an option that the command does not know.
Arguments parse_arguments(const Command& command, const std::vector<std::string>& words);

// Throws Failure.
std::string read_file(const std::string& name);
// To standard output, or to the file of -o: complete or not at all.
void write_output(const Arguments& arguments, std::string_view text);

// The scenario of a file. Its notices go to standard error; throws Failure where it has errors, after printing them.
model::Scenario load(const Arguments& arguments, const std::string& name);

// The same, to be simulated as often as --replications says, or `usual`: where that would take very long, only with --anyway.
model::Scenario load_to_run(const Arguments& arguments, const std::string& name, int usual = 1);

// Problems for a person, or as JSON with --json: file, severity, code, path, line, column, message.
std::string problem_list(const Arguments& arguments, const std::string& name, const model::Issues& issues);

// The plan that --plan names by id or name, else the first; kLeftAlone for "left_alone" or where there is none.
model::PlanId chosen_plan(const Arguments& arguments, const model::Scenario& scenario);

// The metric of --metric; good_output_per_member without it. Throws Failure for any other word.
model::Metric metric_of(const Arguments& arguments);

// Whether --format asks for JSON; throws Failure where it asks for what only run writes.
bool is_json(const Arguments& arguments);

int run_command(const Arguments& arguments);
// run with --format shard or bands: replications for merge, or their quantiles.
int shard_command(const Arguments& arguments, const model::Scenario& scenario);
int merge_command(const Arguments& arguments);
int hash_command(const Arguments& arguments);
int diff_command(const Arguments& arguments);
int claims_command(const Arguments& arguments);
int plan_command(const Arguments& arguments);
int evaluate_command(const Arguments& arguments);
int sensitivity_command(const Arguments& arguments);
int compare_command(const Arguments& arguments);
int calibrate_command(const Arguments& arguments);
int inspection_command(const Arguments& arguments);
int sizes_command(const Arguments& arguments);
int validate_command(const Arguments& arguments);
int migrate_command(const Arguments& arguments);
int generate_command(const Arguments& arguments);
int link_command(const Arguments& arguments);
int schema_command(const Arguments& arguments);

}  // namespace zhengshe::cli
