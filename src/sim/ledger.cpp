// The books of a run: accounts of units, months of roots, days of the city.
#include <algorithm>

#include "sim/money.h"
#include "sim/state.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;

MonthlySums& month_of(Ledger& ledger, const WorldState& state, int root, int month) {
  return ledger.monthly[static_cast<std::size_t>(root) * state.timetable.months.size() + static_cast<std::size_t>(month)];
}

// Calls visit(root, share) for each root that the unit's members came from.
template <class Visit>
void for_each_origin(const Unit& unit, Visit visit) {
  if (unit.origins.empty()) return visit(unit.root, 1.0);
  for (const Origin& origin : unit.origins) visit(origin.root, origin.share);
}

// Reads a lane's sums and sets them to zero.
Activity take_activity(UnitBlock& block, int lane) {
  Activity activity;
  const auto read = [lane](LaneValues& sum, double& into) {
    into = sum[lane];
    sum[lane] = 0;
  };
  read(block.gross_sum, activity.gross);
  read(block.good_sum, activity.good);
  read(block.rework_sum, activity.rework);
  read(block.seconds_sum, activity.seconds);
  read(block.deliveries_sum, activity.deliveries);
  read(block.orders_sum, activity.orders);
  read(block.revenue_sum, activity.revenue);
  return activity;
}

void add(float& sum, double amount) { sum = static_cast<float>(sum + amount); }

void add_activity(MonthlySums& sums, const Activity& activity, const Settlement& settlement, double member_days, double share) {
  add(sums.gross, share * activity.gross);
  add(sums.good, share * activity.good);
  add(sums.rework, share * activity.rework);
  add(sums.seconds, share * activity.seconds);
  add(sums.deliveries, share * activity.deliveries);
  add(sums.orders, share * activity.orders);
  add(sums.revenue, share * activity.revenue);
  add(sums.wages, share * settlement.income());
  add(sums.net_income, share * settlement.net_income);
  add(sums.member_days, share * member_days);
}

void record_end(WorldState& state, Ledger& ledger, const Side& side, int index, int month) {
  const Unit& unit = side.units[static_cast<std::size_t>(index)];
  const UnitBlock& block = side.blocks[static_cast<std::size_t>(index / kLanes)];
  const double members = members_of(unit);
  for_each_origin(unit, [&](int root, double share) {
    MonthlySums& sums = month_of(ledger, state, root, month);
    add(sums.backlog_end, share * block.backlog[index % kLanes]);
    add(sums.reserve_end, share * unit.reserve);
    add(sums.varieties_end, share * unit.variety_share * block.varieties[index % kLanes]);
    add(sums.members_end, share * members);
  });
}

// Sums of the chunk's days into the city's, in order of chunks.
void add_days(Ledger& ledger, Side& side, int first_day) {
  for (std::size_t i = 0; i < side.days.size(); ++i) {
    DaySums& city = ledger.days[static_cast<std::size_t>(first_day) + i];
    const DaySums& chunk = side.days[i];
    city.gross += chunk.gross;
    city.good += chunk.good;
    city.rework += chunk.rework;
    city.seconds += chunk.seconds;
    city.backlog += chunk.backlog;
    city.varieties += chunk.varieties;
  }
}

bool is_seasonal(const WorldState& state, const Unit& unit, int month_of_year, int next_month_of_year) {
  return std::any_of(unit.workplaces.begin(), unit.workplaces.end(), [&](const Workplace& workplace) {
    const auto& season = state.parameters.trades[static_cast<std::size_t>(workplace.trade)].season;
    return season[static_cast<std::size_t>(month_of_year)] != season[static_cast<std::size_t>(next_month_of_year)];
  });
}

void end_month_of_unit(WorldState& state, Ledger& ledger, Side& side, int index, int month) {
  const Month& ended = state.timetable.months[static_cast<std::size_t>(month)];
  Unit& unit = side.units[static_cast<std::size_t>(index)];
  const double hazard = leaving_hazard(unit, ledger.city_income, state.parameters);
  const int left = let_members_leave(unit, hazard, ended.share);
  if (ended.end_day < state.timetable.days) {
    const Month& next = state.timetable.months[static_cast<std::size_t>(month) + 1];
    if (left > 0)
      configure(state, side, index, next.first_day);
    else if (is_seasonal(state, unit, ended.month_of_year, next.month_of_year))
      side.blocks[static_cast<std::size_t>(index / kLanes)].base_output[index % kLanes] =
          base_output_of(unit, state.parameters, next.month_of_year);
  }
  record_end(state, ledger, side, index, month);
}

// Income of a month, for the city's mean.
struct Incomes {
  double income = 0;
  double members = 0;
};

// Closes the accounts of a chunk that has come to the month's end.
void settle_chunk(WorldState& state, Arm arm, int chunk, const Month& ended, Incomes& sum) {
  Side& side = state.chunks[static_cast<std::size_t>(chunk)].sides[static_cast<std::size_t>(arm)];
  for (std::size_t i = 0; i < side.units.size(); ++i) {
    const Unit& unit = side.units[i];
    if (!unit.active) continue;
    settle_unit(state, arm, {chunk, static_cast<int>(i)}, ended.end_day);
    const int members = members_of(unit);
    sum.income += unit.income * members;
    sum.members += members;
  }
  add_days(state.ledgers[static_cast<std::size_t>(arm)], side, ended.first_day);
}

}  // namespace

void settle_unit(WorldState& state, Arm arm, const Place& place, int day) {
  Side& side = side_at(state, place, arm);
  Unit& unit = side.units[place.at()];
  if (unit.settled_day == day) return;
  const int month = state.timetable.month_of_day[static_cast<std::size_t>(day - 1)];
  const Month& calendar = state.timetable.months[static_cast<std::size_t>(month)];
  Activity activity = take_activity(side.blocks[static_cast<std::size_t>(place.block())], place.lane());
  activity.working_days = state.timetable.working_days(unit.settled_day, day);
  activity.months = calendar.share * (day - unit.settled_day) / (calendar.end_day - calendar.first_day);
  const Settlement settlement = settle(unit, unit.material_share, activity, state.parameters[Coefficient::arrears_floor]);
  const double members = members_of(unit);
  unit.reserve = settlement.reserve;
  unit.settled_day = day;
  remember_income(unit, settlement.income() / (members * activity.months), activity.months);
  for_each_origin(unit, [&](int root, double share) {
    add_activity(month_of(state.ledgers[static_cast<std::size_t>(arm)], state, root, month), activity, settlement,
                 members * activity.working_days, share);
  });
}

void close_month(WorldState& state, int month) {
  const Month& ended = state.timetable.months[static_cast<std::size_t>(month)];
  const bool last = ended.end_day == state.timetable.days;
  const Month& next = state.timetable.months[static_cast<std::size_t>(month) + (last ? 0 : 1)];
  std::array<Incomes, kArms> incomes;
  for (std::size_t c = 0; c < state.chunks.size(); ++c) {
    advance(state, state.chunks[c], ended.end_day);
    for (int a = state.first_arm(); a < state.end_arm(); ++a) settle_chunk(state, static_cast<Arm>(a), static_cast<int>(c), ended, incomes[static_cast<std::size_t>(a)]);
  }
  for (int a = state.first_arm(); a < state.end_arm(); ++a) {
    const Incomes& sum = incomes[static_cast<std::size_t>(a)];
    state.ledgers[static_cast<std::size_t>(a)].city_income = sum.members > 0 ? sum.income / sum.members : 0;
  }
  for (Chunk& chunk : state.chunks)
    for (int a = state.first_arm(); a < state.end_arm(); ++a) {
      Side& side = chunk.sides[static_cast<std::size_t>(a)];
      for (std::size_t i = 0; i < side.units.size(); ++i)
        if (side.units[i].active) end_month_of_unit(state, state.ledgers[static_cast<std::size_t>(a)], side, static_cast<int>(i), month);
      side.days.assign(static_cast<std::size_t>(next.end_day - next.first_day), DaySums{});
    }
}

void work_repair(WorldState& state, int day) {
  std::vector<double>& noise = state.zone_noise;
  noise.clear();
  if (state.timetable.is_working(day) && !state.parameters.luck.centre) {
    const ShockStep independent{0, 1, 0, 0, 0, 0, 0};
    state.kernel->draw(state.zone_luck.data(), static_cast<int>(state.zone_luck.size()), state.zone_streams.data(), state.repair_key,
                       static_cast<std::uint32_t>(day), state.parameters.luck.replication, independent);
    for (const ShockBlock& block : state.zone_luck) noise.insert(noise.end(), std::begin(block.output), std::end(block.output));
  }
  for (int a = state.first_arm(); a < state.end_arm(); ++a) {
    RepairService& service = state.repair[static_cast<std::size_t>(a)];
    Ledger& ledger = state.ledgers[static_cast<std::size_t>(a)];
    if (state.timetable.is_working(day)) service.work(noise);
    ledger.access.push_back(service.access());
    ledger.repair_wait_days.push_back(static_cast<float>(service.wait_days()));
    ledger.cooperatives.push_back(static_cast<float>(ledger.active));
    for (std::size_t root = 0; root < ledger.traces.size(); ++root)
      ledger.traces[root].cooperatives.push_back(ledger.parts[root]);
  }
}

}  // namespace zhengshe::sim
