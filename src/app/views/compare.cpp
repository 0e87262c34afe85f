#include "app/views/compare.h"

#include <algorithm>

#include "app/views/overview.h"

namespace zhengshe::app::views {
namespace {

using model::Metric;

constexpr Metric kCompared[] = {Metric::good_output,   Metric::good_output_per_member, Metric::monthly_wage,         Metric::rework_rate,
                                Metric::seconds_rate,  Metric::backlog_days,           Metric::members,              Metric::varieties,
                                Metric::resident_distance_km, Metric::within_800_m,    Metric::repair_wait_days};

double last_month_mean(std::span<const float> values) {
  const std::size_t count = std::min<std::size_t>(30, values.size());
  double sum = 0;
  for (const float value : values.last(count)) sum += static_cast<double>(value);
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

ComparedPlan plan_of(const Session& session, model::PlanId id, const sim::RunResult& result, const study::Ensemble* ensemble) {
  const Language language = session.language();
  const model::Plan* plan = model::find_plan(session.scenario(), id);
  ComparedPlan view;
  view.name = name_of(language, plan);
  if (plan == nullptr) return view;
  const model::Date start = session.scenario().calendar.start;
  view.finish = result.finished_day < 0 ? std::string(tr(language, Key::not_finished))
                                        : fill(tr(language, Key::finished_on), {format_day(language, start + result.finished_day)});
  if (ensemble != nullptr) view.in_time = ensemble->probability_done(plan->deadline - start);
  for (const sim::Passage& passage : result.passages) view.team_days += passage.team_days;
  view.treated = static_cast<int>(result.passages.size());
  const std::vector<double> changes = output_changes(result, result.days - 1);
  view.losers = static_cast<int>(std::count_if(changes.begin(), changes.end(), [](double change) { return change < -0.0005; }));
  return view;
}

// The replications of both sides, as far as both have them and they belong to the present document.
struct Pairs {
  const study::Ensemble* first = nullptr;
  const study::Ensemble* second = nullptr;
  sim::Arm second_arm = sim::Arm::planned;
  std::size_t count = 0;
};

Pairs pairs_of(const Session& session) {
  Pairs pairs;
  if (!session.bands().is_fresh() || session.plan() == nullptr) return pairs;
  pairs.first = session.bands().result();
  const bool against_nothing = !session.other_plan_id();
  const Refinement* other = session.rival(session.other_plan_id());
  pairs.second = against_nothing ? pairs.first : other != nullptr && other->is_fresh() ? other->result() : nullptr;
  pairs.second_arm = against_nothing ? sim::Arm::left_alone : sim::Arm::planned;
  if (pairs.first != nullptr && pairs.second != nullptr)
    pairs.count = static_cast<std::size_t>(std::min(pairs.first->count(), pairs.second->count()));
  return pairs;
}

double median_of(std::span<const float> values, std::size_t count) {
  return study::quantile_of({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count)}, 0.5);
}

void add_ranges(ComparedMetric& row, const Pairs& pairs) {
  if (pairs.count == 0) return;
  const std::size_t last = pairs.first->days().size() - 1;
  const std::span<const float> first = pairs.first->of(sim::Arm::planned, row.metric, last);
  const std::span<const float> second = pairs.second->of(pairs.second_arm, row.metric, last);
  double better = 0;
  for (std::size_t i = 0; i < pairs.count; ++i)
    better += first[i] == second[i] ? 0.5 : (first[i] > second[i]) == larger_is_better(row.metric) ? 1 : 0;
  row.chance_better = better / static_cast<double>(pairs.count);
  row.first = median_of(first, pairs.count);
  row.second = median_of(second, pairs.count);
  std::vector<double> changes = study::relative_changes(first.first(pairs.count), second.first(pairs.count));
  if (changes.empty()) return;
  const study::Middle90 change = study::middle_90(std::move(changes));
  row.change = change.median;
  row.change_range = interval_of(change);
}

}  // namespace

sim::RunResult other_run(const Session& session) {
  if (!session.other_plan_id()) return {};
  sim::RunOptions options;
  options.plan = session.other_plan_id();
  options.seed = session.scenario().seed;
  return sim::run(session.scenario(), options);
}

Compare compare(const Session& session, const sim::RunResult& other) {
  const sim::RunResult& shown = session.result();
  const sim::DailySeries& second = session.other_plan_id() ? other.planned.city : shown.left_alone.city;
  const Pairs pairs = pairs_of(session);
  Compare view;
  view.replications = static_cast<int>(pairs.count);
  view.first = plan_of(session, session.plan_id(), shown, pairs.first);
  view.second = plan_of(session, session.other_plan_id(), other, pairs.second);
  for (const Metric metric : kCompared) {
    ComparedMetric row{metric, std::string(name_of(session.language(), metric)), std::string(unit_of(session.language(), metric)), 0, 0, 0, {}, {}};
    row.first = last_month_mean(shown.planned.city.of(metric));
    row.second = last_month_mean(second.of(metric));
    row.change = row.second != 0 ? row.first / row.second - 1 : 0;
    add_ranges(row, pairs);
    view.metrics.push_back(std::move(row));
  }
  return view;
}

}  // namespace zhengshe::app::views
