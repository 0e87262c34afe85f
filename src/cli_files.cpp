// Reading, writing, checking and making scenario files on the command line.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include <unistd.h>

#include "cli.h"
#include "io/json.h"
#include "io/scenario_json.h"
#include "io/schema.h"
#include "io/share_link.h"
#include "model/work.h"
#include "study/kunming.h"
#include "study/roster.h"

namespace zhengshe::cli {
namespace {

std::string_view severity_name(model::Severity severity) {
  return severity == model::Severity::error ? "error" : severity == model::Severity::warning ? "warning" : "notice";
}

std::string shown(const std::string& name) { return name == "-" ? "standard input" : name; }

void add_problems(io::json::Writer& writer, const std::string& name, const model::Issues& issues) {
  for (const model::Issue& issue : issues) {
    writer.begin_object();
    const auto text = [&](std::string_view key, std::string_view value) {
      writer.key(key);
      writer.string(value);
    };
    text("file", name);
    text("severity", severity_name(issue.severity));
    text("code", issue.code);
    text("path", issue.path);
    writer.key("line");
    writer.number(issue.line);
    writer.key("column");
    writer.number(issue.column);
    text("en", issue.message.en);
    text("zh", issue.message.zh);
    writer.end_object();
  }
}

}  // namespace

std::string read_file(const std::string& name) {
  if (name == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::error_code error;
  if (std::filesystem::is_directory(name, error)) throw Failure{kEnvironment, name + " is a folder."};
  std::ifstream file(name, std::ios::binary);
  if (!file) throw Failure{kEnvironment, "Cannot open " + name + "."};
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) throw Failure{kEnvironment, "Cannot read " + name + "."};
  return text;
}

void write_output(const Arguments& arguments, std::string_view text) {
  if (!arguments.output || *arguments.output == "-") {
    std::cout.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!std::cout.flush()) throw Failure{kEnvironment, "Cannot write to standard output."};
    return;
  }
  const std::string& name = *arguments.output;
  const std::string draft = name + ".part" + std::to_string(getpid());
  std::ofstream file(draft, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(draft, name, error);
  if (file && !error) return;
  std::error_code ignored;
  std::filesystem::remove(draft, ignored);
  throw Failure{kEnvironment, "Cannot write " + name + "; it is as it was."};
}

std::string problem_list(const Arguments& arguments, const std::string& name, const model::Issues& issues) {
  if (arguments.json) {
    io::json::Writer writer;
    writer.begin_array();
    add_problems(writer, name, issues);
    writer.end_array();
    return std::move(writer).finish();
  }
  std::string text;
  for (const model::Issue& issue : issues) {
    text += shown(name);
    if (issue.line > 0) text.append(":").append(std::to_string(issue.line)).append(":").append(std::to_string(issue.column));
    text.append(": ").append(severity_name(issue.severity)).append(": ");
    text += arguments.chinese ? issue.message.zh : issue.message.en;
    text.append(" [").append(issue.code).append(issue.path.empty() ? "" : " ").append(issue.path).append("]\n");
  }
  return text;
}

namespace {

// A file that is too large to be a scenario is not read at all.
io::ReadResult read_scenario_file(const std::string& name) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::is_regular_file(name, error) ? std::filesystem::file_size(name, error) : 0;
  return !error && size > io::kMaxColumnarFileBytes ? io::too_large_to_read(size) : io::read_scenario(read_file(name));
}

model::Scenario accept(const Arguments& arguments, const std::string& name, io::ReadResult result) {
  if (!result.issues.empty()) std::cerr << problem_list(arguments, name, result.issues);
  if (!result.scenario) throw Failure{kProblemsInData, ""};
  return std::move(*result.scenario);
}

}  // namespace

model::Scenario load(const Arguments& arguments, const std::string& name) { return accept(arguments, name, read_scenario_file(name)); }

model::Scenario load_to_run(const Arguments& arguments, const std::string& name, int usual) {
  model::Scenario scenario = load(arguments, name);
  const std::int64_t replications = arguments.replications ? arguments.replications->end - arguments.replications->first : usual;
  std::optional<model::Issue> work = model::much_work(scenario, static_cast<std::uint64_t>(replications), model::kMostStepsOfCommand);
  if (!work || arguments.anyway) return scenario;
  work->severity = model::Severity::error;
  std::cerr << problem_list(arguments, name, {std::move(*work)});
  throw Failure{kWrongUsage, "Nothing was begun. If that is meant, say --anyway."};
}

model::PlanId chosen_plan(const Arguments& arguments, const model::Scenario& scenario) {
  if (!arguments.plan) return model::first_plan(scenario);
  if (*arguments.plan == "left_alone") return model::kLeftAlone;
  std::string known;
  for (const model::Plan& plan : scenario.plans) {
    const std::string id = std::to_string(plan.id.value);
    if (*arguments.plan == id || *arguments.plan == plan.name.en || *arguments.plan == plan.name.zh) return plan.id;
    known.append(", ").append(id).append(" (").append(plan.name.en).append(")");
  }
  throw Failure{kWrongUsage, "There is no plan \"" + *arguments.plan + "\"; there are left_alone" + known + "."};
}

model::Metric metric_of(const Arguments& arguments) {
  if (!arguments.metric) return model::Metric::good_output_per_member;
  const auto metric = model::from_id<model::Metric>(*arguments.metric);
  if (!metric) throw Failure{kWrongUsage, "There is no metric \"" + *arguments.metric + "\"; run names them in its first line."};
  return *metric;
}

bool is_json(const Arguments& arguments) {
  if (arguments.format && *arguments.format != "json" && *arguments.format != "csv") throw Failure{kWrongUsage, "Only run and merge write --format shard or bands."};
  return arguments.format == "json";
}

int validate_command(const Arguments& arguments) {
  bool sound = true;
  io::json::Writer writer;
  writer.begin_array();
  for (const std::string& name : arguments.files) {
    const io::ReadResult result = read_scenario_file(name);
    sound = sound && result.scenario;
    if (arguments.json) add_problems(writer, name, result.issues);
    else std::cout << problem_list(arguments, name, result.issues);
  }
  writer.end_array();
  if (arguments.json) std::cout << std::move(writer).finish();
  return sound ? kFine : kProblemsInData;
}

int migrate_command(const Arguments& arguments) {
  write_output(arguments, io::write_scenario(load(arguments, arguments.files[0])));
  return kFine;
}

int generate_command(const Arguments& arguments) {
  if (arguments.list) {
    std::string names;
    for (const std::string_view name : study::gallery()) names += std::string(name) + "\n";
    write_output(arguments, names);
    return kFine;
  }
  const int choices = int{arguments.kunming} + int{arguments.scenario.has_value()} + int{arguments.cooperatives.has_value()};
  if (choices > 1) throw Failure{kWrongUsage, "Choose one of --kunming, --scenario NAME and --cooperatives N."};
  if (arguments.seed && !arguments.cooperatives) throw Failure{kWrongUsage, "--seed goes with --cooperatives; the bundled scenarios are fixed."};
  if (arguments.cooperatives) {
    constexpr int kMostWithHistory = 1000;
    const study::RosterOptions options{*arguments.cooperatives, arguments.seed.value_or(1957), *arguments.cooperatives <= kMostWithHistory};
    write_output(arguments, io::write_scenario(study::portfolio(options)));
    return kFine;
  }
  const std::string name = arguments.scenario.value_or("kunming-1957");
  const std::optional<model::Scenario> scenario = study::gallery_scenario(name);
  if (!scenario) throw Failure{kWrongUsage, "There is no bundled scenario \"" + name + "\"; zhengshe generate --list names them."};
  write_output(arguments, io::write_scenario(*scenario));
  return kFine;
}

int link_command(const Arguments& arguments) {
  const std::string& name = arguments.files[0];
  if (arguments.read) {
    write_output(arguments, io::write_scenario(accept(arguments, name, io::read_link(read_file(name)))));
    return kFine;
  }
  const std::string link = io::write_link(load(arguments, name));
  if (link.size() > io::kMaxLinkCharacters) throw Failure{kProblemsInData, "The link would have " + std::to_string(link.size()) + " characters, more than can be opened; share the file."};
  if (link.size() > io::kComfortableLinkCharacters) std::cerr << "zhengshe: This link has " << link.size() << " characters; many programs cut long links, a file is safer.\n";
  write_output(arguments, link + "\n");
  return kFine;
}

int schema_command(const Arguments& arguments) {
  write_output(arguments, io::scenario_schema());
  return kFine;
}

}  // namespace zhengshe::cli
