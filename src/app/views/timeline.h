// The time line and the Gantt chart: batches and passages as spans of days.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct Span {
  int first = 0;  // days of the run
  int last = 0;   // inclusive
};

struct BatchBar {
  model::BatchId id;
  std::string name;
  Span span;       // first inspection to last done
  int cooperatives = 0;
};

struct MonthTick {
  int day = 0;
  std::string label;
};

struct Timeline {
  int days = 0;
  int day = 0;
  std::string date;
  std::string progress;
  std::vector<BatchBar> batches;
  std::vector<Span> holidays;
  std::vector<std::string> holiday_names;
  std::vector<MonthTick> months;
  int deadline = -1;  // day of the run; -1 = none within it
};

Timeline timeline(const Session& session);

// The same on the session's day, where nothing else has changed.
Timeline on_day(Timeline line, const Session& session);

// One cooperative's passage. Stages without a day do not appear.
struct GanttRow {
  model::CooperativeId id;
  std::string name;
  int batch = 0;          // position in the plan
  Span inspection;        // with summing-up; last < first where there is none
  Span measures;
  Span consolidation;
};

struct Gantt {
  std::vector<GanttRow> rows;          // in the plan's order
  std::vector<int> teams_at_work;      // by day
  std::vector<int> teams_available;    // by day
};

Gantt gantt(const Session& session);

}  // namespace zhengshe::app::views
