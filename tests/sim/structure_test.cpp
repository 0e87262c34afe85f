#include "sim/structure.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using namespace zhengshe::sim;

namespace {

std::vector<TradeParameters> four_trades() {
  std::vector<TradeParameters> trades(4);
  for (int i = 0; i < 4; ++i) {
    trades[static_cast<std::size_t>(i)].base_output = 5 + i;
    trades[static_cast<std::size_t>(i)].relatedness_group = i / 2;
  }
  return trades;
}

Body body_of(int root, std::vector<Workplace> workplaces) {
  Body body;
  body.unit.active = true;
  body.unit.root = root;
  body.unit.workplaces = std::move(workplaces);
  body.unit.cadres = 4;
  body.unit.repertoire = 8;
  return body;
}

struct Totals {
  std::int64_t members = 0;
  double orders = 0;
  double backlog = 0;
  double reserve = 0;
  double other_costs = 0;
  bool operator==(const Totals&) const = default;
};

Totals totals(const std::vector<Body>& bodies) {
  Totals sum;
  for (const Body& body : bodies) {
    sum.members += members_of(body.unit);
    sum.orders += body.unit.orders_per_day;
    sum.backlog += body.carried.backlog;
    sum.reserve += body.unit.reserve;
    sum.other_costs += body.unit.other_costs;
  }
  return sum;
}

// A small generator of test choices, so that a failing sequence can be found again.
struct Choices {
  std::uint64_t state;
  std::uint32_t next() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state >> 33);
  }
  int below(int bound) { return static_cast<int>(next() % static_cast<std::uint32_t>(bound)); }
};

std::vector<Body> random_city(Choices& choices) {
  std::vector<Body> bodies;
  const int count = 1 + choices.below(4);
  for (int i = 0; i < count; ++i) {
    std::vector<Workplace> workplaces;
    const int shops = 1 + choices.below(3);
    for (int k = 0; k < shops; ++k)
      workplaces.push_back({choices.below(4), 1.0 * choices.below(3), 0, 1 + choices.below(200), 0.5 + 0.01 * choices.below(100)});
    Body body = body_of(i, workplaces);
    body.unit.orders_per_day = amount_on_grid(choices.below(3'000'000) / 999.0);
    body.carried.backlog = amount_on_grid(choices.below(900'000'000) / 997.0);
    body.unit.reserve = amount_on_grid((choices.below(900'000'000) - 400'000'000) / 991.0);
    body.unit.other_costs = amount_on_grid(choices.below(900'000) / 983.0);
    bodies.push_back(body);
  }
  return bodies;
}

void random_change(std::vector<Body>& bodies, Choices& choices, const std::vector<TradeParameters>& trades) {
  const std::size_t at = static_cast<std::size_t>(choices.below(static_cast<int>(bodies.size())));
  const int kind = choices.below(3);
  if (kind == 2 && bodies.size() > 1) {
    const Body merged = merge(std::vector<Body>{bodies[at], bodies[at == 0 ? 1 : 0]});
    bodies.erase(bodies.begin() + static_cast<std::ptrdiff_t>(at == 0 ? 1 : at));
    bodies[0] = at == 0 || at == 1 ? merged : bodies[0];
    if (at > 1) bodies[0] = merged;
    return;
  }
  const auto groups = kind == 0 ? by_trade_or_site(bodies[at].unit, trades) : by_size(bodies[at].unit, 2 + choices.below(5));
  const std::vector<Body> parts = divide(bodies[at], groups, trades);
  bodies.erase(bodies.begin() + static_cast<std::ptrdiff_t>(at));
  bodies.insert(bodies.end(), parts.begin(), parts.end());
}

}  // namespace

TEST_CASE("whole shares follow the largest remainder") {
  // 10 in proportion 1 : 1 : 1 is 3⅓ each; the first gets the one left over. 7 by 5 : 3 : 2 is 3.5, 2.1, 1.4.
  CHECK(split_whole(10, std::vector<double>{1, 1, 1}) == std::vector<std::int64_t>{4, 3, 3});
  CHECK(split_whole(7, std::vector<double>{5, 3, 2}) == std::vector<std::int64_t>{4, 2, 1});
  CHECK(split_whole(-7, std::vector<double>{1, 1}) == std::vector<std::int64_t>{-3, -4});
  CHECK(split_whole(5, std::vector<double>{0, 0}) == std::vector<std::int64_t>{3, 2});
}

TEST_CASE("an amount beyond all steps is split without them") {
  const std::vector<double> weights{3, 1};
  CHECK(split_amount(8, weights) == std::vector<double>{6, 2});
  CHECK(split_amount(8e12, weights) == std::vector<double>{6e12, 2e12});
  CHECK(split_amount(1e13, weights) == std::vector<double>{5e12, 5e12});
  const double endless = std::numeric_limits<double>::infinity();
  CHECK(split_amount(-endless, weights) == std::vector<double>{-endless, -endless});
  for (const double part : split_amount(std::numeric_limits<double>::quiet_NaN(), weights)) CHECK(std::isnan(part));
}

TEST_CASE("divisions and mergers keep members, orders, backlog, reserve and costs exactly, in 10,000 random sequences") {
  const std::vector<TradeParameters> trades = four_trades();
  int broken = 0;
  int changes = 0;
  for (std::uint64_t sequence = 0; sequence < 10'000; ++sequence) {
    Choices choices{sequence * 7919 + 1};
    std::vector<Body> bodies = random_city(choices);
    const Totals before = totals(bodies);
    const int steps = 1 + choices.below(6);
    for (int step = 0; step < steps; ++step, ++changes) random_change(bodies, choices, trades);
    broken += totals(bodies) == before ? 0 : 1;
  }
  CHECK(changes > 10'000);
  CHECK(broken == 0);
}

TEST_CASE("a mixed cooperative divides by trade, one of a single trade by site") {
  const std::vector<TradeParameters> trades = four_trades();
  // Trades 0 and 1 are related, trade 2 is not: two groups, 60 and 30 members.
  const Body mixed = body_of(0, {{0, 0, 0, 40, 1}, {2, 11, 0, 30, 1}, {1, 5, 0, 20, 1}});
  const auto groups = by_trade_or_site(mixed.unit, trades);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].size() == 2);
  const std::vector<Body> parts = divide(mixed, groups, trades);
  CHECK(members_of(parts[0].unit) == 60);
  CHECK(members_of(parts[1].unit) == 30);
  CHECK(parts[0].unit.cadres == 4);  // each new cooperative has cadres of its own
  CHECK(parts[1].unit.cadres == 4);
  // 8 kinds of goods over 3 trades: two trades keep 8·2/3, the other 8/3; together as many as before.
  CHECK(parts[0].unit.repertoire == Catch::Approx(16.0 / 3));
  CHECK(parts[1].unit.repertoire == Catch::Approx(8.0 / 3));
  const Body one_trade = body_of(0, {{0, 0, 0, 40, 1}, {0, 3, 0, 30, 1}, {0, 3, 0, 20, 1}});
  CHECK(by_trade_or_site(one_trade.unit, trades).size() == 2);
  CHECK(by_trade_or_site(body_of(0, {{0, 0, 0, 40, 1}}).unit, trades).size() == 1);
}

TEST_CASE("a division keeps everybody's pay where it was: the norm follows what each trade makes") {
  const std::vector<TradeParameters> trades = four_trades();
  Body mixed = body_of(0, {{0, 0, 0, 30, 1}, {2, 0, 0, 30, 1}});
  mixed.unit.norm = 6;  // base output 5 and 7, mean 6
  const std::vector<Body> parts = divide(mixed, by_trade_or_site(mixed.unit, trades), trades);
  CHECK(parts[0].unit.norm == Catch::Approx(5));
  CHECK(parts[1].unit.norm == Catch::Approx(7));
}

TEST_CASE("dividing by size makes parts that differ by one member at most") {
  const Body body = body_of(0, {{0, 0, 0, 200, 1}, {1, 0, 0, 150, 1}});
  const auto groups = by_size(body.unit, 4);  // 350 / 4: 87, 88, 87, 88
  std::vector<int> sizes;
  for (const auto& group : groups)
    sizes.push_back(std::accumulate(group.begin(), group.end(), 0, [](int sum, const Workplace& w) { return sum + w.members; }));
  CHECK(sizes == std::vector<int>{87, 88, 87, 88});
  CHECK(by_size(body_of(0, {{0, 0, 0, 5, 1}}).unit, 4).size() == 2);
}

TEST_CASE("goods counted over all parts stay the same when a cooperative divides and merges again") {
  const std::vector<TradeParameters> trades = four_trades();
  Body body = body_of(0, {{0, 0, 0, 60, 1}, {2, 0, 0, 30, 1}});
  body.carried.varieties = 5;
  const auto counted = [](const std::vector<Body>& bodies) {
    double sum = 0;
    for (const Body& b : bodies) sum += b.unit.variety_share * b.carried.varieties;
    return sum;
  };
  const std::vector<Body> parts = divide(body, by_size(body.unit, 4), trades);
  CHECK(counted(parts) == Catch::Approx(5));
  CHECK(counted({merge(parts)}) == Catch::Approx(5));
}

TEST_CASE("a merger lives on in its largest part and remembers whose members it has") {
  Body small = body_of(3, {{0, 0, 0, 25, 1}});
  Body large = body_of(5, {{1, 2, 0, 75, 1}});
  small.unit.democracy_base = 0.8;
  large.unit.democracy_base = 0.4;
  const Body merged = merge(std::vector<Body>{small, large});
  CHECK(merged.unit.root == 5);
  CHECK(merged.unit.workplaces.front().x_km == 2);
  CHECK(merged.unit.democracy_base == Catch::Approx(0.5));  // ¼·.8 + ¾·.4
  REQUIRE(merged.unit.origins.size() == 2);
  CHECK(merged.unit.origins[0] == Origin{3, 0.25});
  CHECK(merged.unit.origins[1] == Origin{5, 0.75});
}
