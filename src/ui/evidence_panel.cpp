// Can it be believed: what was reported against what the model expects, every assumption, what a report leaves out.
#include <algorithm>

#include "model/assumption.h"
#include "ui/panels.h"
#include "ui/table.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::AssumptionRow;
using app::views::ClaimRow;

// How often each value was observed, and where the reported one is among them.
void draw_density(const Look& look, const app::Session& session, const ClaimRow& claim, const app::ChartData& data, ImVec2 size, app::Intents& intents) {
  density(look, {.label = claim.key.c_str(), .heights = data.series[0].values, .low = data.low, .high = data.high, .marker = data.marks[0].at,
                 .menu = {session.language(), data.title, [&] { return data; }, &intents}}, size);
}

std::string detail_of(app::Language language, const ClaimRow& claim) {
  std::string detail;
  const auto add = [&](Key key, const std::string& value) {
    if (value.empty()) return;
    if (!detail.empty()) detail += " · ";
    detail += app::fill(app::tr(language, Key::label_value), {app::tr(language, key), value});
  };
  add(Key::expected, claim.expected);
  add(Key::percentile, claim.percentile);
  add(Key::percentile_alone, claim.placebo);
  return detail;
}

void draw_claim(const Look& look, const app::Session& session, const ClaimRow& claim, const app::ChartData& observed, app::Intents& intents) {
  const app::Language language = session.language();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x, side = room > look.space(120) ? look.space(52) : 0;
  ImGui::PushID(static_cast<int>(claim.id.value));
  ImGui::BeginGroup();
  const float words = room - side - look.space(4);
  paragraph(look, TextStyle::strong, look->ink, claim.statement, words);
  paragraph(look, TextStyle::body, look->accent_text, app::fill(app::tr(language, Key::label_value), {app::tr(language, Key::reported), claim.reported}), words);
  if (const std::string detail = detail_of(language, claim); !detail.empty()) paragraph(look, TextStyle::small, look->muted, detail, words);
  ImGui::EndGroup();
  tooltip(look, claim.says_who);
  const float bottom = ImGui::GetItemRectMax().y;
  const ImU32 verdict = claim.is_doubtful ? look->warning : look->plan;
  if (side > 0) {
    draw_text(look, TextStyle::strong, {at.x + room, at.y}, verdict, claim.verdict, Align::right);
    if (!claim.observed.empty()) {
      ImGui::SetCursorScreenPos({at.x + room - side, at.y + look.space(6)});
      draw_density(look, session, claim, observed, {side, look.space(8)}, intents);
    }
  } else if (!claim.verdict.empty()) {
    text(look, TextStyle::strong, verdict, claim.verdict);
  }
  const float beside = side > 0 && !claim.observed.empty() ? at.y + look.space(14) : side > 0 ? bottom : ImGui::GetCursorScreenPos().y;
  const float end = std::max(bottom, beside);
  ImGui::SetCursorScreenPos({at.x, end + look.space(1)});
  rule(look);
  ImGui::PopID();
}

std::vector<app::ChartData> densities_of(const app::Session& session, const std::vector<ClaimRow>& claims) {
  std::vector<app::ChartData> densities;
  for (const ClaimRow& claim : claims) densities.push_back(claim.observed.empty() ? app::ChartData{} : app::views::claim_chart(session, claim));
  return densities;
}

void draw_claims(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents) {
  const std::vector<ClaimRow>& claims = panel.claims.get(session, {}, [&] { return app::views::claim_rows(session); });
  const std::vector<app::ChartData>& densities = panel.densities.get(session, {}, [&] { return densities_of(session, claims); });
  const app::Language language = session.language();
  const Card card(look, "claims", {0, 0}, app::tr(language, Key::reported_outcomes), Card::Scroll::yes);
  if (claims.empty()) {
    empty_state(look, {.icon = Icon::shield, .heading = app::tr(language, Key::no_claims), .sentence = app::tr(language, Key::no_claims_why)});
    return;
  }
  const app::Refinement& run = session.claims();
  paragraph(look, TextStyle::small, look->muted,
            app::fill(app::tr(language, Key::held_against), {std::to_string(run.done()), std::to_string(run.wanted())}));
  ImGui::Dummy({1, look.space(1)});
  for (std::size_t i = 0; i < claims.size(); ++i) draw_claim(look, session, claims[i], densities[i], intents);
}

void draw_estimators(const Look& look, app::Language language, const std::vector<app::views::EstimatorRow>& rows) {
  const TableColumn columns[] = {{.id = "estimator", .heading = app::tr(language, Key::estimator), .width = 46, .sortable = false},
                                 {.id = "estimate", .heading = app::tr(language, Key::estimate), .width = 40, .sortable = false},
                                 {.id = "error", .heading = app::tr(language, Key::error_95), .width = 24, .sortable = false},
                                 {.id = "truth", .heading = app::tr(language, Key::truth_of_same), .width = 38, .sortable = false}};
  TableContent content{.fits = true};
  content.rows = static_cast<int>(rows.size());
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), rows[static_cast<std::size_t>(row)].name, false}; };
  content.cell = [&](int at, int column) -> TableCell {
    const app::views::EstimatorRow& row = rows[static_cast<std::size_t>(at)];
    if (column == 0) return {row.name};
    if (column == 1) return {row.estimate, row.is_identified ? 0 : look->warning};
    if (column == 2) return {row.error, look->muted};
    return {row.truth, look->plan};
  };
  table(look, "estimators", columns, content, {0, look.space(9) * static_cast<float>(rows.size() + 1)});
}

void draw_sceptic(const Look& look, const app::Session& session, EvidencePanel& panel) {
  const app::Language language = session.language();
  const app::views::Sceptic& sceptic = panel.sceptic.get(session, {panel.doubted}, [&] { return app::views::sceptic(session, panel.doubted); });
  const Card card(look, "sceptic", {0, 0}, app::tr(language, Key::sceptic_heading), Card::Scroll::yes);
  paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::sceptic_why));
  ImGui::Dummy({1, look.space(1)});
  panel.doubted = choose_metric(look, language, panel.doubted);
  ImGui::Dummy({1, look.space(1)});
  text(look, TextStyle::strong, look->ink, sceptic.truth);
  if (sceptic.estimators.empty()) return;
  draw_estimators(look, language, sceptic.estimators);
  rule(look);
  for (const std::string& sentence : sceptic.sentences) {
    paragraph(look, TextStyle::body, look->ink, sentence);
    ImGui::Dummy({1, look.space(1)});
  }
}

void draw_left_out(const Look& look, const app::Session& session) {
  const app::Language language = session.language();
  const Card card(look, "left out", {0, 0}, app::tr(language, Key::left_out), Card::Scroll::yes);
  int number = 0;
  for (const std::string_view omission : app::views::omissions(language)) {
    text(look, TextStyle::headline, look->accent_text, std::to_string(++number));
    ImGui::SameLine(look.space(12));
    paragraph(look, TextStyle::body, look->ink, omission);
    ImGui::Dummy({1, look.space(1)});
  }
}

// The centre of the assumption that was pressed, as a number to drag or type.
void draw_editor(const Look& look, const app::Session& session, EvidencePanel& panel, const AssumptionRow& row, app::Intents& intents) {
  const model::Assumption& assumption = session.scenario().assumptions[row.coefficient];
  const model::CoefficientInfo& own = model::info(row.coefficient);
  const double value = assumption.quantity.value, span = std::max(std::abs(own.high - own.low), std::abs(value) * 0.1);
  const double step = span > 0 ? span / 200 : 0.01;
  text(look, TextStyle::strong, look->ink, row.name);
  const NumberRange range{std::min(own.low, value) - span, std::max(own.high, value) + span, step, span >= 20 ? 1 : span >= 1 ? 2 : 4, ""};
  if (const auto settled = number_field(look, panel.draft, row.name.c_str(), value, range, look.space(30)))
    intents.edit(app::SetAssumption{row.coefficient, *settled});
  const std::string edit(app::tr(session.language(), Key::edit_here));
  ImGui::SameLine(0, look.space(3));
  if (chip(look, edit.c_str(), ChipKind::neutral)) intents.add(app::EditRecord{{app::Part::assumptions, static_cast<std::uint32_t>(row.coefficient)}});
  ImGui::SameLine(0, look.space(3));
  paragraph(look, TextStyle::small, look->muted, row.says_who);
}

TableCell assumption_cell(const Look& look, app::Language language, const AssumptionRow& row, int column) {
  switch (column) {
    case 0: return {row.name};
    case 1: return {row.value, row.is_changed ? look->accent_text : 0};
    case 2: return {row.range, look->muted};
    case 3: return {row.distribution, look->muted};
    case 4: return {std::string(app::name_of(language, row.provenance)), row.provenance == model::Provenance::assumed ? look->muted : look->plan};
    default: return {row.says_who, look->muted};
  }
}

void draw_assumptions(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const std::vector<AssumptionRow>& rows = panel.assumptions.get(session, {}, [&] { return app::views::assumption_rows(session); });
  const Card card(look, "assumptions", {0, 0}, app::tr(language, Key::assumptions));
  if (panel.assumption >= 0) draw_editor(look, session, panel, rows[static_cast<std::size_t>(panel.assumption)], intents);
  else paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::assumptions_why));
  const TableColumn columns[] = {{.id = "name", .heading = app::tr(language, Key::assumption), .width = 76, .sortable = false},
                                 {.id = "value", .heading = app::tr(language, Key::value), .width = 20, .align = Align::right, .sortable = false},
                                 {.id = "range", .heading = app::tr(language, Key::range_90), .width = 34, .align = Align::right, .sortable = false},
                                 {.id = "distribution", .heading = app::tr(language, Key::distribution), .width = 30, .sortable = false},
                                 {.id = "provenance", .heading = app::tr(language, Key::provenance), .width = 26, .sortable = false},
                                 {.id = "source", .heading = app::tr(language, Key::says_who), .width = 120, .sortable = false}};
  TableContent content{.fits = true};
  content.rows = static_cast<int>(rows.size());
  content.row = [&](int row) { return TableRow{static_cast<std::uint32_t>(row + 1), rows[static_cast<std::size_t>(row)].name, row == panel.assumption}; };
  content.cell = [&](int row, int column) { return assumption_cell(look, language, rows[static_cast<std::size_t>(row)], column); };
  const TableEvents events = table(look, "assumptions", columns, content, {0, 0});
  if (events.pressed_row >= 0) panel.assumption = events.pressed_row;
}

}  // namespace

void draw_evidence(const Look& look, const app::Session& session, EvidencePanel& panel, app::Intents& intents) {
  const app::Language language = session.language();
  const std::string_view parts[] = {app::tr(language, Key::reported_short), app::tr(language, Key::sceptic_short), app::tr(language, Key::drivers_short),
                                    app::tr(language, Key::assumptions), app::tr(language, Key::left_out_short)};
  panel.part = chip_choice(look, parts, panel.part);
  constexpr app::Part kEdited[] = {app::Part::claims, app::Part::observations, app::Part::assumptions, app::Part::assumptions, app::Part::sources};
  const std::string edit(app::tr(language, Key::edit_here));
  flow(look, chip_width(look, edit.c_str()));
  if (chip(look, (edit + "##part").c_str(), ChipKind::neutral)) intents.add(app::EditRecord{{kEdited[panel.part], 0}});
  ImGui::Dummy({1, look.space(1)});
  if (panel.part == 0) draw_claims(look, session, panel, intents);
  else if (panel.part == 1) draw_sceptic(look, session, panel);
  else if (panel.part == 2) draw_drivers(look, session, panel, intents);
  else if (panel.part == 3) draw_assumptions(look, session, panel, intents);
  else draw_left_out(look, session);
}

}  // namespace zhengshe::ui
