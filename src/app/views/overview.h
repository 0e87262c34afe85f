// What the overview says: headline figures, progress of the campaign, who gained and who lost.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct Figure {
  model::Metric metric;
  std::string name;
  std::string value;
  std::string unit;
  std::string change;  // of the value, against left alone; empty without a plan
  std::string interval;  // 5 % to 95 % of that change over replications; empty until there are some
  bool better = true;
  std::vector<float> spark;
};

struct BatchProgress {
  model::BatchId id;
  std::string name;
  int done = 0;
  int total = 0;
};

struct Ranked {
  model::CooperativeId id;
  std::string name;
  double change = 0;  // good output per member against left alone, over the month of the day
  std::string figure;
};

struct Overview {
  std::vector<Figure> figures;
  int done = 0;
  int total = 0;
  std::string progress;  // "48 of 167 done"
  std::string finish;    // when the last one is done, against the deadline
  bool in_time = true;
  std::string chance;            // of keeping the deadline, over replications; empty until there are some
  float chance_share = 0;
  std::string deadline;          // "by 31 March"
  std::vector<BatchProgress> batches;
  std::vector<Ranked> gains;   // best first
  std::vector<Ranked> losses;  // worst first; only those truly worse off
  int losers = 0;
};

Overview overview(const Session& session, std::size_t most_ranked = 8);

// True where a larger value of the metric is better.
bool larger_is_better(model::Metric metric);

// "48 of 167 done" on the session's day; empty without a plan.
std::string progress_text(const Session& session);

// Change of good output per member of the cooperative at this position against left alone over the month of the day;
// 0 where it made nothing.
double output_change(const sim::RunResult& result, int position, int day);

// The same of each cooperative, by position.
std::vector<double> output_changes(const sim::RunResult& result, int day);

}  // namespace zhengshe::app::views
