// Nanoseconds per cooperative-day of the daily kernel alone, for every kernel of this machine.
//   kernel_benchmark [--json]
// A cooperative-day is one cooperative on one calendar day in one arm, as for whole runs: 168 cooperatives for
// 365 days of which 308 are worked, luck drawn once for two arms. A portfolio of 4,096 goes chunk by chunk
// over 30 days, so that a chunk stays in the cache. Kernels and parts take turns within a round, so that a
// machine that slows down slows all of them; the best of the rounds and their median are reported.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "sim/daily_kernel.h"

using namespace zhengshe::sim;

namespace {

constexpr int kChunkBlocks = 4;
constexpr int kRounds = 41;

enum Part { kDraw, kWork, kBoth, kParts };
constexpr const char* kPartNames[] = {"draw", "work", "both"};

struct Portfolio {
  std::vector<UnitBlock> arms[2];
  std::vector<ShockBlock> shocks;
  std::vector<std::uint32_t> roots;

  int blocks() const { return static_cast<int>(shocks.size()); }
};

void describe(UnitBlock& u, int lane, int i) {
  u.base_output[lane] = 300 + i % 400;
  u.efficiency[lane] = -0.3;
  u.practice[lane] = 0.3;
  u.democracy[lane] = 0.08;
  u.changeover_loss[lane] = 0.01;
  u.rework[lane] = -2.2;
  u.rework_practice[lane] = 0.8;
  u.rework_control[lane] = 0.6;
  u.rework_labour[lane] = 0.3;
  u.seconds[lane] = -2;
  u.seconds_practice[lane] = 1.5;
  u.seconds_control[lane] = 0.5;
  u.second_loss[lane] = 0.3;
  u.orders_per_day[lane] = 250 + i % 380;
  u.repertoire[lane] = 8;
  u.attention[lane] = 0.8;
  u.practice_base[lane] = 0.4;
  u.democracy_base[lane] = 0.5;
  u.control_base[lane] = 0.3;
  u.varieties[lane] = 5;
  u.practice_target[lane] = 0.3;
  u.dip[lane] = 0.04;
}

Portfolio make_portfolio(int blocks) {
  Portfolio portfolio;
  portfolio.shocks.resize(static_cast<std::size_t>(blocks));
  std::vector<UnitBlock>& units = portfolio.arms[0];
  units.resize(static_cast<std::size_t>(blocks), UnitBlock{});
  for (int i = 0; i < blocks * kLanes; ++i) {
    portfolio.roots.push_back(static_cast<std::uint32_t>(i + 1));
    describe(units[static_cast<std::size_t>(i / kLanes)], i % kLanes, i);
  }
  portfolio.arms[1] = units;
  return portfolio;
}

// One day of the blocks from `first` on.
void live(const DailyKernel& kernel, Part part, Portfolio& p, int first, int day, DaySums& sums) {
  static constexpr DayFactors kFactors{0.0132, 0.9997, 0.9985, 0.9727, 0.9885, 0.0165, 0.95, 0.15};
  static constexpr ShockStep kStep{0.98, 0.018, 0.98, 0.08, 0.98, 0.05, 0.1};
  const int blocks = std::min(kChunkBlocks, p.blocks() - first);
  ShockBlock* const shocks = p.shocks.data() + first;
  if (part != kWork)
    kernel.draw(shocks, blocks, p.roots.data() + first * kLanes, {1, 2}, static_cast<std::uint32_t>(day), 3, kStep);
  if (part == kDraw) return;
  for (std::vector<UnitBlock>& arm : p.arms) kernel.work(arm.data() + first, shocks, blocks, kFactors, sums, nullptr);
}

double nanoseconds(const DailyKernel& kernel, Part part, Portfolio& p, int calendar_days, int working_days, int slice) {
  DaySums sums;
  const auto start = std::chrono::steady_clock::now();
  for (int from = 0; from < working_days; from += slice)
    for (int first = 0; first < p.blocks(); first += kChunkBlocks)
      for (int day = from; day < std::min(from + slice, working_days); ++day) live(kernel, part, p, first, day, sums);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  // The sums cannot be negative; testing them keeps the work from being left out.
  return sums.gross < 0 ? 0 : 1e9 * seconds / (2.0 * p.blocks() * kLanes * calendar_days);
}

struct Row {
  const char* portfolio;
  const char* kernel;
  const char* part;
  double best_ns;
  double median_ns;
};

void measure(std::vector<Row>& rows, const char* name, int blocks, int calendar_days, int working_days, int slice, int rounds) {
  const Portfolio fresh = make_portfolio(blocks);
  std::vector<std::vector<double>> taken(daily_kernels().size() * kParts);
  for (int round = 0; round < rounds; ++round)
    for (std::size_t i = 0; i < taken.size(); ++i) {
      // Always from the first day: levels that fade for decades end as subnormal numbers, which are slow.
      Portfolio portfolio = fresh;
      taken[i].push_back(nanoseconds(daily_kernels()[i / kParts], static_cast<Part>(i % kParts), portfolio, calendar_days, working_days, slice));
    }
  for (std::size_t i = 0; i < taken.size(); ++i) {
    std::sort(taken[i].begin(), taken[i].end());
    rows.push_back({name, daily_kernels()[i / kParts].name, kPartNames[i % kParts], taken[i].front(), taken[i][taken[i].size() / 2]});
  }
}

void print_table(const std::vector<Row>& rows) {
  std::printf("%-12s %-20s %-5s %10s %10s\n", "cooperatives", "kernel", "part", "best ns", "median ns");
  for (const Row& row : rows) std::printf("%-12s %-20s %-5s %10.2f %10.2f\n", row.portfolio, row.kernel, row.part, row.best_ns, row.median_ns);
}

void print_json(const std::vector<Row>& rows) {
  std::printf("[");
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::printf("%s{\"cooperatives\": %s, \"kernel\": \"%s\", \"part\": \"%s\", \"bestNs\": %.3f, \"medianNs\": %.3f}", i == 0 ? "" : ",\n ",
                rows[i].portfolio, rows[i].kernel, rows[i].part, rows[i].best_ns, rows[i].median_ns);
  std::printf("]\n");
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<Row> rows;
  measure(rows, "168", 21, 365, 308, 1, kRounds);
  measure(rows, "4096", 512, 36, 30, 30, kRounds);
  if (count > 1 && std::string(arguments[1]) == "--json")
    print_json(rows);
  else
    print_table(rows);
  return 0;
}
