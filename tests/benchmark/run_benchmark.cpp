// Nanoseconds of processor time per cooperative-day of whole runs: treated and twin count as two, all calendar
// days count. The least of many rounds, since other programs can only add to it.
//   run_benchmark [--json] [--width N] [cooperatives ...]
// --width: most doubles per vector, 2 for baseline x86-64.
// Without numbers: Kunming 1957 (167), and generated portfolios of 1,000 and 104,000 cooperatives. Sizes take
// turns within a round, so that a machine that slows down slows all of them.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

#include "sim/daily_kernel.h"
#include "sim/run.h"
#include "study/kunming.h"
#include "study/roster.h"

using namespace zhengshe;

namespace {

struct Result {
  int cooperatives = 0;
  double centre_ns = 1e300;       // best, per cooperative-day
  double replication_ns = 1e300;
  double traced_ms = 0;           // centre run that keeps every cooperative's days; 0: not measured
};

model::Scenario portfolio(int cooperatives) {
  return cooperatives == 167 ? study::kunming_1957() : study::portfolio({cooperatives, 1957, cooperatives <= 1000});
}

double seconds_of(const model::Scenario& scenario, std::int64_t replication, bool trace, int width) {
  sim::RunOptions options;
  options.plan = scenario.plans.front().id;
  options.replication = replication;
  options.trace_cooperatives = trace;
  options.width = width;
  const std::clock_t start = std::clock();
  const sim::RunResult result = sim::run(scenario, options);
  const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  return result.days > 0 ? taken : 0;
}

long peak_memory_kilobytes() {
  long peak = 0;
  if (std::FILE* status = std::fopen("/proc/self/status", "r")) {
    char line[256];
    while (std::fgets(line, sizeof line, status))
      if (std::strncmp(line, "VmHWM:", 6) == 0) peak = std::atol(line + 6);
    std::fclose(status);
  }
  return peak;
}

struct Subject {
  model::Scenario scenario;
  Result result;
  int rounds = 0;
};

void measure(Subject& subject, int round, int width) {
  if (round >= subject.rounds) return;
  Result& result = subject.result;
  const double days = 2.0 * result.cooperatives * subject.scenario.calendar.horizon_days;
  result.centre_ns = std::min(result.centre_ns, 1e9 / days * seconds_of(subject.scenario, sim::kCentre, false, width));
  result.replication_ns = std::min(result.replication_ns, 1e9 / days * seconds_of(subject.scenario, round, false, width));
  if (result.cooperatives > 1000 || round >= 20) return;
  const double traced_ms = 1e3 * seconds_of(subject.scenario, sim::kCentre, true, width);
  result.traced_ms = round == 0 ? traced_ms : std::min(result.traced_ms, traced_ms);
}

std::vector<Result> measure_all(const std::vector<int>& sizes, int width) {
  std::vector<Subject> subjects;
  int rounds = 0;
  for (const int size : sizes) {
    subjects.push_back({portfolio(size), {}, std::clamp(200'000 / size, 2, 400)});
    subjects.back().result.cooperatives = size;
    rounds = std::max(rounds, subjects.back().rounds);
  }
  for (int round = 0; round < rounds; ++round)
    for (Subject& subject : subjects) measure(subject, round, width);
  std::vector<Result> results;
  for (const Subject& subject : subjects) results.push_back(subject.result);
  return results;
}

}  // namespace

int main(int count, char** arguments) {
  bool json = false;
  int width = 0;
  std::vector<int> sizes;
  for (int i = 1; i < count; ++i) {
    if (std::string(arguments[i]) == "--json")
      json = true;
    else if (std::string(arguments[i]) == "--width" && i + 1 < count)
      width = std::atoi(arguments[++i]);
    else
      sizes.push_back(std::max(1, std::atoi(arguments[i])));
  }
  if (sizes.empty()) sizes = {167, 1'000, 104'000};
  const std::vector<Result> results = measure_all(sizes, width);
  if (json) {
    std::printf("{\"kernel\": \"%s\", \"peakKilobytes\": %ld, \"runs\": [", sim::daily_kernel(width).name, peak_memory_kilobytes());
    for (std::size_t i = 0; i < results.size(); ++i)
      std::printf("%s{\"cooperatives\": %d, \"centreNs\": %.3f, \"replicationNs\": %.3f, \"tracedMs\": %.3f}", i == 0 ? "" : ", ",
                  results[i].cooperatives, results[i].centre_ns, results[i].replication_ns, results[i].traced_ms);
    std::printf("]}\n");
    return 0;
  }
  std::printf("kernel: %s\n%14s %22s %22s %14s\n", sim::daily_kernel(width).name, "cooperatives", "centre ns/coop-day",
              "replication ns/c.-d.", "traced ms");
  for (const Result& result : results)
    std::printf("%14d %22.2f %22.2f %14.2f\n", result.cooperatives, result.centre_ns, result.replication_ns, result.traced_ms);
  std::printf("peak memory %.0f MB\n", static_cast<double>(peak_memory_kilobytes()) / 1024);
  return 0;
}
