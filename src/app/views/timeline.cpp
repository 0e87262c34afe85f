#include "app/views/timeline.h"

#include <algorithm>

#include "app/views/overview.h"
#include "app/views/passages.h"

namespace zhengshe::app::views {
namespace {

// Last day of a stage that begins on `first`, given when the next begins; to the end of the run if that never comes.
Span stage_span(int first, int next, int days) {
  if (first < 0) return {0, -1};
  return {first, next < 0 ? days - 1 : std::max(first, next - 1)};
}

void add_days(std::vector<int>& by_day, Span span, int teams) {
  for (int day = span.first; day <= span.last; ++day) by_day[static_cast<std::size_t>(day)] += teams;
}

BatchBar bar_of(const Session& session, const model::Batch& batch) {
  BatchBar bar{batch.id, std::string(tr(session.language(), batch.name)), {session.result().days, -1}, static_cast<int>(batch.cooperatives.size())};
  for (const model::CooperativeId id : batch.cooperatives) {
    const sim::Passage* passage = passage_of(session.result(), id);
    if (passage == nullptr || passage->inspection_day < 0) continue;
    bar.span.first = std::min(bar.span.first, passage->inspection_day);
    bar.span.last = std::max(bar.span.last, passage->done_day < 0 ? session.result().days - 1 : passage->done_day);
  }
  return bar;
}

}  // namespace

Timeline timeline(const Session& session) {
  const model::Scenario& scenario = session.scenario();
  const model::Date start = scenario.calendar.start;
  const Language language = session.language();
  Timeline line;
  line.days = session.result().days;
  for (const model::Holiday& holiday : scenario.calendar.holidays) {
    line.holidays.push_back({holiday.first - start, holiday.last - start});
    line.holiday_names.emplace_back(tr(language, holiday.name));
  }
  for (int day = 0; day < line.days; ++day) {
    const model::YearMonthDay civil = model::to_civil(start + day);
    if (civil.day == 1) line.months.push_back({day, std::string(month_name(language, civil.month))});
  }
  const model::Plan* plan = session.plan();
  if (plan == nullptr) return on_day(std::move(line), session);
  for (const model::Batch& batch : plan->batches) line.batches.push_back(bar_of(session, batch));
  const int deadline = plan->deadline - start;
  if (deadline >= 0 && deadline < line.days) line.deadline = deadline;
  return on_day(std::move(line), session);
}

Timeline on_day(Timeline line, const Session& session) {
  line.day = session.day();
  line.date = format_date(session.language(), session.scenario().calendar.start + line.day);
  line.progress = progress_text(session);
  return line;
}

Gantt gantt(const Session& session) {
  Gantt chart;
  const int days = session.result().days;
  chart.teams_at_work.assign(static_cast<std::size_t>(days), 0);
  for (int day = 0; day < days; ++day)
    chart.teams_available.push_back(session.scenario().teams.available(session.scenario().calendar.start + day));
  const model::Plan* plan = session.plan();
  if (plan == nullptr) return chart;
  for (std::size_t b = 0; b < plan->batches.size(); ++b) {
    for (const model::CooperativeId id : plan->batches[b].cooperatives) {
      const sim::Passage* p = passage_of(session.result(), id);
      if (p == nullptr) continue;
      const int position = model::index_of(session.scenario(), id);
      GanttRow row{id, std::string(tr(session.language(), session.scenario().cooperatives[static_cast<std::size_t>(position)].name)), static_cast<int>(b),
                   stage_span(p->inspection_day, p->measures_day >= 0 ? p->measures_day : p->consolidation_day, days),
                   stage_span(p->measures_day, p->consolidation_day, days), stage_span(p->consolidation_day, p->done_day, days)};
      add_days(chart.teams_at_work, row.inspection, p->inspecting_teams);
      add_days(chart.teams_at_work, row.measures, p->teams);
      chart.rows.push_back(std::move(row));
    }
  }
  return chart;
}

}  // namespace zhengshe::app::views
