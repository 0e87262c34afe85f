#include "sim/structure.h"
#include "model/order.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace zhengshe::sim {
namespace {

constexpr double kGrid = 0x1p20;  // steps per yuan

std::vector<int> lines_of(std::span<const Workplace> workplaces) {
  std::vector<int> lines;
  for (const Workplace& workplace : workplaces) {
    const auto at = std::lower_bound(lines.begin(), lines.end(), workplace.trade);
    if (at == lines.end() || *at != workplace.trade) lines.insert(at, workplace.trade);
  }
  return lines;
}

double members_in(std::span<const Workplace> workplaces, int trade) {
  double members = 0;
  for (const Workplace& workplace : workplaces) members += workplace.trade == trade ? workplace.members : 0;
  return members;
}

double capacity_of(std::span<const Workplace> workplaces, const std::vector<TradeParameters>& trades) {
  double capacity = 0;
  for (const Workplace& workplace : workplaces)
    capacity += workplace.members * workplace.skill * trades[static_cast<std::size_t>(workplace.trade)].base_output;
  return capacity;
}

// Share of the whole's goods that a part counts for: of each of its trades, the part's share of members.
double goods_share(const Unit& whole, std::span<const Workplace> part, const std::vector<int>& lines) {
  double share = 0;
  for (const int trade : lines) share += members_in(part, trade) / members_in(whole.workplaces, trade);
  return share / static_cast<double>(lines.size());
}

void add_origin(std::vector<Origin>& origins, Origin added) {
  const auto same = std::find_if(origins.begin(), origins.end(), [&](const Origin& o) { return o.root == added.root; });
  if (same == origins.end())
    origins.push_back(added);
  else
    same->share += added.share;
}

// Mean over bodies, weighted by members, of a number that get() returns a reference to.
template <class Get>
void average(Body& merged, std::span<const Body> bodies, Get get) {
  double sum = 0;
  double all = 0;
  for (const Body& body : bodies) {
    const double members = members_of(body.unit);
    sum += members * get(body);
    all += members;
  }
  get(merged) = sum / all;
}

template <class Get>
void add_up(Body& merged, std::span<const Body> bodies, Get get) {
  double sum = 0;
  for (const Body& body : bodies) sum += get(body);
  get(merged) = sum;
}

void average_levels(Body& merged, std::span<const Body> bodies) {
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.piece_rate_share; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.tariff_wage; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.accumulation_share; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.repair_share; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.democracy_base; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.control_base; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.norm; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.attention; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.income; });
  average(merged, bodies, [](auto& b) -> auto& { return b.unit.past_income; });
  for (std::size_t i = 0; i < 3; ++i) {
    average(merged, bodies, [i](auto& b) -> auto& { return b.unit.practice_base[i]; });
    average(merged, bodies, [i](auto& b) -> auto& { return b.unit.practice_gain[i]; });
    average(merged, bodies, [i](auto& b) -> auto& { return b.unit.practice_target[i]; });
  }
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.practice_gain; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.practice_target; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.democracy_gain; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.democracy_target; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.control_gain; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.control_target; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.dip; });
  average(merged, bodies, [](auto& b) -> auto& { return b.carried.surge; });
}

// Kinds of goods: per trade those of the part that knows most; the share counted keeps the sum over parts.
void merge_goods(Body& merged, std::span<const Body> bodies) {
  std::map<int, double> known;
  double counted = 0;
  double counted_offered = 0;
  for (const Body& body : bodies) {
    const std::vector<int> lines = lines_of(body.unit.workplaces);
    for (const int trade : lines)
      known[trade] = std::max(known[trade], body.unit.repertoire / static_cast<double>(lines.size()));
    counted += body.unit.variety_share * body.unit.repertoire;
    counted_offered += body.unit.variety_share * body.carried.varieties;
  }
  merged.unit.repertoire = 0;
  for (const auto& [trade, goods] : known) merged.unit.repertoire += goods;
  merged.unit.variety_share = merged.unit.repertoire > 0 ? counted / merged.unit.repertoire : 1;
  merged.carried.varieties = merged.unit.variety_share > 0 ? counted_offered / merged.unit.variety_share : 0;
}

}  // namespace

double amount_on_grid(double amount) { return std::nearbyint(amount * kGrid) / kGrid; }

std::vector<std::int64_t> split_whole(std::int64_t total, std::span<const double> weights) {
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  const std::size_t count = weights.size();
  std::vector<std::int64_t> parts(count);
  std::vector<double> rests(count);
  std::int64_t given = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double ideal = static_cast<double>(total) * (all > 0 ? weights[i] / all : 1.0 / static_cast<double>(count));
    parts[i] = static_cast<std::int64_t>(std::floor(ideal));
    rests[i] = ideal - std::floor(ideal);
    given += parts[i];
  }
  const std::vector<std::uint32_t> order = model::order_of(count, [&rests](std::size_t a, std::size_t b) { return rests[a] > rests[b]; });
  for (std::size_t i = 0; given != total; i = (i + 1) % count) {
    const std::int64_t step = given < total ? 1 : -1;
    parts[order[i]] += step;
    given += step;
  }
  return parts;
}

std::vector<double> split_amount(double amount, std::span<const double> weights) {
  constexpr double kMostSteps = 9e18;  // that a whole number of 64 bits counts
  const double all = std::nearbyint(amount * kGrid);
  // Only coefficients far from the model's own assumptions lead here.
  if (!(std::abs(all) < kMostSteps)) return std::vector<double>(weights.size(), amount / static_cast<double>(weights.size()));
  std::vector<double> parts;
  for (const std::int64_t steps : split_whole(static_cast<std::int64_t>(all), weights)) parts.push_back(static_cast<double>(steps) / kGrid);
  return parts;
}

std::vector<std::vector<Workplace>> by_trade_or_site(const Unit& unit, const std::vector<TradeParameters>& trades) {
  const auto group_of = [&trades](const Workplace& w) { return trades[static_cast<std::size_t>(w.trade)].relatedness_group; };
  const bool mixed = diversity_of(unit, trades) > 0;
  std::vector<std::vector<Workplace>> groups;
  for (const Workplace& workplace : unit.workplaces) {
    if (workplace.members == 0) continue;
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Workplace>& group) {
      const Workplace& first = group.front();
      return mixed ? group_of(first) == group_of(workplace) : first.x_km == workplace.x_km && first.y_km == workplace.y_km;
    });
    if (same == groups.end())
      groups.push_back({workplace});
    else
      same->push_back(workplace);
  }
  return groups;
}

std::vector<std::vector<Workplace>> by_size(const Unit& unit, int parts) {
  const int members = members_of(unit);
  const int count = std::clamp(parts, 1, std::max(1, members / 2));
  std::vector<std::vector<Workplace>> groups(static_cast<std::size_t>(count));
  int placed = 0;
  std::size_t at = 0;
  for (const Workplace& workplace : unit.workplaces) {
    int rest = workplace.members;
    while (rest > 0) {
      // Part i ends at member ⌊(i + 1)·members / count⌋.
      const int end = static_cast<int>((static_cast<std::int64_t>(at) + 1) * members / count);
      const int taken = std::min(rest, end - placed);
      groups[at].push_back(workplace);
      groups[at].back().members = taken;
      placed += taken;
      rest -= taken;
      if (placed == end) ++at;
    }
  }
  return groups;
}

std::vector<Body> divide(const Body& body, std::span<const std::vector<Workplace>> groups, const std::vector<TradeParameters>& trades) {
  const Unit& whole = body.unit;
  std::vector<double> members;
  std::vector<double> capacities;
  for (const std::vector<Workplace>& group : groups) {
    double count = 0;
    for (const Workplace& workplace : group) count += workplace.members;
    members.push_back(count);
    capacities.push_back(capacity_of(group, trades));
  }
  const double all = members_of(whole);
  const double capacity_per_member = capacity_of(whole.workplaces, trades) / all;
  const double lines = static_cast<double>(lines_of(whole.workplaces).size());
  const std::vector<double> backlogs = split_amount(body.carried.backlog, capacities);
  const std::vector<double> orders = split_amount(whole.orders_per_day, capacities);
  const std::vector<double> reserves = split_amount(whole.reserve, members);
  const std::vector<double> costs = split_amount(whole.other_costs, members);

  std::vector<Body> parts;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    Body part = body;
    part.unit.workplaces = groups[i];
    part.unit.cadres = std::min(whole.cadres, members[i] / 2);
    part.unit.orders_per_day = orders[i];
    part.unit.reserve = reserves[i];
    part.unit.other_costs = costs[i];
    part.unit.tied_members = whole.tied_members * members[i] / all;
    part.unit.leaving = whole.leaving * members[i] / all;
    part.unit.norm = whole.norm * (capacities[i] / members[i]) / capacity_per_member;
    const std::vector<int> part_lines = lines_of(groups[i]);
    part.unit.repertoire = whole.repertoire * static_cast<double>(part_lines.size()) / lines;
    part.unit.variety_share = whole.variety_share * goods_share(whole, groups[i], part_lines);
    part.carried.varieties = body.carried.varieties * static_cast<double>(part_lines.size()) / lines;
    part.carried.backlog = backlogs[i];
    parts.push_back(std::move(part));
  }
  return parts;
}

Body merge(std::span<const Body> bodies) {
  const auto largest = std::max_element(bodies.begin(), bodies.end(), [](const Body& a, const Body& b) {
    return members_of(a.unit) < members_of(b.unit);
  });
  Body merged = *largest;
  double all = 0;
  for (const Body& body : bodies) all += members_of(body.unit);
  merged.unit.origins.clear();
  for (const Body& body : bodies) {
    const double share = members_of(body.unit) / all;
    if (body.unit.origins.empty()) add_origin(merged.unit.origins, {body.unit.root, share});
    for (const Origin& origin : body.unit.origins) add_origin(merged.unit.origins, {origin.root, origin.share * share});
    if (&body != &*largest)
      merged.unit.workplaces.insert(merged.unit.workplaces.end(), body.unit.workplaces.begin(), body.unit.workplaces.end());
  }
  average_levels(merged, bodies);
  merge_goods(merged, bodies);
  const auto on_grid = [](double& amount) { amount = amount_on_grid(amount); };
  merged.unit.orders_per_day = merged.unit.reserve = merged.unit.other_costs = merged.carried.backlog = 0;
  for (Body body : bodies) {
    on_grid(body.unit.orders_per_day);
    on_grid(body.unit.reserve);
    on_grid(body.unit.other_costs);
    on_grid(body.carried.backlog);
    merged.unit.orders_per_day += body.unit.orders_per_day;
    merged.unit.reserve += body.unit.reserve;
    merged.unit.other_costs += body.unit.other_costs;
    merged.carried.backlog += body.carried.backlog;
  }
  add_up(merged, bodies, [](auto& b) -> auto& { return b.unit.tied_members; });
  add_up(merged, bodies, [](auto& b) -> auto& { return b.unit.leaving; });
  return merged;
}

}  // namespace zhengshe::sim
