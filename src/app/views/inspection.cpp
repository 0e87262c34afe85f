#include "app/views/inspection.h"

#include "app/views/passages.h"
#include "sim/diagnosis.h"

namespace zhengshe::app::views {
namespace {

InspectionRow row_of(const Session& session, const model::Batch& batch, const sim::Passage& passage) {
  InspectionRow row;
  row.id = passage.cooperative;
  const int position = model::index_of(session.scenario(), row.id);
  row.name = tr(session.language(), session.scenario().cooperatives[static_cast<std::size_t>(position)].name);
  row.batch = tr(session.language(), batch.name);
  for (const sim::Finding& finding : passage.findings) row.severity[finding.problem] = finding.severity;
  if (passage.main_problem >= 0) row.main_problem = passage.findings[static_cast<std::size_t>(passage.main_problem)].problem;
  return row;
}

ProblemSummary summary_of(const Session& session, const Inspection& view, model::Problem problem, const sim::Accuracy& accuracy) {
  ProblemSummary summary{problem, std::string(name_of(session.language(), problem)), 0, 0, 0, 0, {}};
  for (const InspectionRow& row : view.rows) {
    summary.main_of += row.main_problem == problem ? 1 : 0;
    summary.serious_in += row.severity[problem] >= sim::kSerious ? 1 : 0;
    summary.mean_severity += row.severity[problem] / static_cast<double>(view.rows.size());
  }
  summary.accuracy = accuracy;
  const double found = view.rows.empty() ? 0 : summary.serious_in / static_cast<double>(view.rows.size());
  const bool telling = summary.accuracy.sensitivity + summary.accuracy.specificity > 1;
  summary.prevalence = telling && !view.rows.empty() ? sim::true_prevalence(found, summary.accuracy.sensitivity, summary.accuracy.specificity) : found;
  return summary;
}

}  // namespace

Accuracies accuracies(const model::Scenario& scenario) {
  const double noise = sim::inspection_noise(model::centre(scenario, model::Coefficient::inspection_noise),
                                             model::centre(scenario, model::Coefficient::inspection_days), scenario.teams.initial_skill.value);
  Accuracies all;
  for (const model::Problem problem : model::all_of<model::Problem>()) all[problem] = sim::accuracy(sim::prior(problem), noise, sim::kSerious);
  return all;
}

Inspection inspection(const Session& session, const Accuracies& accuracies) {
  Inspection view;
  const model::Plan* plan = session.plan();
  if (plan == nullptr) return view;
  for (const model::Batch& batch : plan->batches)
    for (const model::CooperativeId id : batch.cooperatives) {
      ++view.total;
      const sim::Passage* passage = passage_of(session.result(), id);
      if (!is_known_on(passage, session.day()) || passage->findings.empty()) continue;
      view.rows.push_back(row_of(session, batch, *passage));
      view.none_serious += view.rows.back().main_problem ? 0 : 1;
    }
  view.inspected = static_cast<int>(view.rows.size());
  for (const model::Problem problem : model::all_of<model::Problem>()) view.problems.push_back(summary_of(session, view, problem, accuracies[problem]));
  return view;
}

}  // namespace zhengshe::app::views
