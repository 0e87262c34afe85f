// Can it be believed: reported outcomes against the model, what the report leaves out, every assumption.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct ClaimRow {
  model::ClaimId id;
  std::string key;
  std::string statement;
  std::string reported;               // as compared, with its unit
  std::string says_who;
  model::Provenance provenance = model::Provenance::reported;
  // Empty until replications have been held against the claim:
  std::string verdict;
  std::string expected;               // 5 % to 95 % of what a reporter would see, or how often it comes true
  std::string percentile;             // of what was reported; empty where the claim has no value
  std::string placebo;                // the same if everything had been left alone
  bool is_doubtful = false;           // the model does not expect it, or it is false
  float reported_value = 0;           // among observed
  std::vector<float> observed;        // by replication in which it is defined, for a density; empty for yes and no
};

struct AssumptionRow {
  model::Coefficient coefficient;
  std::string name;                   // with its unit
  std::string value;
  std::string range;
  std::string distribution;
  model::Provenance provenance;
  std::string says_who;
  bool is_changed = false;            // against the program's own value
};

std::vector<ClaimRow> claim_rows(const Session& session);
std::vector<AssumptionRow> assumption_rows(const Session& session);

// What a report of this kind does not tell.
std::vector<std::string_view> omissions(Language language);

// The claims that name a cooperative, for its inspector.
std::vector<ClaimRow> claims_about(const Session& session, model::CooperativeId cooperative);

}  // namespace zhengshe::app::views
