#include "study/roster.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "sim/distributions.h"
#include "sim/maths.h"
#include "sim/philox.h"
#include "sim/structure.h"
#include "study/roster_trades.h"

namespace zhengshe::study {
namespace {

using model::Cooperative;
using model::CooperativeQuantity;
using model::exact;
using model::TradeQuantity;

constexpr double kSizeSigma = 0.5;
constexpr double kCityRadiusKm = 2.2;
constexpr int kLargeGarments = 4;         // with 300 to 400 members

// What a draw is for; each cooperative has one of each.
enum class Channel : std::uint32_t {
  size_order, size, angle, radius, trouble, second_angle, second_distance, bodies, planning, labour, control, democracy,
  varieties, repertoire, piece, accumulation, repair, part_angle, part_radius, part_trade,
};

// Draws of one roster: a function of seed, cooperative and channel.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : key_{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32) ^ 0x526f7374u} {}
  double share(std::size_t who, Channel channel, std::uint32_t part = 0) const {
    return sim::uniform(key_, static_cast<std::uint32_t>(who), part, 0, static_cast<std::uint32_t>(channel));
  }
  double between(double low, double high, std::size_t who, Channel channel) const { return low + (high - low) * share(who, channel); }

 private:
  sim::Key key_;
};

double rounded(double value, double per_unit) {
  return static_cast<double>(static_cast<std::int64_t>(value * per_unit + (value < 0 ? -0.5 : 0.5))) / per_unit;
}

struct Point {
  double x_km = 0;
  double y_km = 0;
};

Point around(Point centre, double turns, double radius_km) {
  return {rounded(centre.x_km + radius_km * sim::cos_turns(turns), 100), rounded(centre.y_km + radius_km * sim::sin_turns(turns), 100)};
}

// Number of cooperatives of each trade, in Kunming's proportions.
std::vector<std::int64_t> trade_counts(int cooperatives) {
  std::vector<double> weights;
  for (const TradeRow& row : kTradeRows) weights.push_back(row.cooperatives);
  return sim::split_whole(cooperatives, weights);
}

// Sizes of a trade's cooperatives: quantiles of a lognormal distribution in random order, so that small
// rosters have its spread too. The first few garment cooperatives are very large.
std::vector<int> trade_sizes(const Draws& draws, std::size_t trade, std::size_t first, std::size_t count, std::size_t large) {
  std::vector<std::size_t> order(count - large);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return draws.share(first + large + a, Channel::size_order) < draws.share(first + large + b, Channel::size_order);
  });
  std::vector<int> sizes(count);
  for (std::size_t i = 0; i < large; ++i)
    sizes[i] = static_cast<int>(300 + 100 * (static_cast<double>(i) + draws.share(first + i, Channel::size)) / static_cast<double>(large));
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double u = (static_cast<double>(rank) + 0.5) / static_cast<double>(order.size());
    const double members = kTradeRows[trade].median_members * sim::exp(kSizeSigma * sim::inverse_normal(u));
    sizes[large + order[rank]] = static_cast<int>(std::clamp(members, 12.0, 290.0) + 0.5);
  }
  return sizes;
}

// Troubles by rank in a random order, but size is what makes a cooperative over-large, and repair can be
// withdrawn only where there is some. Prevalences of MODEL.md 11.
std::vector<Trouble> assign_troubles(const model::Scenario& scenario, const Draws& draws) {
  const std::size_t count = scenario.cooperatives.size();
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<Trouble> troubles(count, Trouble::none);
  std::vector<bool> taken(count, false);
  const auto take = [&](double share, Trouble trouble, const auto& suits) {
    auto left = static_cast<std::int64_t>(share * static_cast<double>(count) + 0.5);
    for (const std::size_t i : order)
      if (left > 0 && !taken[i] && suits(i)) {
        troubles[i] = trouble;
        taken[i] = true;
        --left;
      }
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return members_of(scenario.cooperatives[a]) > members_of(scenario.cooperatives[b]);
  });
  const auto any = [](std::size_t) { return true; };
  take(.15, Trouble::over_size, any);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return draws.share(a, Channel::trouble) < draws.share(b, Channel::trouble); });
  take(.10, Trouble::repair_withdrawn, [&](std::size_t i) {
    const model::Workshop& shop = scenario.cooperatives[i].workshops.front();
    return kTradeRows[static_cast<std::size_t>(index_of(scenario, shop.trade))].repair_share > 0;
  });
  take(.12, Trouble::mixed, any);
  take(.35, Trouble::management, any);
  take(.13, Trouble::governance, any);
  return troubles;
}

void set(Cooperative& cooperative, CooperativeQuantity quantity, double value, double per_unit = 100) {
  cooperative.quantities[quantity] = exact(rounded(value, per_unit));
}

// Half of the mixed cooperatives hold two unrelated trades, half one trade at two sites; some both.
void add_second_workshop(model::Scenario& scenario, std::size_t position, const Draws& draws) {
  Cooperative& cooperative = scenario.cooperatives.edit(position);
  model::Workshop& first = cooperative.workshops.front();
  const int second_members = std::max(1, first.members * 2 / 5);
  const double kind = draws.share(position, Channel::part_trade);
  model::Workshop second = first;
  second.id = next_id<model::WorkshopId>(scenario);
  second.members = second_members;
  first.members -= second_members;
  if (kind < .6) {
    const auto own = static_cast<std::size_t>(index_of(scenario, first.trade));
    std::size_t other = (own + 1 + static_cast<std::size_t>(draws.share(position, Channel::part_angle, 99) * 15)) % 17;
    while (kTradeRows[other].relatedness_group == kTradeRows[own].relatedness_group) other = (other + 1) % 17;
    second.trade = scenario.trades[other].id;
  }
  if (kind > .4) {
    const Point site = around({first.x_km, first.y_km}, draws.share(position, Channel::second_angle), draws.between(3, 9, position, Channel::second_distance));
    second.x_km = site.x_km;
    second.y_km = site.y_km;
  }
  cooperative.workshops.push_back(second);
}

void set_practices(Cooperative& cooperative, std::size_t position, Trouble trouble, const TradeRow& trade, const Draws& draws) {
  const bool managed_badly = trouble == Trouble::management;
  const double low = managed_badly ? .30 : .55;
  const double high = managed_badly ? .55 : .80;
  set(cooperative, CooperativeQuantity::bodies, draws.between(low, high, position, Channel::bodies));
  set(cooperative, CooperativeQuantity::planning, draws.between(low, high, position, Channel::planning));
  set(cooperative, CooperativeQuantity::labour_organisation, draws.between(low, high, position, Channel::labour));
  set(cooperative, CooperativeQuantity::quality_control, draws.between(managed_badly ? .1 : .25, managed_badly ? .3 : .6, position, Channel::control));
  const bool governed_badly = trouble == Trouble::governance;
  set(cooperative, CooperativeQuantity::democracy, draws.between(governed_badly ? .12 : .5, governed_badly ? .32 : .8, position, Channel::democracy));
  set(cooperative, CooperativeQuantity::piece_rate_share, draws.between(.35, .75, position, Channel::piece));
  set(cooperative, CooperativeQuantity::accumulation_share, draws.between(.08, .24, position, Channel::accumulation));
  const double repertoire = std::max(2.0, trade.varieties * draws.between(.8, 1.3, position, Channel::repertoire));
  set(cooperative, CooperativeQuantity::repertoire, repertoire, 1);
  set(cooperative, CooperativeQuantity::varieties, std::max(1.0, repertoire * draws.between(.6, .95, position, Channel::varieties)), 1);
  const double repair = trouble == Trouble::repair_withdrawn ? std::max(.2, 2 * trade.repair_share) : trade.repair_share;
  set(cooperative, CooperativeQuantity::repair_share, std::min(.6, repair * draws.between(.8, 1.2, position, Channel::repair)));
  const int members = members_of(cooperative);
  set(cooperative, CooperativeQuantity::non_producing_cadres, members < 25 ? 2 : members < 50 ? 3 : 4 + members / 150, 1);
}

// The units of 1955 that the cooperative was merged from: some thirty members each, near each of its workshops.
void tell_history(Cooperative& cooperative, std::size_t position, const Draws& draws) {
  std::uint32_t part = 0;
  for (const model::Workshop& shop : cooperative.workshops) {
    const std::vector<double> equal(static_cast<std::size_t>(std::max(1, std::min(8, shop.members / 28))), 1.0);
    for (const std::int64_t members : sim::split_whole(shop.members, equal)) {
      const Point site = around({shop.x_km, shop.y_km}, draws.share(position, Channel::part_angle, part), draws.share(position, Channel::part_radius, part));
      cooperative.merged_from.push_back({{}, shop.trade, site.x_km, site.y_km, static_cast<int>(members), {}});
      ++part;
    }
  }
}

}  // namespace

void add_trades(model::Scenario& scenario) {
  for (const TradeRow& row : kTradeRows) {
    model::Trade trade;
    trade.id = next_id<model::TradeId>(scenario);
    trade.name = {std::string(row.en), std::string(row.zh)};
    trade.relatedness_group = row.relatedness_group;
    const auto put = [&](TradeQuantity quantity, double value) { trade.quantities[quantity] = exact(value); };
    put(TradeQuantity::base_output, row.base_output);
    put(TradeQuantity::material_share, row.material_share);
    put(TradeQuantity::base_rework, row.base_rework);
    put(TradeQuantity::base_seconds, row.base_seconds);
    put(TradeQuantity::price_of_second, .7);
    put(TradeQuantity::rework_labour, row.rework_labour);
    put(TradeQuantity::complementarity, row.complementarity);
    put(TradeQuantity::changeover_loss, .01);
    trade.quantities[TradeQuantity::price_of_second] = {.7, .6, .8, model::Provenance::assumed, {}, {}};
    for (std::size_t month = 0; month < trade.season.size(); ++month)
      trade.season[month] = rounded(1 + row.season * sim::cos_turns(static_cast<double>(month) / 12), 1000);
    scenario.trades.push_back(trade);
  }
}

std::vector<Trouble> add_cooperatives(model::Scenario& scenario, const RosterOptions& options) {
  const Draws draws(options.seed);
  const std::vector<std::int64_t> counts = trade_counts(options.cooperatives);
  std::size_t position = 0;
  for (std::size_t trade = 0; trade < kTradeRows.size(); ++trade) {
    const auto count = static_cast<std::size_t>(counts[trade]);
    const std::size_t large = trade == kGarments ? std::min(count, static_cast<std::size_t>((options.cooperatives * kLargeGarments) / kKunmingCooperatives)) : 0;
    const std::vector<int> sizes = trade_sizes(draws, trade, position, count, large);
    for (std::size_t i = 0; i < count; ++i, ++position) {
      Cooperative cooperative;
      cooperative.id = next_id<model::CooperativeId>(scenario);
      const model::Text number = ordinal(static_cast<int>(i) + 1);
      const bool serial = number.en.rfind("No.", 0) == 0;
      const std::string en(kTradeRows[trade].en);
      cooperative.name = {serial ? en + " " + number.en : number.en + " " + en, number.zh + std::string(kTradeRows[trade].zh) + "生产合作社"};
      const Point site = around({}, draws.share(position, Channel::angle), kCityRadiusKm * sim::square_root(draws.share(position, Channel::radius)));
      cooperative.workshops.push_back({next_id<model::WorkshopId>(scenario), scenario.trades[trade].id, site.x_km, site.y_km, sizes[i], exact(1), {}});
      scenario.cooperatives.push_back(std::move(cooperative));
    }
  }
  const std::vector<Trouble> troubles = assign_troubles(scenario, draws);
  for (std::size_t i = 0; i < troubles.size(); ++i) {
    if (troubles[i] == Trouble::mixed) add_second_workshop(scenario, i, draws);
    Cooperative& cooperative = scenario.cooperatives.edit(i);
    const auto trade = static_cast<std::size_t>(index_of(scenario, cooperative.workshops.front().trade));
    set_practices(cooperative, i, troubles[i], kTradeRows[trade], draws);
    if (options.merged_history) tell_history(cooperative, i, draws);
  }
  return troubles;
}

void add_city(model::Scenario& scenario, double radius_km, double residents) {
  constexpr double kStepKm = 0.6;
  constexpr double kDensityKm = 1.5;  // distance over which density falls by e
  const int reach = static_cast<int>(radius_km / kStepKm);
  std::vector<double> weights;
  for (int row = -reach; row <= reach; ++row)
    for (int column = -reach; column <= reach; ++column) {
      const double x = column * kStepKm;
      const double y = row * kStepKm;
      const double distance = sim::square_root(x * x + y * y);
      if (distance > radius_km) continue;
      scenario.city.zones.push_back({next_id<model::ZoneId>(scenario), {}, rounded(x, 10), rounded(y, 10), 0});
      weights.push_back(sim::exp(-distance / kDensityKm));
    }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i < weights.size(); ++i) scenario.city.zones[i].residents = rounded(residents * weights[i] / total, .01);
}

model::Text ordinal(int number) {
  static constexpr const char* kEnglish[] = {"", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
                                             "Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"};
  static constexpr const char* kTens[] = {"", "", "Twent", "Thirt", "Fort", "Fift", "Sixt", "Sevent", "Eight", "Ninet"};
  static constexpr const char* kChinese[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number >= 100) return {"No. " + std::to_string(number), "第" + std::to_string(number)};
  const int tens = number / 10;
  const int ones = number % 10;
  std::string en = number < 20 ? kEnglish[number] : std::string(kTens[tens]) + (ones == 0 ? "ieth" : "y-");
  if (number > 20 && ones != 0) {
    en += kEnglish[ones];
    en[en.size() - std::string(kEnglish[ones]).size()] = static_cast<char>(kEnglish[ones][0] + ('a' - 'A'));
  }
  const std::string ten = tens == 0 ? "" : tens == 1 ? "十" : std::string(kChinese[tens]) + "十";
  return {en, "第" + ten + kChinese[ones]};
}

}  // namespace zhengshe::study
