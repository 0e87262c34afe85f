#include "app/views/overview.h"

#include <algorithm>
#include <cmath>

#include "app/views/bands.h"
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
  const std::optional<study::Spread> spread = views::spread(session, metric);
  const double now = spread ? spread->planned.median : recent_mean(planned, session.day());
  const double alone = spread ? spread->alone : recent_mean(result.left_alone.city.of(metric), session.day());
  Figure figure{metric, std::string(name_of(language, metric)), format_metric(language, metric, now),
                std::string(unit_of(language, metric)), {}, {}, true, {planned.begin(), planned.end()}};
  if (session.plan() != nullptr && alone != 0) {
    const double change = spread && spread->change ? spread->change->median : now / alone - 1;
    figure.change = format_change(change);
    if (spread && spread->change) figure.interval = format_interval(interval_of(*spread->change));
    figure.better = (change >= 0) == larger_is_better(metric) || std::fabs(change) < 0.0005;
  }
  return figure;
}

// Of each batch of the plan, the cooperatives that are done by the session's day.
std::vector<int> done_by_batch(const Session& session) {
  const std::vector<model::Batch>& batches = session.plan()->batches;
  std::vector<int> done(batches.size(), 0);
  std::size_t at = 0;  // neighbours are often of one batch
  for (const sim::Passage& passage : session.result().passages) {
    if (passage.done_day < 0 || passage.done_day > session.day()) continue;
    for (std::size_t tried = 0; tried < batches.size() && batches[at].id != passage.batch; ++tried) at = (at + 1) % batches.size();
    ++done[at];
  }
  return done;
}

void add_campaign(Overview& view, const Session& session) {
  const model::Plan* plan = session.plan();
  const Language language = session.language();
  if (plan == nullptr) return;
  const std::vector<int> done = done_by_batch(session);
  for (std::size_t i = 0; i < plan->batches.size(); ++i) {
    const model::Batch& batch = plan->batches[i];
    view.batches.push_back({batch.id, std::string(tr(language, batch.name)), done[i], static_cast<int>(batch.cooperatives.size())});
    view.done += done[i];
    view.total += view.batches.back().total;
  }
  view.progress = progress_text(session);
  const int last = session.result().finished_day;
  view.in_time = last >= 0 && session.scenario().calendar.start + last <= plan->deadline;
  view.finish = last < 0 ? std::string(tr(language, Key::not_finished))
                         : fill(tr(language, Key::finished_on), {format_day(language, session.scenario().calendar.start + last)});
}

constexpr double kChangeWorthSaying = 0.0005;

// The positions of the largest values above kChangeWorthSaying, largest first, at most so many; of equal ones the first.
std::vector<std::size_t> largest_of(const std::vector<double>& values, std::size_t most) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!(values[i] > kChangeWorthSaying) || most == 0 || (found.size() == most && values[i] <= values[found.back()])) continue;
    const auto place = std::find_if(found.begin(), found.end(), [&](std::size_t at) { return values[at] < values[i]; });
    found.insert(place, i);
    if (found.size() > most) found.pop_back();
  }
  return found;
}

Ranked ranked(const Session& session, std::size_t position, double change) {
  const model::Cooperative& cooperative = session.scenario().cooperatives[position];
  return {cooperative.id, std::string(tr(session.language(), cooperative.name)), change, format_change(change)};
}

void add_ranking(Overview& view, const Session& session, std::size_t most) {
  if (session.plan() == nullptr) return;
  const std::vector<double> changes = output_changes(session.result(), session.day());
  view.losers = static_cast<int>(std::count_if(changes.begin(), changes.end(), [](double change) { return change < -kChangeWorthSaying; }));
  for (const std::size_t i : largest_of(changes, most)) view.gains.push_back(ranked(session, i, changes[i]));
  std::vector<double> losses(changes.rbegin(), changes.rend());  // of equal ones the last stands first
  for (double& loss : losses) loss = -loss;
  for (const std::size_t i : largest_of(losses, most)) view.losses.push_back(ranked(session, changes.size() - 1 - i, -losses[i]));
}

}  // namespace

bool larger_is_better(Metric metric) { return !study::less_is_better(metric); }

std::string progress_text(const Session& session) {
  const model::Plan* plan = session.plan();
  if (plan == nullptr) return {};
  const std::vector<sim::Passage>& passages = session.result().passages;
  const auto done = std::count_if(passages.begin(), passages.end(), [&](const sim::Passage& passage) { return passage.done_day >= 0 && passage.done_day <= session.day(); });
  std::size_t total = 0;
  for (const model::Batch& batch : plan->batches) total += batch.cooperatives.size();
  return fill(tr(session.language(), Key::done_of), {std::to_string(done), std::to_string(total)});
}

double output_change(const sim::RunResult& result, int position, int day) {
  const int month = result.month_of_day[static_cast<std::size_t>(day)];
  const sim::MonthlySums& planned = result.monthly(sim::Arm::planned, position, month);
  const sim::MonthlySums& alone = result.monthly(sim::Arm::left_alone, position, month);
  if (!(alone.good > 0 && alone.member_days > 0 && planned.member_days > 0)) return 0;
  return (planned.good / planned.member_days) / (alone.good / alone.member_days) - 1;
}

std::vector<double> output_changes(const sim::RunResult& result, int day) {
  const std::size_t months = static_cast<std::size_t>(result.months);
  std::vector<double> changes(months == 0 ? 0 : result.planned.monthly.size() / months, 0);
  if (day < 0 || day >= result.days) return changes;
  for (std::size_t i = 0; i < changes.size(); ++i) changes[i] = output_change(result, static_cast<int>(i), day);
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
