#include "sim/daily_kernel.h"

#include <cmath>
#include <cstring>
#include <vector>

#include "catch_amalgamated.hpp"

using namespace zhengshe::sim;

namespace zhengshe::sim {
extern const DailyKernel kContractedKernel;  // daily_kernel_contracted.cpp
}

namespace {

// State of make_city() after 300 days.
constexpr std::uint64_t kRecorded = 0x84ce9f648b39612bULL;

// 40 cooperatives that differ, a few of them undergoing measures, one lane in use less than there are.
struct City {
  std::vector<UnitBlock> units;
  std::vector<ShockBlock> shocks;
  std::vector<std::uint32_t> roots;
};

City make_city() {
  City city;
  city.units.resize(5);
  city.shocks.resize(5);
  std::memset(city.units.data(), 0, sizeof(UnitBlock) * 5);
  std::memset(city.shocks.data(), 0, sizeof(ShockBlock) * 5);
  for (std::uint32_t i = 0; i < 40; ++i) city.roots.push_back(i + 1);
  for (int i = 0; i < 39; ++i) {
    UnitBlock& u = city.units[static_cast<std::size_t>(i / kLanes)];
    const int lane = i % kLanes;
    u.base_output[lane] = 300 + 40 * i;
    u.efficiency[lane] = -0.3 - 0.005 * i;
    u.practice[lane] = 0.3;
    u.democracy[lane] = 0.08;
    u.changeover_loss[lane] = 0.01;
    u.rework[lane] = -2.2 + 0.03 * i;
    u.rework_practice[lane] = 0.8;
    u.rework_control[lane] = 0.6;
    u.rework_labour[lane] = 0.3;
    u.seconds[lane] = -2;
    u.seconds_practice[lane] = 1.5;
    u.seconds_control[lane] = 0.5;
    u.second_loss[lane] = 0.3;
    u.orders_per_day[lane] = 250 + 30 * i;
    u.repertoire[lane] = 8;
    u.attention[lane] = 0.8;
    u.practice_base[lane] = 0.4;
    u.democracy_base[lane] = 0.5;
    u.control_base[lane] = 0.3;
    u.varieties[lane] = 5;
    u.practice_target[lane] = i % 3 == 0 ? 0.3 : 0;
    u.dip[lane] = i % 3 == 0 ? 0.04 : 0;
  }
  return city;
}

constexpr DayFactors kFactors{0.0132, 0.9997, 0.9985, 0.9727, 0.9885, 0.0165, 0.95, 0.15};

std::uint64_t hash_of(const City& city) {
  std::uint64_t hash = 1469598103934665603ULL;
  const auto take = [&hash](const void* data, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; i += 8) {
      std::uint64_t word;
      std::memcpy(&word, static_cast<const char*>(data) + i, 8);
      hash = (hash ^ word) * 1099511628211ULL;
    }
  };
  take(city.units.data(), city.units.size() * sizeof(UnitBlock));
  take(city.shocks.data(), city.shocks.size() * sizeof(ShockBlock));
  return hash;
}

std::uint64_t after_days(const DailyKernel& kernel, int days) {
  City city = make_city();
  DaySums sums;
  const Key key = make_key(1957, Purpose::daily_shocks);
  for (int day = 0; day < days; ++day) {
    const ShockStep step = shock_step(0.6, 0.09, 0.4, 0.25, 0.1, day == 0);
    kernel.draw(city.shocks.data(), 5, city.roots.data(), key, static_cast<std::uint32_t>(day), 3, step);
    kernel.work(city.units.data(), city.shocks.data(), 5, kFactors, sums, nullptr);
  }
  return hash_of(city);
}

}  // namespace

TEST_CASE("every kernel of this machine gives the recorded bits after 300 days", "[sim][determinism]") {
  for (const DailyKernel& kernel : daily_kernels()) {
    INFO(kernel.name);
    CHECK(after_days(kernel, 300) == kRecorded);
  }
}

#if defined(__x86_64__)
TEST_CASE("a kernel with fused multiplications and additions gives other bits", "[sim][determinism]") {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) SKIP("this processor cannot fuse them");
  CHECK(after_days(kContractedKernel, 300) != kRecorded);
}
#endif

TEST_CASE("a day's work follows the equations of the model", "[sim][kernel]") {
  City city = make_city();
  const UnitBlock before = city.units[1];
  DaySums sums;
  std::vector<DayBlock> days(5);
  for (ShockBlock& shock : city.shocks)
    for (double& orders : shock.orders) orders = 1;
  city.shocks[1].output[2] = 0.05;
  daily_kernel().work(city.units.data(), city.shocks.data(), 5, kFactors, sums, days.data());
  // Lane 2 of block 1 is cooperative 10: nothing under way, so p = .4, democracy .5, control .3.
  const double efficiency = -0.35 + 0.3 * 0.4 + 0.08 * 0.5 + 0.05;
  const double gross = 700 * std::exp(efficiency) * (1 - 0.01 * 5);
  const double rework = std::exp(-1.9 + 0.8 * 0.1 - 0.6 * 0.3);
  const double good = gross / (1 + 0.3 * rework);
  const double seconds = std::exp(-2 + 1.5 * 0.1 - 0.5 * 0.3);
  const double share = seconds / (1 + seconds);
  CHECK(days[1].gross[2] == Catch::Approx(gross).epsilon(1e-13));
  CHECK(days[1].good[2] == Catch::Approx(good).epsilon(1e-13));
  CHECK(days[1].rework[2] == Catch::Approx(gross * rework / (1 + rework)).epsilon(1e-13));
  CHECK(days[1].seconds[2] == Catch::Approx(good * share).epsilon(1e-13));
  // Orders of 550 a day and no backlog: what is made beyond them sells at .95, up to 15 % of them.
  const double deliveries = std::fmin(good, 550);
  const double surplus = std::fmin(good - deliveries, 0.15 * 550);
  CHECK(city.units[1].revenue_sum[2] == Catch::Approx((deliveries + 0.95 * surplus) * (1 - share * 0.3)).epsilon(1e-13));
  CHECK(city.units[1].backlog[2] == Catch::Approx(550 - deliveries).margin(1e-9));
  // Attention .8 · (½ + ½·.4) = .56 of eight kinds; from five, 1.65 % of the way.
  CHECK(city.units[1].varieties[2] == Catch::Approx(5 + (8 * 0.56 - 5) * 0.0165).epsilon(1e-13));
  CHECK(before.varieties[2] == 5);
}

TEST_CASE("a gain follows its target while the target fades, and disturbances halve away", "[sim][kernel]") {
  City city = make_city();
  DaySums sums;
  daily_kernel().work(city.units.data(), city.shocks.data(), 5, kFactors, sums, nullptr);
  // Cooperative 0 is under way: target .3·.9997, gain 1.32 % of the way there, dip .04·.9727.
  CHECK(city.units[0].practice_target[0] == Catch::Approx(0.3 * 0.9997).epsilon(1e-14));
  CHECK(city.units[0].practice_gain[0] == Catch::Approx(0.3 * 0.9997 * 0.0132).epsilon(1e-14));
  CHECK(city.units[0].dip[0] == Catch::Approx(0.04 * 0.9727).epsilon(1e-14));
}

TEST_CASE("a backlog of m months clears in m/(c − 1) months at c times the orders, sooner with a surge of effort", "[sim][kernel]") {
  // Working days until the backlog of so many days' orders is gone; 400: not within them. Capacity 1.09 of orders (E4.8).
  const auto clearing_days = [](double backlog_days, double surge) {
    UnitBlock unit{};
    ShockBlock shock{};
    unit.base_output[0] = 109;
    unit.orders_per_day[0] = 100;
    unit.backlog[0] = 100 * backlog_days;
    unit.surge[0] = surge;
    unit.rework[0] = unit.seconds[0] = -40;
    shock.orders[0] = 1;
    DaySums sums;
    int day = 0;
    for (; day < 400 && unit.backlog[0] > 0; ++day) daily_kernel().work(&unit, &shock, 1, kFactors, sums, nullptr);
    return day;
  };
  CHECK(clearing_days(12.75, 0) == 142);  // half a month of 25.5 days: 12.75 / .09 = 141.7 days, 5½ months
  CHECK(clearing_days(5, 0) == 56);       // 5 / .09 = 55.6
  // Surge .1·.9885^k: 1.09·Σ (e^surge − 1) adds 5.8 days' orders in 78 days, and .09·78 = 7.0: three months.
  CHECK(clearing_days(12.75, 0.1) == Catch::Approx(78).margin(1));
  CHECK(clearing_days(76.5, 0.1) == 400);  // three months: never within the year
}

TEST_CASE("shocks step by the root of what a month forgets", "[sim][kernel]") {
  // ρ = .6^(1/25.5) = e^(−.510826/25.5) = .980167; √(1 − ρ²) = √.039273 = .198174; .09·.198174 = .0178357.
  const ShockStep step = shock_step(0.6, 0.09, 0.4, 0.25, 0.1, false);
  CHECK(step.output_persistence == Catch::Approx(0.980167).epsilon(1e-6));
  CHECK(step.output_innovation == Catch::Approx(0.0178357).epsilon(1e-5));
  CHECK(step.rework_innovation == Catch::Approx(0.4 / 0.09 * 0.0178357).epsilon(1e-5));
  CHECK(step.seconds_innovation == Catch::Approx(0.25 / 0.09 * 0.0178357).epsilon(1e-5));
  const ShockStep first = shock_step(0.6, 0.09, 0.4, 0.25, 0.1, true);
  CHECK(first.output_persistence == 0);
  CHECK(first.output_innovation == 0.09);
}

TEST_CASE("an empty lane stays zero", "[sim][kernel]") {
  City city = make_city();
  DaySums sums;
  for (int day = 0; day < 50; ++day) {
    daily_kernel().draw(city.shocks.data(), 5, city.roots.data(), {1, 2}, static_cast<std::uint32_t>(day), 0, shock_step(0.6, 0.09, 0.4, 0.25, 0.1, day == 0));
    daily_kernel().work(city.units.data(), city.shocks.data(), 5, kFactors, sums, nullptr);
  }
  CHECK(city.units[4].good_sum[7] == 0);
  CHECK(city.units[4].varieties[7] == 0);
  CHECK(city.units[4].backlog[7] == 0);
}

TEST_CASE("a root's luck is the same whoever else there is", "[sim][determinism]") {
  City all = make_city();
  City one = make_city();
  const std::uint32_t alone[kLanes] = {17, 0, 0, 0, 0, 0, 0, 0};
  const ShockStep step = shock_step(0.6, 0.09, 0.4, 0.25, 0.1, true);
  daily_kernel().draw(all.shocks.data(), 5, all.roots.data(), {5, 6}, 40, 9, step);
  daily_kernel().draw(one.shocks.data(), 1, alone, {5, 6}, 40, 9, step);
  CHECK(all.shocks[2].output[0] == one.shocks[0].output[0]);
  CHECK(all.shocks[2].orders[0] == one.shocks[0].orders[0]);
}

TEST_CASE("shocks keep their spread and their memory", "[sim][kernel]") {
  City city = make_city();
  double squares = 0, products = 0;
  int count = 0;
  for (int day = 0; day < 3000; ++day) {
    const std::vector<ShockBlock> before = city.shocks;
    daily_kernel().draw(city.shocks.data(), 5, city.roots.data(), {3, 4}, static_cast<std::uint32_t>(day), 0, shock_step(0.6, 0.09, 0.4, 0.25, 0.1, day == 0));
    if (day == 0) continue;
    for (std::size_t b = 0; b < 5; ++b)
      for (int lane = 0; lane < kLanes; ++lane, ++count) {
        squares += city.shocks[b].output[lane] * city.shocks[b].output[lane];
        products += city.shocks[b].output[lane] * before[b].output[lane];
      }
  }
  CHECK(std::sqrt(squares / count) == Catch::Approx(0.09).epsilon(0.05));
  CHECK(products / squares == Catch::Approx(std::pow(0.6, 1 / 25.5)).epsilon(0.003));
}
