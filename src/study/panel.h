// The table that an evaluator has: one value per cooperative and month, and when each was visited (MODEL.md 9).
#pragma once

#include <optional>
#include <vector>

#include "model/scenario.h"
#include "sim/run.h"

namespace zhengshe::study {

// A balanced panel. Whoever is treated stays treated.
struct Panel {
  int periods = 0;
  std::vector<double> values;  // [unit × periods + period]
  std::vector<int> starts;     // by unit: its first treated period; `periods`: never within the panel

  int units() const { return static_cast<int>(starts.size()); }
  double at(int unit, int period) const { return values[static_cast<std::size_t>(unit * periods + period)]; }
  bool treated(int unit, int period) const { return period >= starts[static_cast<std::size_t>(unit)]; }
  bool operator==(const Panel&) const = default;
};

// Units that start together, with their mean in every period.
struct Cohort {
  int start = 0;  // Panel::periods: never
  int units = 0;
  std::vector<double> means;
};

// By start, ascending; those without units are left out.
std::vector<Cohort> cohorts_of(const Panel& panel);

// Mean difference of two panels of the same units over the cells that are treated in the first: with the twin
// that was left alone as the second, the true mean effect. Nothing where no cell is treated.
std::optional<double> mean_over_treated(const Panel& panel, const Panel& twin);

// The panel of effects alone: what each treated cell differs by from the twin, and zero elsewhere. An estimator of
// it gives the truth that the estimator of the panel is after.
Panel effects_alone(const Panel& panel, const Panel& twin);

// Metrics for which a month has a value per cooperative.
bool has_panel(model::Metric metric);

// Does the panel hold logarithms, so that 0.05 is about 5 %? Otherwise the metric in its own unit.
bool in_logs(model::Metric metric);

// The panels of a run, planned and left alone, by parent: output and wage in logs per member and working day,
// rates as shares, net income in yuan per member and month. A cooperative starts in the month in which teams
// come to it. Cooperatives without output in some month, in either arm, are left out of both.
// Precondition: has_panel(metric).
struct Panels {
  Panel planned;
  Panel left_alone;
  std::vector<model::CooperativeId> cooperatives;  // by unit
  std::vector<model::BatchId> batches;             // by unit; none: in no batch
};
Panels panels_of(const model::Scenario& scenario, const sim::RunResult& result, model::Metric metric);

}  // namespace zhengshe::study
