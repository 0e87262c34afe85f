// Fixed inputs for instruction counts: what `valgrind --tool=callgrind` collects inside sim::run does not depend on
// the clock or on other programs (instructions.sh).
//   instructions [width]
#include <cstdio>
#include <cstdlib>

#include "sim/run.h"
#include "study/kunming.h"

using namespace zhengshe;

int main(int count, char** arguments) {
  const model::Scenario scenario = study::kunming_1957();
  sim::RunOptions options;
  options.plan = scenario.plans.front().id;
  options.replication = 3;
  options.width = count > 1 ? std::atoi(arguments[1]) : 0;
  const sim::RunResult result = sim::run(scenario, options);
  std::printf("%016llx\n", static_cast<unsigned long long>(result.planned.hash));
  return 0;
}
