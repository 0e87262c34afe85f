#include "app/views/evidence.h"

#include <algorithm>

#include "app/views/says_who.h"

namespace zhengshe::app::views {
namespace {

using model::ClaimKind;

std::string verdict_text(Language language, study::Verdict verdict) {
  switch (verdict) {
    case study::Verdict::holds: return std::string(tr(language, Key::verdict_holds));
    case study::Verdict::fails: return std::string(tr(language, Key::verdict_fails));
    case study::Verdict::within: return std::string(tr(language, Key::verdict_within));
    case study::Verdict::outside: return std::string(tr(language, Key::verdict_outside));
    case study::Verdict::unobservable: return std::string(tr(language, Key::verdict_unobservable));
  }
  return {};
}

// A value as the claim's kind counts it.
std::string value_text(Language language, const model::Claim& claim, double value) {
  switch (claim.kind) {
    case ClaimKind::relative_change: return format_change(value);
    case ClaimKind::level_after:
    case ClaimKind::peak: return format_metric(language, claim.metric, value);
    case ClaimKind::count:
    case ClaimKind::access: return format_number(value, 0);
    default: return {};
  }
}

std::string reported_text(Language language, const model::Claim& claim) {
  if (claim.kind == ClaimKind::batch_done || claim.kind == ClaimKind::all_done)
    return claim.by ? fill(tr(language, Key::by_date), {format_date(language, *claim.by)}) : std::string();
  const std::string value = value_text(language, claim, claim.value.value);
  if (value.empty()) return std::string(tr(language, Key::comes_true));
  if (claim.kind != ClaimKind::level_after || !claim.before) return value;
  return value_text(language, claim, *claim.before) + " → " + value;
}

void add_verdict(ClaimRow& row, const Session& session, const model::Claim& claim, const study::ClaimResult& result) {
  const Language language = session.language();
  row.verdict = verdict_text(language, result.verdict);
  row.is_doubtful = result.verdict == study::Verdict::fails || result.verdict == study::Verdict::outside;
  row.reported_value = static_cast<float>(result.reported);
  if (result.verdict == study::Verdict::unobservable || result.verdict == study::Verdict::holds || result.verdict == study::Verdict::fails) return;
  if (result.is_probability) {
    row.expected = fill(tr(language, Key::with_probability), {format_share(result.probability, 0)});
    return;
  }
  row.expected = value_text(language, claim, result.low) + " … " + value_text(language, claim, result.high);
  row.percentile = format_number(result.percentile, 0);
  row.placebo = format_number(result.placebo_percentile, 0);
}

ClaimRow row_of(const Session& session, std::size_t position) {
  const model::Claim& claim = session.scenario().claims[position];
  ClaimRow row;
  row.id = claim.id;
  row.key = claim.key;
  row.statement = tr(session.language(), claim.statement);
  row.reported = reported_text(session.language(), claim);
  row.provenance = claim.value.provenance;
  row.says_who = says_who(session, claim.value);
  const Refinement& run = session.claims();
  if (!run.is_fresh() || position >= run.claims().size()) return row;
  add_verdict(row, session, claim, run.claims()[position]);
  if (row.percentile.empty()) return row;
  for (const study::Sighting& sighting : run.result()->sightings(position))
    if (sighting.defined) row.observed.push_back(static_cast<float>(sighting.observed));
  return row;
}

AssumptionRow row_of(const Session& session, model::Coefficient coefficient) {
  const model::Assumption& assumption = session.scenario().assumptions[coefficient];
  const model::CoefficientInfo& own = model::info(coefficient);
  const Language language = session.language();
  AssumptionRow row;
  row.coefficient = coefficient;
  row.name = name_with_unit(language, name_of(language, coefficient), own.unit);
  row.value = format_plain(assumption.quantity.value);
  row.range = format_plain(assumption.quantity.low) + " … " + format_plain(assumption.quantity.high);
  row.distribution = name_of(language, assumption.distribution);
  row.provenance = assumption.quantity.provenance;
  row.says_who = says_who(session, assumption.quantity);
  row.is_changed = assumption.quantity.value != own.value || assumption.quantity.low != own.low || assumption.quantity.high != own.high;
  return row;
}

bool is_about(const model::Claim& claim, model::CooperativeId cooperative) {
  return std::find(claim.cooperatives.begin(), claim.cooperatives.end(), cooperative) != claim.cooperatives.end();
}

}  // namespace

std::vector<ClaimRow> claim_rows(const Session& session) {
  std::vector<ClaimRow> rows;
  for (std::size_t i = 0; i < session.scenario().claims.size(); ++i) rows.push_back(row_of(session, i));
  return rows;
}

std::vector<AssumptionRow> assumption_rows(const Session& session) {
  std::vector<AssumptionRow> rows;
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) rows.push_back(row_of(session, coefficient));
  return rows;
}

std::vector<std::string_view> omissions(Language language) {
  std::vector<std::string_view> all;
  for (const Key key : {Key::left_out_twin, Key::left_out_failures, Key::left_out_selection, Key::left_out_windows, Key::left_out_metrics, Key::left_out_costs})
    all.push_back(tr(language, key));
  return all;
}

std::vector<ClaimRow> claims_about(const Session& session, model::CooperativeId cooperative) {
  std::vector<ClaimRow> rows;
  for (std::size_t i = 0; i < session.scenario().claims.size(); ++i)
    if (is_about(session.scenario().claims[i], cooperative)) rows.push_back(row_of(session, i));
  return rows;
}

}  // namespace zhengshe::app::views
