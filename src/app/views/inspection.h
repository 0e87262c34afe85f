// What is wrong: cooperatives against problems, as far as the inspections had seen by the session's day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "sim/inspection.h"

namespace zhengshe::app::views {

struct InspectionRow {
  model::CooperativeId id;
  std::string_view name;   // of the scenario, as long as that is open
  std::string_view batch;  // likewise
  model::PerEnum<model::Problem, double> severity{};  // observed, 0..1
  std::optional<model::Problem> main_problem;         // none = none serious
};

// How often a problem was the main one, and how serious it was found to be.
struct ProblemSummary {
  model::Problem problem;
  std::string name;
  int main_of = 0;           // cooperatives
  int serious_in = 0;        // cooperatives with an observed severity of at least kSerious
  double mean_severity = 0;  // over inspected cooperatives
  double prevalence = 0;     // of serious cases, errors of inspection taken out
  sim::Accuracy accuracy;    // of one inspection, for this problem
};

struct Inspection {
  std::vector<InspectionRow> rows;     // inspected by the day, in the plan's order
  std::vector<ProblemSummary> problems;
  int inspected = 0;
  int total = 0;                       // in a batch
  int none_serious = 0;
};

// What one inspection can see of each problem; the same on every day.
using Accuracies = model::PerEnum<model::Problem, sim::Accuracy>;
Accuracies accuracies(const model::Scenario& scenario);

Inspection inspection(const Session& session, const Accuracies& accuracies);

}  // namespace zhengshe::app::views
