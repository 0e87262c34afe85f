// What somebody who doubts the report would compute from what could be observed, beside the truth that only the twin
// left alone tells (MODEL.md 9).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

// The outcomes that can be looked at.
inline constexpr std::array kScepticMetrics{model::Metric::good_output_per_member, model::Metric::monthly_wage, model::Metric::rework_rate, model::Metric::seconds_rate};

struct EstimatorRow {
  std::string name;
  std::string estimate;         // a sentence where nobody is left to compare with
  std::string error;            // half of the 95 % interval; empty where nothing is identified
  std::string truth;            // over the cells that the estimate is about; empty likewise
  bool is_identified = false;
};

struct Sceptic {
  std::string truth;                   // mean effect over all treated months, as a sentence
  std::vector<EstimatorRow> estimators;
  std::vector<std::string> sentences;  // what they mean, in plain words
};

// Of the shown plan in replication 0, one history as it could have been observed. Runs it (some hundredths of a
// second): keep the result until the document, the plan or the language changes. Precondition: a kScepticMetrics.
Sceptic sceptic(const Session& session, model::Metric metric);

}  // namespace zhengshe::app::views
