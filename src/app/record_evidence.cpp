// Assumptions, observations and what was reported.
#include <algorithm>

#include "app/chapters.h"
#include "app/text_view.h"

namespace zhengshe::app {
namespace {

using model::Claim;
using model::Observation;

// --- assumptions, by coefficient ---

std::vector<Record> list_assumptions(const Session& session) {
  std::vector<Record> all;
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>())
    all.push_back({static_cast<std::uint32_t>(coefficient), std::string(name_of(session.language(), coefficient))});
  return all;
}

std::optional<Edit> describe_assumption(RecordForm& form, const Session& session, std::uint32_t key) {
  if (key >= model::kCoefficientCount) return std::nullopt;
  const auto coefficient = static_cast<model::Coefficient>(key);
  StateAssumption stated{coefficient, session.scenario().assumptions[coefficient]};
  const bool shaped = form.choice("distribution", form.word(Key::distribution), stated.assumption.distribution);
  return form.quantity(form.word(Key::value), stated.assumption.quantity, model::kCoefficient) || shaped ? std::optional<Edit>(std::move(stated)) : std::nullopt;
}

// --- observations ---

std::string observed_name(const Session& session, const Observation& observation) {
  const int index = model::index_of(session.scenario(), observation.cooperative);
  const std::string_view cooperative = index < 0 ? std::string_view() : tr(session.language(), session.scenario().cooperatives[static_cast<std::size_t>(index)].name);
  return fill(tr(session.language(), Key::in_batch_of), {format_date(session.language(), observation.date), cooperative});
}

std::vector<Record> list_observations(const Session& session) {
  std::vector<Record> all;
  for (const Observation& observation : session.scenario().observations) all.push_back({observation.id.value, observed_name(session, observation)});
  return all;
}

// What was seen depends on the kind of the observation.
bool describe_seen(RecordForm& form, Observation& observation) {
  switch (observation.kind) {
    case model::ObservationKind::finding: {
      constexpr model::NumberField kSeverity{"1", 0, 1, 0, false, ""};
      const bool found = form.choice("problem", form.word(Key::problem), observation.problem);
      return form.quantity(form.word(Key::severity), observation.value, kSeverity) || found;
    }
    case model::ObservationKind::measure_taken: return form.choice("measure", form.word(Key::measure), observation.measure);
    case model::ObservationKind::monthly_outcome: {
      const bool chosen = form.choice("metric", form.word(Key::metric), observation.metric);
      return form.quantity(form.word(Key::value), observation.value, model::kOutcome) || chosen;
    }
    case model::ObservationKind::inspected:
    case model::ObservationKind::finished: return false;
  }
  return false;
}

std::optional<Edit> describe_observation(RecordForm& form, const Session& session, std::uint32_t key) {
  const Observation* found = with_id(session.scenario().observations, key);
  if (found == nullptr) return std::nullopt;
  Observation observation = *found;
  bool written = form.date("date", form.word(Key::date), observation.date);
  if (session.scenario().cooperatives.size() <= kMostListed)
    written = form.choice("cooperative", form.word(Key::cooperative), observation.cooperative.value, choices_of(session, session.scenario().cooperatives)) || written;
  written = form.choice("kind", form.word(Key::kind), observation.kind) || written;
  return describe_seen(form, observation) || written ? std::optional<Edit>(PutObservation{std::move(observation)}) : std::nullopt;
}

std::optional<Edit> add_observation(const Session& session) {
  const model::Scenario& scenario = session.scenario();
  if (scenario.cooperatives.empty()) return std::nullopt;
  Observation observation;
  observation.cooperative = session.selected() ? session.selected() : scenario.cooperatives[0].id;
  observation.date = scenario.calendar.start + session.day();
  return PutObservation{std::move(observation)};
}

std::optional<Edit> remove_observation(const Session&, std::uint32_t key) { return RemoveObservation{{key}}; }

// --- claims ---

std::vector<Record> list_claims(const Session& session) {
  std::vector<Record> all;
  for (const Claim& claim : session.scenario().claims)
    all.push_back({claim.id.value, fill(tr(session.language(), Key::in_batch_of), {claim.key, tr(session.language(), claim.statement)})});
  return all;
}

// Whom it is about: each can be taken out, and one be added; nobody: the whole city.
bool describe_subjects(RecordForm& form, const Session& session, Claim& claim) {
  const model::Scenario& scenario = session.scenario();
  bool written = false;
  std::vector<model::CooperativeId> kept;
  for (const model::CooperativeId id : claim.cooperatives) {
    const int index = model::index_of(scenario, id);
    bool meant = true;
    const std::string_view name = index < 0 ? std::string_view() : tr(form.language(), scenario.cooperatives[static_cast<std::size_t>(index)].name);
    written = form.tick("about/" + std::to_string(id.value), fill(form.word(Key::about), {name}), meant) || written;
    if (meant) kept.push_back(id);
  }
  claim.cooperatives = std::move(kept);
  if (scenario.cooperatives.size() > kMostListed) return written;
  std::vector<Field::Choice> others = choices_of(session, scenario.cooperatives, Key::none_chosen);
  for (const model::CooperativeId id : claim.cooperatives)
    std::erase_if(others, [&](const Field::Choice& one) { return one.value == std::to_string(id.value); });
  std::uint32_t added = 0;
  if (!form.choice("about", form.word(Key::also_about), added, std::move(others)) || added == 0) return written;
  claim.cooperatives.push_back({added});
  return true;
}

// A batch, a date and a level before are there or not.
bool describe_optional(RecordForm& form, const Session& session, Claim& claim) {
  std::vector<Field::Choice> batches{{"0", std::string(form.word(Key::none_chosen))}};
  for (const model::Plan& plan : session.scenario().plans)
    for (const model::Batch& batch : plan.batches)
      batches.push_back({std::to_string(batch.id.value), fill(form.word(Key::in_batch_of), {tr(form.language(), plan.name), tr(form.language(), batch.name)})});
  std::uint32_t batch = claim.batch ? claim.batch->value : 0;
  bool written = form.choice("batch", form.word(Key::batch_label), batch, std::move(batches));
  claim.batch = batch == 0 ? std::nullopt : std::optional(model::BatchId{batch});

  bool dated = claim.by.has_value(), levelled = claim.before.has_value();
  written = form.tick("dated", form.word(Key::has_date), dated) || written;
  model::Date by = claim.by.value_or(session.scenario().calendar.last());
  if (claim.by) written = form.date("by", form.word(Key::last_day), by) || written;
  claim.by = dated ? std::optional(by) : std::nullopt;
  written = form.tick("levelled", form.word(Key::has_level_before), levelled) || written;
  double before = claim.before.value_or(0);
  if (claim.before) written = form.number("before", form.word(Key::level_before), before, model::kOutcome) || written;
  claim.before = levelled ? std::optional(before) : std::nullopt;
  return written;
}

std::optional<Edit> describe_claim(RecordForm& form, const Session& session, std::uint32_t key) {
  const Claim* found = with_id(session.scenario().claims, key);
  if (found == nullptr) return std::nullopt;
  Claim claim = *found;
  bool written = form.text("key", form.word(Key::mark), claim.key);
  written = form.text("statement", form.word(Key::statement), claim.statement) || written;
  written = form.choice("kind", form.word(Key::kind), claim.kind) || written;
  written = form.choice("metric", form.word(Key::metric), claim.metric) || written;
  written = describe_subjects(form, session, claim) || written;
  written = describe_optional(form, session, claim) || written;
  written = form.quantity(form.word(Key::reported), claim.value, model::kOutcome) || written;
  return form.number("tolerance", form.word(Key::tolerance), claim.tolerance, model::kOutcome) || written ? std::optional<Edit>(PutClaim{std::move(claim)}) : std::nullopt;
}

std::optional<Edit> add_claim(const Session& session) {
  Claim claim;
  claim.key = "C" + std::to_string(session.scenario().claims.size() + 1);
  claim.statement = new_name();
  return PutClaim{std::move(claim)};
}

std::optional<Edit> remove_claim(const Session&, std::uint32_t key) { return RemoveClaim{{key}}; }

}  // namespace

const Chapter kAssumptionsChapter{Key::assumptions, list_assumptions, describe_assumption};
const Chapter kObservationsChapter{Key::part_observations, list_observations, describe_observation, add_observation, remove_observation};
const Chapter kClaimsChapter{Key::reported_short, list_claims, describe_claim, add_claim, remove_claim};

}  // namespace zhengshe::app
