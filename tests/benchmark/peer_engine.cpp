// One of the three programs of peers.mjs: the product's own engine on a scenario file, the city left alone.
//   peer_engine SCENARIO.json SECONDS
// Prints as JSON the daily good output, backlog and kinds of goods of a centre run, and how many cooperative-days a
// second of processor time makes in replications.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

#include "io/scenario_json.h"
#include "sim/run.h"

using namespace zhengshe;

namespace {

void print_series(const char* name, const sim::RunResult& result, model::Metric metric) {
  std::printf("\"%s\": [", name);
  for (int day = 0; day < result.days; ++day) std::printf("%s%.9g", day == 0 ? "" : ", ", static_cast<double>(result.left_alone.city.at(metric, day)));
  std::printf("], ");
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  std::ostringstream text;
  text << std::ifstream(words[1]).rdbuf();
  const io::ReadResult read = io::read_scenario(text.str());
  for (const model::Issue& issue : read.issues) std::fprintf(stderr, "%s %s\n", issue.path.c_str(), issue.message.en.c_str());
  if (!read.scenario) return 1;
  sim::RunOptions options;
  options.plan = model::kLeftAlone;
  const sim::RunResult centre = sim::run(*read.scenario, options);
  const double seconds = std::atof(words[2]);
  const std::clock_t start = std::clock();
  double taken = 0;
  for (options.replication = 0; taken < seconds; ++options.replication) {
    sim::run(*read.scenario, options);
    taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  const double steps = static_cast<double>(options.replication) * static_cast<double>(read.scenario->cooperatives.size()) * centre.days;
  std::printf("{");
  print_series("good", centre, model::Metric::good_output);
  print_series("backlogDays", centre, model::Metric::backlog_days);
  print_series("varieties", centre, model::Metric::varieties);
  std::printf("\"stepsPerSecond\": %.6g}\n", steps / taken);
  return 0;
}
