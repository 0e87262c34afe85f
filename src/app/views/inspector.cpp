#include "app/views/inspector.h"

#include "app/views/cooperative_series.h"
#include "app/views/passages.h"
#include "app/views/says_who.h"

namespace zhengshe::app::views {
namespace {

using model::Cooperative;

void add_history(Inspector& view, const Session& session, const sim::Passage& passage) {
  const std::pair<int, model::Stage> steps[] = {{passage.inspection_day, model::Stage::inspection},
                                                {passage.summing_up_day, model::Stage::summing_up},
                                                {passage.measures_day, model::Stage::measures},
                                                {passage.consolidation_day, model::Stage::consolidation},
                                                {passage.done_day, model::Stage::done}};
  for (const auto& [day, stage] : steps)
    if (day >= 0 && day <= session.day())
      view.history.push_back({day, format_day(session.language(), session.scenario().calendar.start + day), std::string(name_of(session.language(), stage))});
}

void add_passage(Inspector& view, const Session& session, const sim::Passage& passage) {
  const Language language = session.language();
  view.inspected = is_known_on(&passage, session.day());
  if (view.inspected)
    for (std::size_t i = 0; i < passage.findings.size(); ++i)
      view.findings.push_back({passage.findings[i].problem, std::string(name_of(language, passage.findings[i].problem)),
                               passage.findings[i].severity, static_cast<int>(i) == passage.main_problem});
  if (!view.measures_by_hand && passage.measures_day >= 0 && passage.measures_day <= session.day())
    for (const model::MeasureChoice& choice : passage.measures) view.measures.push_back({choice, std::string(name_of(language, choice.measure))});
  add_history(view, session, passage);
}

}  // namespace

std::optional<Inspector> inspector(const Session& session) {
  const int position = model::index_of(session.scenario(), session.selected());
  if (position < 0) return std::nullopt;
  const Language language = session.language();
  const Cooperative& cooperative = session.scenario().cooperatives[static_cast<std::size_t>(position)];
  Inspector view;
  view.id = cooperative.id;
  view.name = tr(language, cooperative.name);
  const model::Batch* batch = session.plan() != nullptr ? model::batch_of(*session.plan(), cooperative.id) : nullptr;
  const model::Stage stage = stage_on(session.result(), cooperative.id, session.day());
  view.place = batch == nullptr ? std::string(tr(language, Key::no_batch))
                                : fill(tr(language, Key::in_batch_of), {tr(language, batch->name), name_of(language, stage)});
  view.structure = fill(tr(language, Key::members_workshops), {std::to_string(model::members_of(cooperative)), std::to_string(cooperative.workshops.size())});
  const model::Treatment* treatment = session.plan() != nullptr ? model::treatment_of(*session.plan(), cooperative.id) : nullptr;
  view.measures_by_hand = treatment != nullptr && treatment->measures.has_value();
  view.measures_planned = treatment != nullptr && treatment->planned;
  if (view.measures_by_hand)
    for (const model::MeasureChoice& choice : *treatment->measures) view.measures.push_back({choice, std::string(name_of(language, choice.measure))});
  if (const sim::Passage* passage = passage_of(session.result(), cooperative.id)) add_passage(view, session, *passage);
  for (const model::CooperativeQuantity quantity : model::all_of<model::CooperativeQuantity>()) {
    const model::Quantity& value = cooperative.quantities[quantity];
    view.quantities.push_back({quantity, std::string(name_of(language, quantity)), value.value, value.provenance, says_who(session, value)});
  }
  view.output = values_of(session.result(), sim::Arm::planned, position, model::Metric::good_output_per_member);
  view.output_alone = values_of(session.result(), sim::Arm::left_alone, position, model::Metric::good_output_per_member);
  return view;
}

model::CooperativeId first_subject(const Session& session) {
  if (session.plan() == nullptr) return {};
  const std::vector<model::Claim>& claims = session.scenario().claims;
  const auto is_reported = [&](model::CooperativeId id) {
    return std::any_of(claims.begin(), claims.end(), [id](const model::Claim& claim) {
      return std::find(claim.cooperatives.begin(), claim.cooperatives.end(), id) != claim.cooperatives.end();
    });
  };
  for (const model::Batch& batch : session.plan()->batches)
    for (const model::CooperativeId id : batch.cooperatives)
      if (!is_reported(id)) return id;
  return {};
}

}  // namespace zhengshe::app::views
