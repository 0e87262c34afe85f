#include "app/views/overview.h"

#include <algorithm>
#include <cmath>

#include "app/views/bands.h"
#include "model/order.h"
#include "study/compare.h"

namespace zhengshe::app::views {
namespace {

using model::Metric;

constexpr Metric kHeadlines[] = {Metric::good_output_per_member, Metric::monthly_wage, Metric::rework_rate,
                                 Metric::seconds_rate, Metric::resident_distance_km};

// Mean over up to 30 days that end with the day, so that one day's rest or luck does not lead the headline.
double recent_mean(std::span<const float> values, int day) {
  const int first = std::max(0, day - 29);
  double sum = 0;
  for (int d = first; d <= day; ++d) sum += values[static_cast<std::size_t>(d)];
  return sum / (day - first + 1);
}

Figure figure_of(const Session& session, Metric metric) {
  const sim::RunResult& result = session.result();
  const Language language = session.language();
  const std::span<const float> planned = result.planned.city.of(metric);
  const std::optional<Spread> spread = views::spread(session, metric);
  const double now = spread ? spread->planned : recent_mean(planned, session.day());
  const double alone = spread ? spread->alone : recent_mean(result.left_alone.city.of(metric), session.day());
  Figure figure{metric, std::string(name_of(language, metric)), format_metric(language, metric, now),
                std::string(unit_of(language, metric)), {}, {}, true, {planned.begin(), planned.end()}};
  if (session.plan() != nullptr && alone != 0) {
    const double change = spread && spread->change ? *spread->change : now / alone - 1;
    figure.change = format_change(change);
    if (spread && spread->change) figure.interval = format_interval(spread->change_range);
    figure.better = (change >= 0) == larger_is_better(metric) || std::fabs(change) < 0.0005;
  }
  return figure;
}

int done_of(const Session& session, model::BatchId batch) {
  int done = 0;
  for (const sim::Passage& passage : session.result().passages)
    done += passage.batch == batch && passage.done_day >= 0 && passage.done_day <= session.day() ? 1 : 0;
  return done;
}

void add_campaign(Overview& view, const Session& session) {
  const model::Plan* plan = session.plan();
  const Language language = session.language();
  if (plan == nullptr) return;
  for (const model::Batch& batch : plan->batches) {
    const int done = done_of(session, batch.id);
    view.batches.push_back({batch.id, std::string(tr(language, batch.name)), done, static_cast<int>(batch.cooperatives.size())});
    view.done += done;
    view.total += static_cast<int>(batch.cooperatives.size());
  }
  view.progress = fill(tr(language, Key::done_of), {std::to_string(view.done), std::to_string(view.total)});
  const int last = session.result().finished_day;
  view.in_time = last >= 0 && session.scenario().calendar.start + last <= plan->deadline;
  view.finish = last < 0 ? std::string(tr(language, Key::not_finished))
                         : fill(tr(language, Key::finished_on), {format_day(language, session.scenario().calendar.start + last)});
}

void add_ranking(Overview& view, const Session& session, std::size_t most) {
  if (session.plan() == nullptr) return;
  const std::vector<double> changes = output_changes(session.result(), session.day());
  std::vector<Ranked> all;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const model::Cooperative& cooperative = session.scenario().cooperatives[i];
    all.push_back({cooperative.id, std::string(tr(session.language(), cooperative.name)), changes[i], format_change(changes[i])});
  }
  model::sort_stably(all, [](const Ranked& a, const Ranked& b) { return a.change > b.change; });
  const auto loses = [](const Ranked& r) { return r.change < -0.0005; };
  view.losers = static_cast<int>(std::count_if(all.begin(), all.end(), loses));
  for (const Ranked& ranked : all)
    if (view.gains.size() < most && ranked.change > 0.0005) view.gains.push_back(ranked);
  for (auto it = all.rbegin(); it != all.rend() && view.losses.size() < most && loses(*it); ++it) view.losses.push_back(*it);
}

}  // namespace

bool larger_is_better(Metric metric) { return !study::less_is_better(metric); }

std::vector<double> output_changes(const sim::RunResult& result, int day) {
  const std::size_t months = static_cast<std::size_t>(result.months);
  std::vector<double> changes(months == 0 ? 0 : result.planned.monthly.size() / months, 0);
  if (day < 0 || day >= result.days) return changes;
  const int month = result.month_of_day[static_cast<std::size_t>(day)];
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const sim::MonthlySums& planned = result.monthly(sim::Arm::planned, static_cast<int>(i), month);
    const sim::MonthlySums& alone = result.monthly(sim::Arm::left_alone, static_cast<int>(i), month);
    if (alone.good > 0 && alone.member_days > 0 && planned.member_days > 0)
      changes[i] = (planned.good / planned.member_days) / (alone.good / alone.member_days) - 1;
  }
  return changes;
}

Overview overview(const Session& session, std::size_t most_ranked) {
  Overview view;
  for (const Metric metric : kHeadlines) view.figures.push_back(figure_of(session, metric));
  add_campaign(view, session);
  add_ranking(view, session, most_ranked);
  if (const std::optional<double> chance = chance_in_time(session)) {
    view.chance = format_share(*chance, 0);
    view.chance_share = static_cast<float>(*chance);
    view.deadline = fill(tr(session.language(), Key::finish_by), {format_day(session.language(), session.plan()->deadline)});
  }
  return view;
}

}  // namespace zhengshe::app::views
