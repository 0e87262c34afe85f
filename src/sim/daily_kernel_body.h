// The daily kernel at the width ZHENGSHE_WIDTH. Included by one source file per width, and by the test that fuses;
// it uses no inline function of a library, so that no wider instruction leaks into shared code.
#pragma once

#include "sim/daily_kernel.h"
#include "sim/lanes.h"

namespace zhengshe::sim {
namespace {

using L = Lanes<ZHENGSHE_WIDTH>;
using Real = L::Real;

// The four words of one Philox call per root of a block, each in the low half of 64 bits.
struct alignas(64) WordBlock {
  std::uint64_t words[4][kLanes];
};

#if defined(__SSE2__)
// Low halves of a × b as 64-bit products, per 64-bit lane.
ZHENGSHE_INLINE L::Bits low_product(L::Bits a, std::uint32_t b) {
#if ZHENGSHE_WIDTH == 4
  return reinterpret_cast<L::Bits>(_mm256_mul_epu32(reinterpret_cast<__m256i>(a), _mm256_set1_epi64x(b)));
#else
  return reinterpret_cast<L::Bits>(_mm_mul_epu32(reinterpret_cast<__m128i>(a), _mm_set1_epi64x(b)));
#endif
}

// The keys of the ten rounds, in every lane.
struct RoundKeys {
  L::Bits low[10];
  L::Bits high[10];
};

ZHENGSHE_INLINE RoundKeys round_keys(const Key& key) {
  RoundKeys keys;
  for (std::uint32_t round = 0; round < 10; ++round) {
    keys.low[round] = L::all_bits(key.low + round * 0x9E3779B9U);
    keys.high[round] = L::all_bits(key.high + round * 0xBB67AE85U);
  }
  return keys;
}

// philox() for the roots of a block.
ZHENGSHE_INLINE void words_of(const std::uint32_t* roots, const RoundKeys& keys, std::uint32_t day, std::uint32_t replication, WordBlock& block) {
  const L::Bits half = L::all_bits(0xffffffffULL);
  for (int i = 0; i < kLanes; i += ZHENGSHE_WIDTH) {
    L::Bits c0, c1 = L::all_bits(day), c2 = L::all_bits(replication), c3 = L::all_bits(0);
    for (int lane = 0; lane < ZHENGSHE_WIDTH; ++lane) c0[lane] = roots[i + lane];
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
      const L::Bits first = low_product(c0, 0xD2511F53U);
      const L::Bits second = low_product(c2, 0xCD9E8D57U);
      c0 = (second >> 32) ^ (c1 ^ keys.low[round]);
      c1 = second;
      c2 = (first >> 32) ^ (c3 ^ keys.high[round]);
      c3 = first;
    }
    L::store_bits(block.words[0] + i, c0 & half);
    L::store_bits(block.words[1] + i, c1 & half);
    L::store_bits(block.words[2] + i, c2 & half);
    L::store_bits(block.words[3] + i, c3 & half);
  }
}
#else
using RoundKeys = Key;
ZHENGSHE_INLINE RoundKeys round_keys(const Key& key) { return key; }

// philox() for the roots of a block. Scalar multiplications are faster than this target's vector ones.
[[gnu::noinline]] void words_of(const std::uint32_t* roots, const Key& key, std::uint32_t day, std::uint32_t replication, WordBlock& block) {
  for (int i = 0; i < kLanes; ++i) {
    std::uint32_t c0 = roots[i], c1 = day, c2 = replication, c3 = 0;
#pragma GCC unroll 10
    for (std::uint32_t round = 0; round < 10; ++round) {
      const std::uint64_t first = std::uint64_t{0xD2511F53U} * c0;
      const std::uint64_t second = std::uint64_t{0xCD9E8D57U} * c2;
      c0 = static_cast<std::uint32_t>(second >> 32) ^ c1 ^ (key.low + round * 0x9E3779B9U);
      c1 = static_cast<std::uint32_t>(second);
      c2 = static_cast<std::uint32_t>(first >> 32) ^ c3 ^ (key.high + round * 0xBB67AE85U);
      c3 = static_cast<std::uint32_t>(first);
    }
    block.words[0][i] = c0;
    block.words[1][i] = c1;
    block.words[2][i] = c2;
    block.words[3][i] = c3;
  }
}
#endif

// Two standard normals from two words by Box and Muller.
ZHENGSHE_INLINE void normals_of(const std::uint64_t* radius_words, const std::uint64_t* angle_words, Real& first, Real& second) {
  const Real radius = L::square_root(-2.0 * L::log(L::uniform(L::load_bits(radius_words))));
  Real sine, cosine;
  L::sin_cos_turns(L::uniform(L::load_bits(angle_words)), sine, cosine);
  first = radius * sine;
  second = radius * cosine;
}

ZHENGSHE_INLINE void step(double* x, double persistence, double innovation, Real z) {
  L::store(x, persistence * L::load(x) + innovation * z);
}

[[gnu::noinline]] void step_block(ShockBlock& block, const WordBlock& drawn, const ShockStep& s) {
  for (int i = 0; i < kLanes; i += ZHENGSHE_WIDTH) {
    Real output, rework, seconds, orders;
    normals_of(drawn.words[0] + i, drawn.words[1] + i, output, rework);
    normals_of(drawn.words[2] + i, drawn.words[3] + i, seconds, orders);
    step(block.output + i, s.output_persistence, s.output_innovation, output);
    step(block.rework + i, s.rework_persistence, s.rework_innovation, rework);
    step(block.seconds + i, s.seconds_persistence, s.seconds_innovation, seconds);
    L::store(block.orders + i, L::larger(1.0 + s.order_noise * orders, L::all(0.0)));
  }
}

void draw(ShockBlock* shocks, int blocks, const std::uint32_t* roots, const Key& key, std::uint32_t day, std::uint32_t replication,
          const ShockStep& s) {
  const RoundKeys keys = round_keys(key);
  WordBlock drawn;
  for (int b = 0; b < blocks; ++b) {
    words_of(roots + b * kLanes, keys, day, replication, drawn);
    step_block(shocks[b], drawn, s);
  }
}

// A gain that follows its target, which fades.
ZHENGSHE_INLINE Real follow(double* target, double* gain, double keep, double ramp) {
  const Real aim = L::load(target) * keep;
  const Real before = L::load(gain);
  const Real now = before + (aim - before) * ramp;
  L::store(target, aim);
  L::store(gain, now);
  return now;
}

ZHENGSHE_INLINE Real fade(double* level, double keep) {
  const Real now = L::load(level) * keep;
  L::store(level, now);
  return now;
}

ZHENGSHE_INLINE void add(double* sum, Real x) { L::store(sum, L::load(sum) + x); }

// Lane sums of a day, in the order of DaySums.
enum DayLane { kGross, kGood, kRework, kSeconds, kBacklog, kVarieties, kDayLanes };

// The condition of a vector of cooperatives on the day.
struct Level {
  Real practice, democracy, control, disturbance;
};

ZHENGSHE_INLINE Level condition(UnitBlock& u, int i, const DayFactors& f) {
  Level level;
  level.practice = L::load(u.practice_base + i) + follow(u.practice_target + i, u.practice_gain + i, f.practice_keep, f.ramp);
  level.democracy = L::load(u.democracy_base + i) + follow(u.democracy_target + i, u.democracy_gain + i, f.democracy_keep, f.ramp);
  level.control = L::load(u.control_base + i) + follow(u.control_target + i, u.control_gain + i, f.practice_keep, f.ramp);
  level.disturbance = fade(u.surge + i, f.surge_keep) - fade(u.dip + i, f.dip_keep);
  return level;
}

// What a vector of cooperatives makes: MODEL.md 3.1 to 3.3, 3.6.
struct Made {
  Real gross, good, rework, seconds_share, varieties;
};

ZHENGSHE_INLINE Made make(UnitBlock& u, const ShockBlock& s, int i, const Level& level, const DayFactors& f) {
  Made made;
  made.varieties = L::load(u.varieties + i);
  const Real efficiency = L::load(u.efficiency + i) + L::load(u.practice + i) * level.practice +
                          L::load(u.democracy + i) * level.democracy + level.disturbance + L::load(s.output + i);
  made.gross = L::load(u.base_output + i) * L::exp(efficiency) * (1.0 - L::load(u.changeover_loss + i) * made.varieties);
  const Real unsound = 0.5 - level.practice;
  const Real rework = L::exp(L::load(u.rework + i) + L::load(u.rework_practice + i) * unsound -
                             L::load(u.rework_control + i) * level.control + L::load(s.rework + i));
  const Real seconds = L::exp(L::load(u.seconds + i) + L::load(u.seconds_practice + i) * unsound -
                              L::load(u.seconds_control + i) * level.control + L::load(s.seconds + i));
  // good = gross / (1 + φ·odds), reworked = gross·odds / (1 + odds), seconds = odds / (1 + odds), with one division.
  const Real labour = 1.0 + L::load(u.rework_labour + i) * rework;
  const Real sound = 1.0 + rework;
  const Real firsts = 1.0 + seconds;
  const Real inverse = 1.0 / ((labour * sound) * firsts);
  const Real per_good = made.gross * (firsts * inverse);
  made.good = per_good * sound;
  made.rework = (per_good * labour) * rework;
  made.seconds_share = seconds * ((labour * sound) * inverse);
  const Real attention = L::smaller(L::load(u.attention + i) * (0.5 + 0.5 * level.practice), L::all(1.0));
  L::store(u.varieties + i, made.varieties + (L::load(u.repertoire + i) * attention - made.varieties) * f.variety_rate);
  return made;
}

// Orders, deliveries and revenue (MODEL.md 3.4), and the books.
ZHENGSHE_INLINE void sell(UnitBlock& u, const ShockBlock& s, int i, const Made& made, const DayFactors& f, double (*day)[kLanes]) {
  const Real orders = L::load(u.orders_per_day + i) * L::load(s.orders + i);
  const Real waiting = L::load(u.backlog + i) + orders;
  const Real deliveries = L::smaller(made.good, waiting);
  const Real backlog = waiting - deliveries;
  const Real surplus = L::smaller(made.good - deliveries, f.surplus_share * orders);
  const Real revenue = (deliveries + f.surplus_price * surplus) * (1.0 - made.seconds_share * L::load(u.second_loss + i));
  const Real seconds = made.seconds_share * made.good;
  L::store(u.backlog + i, backlog);
  add(u.gross_sum + i, made.gross);
  add(u.good_sum + i, made.good);
  add(u.rework_sum + i, made.rework);
  add(u.seconds_sum + i, seconds);
  add(u.deliveries_sum + i, deliveries);
  add(u.orders_sum + i, orders);
  add(u.revenue_sum + i, revenue);
  add(day[kGross] + i, made.gross);
  add(day[kGood] + i, made.good);
  add(day[kRework] + i, made.rework);
  add(day[kSeconds] + i, seconds);
  add(day[kBacklog] + i, backlog);
  add(day[kVarieties] + i, made.varieties);
}

// Sum of eight lanes in a fixed tree.
double tree(const double* x) { return ((x[0] + x[1]) + (x[2] + x[3])) + ((x[4] + x[5]) + (x[6] + x[7])); }

[[gnu::noinline]] void work(UnitBlock* units, const ShockBlock* shocks, int blocks, const DayFactors& factors, DaySums& sums, DayBlock* days) {
  alignas(64) double day[kDayLanes][kLanes] = {};
  for (int b = 0; b < blocks; ++b) {
    for (int i = 0; i < kLanes; i += ZHENGSHE_WIDTH) {
      const Level level = condition(units[b], i, factors);
      const Made made = make(units[b], shocks[b], i, level, factors);
      sell(units[b], shocks[b], i, made, factors, day);
      if (days != nullptr) {
        L::store(days[b].gross + i, made.gross);
        L::store(days[b].good + i, made.good);
        L::store(days[b].rework + i, made.rework);
        L::store(days[b].seconds + i, made.seconds_share * made.good);
      }
    }
  }
  sums.gross += tree(day[kGross]);
  sums.good += tree(day[kGood]);
  sums.rework += tree(day[kRework]);
  sums.seconds += tree(day[kSeconds]);
  sums.backlog += tree(day[kBacklog]);
  sums.varieties += tree(day[kVarieties]);
}

}  // namespace
}  // namespace zhengshe::sim
