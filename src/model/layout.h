// The members of every record of a scenario, in the order of the file: key, place, meaning, example.
// Whoever walks all of a scenario (reader, writer, schema, checks) is a visitor of these functions.
//
// A visitor has
//   field(key, value, about, presence)   a member; the type of `value` says how it is written
//   unknown(members)                     where the record keeps members that this version does not know
//   header()                             the marks of the file format, at the head of a scenario
//   describes_all()                      true: also members that this very value does not use
#pragma once

#include <concepts>
#include <string_view>

#include "model/fields.h"
#include "model/scenario.h"

namespace zhengshe::model {

struct About {
  const char* meaning;
  const char* example;                  // as JSON
  const NumberField* number = nullptr;  // of numbers: unit and range

  constexpr About(const char* what, const char* such_as) : meaning(what), example(such_as) {}
  constexpr About(const NumberField& of, const char* such_as) : meaning(of.meaning.data()), example(such_as), number(&of) {}
};

enum class Presence : std::uint8_t {
  required,  // a file must say it
  usual,     // a file may leave it out: then a fresh record's value, or the usual one of its number; always written
  rare,      // left out where it is empty, zero or false
};

template <>
struct EnumIds<Weekday> {
  static constexpr std::array<std::string_view, 7> kIds{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
};

// T is Record or const Record: one function serves reading and writing.
template <class T, class Record>
concept Of = std::same_as<std::remove_const_t<T>, Record>;

inline constexpr About kIdAbout{"Identity: a number that is never used again for anything else in this file", "12"};
inline constexpr About kNameAbout{"Name", R"({"en": "Fourth Ironware", "zh": "第四铁业生产合作社"})"};

// One About in the program's data for all visitors, where one on the stack of each would be filled at every call.
#define ABOUT(...)                           \
  ([]() -> const About& {                    \
    static constexpr About about{__VA_ARGS__}; \
    return about;                            \
  }())

template <class V, Of<Holiday> T>
void layout(V& v, T& holiday) {
  v.unknown(holiday.unknown);
  v.field("first", holiday.first, ABOUT("First day without work", "\"1957-01-31\""), Presence::required);
  v.field("last", holiday.last, ABOUT("Last day without work", "\"1957-02-02\""), Presence::required);
  v.field("name", holiday.name, kNameAbout, Presence::rare);
}

template <class V, Of<Calendar> T>
void layout(V& v, T& calendar) {
  v.field("start", calendar.start, ABOUT("First day of the simulation", "\"1956-10-01\""), Presence::required);
  v.field("horizonDays", calendar.horizon_days, ABOUT(kHorizon, "365"), Presence::usual);
  v.field("restDay", calendar.rest_day, ABOUT("Weekly day of rest, or null", "\"sunday\""), Presence::usual);
  v.field("holidays", calendar.holidays, ABOUT("Days without work beside the weekly rest", "[]"), Presence::usual);
}

template <class V, Of<Zone> T>
void layout(V& v, T& zone) {
  v.unknown(zone.unknown);
  v.field("id", zone.id, kIdAbout, Presence::required);
  v.field("name", zone.name, kNameAbout, Presence::rare);
  v.field("x", zone.x_km, ABOUT(kCoordinate, "1.5"), Presence::required);
  v.field("y", zone.y_km, ABOUT(kCoordinate, "-0.5"), Presence::required);
  v.field("residents", zone.residents, ABOUT(kResidents, "9000"), Presence::required);
}

template <class V, Of<RepairPoint> T>
void layout(V& v, T& point) {
  v.unknown(point.unknown);
  v.field("id", point.id, kIdAbout, Presence::required);
  v.field("name", point.name, kNameAbout, Presence::rare);
  v.field("x", point.x_km, ABOUT(kCoordinate, "1.5"), Presence::required);
  v.field("y", point.y_km, ABOUT(kCoordinate, "-0.5"), Presence::required);
  v.field("workers", point.workers, ABOUT(kWorkers, "2"), Presence::usual);
}

template <class V, Of<City> T>
void layout(V& v, T& city) {
  v.unknown(city.unknown);
  v.field("name", city.name, kNameAbout, Presence::usual);
  v.field("area", city.area_km2, ABOUT(kArea, "15"), Presence::usual);
  v.field("zones", city.zones, ABOUT("Where residents live, on an abstract plane in km", "[]"), Presence::usual);
  v.field("repairPoints", city.repair_points, ABOUT("Repair points that are open before the campaign", "[]"), Presence::usual);
}

template <class V, Of<Trade> T>
void layout(V& v, T& trade) {
  v.unknown(trade.unknown);
  v.field("id", trade.id, kIdAbout, Presence::required);
  v.field("name", trade.name, kNameAbout, Presence::required);
  for (const TradeQuantity quantity : all_of<TradeQuantity>())
    v.field(id_of(quantity), trade.quantities[quantity], About{field(quantity), "0.1"}, Presence::usual);
  v.field("season", trade.season, ABOUT(kSeason, "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"), Presence::usual);
  v.field("relatednessGroup", trade.relatedness_group, ABOUT(kRelatedness, "3"), Presence::usual);
}

template <class V, Of<Workshop> T>
void layout(V& v, T& workshop) {
  v.unknown(workshop.unknown);
  v.field("id", workshop.id, kIdAbout, Presence::required);
  v.field("trade", workshop.trade, ABOUT("Id of the trade that it follows", "3"), Presence::required);
  v.field("x", workshop.x_km, ABOUT(kCoordinate, "1.5"), Presence::required);
  v.field("y", workshop.y_km, ABOUT(kCoordinate, "-0.5"), Presence::required);
  v.field("members", workshop.members, ABOUT(kMembers, "85"), Presence::required);
  v.field("skill", workshop.skill, ABOUT(kSkill, "1"), Presence::usual);
}

template <class V, Of<MergedPart> T>
void layout(V& v, T& part) {
  v.unknown(part.unknown);
  v.field("name", part.name, kNameAbout, Presence::rare);
  v.field("trade", part.trade, ABOUT("Id of its trade", "3"), Presence::required);
  v.field("x", part.x_km, ABOUT(kCoordinate, "1.5"), Presence::required);
  v.field("y", part.y_km, ABOUT(kCoordinate, "-0.5"), Presence::required);
  v.field("members", part.members, ABOUT(kMembers, "30"), Presence::required);
}

template <class V, Of<Cooperative> T>
void layout(V& v, T& cooperative) {
  v.unknown(cooperative.unknown);
  v.field("id", cooperative.id, kIdAbout, Presence::required);
  v.field("name", cooperative.name, kNameAbout, Presence::required);
  v.field("workshops", cooperative.workshops, ABOUT("At least one; the first is the management site", "[]"), Presence::required);
  for (const CooperativeQuantity quantity : all_of<CooperativeQuantity>())
    v.field(id_of(quantity), cooperative.quantities[quantity], About{field(quantity), "0.5"}, Presence::usual);
  v.field("mergedFrom", cooperative.merged_from, ABOUT("Units that were merged into it, as far as known", "[]"), Presence::rare);
  v.field("notes", cooperative.notes, ABOUT("Whatever its owner wants to remember", "\"Visited in May\""), Presence::rare);
}

template <class V, Of<TeamStep> T>
void layout(V& v, T& step) {
  v.unknown(step.unknown);
  v.field("first", step.first, ABOUT("From this day on", "\"1956-12-01\""), Presence::required);
  v.field("teams", step.teams, ABOUT(kTeams, "24"), Presence::required);
}

template <class V, Of<Teams> T>
void layout(V& v, T& teams) {
  v.unknown(teams.unknown);
  v.field("available", teams.steps, ABOUT("Number of work teams by date, ascending", "[]"), Presence::usual);
  v.field("membersPerTeam", teams.members_per_team, ABOUT(kMembersPerTeam, "4"), Presence::usual);
  v.field("initialSkill", teams.initial_skill, ABOUT(kTeamSkill, "1"), Presence::usual);
}

template <class V, Of<MeasureChoice> T>
void layout(V& v, T& choice) {
  v.unknown(choice.unknown);
  v.field("measure", choice.measure, ABOUT("What is done", "\"divide_size\""), Presence::required);
  v.field("parts", choice.parts, ABOUT(kParts, "4"), Presence::rare);
  v.field("points", choice.points, ABOUT(kPoints, "2"), Presence::rare);
  v.field("partners", choice.partners, ABOUT("Ids of the cooperatives that join in a merger", "[14, 15]"), Presence::rare);
}

template <class V, Of<Batch> T>
void layout(V& v, T& batch) {
  v.unknown(batch.unknown);
  v.field("id", batch.id, kIdAbout, Presence::required);
  v.field("name", batch.name, kNameAbout, Presence::usual);
  v.field("earliestStart", batch.earliest_start, ABOUT("No work on the batch before this day", "\"1956-12-01\""), Presence::required);
  v.field("cooperatives", batch.cooperatives, ABOUT("Ids in the order of their turn", "[12, 7, 31]"), Presence::required);
}

template <class V, Of<Treatment> T>
void layout(V& v, T& treatment) {
  v.unknown(treatment.unknown);
  v.field("cooperative", treatment.cooperative, ABOUT("Id of the cooperative", "12"), Presence::required);
  v.field("measures", treatment.measures, ABOUT("What is done; left out: what the inspection finds", "[\"re_election\"]"), Presence::rare);
  v.field("startWeek", treatment.start_week, ABOUT(kStartWeek, "3"), Presence::rare);
  v.field("teams", treatment.teams, ABOUT(kTeamsAtOnce, "2"), Presence::rare);
  v.field("pinned", treatment.pinned, ABOUT("Planning anew leaves it where it is", "true"), Presence::rare);
  v.field("planned", treatment.planned, ABOUT("The measures are a planner's, and planning anew may choose others", "true"), Presence::rare);
}

template <class V, Of<ObjectiveWeights> T>
void layout(V& v, T& weights) {
  v.field("output", weights.output, ABOUT(kWeight, "1"), Presence::usual);
  v.field("income", weights.income, ABOUT(kWeight, "1"), Presence::usual);
  v.field("quality", weights.quality, ABOUT(kWeight, "1"), Presence::usual);
  v.field("convenience", weights.convenience, ABOUT(kWeight, "1"), Presence::usual);
  v.field("teamCost", weights.team_cost, ABOUT(kWeight, "1"), Presence::usual);
}

template <class V, Of<Plan> T>
void layout(V& v, T& plan) {
  v.unknown(plan.unknown);
  v.field("id", plan.id, kIdAbout, Presence::required);
  v.field("name", plan.name, kNameAbout, Presence::required);
  v.field("deadline", plan.deadline, ABOUT("Everything should be done by this day", "\"1957-03-31\""), Presence::required);
  v.field("batches", plan.batches, ABOUT("Batches of cooperatives; who is in none is left alone", "[]"), Presence::usual);
  v.field("treatments", plan.treatments, ABOUT("Decisions for single cooperatives, by id", "[]"), Presence::rare);
  v.field("sites", plan.sites, ABOUT("Where separated repair opens points, in this order", "[]"), Presence::rare);
  v.field("weights", plan.weights, ABOUT("What the planner weighs, per standard unit of each", "{\"output\": 1}"), Presence::usual);
}

template <class V, Of<Observation> T>
void layout(V& v, T& observation) {
  const auto when = [&](ObservationKind kind) { return v.describes_all() || observation.kind == kind; };
  v.unknown(observation.unknown);
  v.field("id", observation.id, kIdAbout, Presence::required);
  v.field("cooperative", observation.cooperative, ABOUT("Id of the cooperative", "12"), Presence::required);
  v.field("kind", observation.kind, ABOUT("What was seen", "\"monthly_outcome\""), Presence::required);
  v.field("date", observation.date, ABOUT("Day; of a monthly outcome any day of the month", "\"1957-01-15\""), Presence::required);
  if (when(ObservationKind::finding))
    v.field("problem", observation.problem, ABOUT("Problem that was found", "\"over_size\""), Presence::usual);
  if (when(ObservationKind::measure_taken))
    v.field("measure", observation.measure, ABOUT("Measure that was taken", "\"re_election\""), Presence::usual);
  if (when(ObservationKind::monthly_outcome))
    v.field("metric", observation.metric, ABOUT("Quantity that was observed", "\"monthly_wage\""), Presence::usual);
  if (when(ObservationKind::finding) || when(ObservationKind::monthly_outcome))
    v.field("value", observation.value, ABOUT(kOutcome, "43.5"), Presence::usual);
}

template <class V, Of<Claim> T>
void layout(V& v, T& claim) {
  v.unknown(claim.unknown);
  v.field("id", claim.id, kIdAbout, Presence::required);
  v.field("key", claim.key, ABOUT("Short mark by which the claim is quoted", "\"C4\""), Presence::required);
  v.field("statement", claim.statement, ABOUT("What was reported, in the owner's words", "\"Output rose\""), Presence::usual);
  v.field("kind", claim.kind, ABOUT("How it is held against the model", "\"relative_change\""), Presence::required);
  v.field("cooperatives", claim.cooperatives, ABOUT("Ids; none: the whole city", "[12]"), Presence::rare);
  v.field("metric", claim.metric, ABOUT("Quantity it is about", "\"good_output\""), Presence::usual);
  v.field("batch", claim.batch, ABOUT("Id of the batch it is about", "3"), Presence::rare);
  v.field("by", claim.by, ABOUT("Last day that the report can have seen, or the date to be met", "\"1957-02-12\""), Presence::rare);
  v.field("before", claim.before, ABOUT(kOutcome, "42"), Presence::rare);
  v.field("value", claim.value, ABOUT(kOutcome, "0.206"), Presence::required);
  v.field("tolerance", claim.tolerance, ABOUT(kOutcome, "0.005"), Presence::rare);
}

template <class V, Of<Source> T>
void layout(V& v, T& source) {
  v.unknown(source.unknown);
  v.field("key", source.key, ABOUT("Mark by which numbers name the source; once in the file", "\"rmrb-1957-02-12\""), Presence::required);
  v.field("title", source.title, ABOUT("What it is", "\"People's Daily, 12 February 1957, page 2\""), Presence::usual);
  v.field("locator", source.locator, ABOUT("Page, address or archive mark", "\"page 2\""), Presence::rare);
}

template <class V, Of<Assumptions> T>
void layout(V& v, T& assumptions) {
  for (const Coefficient coefficient : all_of<Coefficient>())
    v.field(id_of(coefficient), assumptions[coefficient], ABOUT(kCoefficient, "0.04"), Presence::usual);
}

template <class V, Of<Scenario> T>
void layout(V& v, T& scenario) {
  v.unknown(scenario.unknown);
  v.header();
  v.field("title", scenario.title, ABOUT("Title of the scenario", R"({"en": "Kunming 1957", "zh": "昆明1957"})"), Presence::required);
  v.field("question", scenario.question, ABOUT("What one can find out with it", "\"Who should go first?\""), Presence::rare);
  v.field("description", scenario.description, ABOUT("What it shows and where it comes from", "\"…\""), Presence::rare);
  v.field("seed", scenario.seed, ABOUT("Seed of the replications; above 2^53 - 1 as a string of digits", "1957"), Presence::usual);
  v.field("nextId", scenario.next_id, ABOUT("The next free identity", "400"), Presence::rare);
  v.field("calendar", scenario.calendar, ABOUT("Days that are simulated", "{\"start\": \"1956-10-01\"}"), Presence::required);
  v.field("city", scenario.city, ABOUT("Residents and repair points", "{}"), Presence::usual);
  v.field("trades", scenario.trades, ABOUT("What members make", "[]"), Presence::required);
  v.field("cooperatives", scenario.cooperatives, ABOUT("The cooperatives, by id", "[]"), Presence::required);
  v.field("teams", scenario.teams, ABOUT("Work teams", "{}"), Presence::usual);
  v.field("plans", scenario.plans, ABOUT("Who is treated when, with which measures", "[]"), Presence::usual);
  v.field("assumptions", scenario.assumptions, ABOUT("Coefficients of the model; those left out keep the program's values", "{}"), Presence::usual);
  v.field("observations", scenario.observations, ABOUT("What really happened so far", "[]"), Presence::rare);
  v.field("claims", scenario.claims, ABOUT("Reported outcomes", "[]"), Presence::rare);
  v.field("sources", scenario.sources, ABOUT("Where numbers come from", "[]"), Presence::rare);
}

#undef ABOUT

}  // namespace zhengshe::model
