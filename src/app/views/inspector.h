// What the inspector says of the selected cooperative on the session's day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct FindingRow {
  model::Problem problem;
  std::string name;
  double severity = 0;
  bool is_main = false;
};

struct MeasureChip {
  model::MeasureChoice choice;
  std::string name;
};

struct HistoryRow {
  int day = 0;
  std::string date;
  std::string event;
};

struct QuantityRow {
  model::CooperativeQuantity quantity;
  std::string name;
  double value = 0;
  model::Provenance provenance;
  std::string says_who;
};

struct Inspector {
  model::CooperativeId id;
  std::string name;
  std::string place;     // "Batch 1 · Inspection"
  std::string structure; // "120 members · 2 workshops"
  bool inspected = false;
  std::vector<FindingRow> findings;   // worst first; empty before the inspection
  bool measures_by_hand = false;
  bool measures_planned = false;      // a planner chose them
  std::vector<MeasureChip> measures;  // carried out or chosen by hand
  std::vector<HistoryRow> history;    // up to the day
  std::vector<QuantityRow> quantities;
  std::vector<float> output;          // daily, planned
  std::vector<float> output_alone;
};

std::optional<Inspector> inspector(const Session& session);

// Whom to show at first: the first to be put in order of whom no report speaks, since that would have to be held against
// replications at once. Nobody where nobody is put in order.
model::CooperativeId first_subject(const Session& session);

}  // namespace zhengshe::app::views
