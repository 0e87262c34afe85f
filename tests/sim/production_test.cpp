#include "sim/production.h"

#include "catch_amalgamated.hpp"
#include "sim/maths.h"
#include "sim/setup.h"
#include "sim/small_city.h"

using namespace zhengshe;
using namespace zhengshe::sim;
using Catch::Approx;

namespace {

constexpr Luck kCentreLuck{};

struct Case {
  model::Scenario scenario;
  Parameters parameters;
  Body body;
  Production production;
  WorkingState state;
};

Case case_of(const model::Cooperative& cooperative, std::vector<model::Trade> trades = {test::trade(1)}) {
  Case made;
  made.scenario = test::small_city(0);
  made.scenario.trades = std::move(trades);
  made.scenario.cooperatives.push_back(cooperative);
  made.parameters = draw_parameters(made.scenario, kCentreLuck);
  made.body = make_body(made.scenario, 0, made.parameters);
  made.production = production_of(made.body.unit, made.parameters);
  made.state = working_state(made.body);
  return made;
}

Case case_of_members(int members) { return case_of(test::cooperative(1, {test::workshop(1, members)})); }

double gross_per_member(int members, double size_exponent) {
  Case made = case_of_members(members);
  made.parameters.coefficients[model::Coefficient::size_exponent] = size_exponent;
  return undisturbed_gross(production_of(made.body.unit, made.parameters), made.state) / members;
}

}  // namespace

TEST_CASE("gross output is members who make things times base output times the factors of MODEL.md 3.1") {
  // 100 members, 4 cadres, 9 yuan, p = .5, democracy .5, 5 varieties:
  // 96·9 = 864; e^(.3·(.5 − 1)) = e^−.15; e^(.08·(.5 − 1)) = e^−.04; 1 − .01·5 = .95; size factor 1 at N = 100.
  // 864·e^−.19·.95 = 864·.826959·.95 = 678.77.
  const Case made = case_of_members(100);
  CHECK(made.production.base_output == Approx(864));
  CHECK(undisturbed_gross(made.production, made.state) == Approx(678.77).epsilon(1e-5));
}

TEST_CASE("size, mixed trades and distance lower output as MODEL.md 3.1 says") {
  // Two halves of 50 of unrelated trades, the second 11 km away: Σs² = ½, so 1 − Σs² = ½; mean distance 5.5 km.
  // Both halves at base output 9: e^(−.16·½)·e^(−.003·5.5) = e^−.0965 = .908010 of one trade at one site.
  const Case one = case_of_members(100);
  const Case two = case_of(test::cooperative(1, {test::workshop(1, 50, 1), test::workshop(2, 50, 2, 11)}),
                           {test::trade(1), test::trade(2, 9, 1)});
  CHECK(undisturbed_gross(two.production, two.state) / undisturbed_gross(one.production, one.state) == Approx(0.908010).epsilon(1e-5));
  // Related trades do not count as mixed: only the distance is left, e^−.0165 = .983635.
  const Case related = case_of(test::cooperative(1, {test::workshop(1, 50, 1), test::workshop(2, 50, 2, 11)}),
                               {test::trade(1), test::trade(2, 9, 0)});
  CHECK(undisturbed_gross(related.production, related.state) / undisturbed_gross(one.production, one.state) == Approx(0.983635).epsilon(1e-5));
}

TEST_CASE("the size exponent falls with piece rates, with dependence on each other and with democracy") {
  // ε = .04·(1 − α)/½·κ·(1½ − democracy). α = .5, κ = 1, democracy .5: .04; α = .75: .02; κ = 1.5: .06; democracy .8: .028.
  const auto exponent = [](double alpha, double kappa, double democracy) {
    model::Cooperative cooperative = test::cooperative(1, {test::workshop(1, 200)});
    cooperative.quantities[model::CooperativeQuantity::piece_rate_share] = model::exact(alpha);
    cooperative.quantities[model::CooperativeQuantity::democracy] = model::exact(democracy);
    model::Trade trade = test::trade(1);
    trade.quantities[model::TradeQuantity::complementarity] = model::exact(kappa);
    const Case made = case_of(cooperative, {trade});
    return size_tradeoff(made.body.unit, made.production, made.state, made.parameters).size_exponent;
  };
  CHECK(exponent(0.5, 1, 0.5) == Approx(0.04));
  CHECK(exponent(0.75, 1, 0.5) == Approx(0.02));
  CHECK(exponent(0.5, 1.5, 0.5) == Approx(0.06));
  CHECK(exponent(0.5, 1, 0.8) == Approx(0.028));
}

TEST_CASE("democracy works on output by itself and through the size exponent") {
  // 300 members, democracy .5 → .9: e^(.08·.4)·3^(−.04·(.6 − 1)) = e^(.032 + .016·ln 3) = e^.0495778 = 1.050827.
  Case made = case_of_members(300);
  WorkingState later = made.state;
  later.democracy = 0.9;
  CHECK(undisturbed_gross(made.production, later) / undisturbed_gross(made.production, made.state) == Approx(1.050827).epsilon(1e-5));
}

TEST_CASE("dividing 350 into 88 and 88 into 22 changes gross output per member by the figures of MODEL.md 3.1") {
  // (1 − 4/88)/(1 − 4/350)·(88/350)^−ε − 1 and (1 − 4/22)/(1 − 4/88)·4^ε − 1.
  const auto change = [](int from, int to, double exponent) {
    return 100 * (gross_per_member(to, exponent) / gross_per_member(from, exponent) - 1);
  };
  CHECK(change(350, 88, 0.02) == Approx(-0.7).margin(0.05));
  CHECK(change(350, 88, 0.04) == Approx(2.0).margin(0.05));
  CHECK(change(350, 88, 0.08) == Approx(7.8).margin(0.05));
  CHECK(change(88, 22, 0.02) == Approx(-11.9).margin(0.05));
  CHECK(change(88, 22, 0.04) == Approx(-9.4).margin(0.05));
  CHECK(change(88, 22, 0.08) == Approx(-4.2).margin(0.05));
}

TEST_CASE("the best size of gross output is 104 members at the reference, of good output about 60") {
  CHECK(best_members({4, 0.04, 0.7, 0, 0}) == Approx(104).epsilon(1e-6));  // 4·(1 + 1/.04)
  CHECK(best_members({4, 0.08, 0.7, 0, 0}) == Approx(54).epsilon(1e-6));   // 4·(1 + 1/.08)
  // Garments: φ = .4 and a base rework of .15, odds .15/.85 at N = 100.
  const SizeTradeoff good{4, 0.04, 0.7, 0.4, 0.15 / 0.85};
  CHECK(best_members(good) == Approx(60).margin(5));
  UNSCOPED_INFO("members: gross, good output per member (greatest = 1)");
  double best_gross = 0;
  double best_good = 0;
  int gross_at = 0;
  int good_at = 0;
  for (int members = 10; members <= 500; ++members) {
    const double gross = output_per_member({4, 0.04, 0.7, 0, 0}, members);
    const double made = output_per_member(good, members);
    if (gross > best_gross) best_gross = gross, gross_at = members;
    if (made > best_good) best_good = made, good_at = members;
  }
  CHECK(gross_at == 104);
  CHECK(good_at == Approx(best_members(good)).margin(1));
}

TEST_CASE("curves of output per member by size", "[.print]") {
  const SizeTradeoff gross{4, 0.04, 0.7, 0, 0};
  const SizeTradeoff good{4, 0.04, 0.7, 0.4, 0.15 / 0.85};
  for (const int members : {10, 20, 30, 40, 50, 60, 70, 80, 90, 104, 120, 150, 200, 250, 300, 350, 400, 500})
    WARN(members << " members: gross " << output_per_member(gross, members) / output_per_member(gross, best_members(gross)) << ", good "
                 << output_per_member(good, members) / output_per_member(good, best_members(good)));
  WARN("best: gross " << best_members(gross) << ", good " << best_members(good));
}

TEST_CASE("rework odds follow size, practice, control and piece rates as MODEL.md 3.2 says") {
  // logit .12 = −1.992430; 200 members: .7·ln 2 = .485203; p = .5: 0; α = .5: 0; control .3: −.18.
  // Sum −1.687227, odds .185032, rate .156141; good = gross/(1 + .3·.185032) = gross/1.055510.
  const Case made = case_of_members(200);
  const double odds = undisturbed_rework_odds(made.production, made.state);
  CHECK(odds == Approx(0.185032).epsilon(1e-5));
  CHECK(undisturbed_good(made.production, made.state) * 1.055510 == Approx(undisturbed_gross(made.production, made.state)).epsilon(1e-5));
  // The same as gross·(1 − r)/((1 − r) + φ·r).
  const double rate = odds / (1 + odds);
  CHECK(undisturbed_good(made.production, made.state) ==
        Approx(undisturbed_gross(made.production, made.state) * (1 - rate) / ((1 - rate) + 0.3 * rate)));
  // Practice .5 → .85 lowers the log odds by .8·.35 = .28, control .3 → .8 by .6·.5 = .3.
  WorkingState better = made.state;
  better.practice = 0.85;
  better.control = 0.8;
  CHECK(sim::log(odds / undisturbed_rework_odds(made.production, better)) == Approx(0.58));
}

TEST_CASE("mixed trades and piece rates raise the odds of rework as MODEL.md 3.2 says") {
  // Shares .8 and .2 of unrelated trades: 1 − .64 − .04 = .32, .3·.32 = .096; α = .8: .3·.3 = .09.
  model::Cooperative cooperative = test::cooperative(1, {test::workshop(1, 80, 1), test::workshop(2, 20, 2)});
  const double before = case_of(test::cooperative(1, {test::workshop(1, 100)})).production.rework;
  CHECK(before == Approx(-1.992430));  // logit .12
  CHECK(case_of(cooperative, {test::trade(1), test::trade(2, 9, 1)}).production.rework == Approx(before + 0.096));
  cooperative.quantities[model::CooperativeQuantity::piece_rate_share] = model::exact(0.8);
  CHECK(case_of(cooperative, {test::trade(1), test::trade(2, 9, 1)}).production.rework == Approx(before + 0.096 + 0.09));
}

TEST_CASE("seconds follow piece rates, practice and control as MODEL.md 3.3 says") {
  // logit .12 = −1.992430; α = .8: .2·.3 = .06; per point of practice 1.5, of control .5.
  model::Cooperative cooperative = test::cooperative(1, {test::workshop(1, 100)});
  cooperative.quantities[model::CooperativeQuantity::piece_rate_share] = model::exact(0.8);
  const Case made = case_of(cooperative);
  CHECK(made.production.seconds == Approx(-1.932430));
  CHECK(made.production.seconds_practice == Approx(1.5));
  CHECK(made.production.seconds_control == Approx(0.5));
  CHECK(made.production.price_of_second == Approx(0.7));
}

TEST_CASE("changing over takes its share for every kind of goods, and half of the time at most") {
  model::Trade trade = test::trade(1);
  trade.quantities[model::TradeQuantity::changeover_loss] = model::exact(0.02);
  CHECK(case_of(test::cooperative(1, {test::workshop(1, 100)}), {trade}).production.changeover_loss == Approx(0.02));
  trade.quantities[model::TradeQuantity::changeover_loss] = model::exact(0.1);  // eight kinds are known: .5 / 8 each
  CHECK(case_of(test::cooperative(1, {test::workshop(1, 100)}), {trade}).production.changeover_loss == Approx(0.0625));
}

TEST_CASE("members tied by repair points and cadres make nothing") {
  Case made = case_of_members(100);
  made.body.unit.tied_members = 6;
  CHECK(producers_of(made.body.unit) == 90);
  CHECK(base_output_of(made.body.unit, made.parameters, 0) == Approx(90 * 9));
  made.parameters.trades[0].season[11] = 1.15;
  CHECK(base_output_of(made.body.unit, made.parameters, 11) == Approx(90 * 9 * 1.15));
}

TEST_CASE("the norm makes undisturbed work earn the tariff, and attention keeps up what is offered") {
  const Case made = case_of_members(100);
  CHECK(made.body.unit.norm == Approx(undisturbed_good(made.production, made.state) / 96));
  // 5 of 8 kinds at p = .5: attention·4 cadres/1 line·(½ + ¼) = .625.
  CHECK(attention_per_practice(made.body.unit, made.production) * 0.75 == Approx(0.625));
}
