// or_library pmed FILE…             p-median problems: n, edges, p, then the edges as "from to length"
// or_library gap FILE… [--max]      generalised assignment: problems, then for each agents, jobs, costs, amounts, capacities
// or_library graph NODES P SEED     a p-median problem like those, made from a number
// Reads the OR-Library's files (Beasley 1990) and prints the planner's value, bound, gap and milliseconds for each as JSON.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <limits>
#include <string>

#include "plan/search.h"
#include "plan/sites.h"
#include "plan/solver.h"

namespace {

using namespace zhengshe;

class Watch {
 public:
  double ms() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count(); }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

[[noreturn]] void refuse(const std::string& name) {
  std::fprintf(stderr, "or_library: %s is cut off, or no such problem\n", name.c_str());
  std::exit(2);
}

int number(std::istream& file, const std::string& name) {
  int value = 0;
  if (!(file >> value)) refuse(name);
  return value;
}

// The next `count` edges into lengths of shortest ways between all nodes (Floyd 1962); of edges that are there twice
// the last counts, as the library says.
std::vector<std::vector<double>> shortest_ways(int nodes, const std::vector<std::array<int, 3>>& edges) {
  const auto n = static_cast<std::size_t>(nodes);
  std::vector<std::vector<double>> way(n, std::vector<double>(n, std::numeric_limits<double>::infinity()));
  for (std::size_t i = 0; i < n; ++i) way[i][i] = 0;
  for (const auto& [from, to, length] : edges) way[static_cast<std::size_t>(from - 1)][static_cast<std::size_t>(to - 1)] = way[static_cast<std::size_t>(to - 1)][static_cast<std::size_t>(from - 1)] = length;
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j) way[i][j] = std::min(way[i][j], way[i][k] + way[k][j]);
  return way;
}

void solve_median(const std::string& name, int nodes, int more, const std::vector<std::array<int, 3>>& edges) {
  plan::SiteProblem problem;
  problem.cost = shortest_ways(nodes, edges);
  problem.more = more;
  const Watch watch;
  const plan::SiteAnswer answer = plan::choose_sites(problem);
  std::printf("{\"problem\": \"%s\", \"nodes\": %d, \"p\": %d, \"value\": %.9g, \"bound\": %.9g, \"gap\": %.3g, \"ms\": %.0f}\n", name.c_str(), nodes, more, answer.cost, answer.bound, answer.gap(), watch.ms());
}

void read_median(const std::string& name) {
  std::ifstream file(name);
  const int nodes = number(file, name), count = number(file, name), more = number(file, name);
  std::vector<std::array<int, 3>> edges;
  for (int i = 0; i < count; ++i) {
    const int from = number(file, name), to = number(file, name), length = number(file, name);
    if (std::min(from, to) < 1 || std::max(from, to) > nodes) refuse(name);
    edges.push_back({from, to, length});
  }
  solve_median(name, nodes, more, edges);
}

// A ring, so that everybody can be reached, and chords at random.
void make_median(int nodes, int more, std::uint64_t seed) {
  plan::Stream stream(seed);
  std::vector<std::array<int, 3>> edges;
  for (int i = 1; i <= nodes; ++i) edges.push_back({i, i % nodes + 1, 1 + stream.below(100)});
  for (int i = 0; i < nodes * nodes / 50; ++i) edges.push_back({1 + stream.below(nodes), 1 + stream.below(nodes), 1 + stream.below(100)});
  solve_median("graph " + std::to_string(seed), nodes, more, edges);
}

std::vector<int> numbers(std::istream& file, int count, const std::string& name) {
  std::vector<int> read;
  for (int i = 0; i < count; ++i) read.push_back(number(file, name));
  return read;
}

void read_assignments(const std::string& name, double sign) {
  std::ifstream file(name);
  const int problems = number(file, name);
  for (int which = 1; which <= problems; ++which) {
    const int agents = number(file, name), jobs = number(file, name);
    const std::vector<int> costs = numbers(file, agents * jobs, name), amounts = numbers(file, agents * jobs, name);
    plan::Assignment problem;
    for (const int capacity : numbers(file, agents, name)) problem.add_resource(capacity);
    for (int job = 0; job < jobs; ++job) {
      problem.add_item(true);
      for (int agent = 0; agent < agents; ++agent) {
        const auto at = static_cast<std::size_t>(agent * jobs + job);
        const plan::Use use{agent, amounts[at]};
        problem.add_option(sign * costs[at], {&use, 1});
      }
    }
    const Watch watch;
    plan::Solver solver(problem, 8);
    plan::finish(solver);
    std::printf("{\"problem\": \"%s %d\", \"agents\": %d, \"jobs\": %d, \"unplaced\": %d, \"value\": %.9g, \"bound\": %.9g, \"gap\": %.3g, \"ms\": %.0f}\n", name.c_str(), which, agents, jobs, solver.unplaced(),
                sign * solver.value(), sign * solver.bound(), solver.gap(), watch.ms());
  }
}

}  // namespace

int main(int count, char** words) {
  const std::string kind = count > 1 ? words[1] : "";
  if (kind == "graph" && count == 5) {
    make_median(std::atoi(words[2]), std::atoi(words[3]), static_cast<std::uint64_t>(std::atoll(words[4])));
    return 0;
  }
  const bool most = std::strcmp(words[count - 1], "--max") == 0;
  for (int i = 2; i < count - (most ? 1 : 0); ++i) {
    if (kind == "pmed") read_median(words[i]);
    else if (kind == "gap") read_assignments(words[i], most ? 1 : -1);
  }
  if ((kind == "pmed" || kind == "gap") && count > 2) return 0;
  std::fputs("or_library pmed FILE… | gap FILE… [--max] | graph NODES P SEED\n", stderr);
  return 2;
}
