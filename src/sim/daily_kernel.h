// The day's work of many cooperatives at once: MODEL.md 3.1 to 3.4 and 3.6 over blocks of eight, chosen at
// run time for the widest vectors of the machine, with the same bits at every width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/philox.h"

namespace zhengshe::sim {

// Cooperatives per block, one per lane. An empty lane is all zeros: it makes nothing and stays zero.
inline constexpr int kLanes = 8;

using LaneValues = double[kLanes];

// Eight cooperatives. The names of the constants are those of Production (production.h), whose equations these are.
struct alignas(64) UnitBlock {
  // Constant until something happens to the cooperative or the month changes.
  LaneValues base_output;       // yuan per working day at efficiency 1, season included
  LaneValues efficiency;
  LaneValues practice;
  LaneValues democracy;
  LaneValues changeover_loss;   // per variety
  LaneValues rework;            // log odds at p = ½, q = 0
  LaneValues rework_practice;
  LaneValues rework_control;
  LaneValues rework_labour;     // φ
  LaneValues seconds;           // log odds at p = ½, q = 0
  LaneValues seconds_practice;
  LaneValues seconds_control;
  LaneValues second_loss;       // 1 − price of a second
  LaneValues orders_per_day;    // yuan
  LaneValues repertoire;        // kinds of goods known
  LaneValues attention;         // share of the repertoire kept up = min(1, attention·(½ + ½p))
  LaneValues practice_base;     // mean of the three practices without measures, 0..1
  LaneValues democracy_base;
  LaneValues control_base;
  // State.
  LaneValues practice_target;   // where measures are taking the mean practice, above its base
  LaneValues practice_gain;     // how far it has come
  LaneValues democracy_target;
  LaneValues democracy_gain;
  LaneValues control_target;
  LaneValues control_gain;
  LaneValues dip;               // log-point loss of reorganisation
  LaneValues surge;             // log-point gain of effort
  LaneValues varieties;         // kinds of goods offered
  LaneValues backlog;           // yuan of orders waiting
  // Sums since whoever reads them last set them to zero; yuan at firsts' prices.
  LaneValues gross_sum;
  LaneValues good_sum;
  LaneValues rework_sum;        // gross output that was reworked
  LaneValues seconds_sum;       // good output that were seconds
  LaneValues deliveries_sum;
  LaneValues orders_sum;
  LaneValues revenue_sum;
};

// The luck of a day in eight cooperatives.
struct alignas(64) ShockBlock {
  LaneValues output;   // u
  LaneValues rework;   // v
  LaneValues seconds;  // w
  LaneValues orders;   // factor on orders_per_day, at least 0
};

// AR(1) per working day: x' = persistence·x + innovation·normal. On the first day persistence 0 and
// innovation = stationary sd draw from the stationary distribution.
struct ShockStep {
  double output_persistence = 0, output_innovation = 0;
  double rework_persistence = 0, rework_innovation = 0;
  double seconds_persistence = 0, seconds_innovation = 0;
  double order_noise = 0;
};

// The step of a process with the given persistence per month (25.5 working days) and stationary sds.
ShockStep shock_step(double persistence_per_month, double output_sd, double rework_sd, double seconds_sd,
                     double order_noise, bool first);

// What has passed since the last working day, as factors, and the terms of trade.
struct DayFactors {
  double ramp = 0;             // share of the way from gain to target
  double practice_keep = 1;    // factor of the targets of practice and control
  double democracy_keep = 1;
  double dip_keep = 1;
  double surge_keep = 1;
  double variety_rate = 0;     // share of the way to the kinds kept up
  double surplus_price = 1;    // of output beyond orders, relative to ordered goods
  double surplus_share = 0;    // of the day's orders that can be sold beyond them
};

// Sums of a day over blocks, yuan (varieties: kinds of goods).
struct DaySums {
  double gross = 0;
  double good = 0;
  double rework = 0;
  double seconds = 0;
  double backlog = 0;
  double varieties = 0;
};

// A day of eight cooperatives, for whoever follows them from day to day.
struct alignas(64) DayBlock {
  LaneValues gross;
  LaneValues good;
  LaneValues rework;   // yuan of gross
  LaneValues seconds;  // yuan of good
};

// One implementation of the day's work. Sums are added lane by lane in order of blocks, then in a fixed tree.
struct DailyKernel {
  const char* name;
  int width;  // doubles per vector

  // Draws the day's luck of `blocks` × 8 roots (roots[i] names the stream of lane i) and steps their shocks.
  void (*draw)(ShockBlock* shocks, int blocks, const std::uint32_t* roots, const Key& key, std::uint32_t day,
               std::uint32_t replication, const ShockStep& step);

  // A working day of `blocks` blocks; shocks[b] belongs to units[b]. `sums` is added to; `days` may be null.
  void (*work)(UnitBlock* units, const ShockBlock* shocks, int blocks, const DayFactors& factors, DaySums& sums, DayBlock* days);
};

// Every kernel this machine can run, narrowest first.
std::span<const DailyKernel> daily_kernels();

// The widest of them that is no wider than this many doubles; 0: the widest.
const DailyKernel& daily_kernel(int width = 0);

}  // namespace zhengshe::sim
