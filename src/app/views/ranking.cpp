#include "app/views/ranking.h"

#include <algorithm>
#include <map>

#include "model/order.h"
#include "study/compare.h"

namespace zhengshe::app::views {
namespace {

using model::Metric;
using Values = std::vector<double>;

constexpr std::size_t kMostTurns = 3;

// A plan's values by replication, as far as there are any.
struct Rival {
  model::PlanId plan;
  Values values;
};

Values values_of(const study::Ensemble* ensemble, sim::Arm arm, Metric metric) {
  if (ensemble == nullptr) return {};
  const auto values = ensemble->of(arm, metric, ensemble->days().size() - 1);
  return {values.begin(), values.end()};
}

// The shown plan first, left alone last.
std::vector<Rival> rivals_of(const Session& session, Metric metric) {
  const study::Ensemble* shown = session.bands().is_fresh() ? session.bands().result() : nullptr;
  std::vector<Rival> rivals{{session.plan_id(), values_of(shown, sim::Arm::planned, metric)}};
  for (const model::Plan& plan : session.scenario().plans) {
    const Refinement* rival = session.rival(plan.id);
    if (rival != nullptr && rival->is_fresh()) rivals.push_back({plan.id, values_of(rival->result(), sim::Arm::planned, metric)});
  }
  rivals.push_back({model::kLeftAlone, values_of(shown, sim::Arm::left_alone, metric)});
  return rivals;
}

std::string name_of_plan(const Session& session, model::PlanId id) { return std::string(name_of(session.language(), model::find_plan(session.scenario(), id))); }

// How often each is the best of its replication; those that are equally good share it.
std::vector<double> shares_of_best(const std::vector<Values>& values, bool less_is_better) {
  std::vector<double> shares(values.size());
  const std::size_t count = values.front().size();
  for (std::size_t i = 0; i < count; ++i) {
    double best = values.front()[i];
    for (const Values& of : values) best = less_is_better ? std::min(best, of[i]) : std::max(best, of[i]);
    const auto equals = static_cast<double>(std::count_if(values.begin(), values.end(), [&](const Values& of) { return of[i] == best; }));
    for (std::size_t plan = 0; plan < values.size(); ++plan)
      if (values[plan][i] == best) shares[plan] += 1 / equals / static_cast<double>(count);
  }
  return shares;
}

double mean_of(const Values& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

// Between the shown plan and the other that is best.
std::vector<std::string> turns_of(const Session& session, const std::vector<Rival>& rivals, std::size_t best_other, bool less_is_better) {
  const Language language = session.language();
  const Rival &shown = rivals.front(), &other = rivals[best_other];
  const std::string first = name_of_plan(session, shown.plan), second = name_of_plan(session, other.plan);
  std::vector<std::string> sentences;
  if (shown.values.size() < 30) return sentences;  // a third of them would be a handful
  for (const study::Turn& turn : study::turns(session.scenario(), session.scenario().seed, shown.values, other.values, less_is_better))
    if (turn.flips() && sentences.size() < kMostTurns)
      sentences.push_back(fill(tr(language, Key::turns_on), {name_of(language, turn.coefficient), first, second, format_share(turn.low, 0), format_share(turn.high, 0)}));
  if (sentences.empty()) sentences.push_back(fill(tr(language, Key::turns_on_nothing), {first, second}));
  return sentences;
}

std::string group_name(const Session& session, const study::CooperativeDifference& of, Grouping grouping) {
  const model::Scenario& scenario = session.scenario();
  if (grouping == Grouping::trade)
    for (const model::Trade& trade : scenario.trades)
      if (trade.id == of.trade) return std::string(tr(session.language(), trade.name));
  for (const model::Batch& batch : session.plan()->batches)
    if (batch.id == of.batch) return std::string(tr(session.language(), batch.name));
  return std::string(tr(session.language(), Key::no_batch));
}

}  // namespace

Ranking ranking(const Session& session, Metric metric) {
  const bool less_is_better = study::less_is_better(metric);
  std::vector<Rival> rivals = rivals_of(session, metric);
  Ranking ranking;
  std::size_t count = rivals.front().values.size();
  std::erase_if(rivals, [](const Rival& rival) { return rival.values.empty(); });
  if (count == 0 || session.plan() == nullptr) return ranking;
  for (const Rival& rival : rivals) count = std::min(count, rival.values.size());
  std::vector<Values> values;
  for (Rival& rival : rivals) rival.values.resize(count), values.push_back(rival.values);
  const std::vector<double> regrets = study::mean_regrets(values, less_is_better), best = shares_of_best(values, less_is_better);
  const std::vector<std::uint32_t> order = model::order_of(rivals.size(), [&](std::uint32_t a, std::uint32_t b) { return regrets[a] < regrets[b]; });
  for (const std::size_t i : order) {
    RankedPlan row{rivals[i].plan, name_of_plan(session, rivals[i].plan), format_metric(session.language(), metric, mean_of(values[i])),
                   format_metric(session.language(), metric, regrets[i]), format_share(best[i], 0), "", best[i]};
    if (i > 0) {
      const study::PairedDifference against = study::compare(values[i], values[0], less_is_better);
      row.difference = fill(tr(session.language(), Key::share_with_range), {format_signed(session.language(), metric, against.mean), format_signed(session.language(), metric, against.mean_low),
                                                                            format_signed(session.language(), metric, against.mean_high)});
    }
    ranking.plans.push_back(std::move(row));
  }
  ranking.replications = static_cast<int>(count);
  const auto other = std::find_if(order.begin(), order.end(), [](std::size_t i) { return i > 0; });
  ranking.turns = turns_of(session, rivals, *other, less_is_better);
  return ranking;
}

Differences differences(const Session& session, Metric metric, Grouping grouping) {
  const model::Scenario& scenario = session.scenario();
  const study::Yardstick yardstick{metric, study::last_days(scenario), study::less_is_better(metric)};
  const std::vector<study::CooperativeDifference> all = study::compare_cooperatives(scenario, session.plan_id(), session.other_plan_id(), yardstick);
  const std::vector<study::CooperativeDifference> worse = study::losers(all, yardstick.less_is_better);
  Differences found;
  std::map<std::uint32_t, GroupDifference> groups;
  const auto group_of = [&](const study::CooperativeDifference& of) -> GroupDifference& { return groups[grouping == Grouping::trade ? of.trade.value : of.batch.value]; };
  for (const study::CooperativeDifference& of : all) {
    GroupDifference& group = group_of(of);
    if (group.cooperatives++ == 0) group.name = group_name(session, of, grouping);
    group.first += of.first;
    group.second += of.second;
  }
  for (const study::CooperativeDifference& of : worse) {
    ++group_of(of).worse;
    const model::Cooperative& cooperative = scenario.cooperatives[static_cast<std::size_t>(model::index_of(scenario, of.cooperative))];
    found.losers.push_back({of.cooperative, std::string(tr(session.language(), cooperative.name)), of.first, of.second});
  }
  for (auto& [key, group] : groups) {
    group.first /= group.cooperatives;
    group.second /= group.cooperatives;
    found.groups.push_back(std::move(group));
  }
  return found;
}

}  // namespace zhengshe::app::views
