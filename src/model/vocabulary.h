// The closed vocabularies of the model: problems, measures, stages, metrics. Names in both languages are
// in the translation table; the ids here are those of files, exports and the command line.
#pragma once

#include <cstdint>

#include "model/enumeration.h"
#include "model/quantity.h"

namespace zhengshe::model {

template <>
struct EnumIds<Provenance> {
  static constexpr std::array<std::string_view, 4> kIds{"assumed", "derived", "found", "reported"};
};

// Latent problems of a cooperative, each with a severity 0..1 (MODEL.md 4).
enum class Problem : std::uint8_t {
  mixed_trades,
  dispersed_sites,
  over_size,
  repair_withdrawn,
  unsound_bodies,
  no_production_plan,
  unreasonable_labour_organisation,
  undemocratic_leadership,
  lost_varieties,
  excessive_accumulation,
  poor_quality_control,
};

template <>
struct EnumIds<Problem> {
  static constexpr std::array<std::string_view, 11> kIds{
      "mixed_trades",       "dispersed_sites",
      "over_size",          "repair_withdrawn",
      "unsound_bodies",     "no_production_plan",
      "unreasonable_labour_organisation", "undemocratic_leadership",
      "lost_varieties",     "excessive_accumulation",
      "poor_quality_control"};
};

// Interventions (MODEL.md 5). A quantity that is observed is a Metric.
enum class Measure : std::uint8_t {
  divide_trades,
  divide_size,
  separate_repair,
  sound_bodies,
  production_plan,
  labour_organisation,
  quality_control,
  re_election,
  restore_varieties,
  lower_accumulation,
  peer_summing_up,
  merge,
};

template <>
struct EnumIds<Measure> {
  static constexpr std::array<std::string_view, 12> kIds{
      "divide_trades",       "divide_size",     "separate_repair", "sound_bodies",
      "production_plan",     "labour_organisation", "quality_control", "re_election",
      "restore_varieties",   "lower_accumulation",  "peer_summing_up", "merge"};
};

// Where a cooperative stands in the campaign (MODEL.md 6).
enum class Stage : std::uint8_t { left_alone, waiting, inspection, summing_up, measures, consolidation, done };

template <>
struct EnumIds<Stage> {
  static constexpr std::array<std::string_view, 7> kIds{"left_alone", "waiting",  "inspection",    "summing_up",
                                                        "measures",   "consolidation", "done"};
};

// Observed quantities: charts, columns, exports, claims and objective weights use these ids.
enum class Metric : std::uint8_t {
  good_output,             // yuan at firsts' prices per working day
  good_output_per_member,  // yuan per member and working day
  gross_output,            // yuan per working day
  monthly_wage,            // yuan per member and month, refund included
  rework_rate,             // share of gross output
  seconds_rate,            // share of good output
  backlog_days,            // working days of orders waiting
  net_income,              // yuan per month
  reserve,                 // yuan
  members,                 // persons
  varieties,               // kinds of goods offered
  cooperatives,            // how many exist
  resident_distance_km,    // mean distance of a resident to the nearest repair point
  within_800_m,            // share of residents
  repair_wait_days,        // working days a repair job waits
  done,                    // cooperatives that have passed the campaign
};

template <>
struct EnumIds<Metric> {
  static constexpr std::array<std::string_view, 16> kIds{
      "good_output",  "good_output_per_member", "gross_output", "monthly_wage", "rework_rate",          "seconds_rate",
      "backlog_days", "net_income",             "reserve",      "members",      "varieties",            "cooperatives",
      "resident_distance_km", "within_800_m", "repair_wait_days", "done"};
};

}  // namespace zhengshe::model
