#include "cli.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <limits>
#include <new>

namespace zhengshe::cli {
namespace {

const std::vector<Command>& command_table() {
  static const std::vector<Command> kCommands{
      {"run", "FILE", 1, 1, "Simulate a scenario and print its days (CSV), a summary (JSON), quantiles (bands) or a shard for merge.",
       {"--plan", "--seed", "--replications", "--threads", "--format", "--anyway", "-o", "--json"}, run_command},
      {"validate", "FILE...", 1, 1000, "Check scenario files and list every problem with its place.", {"--json", "--language"}, validate_command},
      {"hash", "FILE", 1, 1, "Print the hash of the last day's state, or of every day's.",
       {"--plan", "--seed", "--replications", "--each-day", "--anyway", "-o", "--json"}, hash_command},
      {"claims", "FILE", 1, 1, "Hold the reported outcomes against replications of the model.",
       {"--plan", "--seed", "--replications", "--threads", "--format", "--anyway", "-o", "--json"}, claims_command},
      {"evaluate", "FILE", 1, 1, "Evaluate replication 0 as a sceptic would, beside the truth; of several replications, how each estimator does.",
       {"--plan", "--seed", "--replications", "--metric", "--format", "--anyway", "-o", "--json"}, evaluate_command},
      {"compare", "FILE", 1, 1, "Compare a plan with the others and with nobody treated, by the same luck: differences, chances, regret, who loses.",
       {"--plan", "--seed", "--replications", "--metric", "--format", "--anyway", "-o", "--json"}, compare_command},
      {"calibrate", "FILE", 1, 1, "Fit the assumptions to monthly outcomes, or to claims where there are none, and write the file with the fitted ranges.",
       {"--plan", "--seed", "--replications", "--threads", "--anyway", "-o", "--json"}, calibrate_command},
      {"plan", "FILE", 1, 1, "Plan who is treated when, and write the file with that plan; tells value, bound and gap on standard error.",
       {"--plan", "--strategy", "--effort", "--seed", "--replications", "--anyway", "-o", "--json"}, plan_command},
      {"sensitivity", "FILE", 1, 1, "Rank the assumptions by their share in what the plan changes: Sobol indices of N base points, and screening.",
       {"--plan", "--seed", "--replications", "--metric", "--anyway", "-o", "--json"}, sensitivity_command},
      {"inspection", "FILE", 1, 1, "Rank the cooperatives by what one more day of inspection is worth, its teams' time taken off.",
       {"--plan", "--seed", "--replications", "--anyway", "-o", "--json"}, inspection_command},
      {"sizes", "FILE", 1, 1, "Print output per member against size, gross and good, and the best sizes: at the reference and for each trade.", {"-o", "--json"}, sizes_command},
      {"merge", "SHARD...", 1, 100000, "Join shards of replications to the bytes of one run, or print their quantiles (bands).", {"--format", "-o"}, merge_command},
      {"generate", "", 0, 0, "Make a scenario: Kunming 1957, another bundled one, or a portfolio of any size.",
       {"--kunming", "--scenario", "--list", "--cooperatives", "--seed", "-o"}, generate_command},
      {"migrate", "FILE", 1, 1, "Rewrite a scenario file in the current format.", {"-o", "--json"}, migrate_command},
      {"diff", "FILE FILE", 2, 2, "Show the first differences of two scenarios' states, day by day.", {"--plan", "--seed", "--replications", "--anyway", "-o", "--json"}, diff_command},
      {"link", "FILE", 1, 1, "Print the fragment of a link that holds the scenario; with --read, the scenario of a link.", {"--read", "-o", "--json"}, link_command},
      {"schema", "", 0, 0, "Print the JSON schema of scenario files.", {"-o"}, schema_command},
  };
  return kCommands;
}

std::string usage() {
  std::string text = "zhengshe - plan and simulate how cooperatives are put in order in batches\n\nUsage: zhengshe COMMAND [OPTION]... [FILE]...\n\nCommands:\n";
  for (const Command& command : command_table()) {
    std::string head = "  " + std::string(command.name) + " " + std::string(command.operands);
    head.resize(std::max<std::size_t>(head.size() + 1, 22), ' ');
    text += head + std::string(command.help) + "\n";
  }
  return text + "\nzhengshe COMMAND --help tells more. A FILE of - is standard input.\n"
                "Exit codes: 0 fine, 1 problems in the data, 2 wrong usage, 3 the environment (disk, memory).\n";
}

std::string usage_of(const Command& command) {
  std::string text = "Usage: zhengshe " + std::string(command.name) + " [OPTION]... " + std::string(command.operands) + "\n" + std::string(command.help) + "\n\nOptions:\n";
  for (const Option& option : option_table()) {
    if (option.name != "--help" && std::find(command.options.begin(), command.options.end(), option.name) == command.options.end()) continue;
    std::string head = "  " + std::string(option.name) + " " + std::string(option.value);
    head.resize(std::max<std::size_t>(head.size() + 1, 24), ' ');
    text += head + std::string(option.help) + "\n";
  }
  return text;
}

template <class Number>
Number to_number(std::string_view name, std::string_view text, Number lowest, Number highest) {
  Number number{};
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || number < lowest || number > highest)
    throw Failure{kWrongUsage, std::string(name) + " needs a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest) + ", not \"" + std::string(text) + "\"."};
  return number;
}

Replications to_replications(std::string_view text) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  const std::size_t dots = text.find("..");
  Replications range;
  if (dots == std::string_view::npos) {
    range.end = to_number<std::int64_t>("--replications", text, 1, kMost);
  } else {
    range.first = to_number<std::int64_t>("--replications", text.substr(0, dots), 0, kMost);
    range.end = to_number<std::int64_t>("--replications", text.substr(dots + 2), 1, kMost);
  }
  if (range.end <= range.first) throw Failure{kWrongUsage, "--replications A..B needs A below B; B itself is not run."};
  return range;
}

void set_option(Arguments& arguments, const std::string& name, const std::string& value) {
  constexpr int kMostCooperatives = 1'000'000;
  if (name == "--help") arguments.help = true;
  else if (name == "--json") arguments.json = true;
  else if (name == "--each-day") arguments.each_day = true;
  else if (name == "--anyway") arguments.anyway = true;
  else if (name == "--kunming") arguments.kunming = true;
  else if (name == "--list") arguments.list = true;
  else if (name == "--read") arguments.read = true;
  else if (name == "-o") arguments.output = value;
  else if (name == "--plan") arguments.plan = value;
  else if (name == "--metric") arguments.metric = value;
  else if (name == "--strategy") arguments.strategy = value;
  else if (name == "--effort") arguments.effort = to_number<int>(name, value, 1, 1000);
  else if (name == "--scenario") arguments.scenario = value;
  else if (name == "--seed") arguments.seed = to_number<std::uint64_t>(name, value, 0, UINT64_MAX);
  else if (name == "--cooperatives") arguments.cooperatives = to_number<int>(name, value, 1, kMostCooperatives);
  else if (name == "--threads") arguments.threads = to_number<int>(name, value, 1, 1024);
  else if (name == "--replications") arguments.replications = to_replications(value);
  else if (name == "--language") {
    if (value != "en" && value != "zh") throw Failure{kWrongUsage, "--language is en or zh."};
    arguments.chinese = value == "zh";
  } else if (name == "--format") {
    const bool known = value == "csv" || value == "json" || value == "shard" || value == "bands";
    if (!known) throw Failure{kWrongUsage, "--format is csv, json, shard or bands."};
    arguments.format = value;
  }
}

int dispatch(const std::vector<std::string>& words) {
  if (words.empty()) {
    std::cerr << usage();
    return kWrongUsage;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    std::cout << usage();
    return kFine;
  }
  const std::vector<Command>& commands = command_table();
  const auto command = std::find_if(commands.begin(), commands.end(), [&](const Command& c) { return c.name == words[0]; });
  if (command == commands.end()) throw Failure{kWrongUsage, "There is no command \"" + words[0] + "\"; zhengshe --help lists them."};
  const Arguments arguments = parse_arguments(*command, {words.begin() + 1, words.end()});
  if (arguments.help) {
    std::cout << usage_of(*command);
    return kFine;
  }
  return command->run(arguments);
}

}  // namespace

const std::vector<Option>& option_table() {
  static const std::vector<Option> kOptions{
      {"--plan", "PLAN", "id or name of the plan, or left_alone; the first plan if not given"},
      {"--seed", "N", "seed of the random streams; the scenario's own if not given"},
      {"--replications", "N|A..B", "replications 0 to N-1, or A to B-1; the centre run if not given"},
      {"--format", "FORMAT", "csv: a table; json: a summary as JSON; run and merge also shard, bands: quantiles every week"},
      {"--metric", "METRIC", "what is looked at; good_output_per_member if not given"},
      {"--each-day", "", "one line for each day"},
      {"--threads", "N", "threads that work at once; the result does not depend on it"},
      {"--strategy", "NAME", "optimal, worst_first, easiest_first, largest_first, by_trade or random_in_strata"},
      {"--effort", "N", "work of the search for a plan, 1 to 1000; 1 if not given"},
      {"--anyway", "", "begin also what would take very long"},
      {"--kunming", "", "Kunming 1957, the default"},
      {"--scenario", "NAME", "a bundled scenario"},
      {"--read", "", "FILE holds a link, or the fragment of one"},
      {"--list", "", "the names of the bundled scenarios"},
      {"--cooperatives", "N", "a portfolio of N cooperatives"},
      {"--language", "en|zh", "language of the problems"},
      {"--json", "", "problems as JSON on standard error (validate: on standard output)"},
      {"-o", "FILE", "write to FILE, complete or not at all, instead of standard output"},
      {"--help", "", "this text"},
  };
  return kOptions;
}

Arguments parse_arguments(const Command& command, const std::vector<std::string>& words) {
  Arguments arguments;
  bool only_files = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_files || word == "-" || word.empty() || word[0] != '-') {
      arguments.files.push_back(word);
      continue;
    }
    if (word == "--") {
      only_files = true;
      continue;
    }
    const std::size_t equals = word.rfind("--", 0) == 0 ? word.find('=') : std::string::npos;
    const std::string name = word == "-h" ? "--help" : word.substr(0, equals);
    const std::vector<Option>& options = option_table();
    const auto option = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
    const bool known = option != options.end() && (name == "--help" || std::find(command.options.begin(), command.options.end(), name) != command.options.end());
    if (!known) throw Failure{kWrongUsage, "\"" + std::string(command.name) + "\" has no option " + name + "; see zhengshe " + std::string(command.name) + " --help."};
    std::string value;
    if (!option->value.empty()) {
      if (equals == std::string::npos && i + 1 == words.size()) throw Failure{kWrongUsage, name + " needs a value: " + std::string(option->value) + "."};
      value = equals != std::string::npos ? word.substr(equals + 1) : words[++i];
    } else if (equals != std::string::npos) {
      throw Failure{kWrongUsage, name + " takes no value."};
    }
    set_option(arguments, name, value);
  }
  const auto files = static_cast<int>(arguments.files.size());
  if (!arguments.help && (files < command.fewest_files || files > command.most_files))
    throw Failure{kWrongUsage, "Usage: zhengshe " + std::string(command.name) + " [OPTION]... " + std::string(command.operands)};
  return arguments;
}

}  // namespace zhengshe::cli

int main(int count, char** words) {
  using namespace zhengshe::cli;
  try {
    return dispatch({words + 1, words + count});
  } catch (const Failure& failure) {
    if (!failure.message.empty()) std::cerr << "zhengshe: " << failure.message << "\n";
    return failure.code;
  } catch (const std::bad_alloc&) {
    std::cerr << "zhengshe: Not enough memory.\n";
  } catch (const std::exception& failure) {
    std::cerr << "zhengshe: " << failure.what() << "\n";
  }
  return kEnvironment;
}
