// plan_instances NUMBER [EFFORT] [LP-FILE]: solves one of the sixty numbered instances, prints items, resources, value,
// bound, gap, unplaced, whether there is too little room, and milliseconds of the processor as JSON; writes it in CPLEX's LP format for another solver.
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "../plan/instances.h"
#include "plan/solver.h"

namespace {

using zhengshe::plan::Assignment;

void write_lp(const Assignment& problem, const char* name) {
  std::FILE* file = std::fopen(name, "w");
  if (file == nullptr) std::exit(3);
  std::fputs("Maximize\n obj:", file);
  for (int o = 0; o < problem.options(); ++o) std::fprintf(file, " + %.17g x%d\n", problem.value(o), o);
  std::fputs("Subject To\n", file);
  for (int item = 0; item < problem.items(); ++item) {
    if (problem.first_option(item) == problem.end_option(item)) continue;
    std::fprintf(file, " i%d:", item);
    for (int o = problem.first_option(item); o < problem.end_option(item); ++o) std::fprintf(file, " + x%d\n", o);
    std::fprintf(file, " %s 1\n", problem.must(item) ? "=" : "<=");
  }
  std::vector<std::vector<std::pair<int, int>>> rows(static_cast<std::size_t>(problem.resources()));
  for (int o = 0; o < problem.options(); ++o)
    for (const auto& use : problem.uses(o)) rows[static_cast<std::size_t>(use.resource)].push_back({use.amount, o});
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].empty()) continue;
    std::fprintf(file, " r%zu:", r);
    for (const auto& [amount, o] : rows[r]) std::fprintf(file, " + %d x%d\n", amount, o);
    std::fprintf(file, " <= %d\n", problem.capacity(static_cast<int>(r)));
  }
  std::fputs("Binary\n", file);
  for (int o = 0; o < problem.options(); ++o) std::fprintf(file, " x%d\n", o);
  std::fputs("End\n", file);
  std::fclose(file);
}

}  // namespace

int main(int count, char** words) {
  using namespace zhengshe;
  if (count < 2) return 2;
  const Assignment problem = test::numbered_instance(std::atoi(words[1]));
  if (count > 3) write_lp(problem, words[3]);
  const std::clock_t begin = std::clock();
  plan::Solver solver(problem, count > 2 ? std::atoi(words[2]) : 1);
  plan::finish(solver);
  const bool too_little = solver.unplaced() > 0 && plan::proves_too_little(problem);
  const double ms = 1e3 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  std::printf("{\"items\": %d, \"options\": %d, \"value\": %.9g, \"bound\": %.9g, \"gap\": %.3g, \"fits\": %s, \"unplaced\": %d, \"tooLittle\": %s, \"ms\": %.1f}\n",
              problem.items(), problem.options(), solver.value(), solver.bound(), solver.gap(), plan::fits(problem, solver.choices()) ? "true" : "false",
              solver.unplaced(), too_little ? "true" : "false", ms);
  return 0;
}
