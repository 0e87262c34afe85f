// The kinds of edits: values that say what to change. Each names itself for the undo button (kLabel).
//
// Put… replaces the thing with the same id by the given one, or adds it under a fresh id where its id is none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/translate.h"
#include "model/issue.h"
#include "model/scenario.h"

namespace zhengshe::app {

// --- the scenario as a whole ---

struct SetTitle {
  static constexpr Key kLabel = Key::edit_title;
  model::Text title;
};

struct SetDescription {
  static constexpr Key kLabel = Key::edit_description;
  model::Text question;
  model::Text description;
};

struct SetSeed {
  static constexpr Key kLabel = Key::edit_seed;
  std::uint64_t seed = 1;
};

struct SetCalendar {
  static constexpr Key kLabel = Key::edit_calendar;
  model::Calendar calendar;
};

// From the step at this position on, so many teams are available.
struct SetTeams {
  static constexpr Key kLabel = Key::edit_teams;
  std::size_t step = 0;
  int teams = 0;
};

// All steps at once; they are put in order of their dates.
struct SetTeamSteps {
  static constexpr Key kLabel = Key::edit_teams;
  std::vector<model::TeamStep> steps;
};

// Cadres in a team, and its skill at its first inspection; as whoever types it vouches for it.
struct SetTeamFigures {
  static constexpr Key kLabel = Key::edit_team_figures;
  double members = 4;
  double skill = 1;
};

// The centre; the range is widened where it does not hold the value.
struct SetAssumption {
  static constexpr Key kLabel = Key::edit_assumption;
  model::Coefficient coefficient = model::Coefficient::size_exponent;
  double value = 0;
};

// With range, distribution, provenance and source.
struct StateAssumption {
  static constexpr Key kLabel = Key::edit_assumption;
  model::Coefficient coefficient = model::Coefficient::size_exponent;
  model::Assumption assumption;
};

// --- cooperatives and trades ---

struct AddCooperative {
  static constexpr Key kLabel = Key::edit_add;
  model::Text name;
  model::TradeId trade;
  int members = 50;
  double x_km = 0;
  double y_km = 0;
};

struct DuplicateCooperative {
  static constexpr Key kLabel = Key::edit_duplicate;
  model::CooperativeId cooperative;
};

// Also takes it out of every plan, claim and observation.
struct RemoveCooperative {
  static constexpr Key kLabel = Key::edit_remove;
  model::CooperativeId cooperative;
};

// Makes one cooperative of several, under the first one's id, as if they had always been one: workshops are
// kept, orders, backlog, reserve, costs and cadres added up, everything else averaged over members. Each of
// them is remembered in merged_from.
struct MergeCooperatives {
  static constexpr Key kLabel = Key::edit_merge;
  model::CooperativeId into;
  std::vector<model::CooperativeId> others;
};

// Gives some of the workshops to a new cooperative, with their members' share of orders, backlog, reserve and
// costs. Each of the two has as many cadres as the one had.
struct DivideCooperative {
  static constexpr Key kLabel = Key::edit_divide;
  model::CooperativeId cooperative;
  std::vector<model::WorkshopId> leaving;
};

struct RenameCooperative {
  static constexpr Key kLabel = Key::edit_rename;
  model::CooperativeId cooperative;
  model::Text name;
};

struct SetNotes {
  static constexpr Key kLabel = Key::edit_notes;
  model::CooperativeId cooperative;
  model::Text notes;
};

// As whoever types it vouches for it: assumed, without a source.
struct SetQuantity {
  static constexpr Key kLabel = Key::edit_quantity;
  model::CooperativeId cooperative;
  model::CooperativeQuantity quantity = model::CooperativeQuantity::planning;
  double value = 0;
};

// With range, provenance, source and note.
struct StateQuantity {
  static constexpr Key kLabel = Key::edit_quantity;
  model::CooperativeId cooperative;
  model::CooperativeQuantity quantity = model::CooperativeQuantity::planning;
  model::Quantity stated;
};

struct PutWorkshop {
  static constexpr Key kLabel = Key::edit_workshop;
  model::CooperativeId cooperative;
  model::Workshop workshop;
};

// A cooperative keeps at least one.
struct RemoveWorkshop {
  static constexpr Key kLabel = Key::edit_workshop;
  model::CooperativeId cooperative;
  model::WorkshopId workshop;
};

struct PutTrade {
  static constexpr Key kLabel = Key::edit_trade;
  model::Trade trade;
};

// No workshop may have it.
struct RemoveTrade {
  static constexpr Key kLabel = Key::edit_trade;
  model::TradeId trade;
};

struct SetTradeQuantity {
  static constexpr Key kLabel = Key::edit_quantity;
  model::TradeId trade;
  model::TradeQuantity quantity = model::TradeQuantity::base_output;
  double value = 0;
};

// --- the city ---

struct SetCity {
  static constexpr Key kLabel = Key::edit_city;
  model::Text name;
  model::Quantity area_km2;
};

struct PutZone {
  static constexpr Key kLabel = Key::edit_zone;
  model::Zone zone;
};

struct RemoveZone {
  static constexpr Key kLabel = Key::edit_zone;
  model::ZoneId zone;
};

// plan none: a point that is open before the campaign; else a site of that plan.
struct PutRepairPoint {
  static constexpr Key kLabel = Key::edit_point;
  model::PlanId plan;
  model::RepairPoint point;
};

struct RemoveRepairPoint {
  static constexpr Key kLabel = Key::edit_point;
  model::PlanId plan;
  model::PointId point;
};

// --- plans ---

// An empty plan; its deadline is the last day.
struct AddPlan {
  static constexpr Key kLabel = Key::edit_add_plan;
  model::Text name;
};

struct DuplicatePlan {
  static constexpr Key kLabel = Key::edit_duplicate_plan;
  model::PlanId plan;
};

struct RemovePlan {
  static constexpr Key kLabel = Key::edit_remove_plan;
  model::PlanId plan;
};

struct RenamePlan {
  static constexpr Key kLabel = Key::edit_rename;
  model::PlanId plan;
  model::Text name;
};

struct SetDeadline {
  static constexpr Key kLabel = Key::edit_deadline;
  model::PlanId plan;
  model::Date deadline;
};

struct SetWeights {
  static constexpr Key kLabel = Key::edit_weights;
  model::PlanId plan;
  model::ObjectiveWeights weights;
};

struct AddBatch {
  static constexpr Key kLabel = Key::edit_add_batch;
  model::PlanId plan;
  model::Text name;
  model::Date start;
};

// Its cooperatives are left alone.
struct RemoveBatch {
  static constexpr Key kLabel = Key::edit_remove_batch;
  model::PlanId plan;
  model::BatchId batch;
};

struct RenameBatch {
  static constexpr Key kLabel = Key::edit_rename;
  model::PlanId plan;
  model::BatchId batch;
  model::Text name;
};

struct SetBatchStart {
  static constexpr Key kLabel = Key::edit_batch_start;
  model::PlanId plan;
  model::BatchId batch;
  model::Date start;
};

// Puts the cooperative at a position of a batch; batch none = left alone.
struct MoveToBatch {
  static constexpr Key kLabel = Key::edit_batch;
  model::PlanId plan;
  model::CooperativeId cooperative;
  model::BatchId batch;
  std::size_t position = static_cast<std::size_t>(-1);  // beyond the end = last
};

// Measures chosen by hand; none = treat what the inspection finds.
struct SetMeasures {
  static constexpr Key kLabel = Key::edit_measures;
  model::PlanId plan;
  model::CooperativeId cooperative;
  std::optional<std::vector<model::MeasureChoice>> measures;
};

// Not before this week of the campaign; none = whenever its turn comes.
struct SetStartWeek {
  static constexpr Key kLabel = Key::edit_start_week;
  model::PlanId plan;
  model::CooperativeId cooperative;
  std::optional<int> week;
};

struct SetTeamsAtOnce {
  static constexpr Key kLabel = Key::edit_teams_at_once;
  model::PlanId plan;
  model::CooperativeId cooperative;
  std::optional<int> teams;
};

// Planning anew leaves it where it is.
struct SetPinned {
  static constexpr Key kLabel = Key::edit_pin;
  model::PlanId plan;
  model::CooperativeId cooperative;
  bool pinned = true;
};

// --- evidence ---

struct PutObservation {
  static constexpr Key kLabel = Key::edit_observation;
  model::Observation observation;
};

struct RemoveObservation {
  static constexpr Key kLabel = Key::edit_observation;
  model::ObservationId observation;
};

struct PutClaim {
  static constexpr Key kLabel = Key::edit_claim;
  model::Claim claim;
};

struct RemoveClaim {
  static constexpr Key kLabel = Key::edit_claim;
  model::ClaimId claim;
};

// Over the one at its position, or at the end where its id is none. Sources are never removed: others refer to
// them by position.
struct PutSource {
  static constexpr Key kLabel = Key::edit_source;
  model::SourceId source_id;
  model::Source source;
};

// Each changes the scenario or says why it cannot; ranges and references are validate()'s matter.
model::Issues carry_out(const SetTitle& edit, model::Scenario& scenario);
model::Issues carry_out(const SetDescription& edit, model::Scenario& scenario);
model::Issues carry_out(const SetSeed& edit, model::Scenario& scenario);
model::Issues carry_out(const SetCalendar& edit, model::Scenario& scenario);
model::Issues carry_out(const SetTeams& edit, model::Scenario& scenario);
model::Issues carry_out(const SetTeamSteps& edit, model::Scenario& scenario);
model::Issues carry_out(const SetTeamFigures& edit, model::Scenario& scenario);
model::Issues carry_out(const SetAssumption& edit, model::Scenario& scenario);
model::Issues carry_out(const StateAssumption& edit, model::Scenario& scenario);
model::Issues carry_out(const AddCooperative& edit, model::Scenario& scenario);
model::Issues carry_out(const DuplicateCooperative& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveCooperative& edit, model::Scenario& scenario);
model::Issues carry_out(const MergeCooperatives& edit, model::Scenario& scenario);
model::Issues carry_out(const DivideCooperative& edit, model::Scenario& scenario);
model::Issues carry_out(const RenameCooperative& edit, model::Scenario& scenario);
model::Issues carry_out(const SetNotes& edit, model::Scenario& scenario);
model::Issues carry_out(const SetQuantity& edit, model::Scenario& scenario);
model::Issues carry_out(const StateQuantity& edit, model::Scenario& scenario);
model::Issues carry_out(const PutWorkshop& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveWorkshop& edit, model::Scenario& scenario);
model::Issues carry_out(const PutTrade& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveTrade& edit, model::Scenario& scenario);
model::Issues carry_out(const SetTradeQuantity& edit, model::Scenario& scenario);
model::Issues carry_out(const SetCity& edit, model::Scenario& scenario);
model::Issues carry_out(const PutZone& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveZone& edit, model::Scenario& scenario);
model::Issues carry_out(const PutRepairPoint& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveRepairPoint& edit, model::Scenario& scenario);
model::Issues carry_out(const AddPlan& edit, model::Scenario& scenario);
model::Issues carry_out(const DuplicatePlan& edit, model::Scenario& scenario);
model::Issues carry_out(const RemovePlan& edit, model::Scenario& scenario);
model::Issues carry_out(const RenamePlan& edit, model::Scenario& scenario);
model::Issues carry_out(const SetDeadline& edit, model::Scenario& scenario);
model::Issues carry_out(const SetWeights& edit, model::Scenario& scenario);
model::Issues carry_out(const AddBatch& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveBatch& edit, model::Scenario& scenario);
model::Issues carry_out(const RenameBatch& edit, model::Scenario& scenario);
model::Issues carry_out(const SetBatchStart& edit, model::Scenario& scenario);
model::Issues carry_out(const MoveToBatch& edit, model::Scenario& scenario);
model::Issues carry_out(const SetMeasures& edit, model::Scenario& scenario);
model::Issues carry_out(const SetStartWeek& edit, model::Scenario& scenario);
model::Issues carry_out(const SetTeamsAtOnce& edit, model::Scenario& scenario);
model::Issues carry_out(const SetPinned& edit, model::Scenario& scenario);
model::Issues carry_out(const PutObservation& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveObservation& edit, model::Scenario& scenario);
model::Issues carry_out(const PutClaim& edit, model::Scenario& scenario);
model::Issues carry_out(const RemoveClaim& edit, model::Scenario& scenario);
model::Issues carry_out(const PutSource& edit, model::Scenario& scenario);

}  // namespace zhengshe::app
