#include "sim/unit.h"

#include "sim/maths.h"

namespace zhengshe::sim {

double diversity_of(const Unit& unit, const std::vector<TradeParameters>& trades) {
  if (unit.workplaces.size() < 2) return 0;
  const auto group_of = [&trades](const Workplace& workplace) { return trades[static_cast<std::size_t>(workplace.trade)].relatedness_group; };
  double all = 0;
  double same = 0;  // ordered pairs of members of one group, whoever they are
  for (const Workplace& one : unit.workplaces) {
    all += one.members;
    for (const Workplace& other : unit.workplaces)
      if (group_of(one) == group_of(other)) same += static_cast<double>(one.members) * other.members;
  }
  return same < all * all ? 1 - same / (all * all) : 0;
}

double distance_of(const Unit& unit) {
  double member_km = 0;
  double all = 0;
  for (const Workplace& workplace : unit.workplaces) {
    const double x = workplace.x_km - unit.workplaces.front().x_km;
    const double y = workplace.y_km - unit.workplaces.front().y_km;
    member_km += workplace.members * square_root(x * x + y * y);
    all += workplace.members;
  }
  return all > 0 ? member_km / all : 0;
}

}  // namespace zhengshe::sim
