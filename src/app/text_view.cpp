#include "app/text_view.h"

#include <algorithm>

#include "app/chart_drawing.h"
#include "app/commands.h"
#include "app/form.h"
#include "app/reproduction.h"
#include "app/text_parts.h"
#include "app/views/bands.h"
#include "app/views/charts.h"
#include "app/views/cooperative_table.h"
#include "app/views/drivers.h"
#include "app/views/evidence.h"
#include "app/views/inspector.h"
#include "app/views/overview.h"
#include "app/views/results.h"
#include "app/views/sceptic.h"
#include "app/views/timeline.h"
#include "io/json.h"

namespace zhengshe::app {
namespace {

using model::Metric;
using Strings = std::vector<std::string>;

// What a section is written from; a report has nothing to press.
struct Context {
  const Session& session;
  bool is_report;

  Language language() const { return session.language(); }
  std::string word(Key key) const { return std::string(tr(session.language(), key)); }
  std::string plan_name() const { return std::string(name_of(language(), session.plan())); }
  model::Date start() const { return session.scenario().calendar.start; }
  std::string date() const { return format_date(language(), start() + session.day()); }
};

std::string with_unit(std::string value, std::string_view unit) {
  if (!unit.empty()) value.append(" ").append(unit);
  return value;
}

std::string named_with_unit(Language language, Metric metric) {
  return name_with_unit(language, name_of(language, metric), unit_of(language, metric));
}

// --- what stands at the top ---

void write_refused(Html& html, const Context& context) {
  const RefusedFile& refused = *context.session.refused();
  html.element("section", {{"role", "alert"}}, [&] {
    html.leaf("h2", fill(context.word(Key::problems_heading), {refused.name}));
    Strings items;
    for (const model::Issue& issue : refused.issues) {
      const std::string place = fill(context.word(Key::problem_place), {std::to_string(issue.line), std::to_string(issue.column)});
      items.push_back(place + " · " + issue.path + " · " + std::string(tr(context.language(), issue.message)));
    }
    write_list(html, items);
    html.leaf("p", context.word(Key::problems_kept));
  });
}

void write_heavy(Html& html, const Context& context) {
  const HeavyWork& heavy = *context.session.heavy();
  html.element("section", {{"role", "alert"}}, [&] {
    html.leaf("h2", fill(context.word(Key::heavy_heading), {heavy.name}));
    html.leaf("p", tr(context.language(), heavy.estimate));
    if (heavy.run) html.leaf("p", fill(context.word(Key::heavy_progress), {std::to_string(heavy.run->done()), std::to_string(heavy.run->days())}));
    html.leaf("p", context.word(Key::heavy_kept));
  });
}

void write_banner(Html& html, const Context& context) {
  const model::Scenario& scenario = context.session.scenario();
  html.element("header", {}, [&] {
    html.leaf("h1", tr(context.language(), scenario.title));
    for (const model::Text* text : {&scenario.question, &scenario.description})
      if (const std::string_view part = tr(context.language(), *text); !part.empty()) html.leaf("p", part);
    html.leaf("p", fill(context.word(Key::in_batch_of), {context.plan_name(), context.date()}), {{"role", "status"}});
    if (context.is_report) return;
    for (const Notice& notice : context.session.notices()) html.leaf("p", notice.text, {{"role", "status"}});
    if (context.session.heavy()) write_heavy(html, context);
    if (context.session.refused()) write_refused(html, context);
  });
}

void write_commands(Html& html, const Context& context) {
  html.element("nav", {{"aria-labelledby", "text-commands"}}, [&] {
    html.leaf("h2", context.word(Key::commands), {{"id", "text-commands"}});
    for (int g = 0; g < kGroups; ++g) {
      const auto group = static_cast<Group>(g);
      html.leaf("h3", name_of(context.language(), group));
      for (const CommandInfo& command : commands()) {
        if (command.group != group) continue;
        html.leaf("button", label_of(context.session, command.command),
                  {{"type", "button"}, {"data-command", command.id}, {"disabled", "", !context.session.can(command.command)}});
      }
    }
  });
}

void write_field(Html& html, const Field& field) {
  const std::string id = "field-" + field.id;
  html.element("p", {}, [&] {
    html.leaf("label", field.label, {{"for", id}});
    switch (field.kind) {
      case Field::Kind::number:
        html.empty("input", {{"id", id}, {"data-field", field.id}, {"type", "number"}, {"value", field.value},
                             {"min", io::json::number_text(field.low)}, {"max", io::json::number_text(field.high)}, {"step", field.whole ? "1" : "any"}});
        break;
      case Field::Kind::text: html.empty("input", {{"id", id}, {"data-field", field.id}, {"type", "text"}, {"value", field.value}}); break;
      case Field::Kind::date: html.empty("input", {{"id", id}, {"data-field", field.id}, {"type", "date"}, {"value", field.value}}); break;
      case Field::Kind::tick:
        html.empty("input", {{"id", id}, {"data-field", field.id}, {"type", "checkbox"}, {"checked", "", field.value == "on"}});
        break;
      case Field::Kind::choice:
        html.element("select", {{"id", id}, {"data-field", field.id}}, [&] {
          for (const Field::Choice& choice : field.choices)
            html.leaf("option", choice.label, {{"value", choice.value}, {"selected", "", choice.value == field.value}});
        });
        break;
    }
  });
}

void write_inputs(Html& html, const Context& context) {
  write_section(html, "inputs", context.word(Key::inputs), [&] {
    for (const Field& field : fields(context.session)) write_field(html, field);
  });
}

void write_editor(Html& html, const Context& context) {
  if (!context.session.editing()) return;
  write_section(html, "editor", context.word(Key::editor_heading), [&] {
    for (const Field& field : editor_fields(context.session)) write_field(html, field);
  });
}

// --- the views ---

void write_ranked(Html& html, std::string_view heading, const std::vector<views::Ranked>& ranked) {
  if (ranked.empty()) return;
  html.leaf("h3", heading);
  Strings items;
  for (const views::Ranked& one : ranked) items.push_back(one.name + " " + one.figure);
  write_list(html, items);
}

void write_campaign(Html& html, const Context& context, const views::Overview& view) {
  html.leaf("h3", context.word(Key::campaign));
  if (context.session.plan() == nullptr) {
    html.leaf("p", context.word(Key::no_campaign));
    return;
  }
  html.leaf("p", view.progress);
  html.leaf("p", view.finish);
  if (const std::optional<double> chance = views::chance_in_time(context.session))
    html.leaf("p", fill(context.word(Key::chance_in_time), {format_share(*chance, 0), std::to_string(context.session.bands().result()->count())}));
  std::vector<TextRow> rows;
  for (const views::BatchProgress& batch : view.batches)
    rows.push_back(TextRow{{batch.name, fill(context.word(Key::done_of), {std::to_string(batch.done), std::to_string(batch.total)})}});
  write_table(html, context.word(Key::campaign), {context.word(Key::batch_label), context.word(Key::column_stage)}, rows);
}

void write_overview(Html& html, const Context& context) {
  const views::Overview view = views::overview(context.session);
  write_section(html, "overview", context.word(Key::view_overview), [&] {
    std::vector<TextRow> rows;
    for (const views::Figure& figure : view.figures) rows.push_back(TextRow{{figure.name, with_unit(figure.value, figure.unit), figure.change}});
    write_table(html, views::figures_caption(context.session), {context.word(Key::metric), fill(context.word(Key::on_this_day), {context.date()}), context.word(Key::against_left_alone)}, rows);
    write_campaign(html, context, view);
    write_ranked(html, context.word(Key::largest_gains), view.gains);
    write_ranked(html, context.word(Key::worse_off), view.losses);
    if (context.session.plan() != nullptr && view.losses.empty()) html.leaf("p", context.word(Key::none_worse_off));
  });
}

void write_selected(Html& html, const Context& context) {
  const std::optional<views::Inspector> view = views::inspector(context.session);
  write_section(html, "selected", view ? view->name : context.word(Key::select_a_cooperative), [&] {
    if (!view) {
      html.leaf("p", context.word(Key::select_why));
      return;
    }
    html.leaf("p", view->place);
    html.leaf("p", view->structure);
    std::vector<TextRow> findings;
    for (const views::FindingRow& finding : view->findings)
      findings.push_back(TextRow{{finding.name, format_share(finding.severity, 0), finding.is_main ? context.word(Key::main_problem) : std::string()}});
    write_table(html, context.word(Key::findings), {context.word(Key::problem), context.word(Key::severity), context.word(Key::column_main_problem)}, findings);
    if (!view->inspected) html.leaf("p", context.word(Key::not_inspected));
    html.leaf("h3", context.word(Key::view_measures));
    html.leaf("p", context.word(view->measures_planned ? Key::chosen_by_plan : view->measures_by_hand ? Key::chosen_by_hand : Key::treat_findings));
    Strings measures, history;
    for (const views::MeasureChip& measure : view->measures) measures.push_back(measure.name);
    write_list(html, measures);
    for (const views::HistoryRow& row : view->history) history.push_back(row.date + " · " + row.event);
    if (!history.empty()) html.leaf("h3", context.word(Key::history));
    write_list(html, history);
    std::vector<TextRow> quantities;
    for (const views::QuantityRow& row : view->quantities) quantities.push_back(TextRow{{row.name, format_plain(row.value), row.says_who}});
    write_table(html, context.word(Key::particulars), {context.word(Key::particulars), context.word(Key::value), context.word(Key::says_who)}, quantities);
  });
}

void write_cooperatives(Html& html, const Context& context) {
  const std::vector<int> all = views::cooperative_order(context.session, {}, {});
  write_section(html, "cooperatives", context.word(Key::view_cooperatives), [&] {
    Strings headings;
    for (int column = 0; column < views::kColumns; ++column)
      headings.emplace_back(views::name_of(context.language(), static_cast<views::Column>(column)));
    std::vector<TextRow> rows;
    for (std::size_t i = 0; i < std::min(all.size(), kMostListed); ++i) {
      const views::CooperativeRow shown = views::cooperative_row(context.session, all[i]);
      TextRow row{{}, context.is_report ? model::CooperativeId{} : shown.id};
      for (int column = 0; column < views::kColumns; ++column)
        row.cells.push_back(views::cell(context.language(), shown, static_cast<views::Column>(column)));
      rows.push_back(std::move(row));
    }
    const std::string shown = std::to_string(rows.size()), total = std::to_string(all.size());
    write_table(html, fill(context.word(Key::rows_shown), {shown, total}), headings, rows);
    if (rows.size() < all.size()) html.leaf("p", fill(context.word(Key::not_listed), {std::to_string(all.size() - rows.size())}));
  });
}

std::string span_text(const Context& context, const views::Span& span) {
  if (span.last < span.first) return {};
  return format_day(context.language(), context.start() + span.first) + " – " + format_day(context.language(), context.start() + span.last);
}

void write_batches(Html& html, const Context& context) {
  if (context.session.plan() == nullptr) return;
  const views::Gantt chart = views::gantt(context.session);
  write_section(html, "batches", context.word(Key::view_batches), [&] {
    html.leaf("p", fill(context.word(Key::metric_in_unit), {context.word(Key::deadline), format_date(context.language(), context.session.plan()->deadline)}));
    std::vector<TextRow> rows;
    for (const views::GanttRow& row : chart.rows) {
      if (rows.size() == kMostListed) break;
      const model::Batch& batch = context.session.plan()->batches[static_cast<std::size_t>(row.batch)];
      rows.push_back(TextRow{{row.name, std::string(tr(context.language(), batch.name)), span_text(context, row.inspection), span_text(context, row.measures),
                       span_text(context, row.consolidation)}});
    }
    const auto stage = [&](model::Stage which) { return std::string(name_of(context.language(), which)); };
    write_table(html, context.word(Key::view_batches), {context.word(Key::cooperative), context.word(Key::batch_label), stage(model::Stage::inspection),
                stage(model::Stage::measures), stage(model::Stage::consolidation)}, rows);
    if (rows.size() < chart.rows.size()) html.leaf("p", fill(context.word(Key::not_listed), {std::to_string(chart.rows.size() - rows.size())}));
  });
}

void write_months(Html& html, const Context& context, Metric metric) {
  const auto written = [&](double value) { return format_metric(context.language(), metric, value); };
  std::vector<TextRow> rows;
  for (const views::MonthMean& month : views::month_means(context.session, metric))
    rows.push_back(TextRow{{views::format_month(context.language(), month.first), written(month.planned), written(month.alone)}});
  const std::string caption = fill(context.word(Key::means_by_month), {named_with_unit(context.language(), metric)});
  html.leaf("h3", caption);
  html.leaf("p", context.plan_name() + " ———, " + context.word(Key::left_alone) + " – – –");
  ChartData chart = views::with_calendar(views::centre_chart(context.session, metric), context.session, views::timeline(context.session));
  chart.title = caption;
  write_chart(html, chart);
  write_table(html, caption, {context.word(Key::month), context.plan_name(), context.word(Key::left_alone)}, rows);
}

void write_results(Html& html, const Context& context) {
  write_section(html, "results", context.word(Key::view_results), [&] {
    std::vector<TextRow> rows;
    for (const views::Outcome& outcome : views::outcomes(context.session)) {
      const auto written = [&](double value) { return format_metric(context.language(), outcome.metric, value); };
      const auto range = [&](const std::optional<views::Interval>& of) { return of ? written(of->low) + " … " + written(of->high) : std::string(); };
      rows.push_back(TextRow{{named_with_unit(context.language(), outcome.metric), written(outcome.first), written(outcome.planned), range(outcome.range),
                       written(outcome.alone), written(outcome.difference), range(outcome.difference_range)}});
    }
    html.leaf("p", views::figures_caption(context.session));
    write_table(html, fill(context.word(Key::on_this_day), {context.date()}),
                {context.word(Key::metric), context.word(Key::first_day), context.plan_name(), context.word(Key::range_90), context.word(Key::left_alone),
                 context.word(Key::difference), context.word(Key::range_90)}, rows);
    for (const Metric metric : {Metric::good_output_per_member, Metric::monthly_wage, Metric::rework_rate, Metric::seconds_rate}) write_months(html, context, metric);
  });
}

void write_claims(Html& html, const Context& context) {
  std::vector<TextRow> rows;
  for (const views::ClaimRow& claim : views::claim_rows(context.session))
    rows.push_back(TextRow{{claim.statement, claim.reported, claim.expected, claim.percentile, claim.placebo, claim.verdict}});
  write_table(html, context.word(Key::reported_outcomes), {context.word(Key::statement), context.word(Key::reported), context.word(Key::expected),
              context.word(Key::percentile), context.word(Key::percentile_alone), context.word(Key::verdict)}, rows);
  if (rows.empty()) return;
  html.leaf("h3", context.word(Key::left_out));
  const std::vector<std::string_view> left_out = views::omissions(context.language());
  write_list(html, {left_out.begin(), left_out.end()});
}

void write_sceptic(Html& html, const Context& context) {
  const views::Sceptic sceptic = views::sceptic(context.session, model::Metric::good_output_per_member);
  html.leaf("h3", context.word(Key::sceptic_heading));
  html.leaf("p", context.word(Key::sceptic_why));
  html.leaf("p", sceptic.truth);
  std::vector<TextRow> rows;
  for (const views::EstimatorRow& row : sceptic.estimators) rows.push_back(TextRow{{row.name, row.estimate, row.error, row.truth}});
  if (!rows.empty())
    write_table(html, context.word(Key::estimator), {context.word(Key::estimator), context.word(Key::estimate), context.word(Key::error_95), context.word(Key::truth_of_same)}, rows);
  write_list(html, sceptic.sentences);
}

// What was asked about the assumptions; nothing where nobody asked.
void write_studies(Html& html, const Context& context) {
  if (context.session.drivers().metric()) {
    const views::DriversView drivers = views::drivers(context.session);
    html.leaf("h3", context.word(Key::drivers_heading));
    html.leaf("p", std::string(name_of(context.language(), *context.session.drivers().metric())) + ": " + drivers.state);
    std::vector<TextRow> rows;
    for (const views::DriverRow& row : drivers.rows) rows.push_back(TextRow{{row.name, row.share_words, row.range, row.alone, row.effect}});
    if (!rows.empty())
      write_table(html, context.word(Key::drivers_heading), {context.word(Key::assumption), context.word(Key::driver_share), context.word(Key::range_90), context.word(Key::driver_alone), context.word(Key::driver_effect)}, rows);
  }
  if (!context.session.fitting().was_started()) return;
  const views::FitView fit = views::fit(context.session);
  html.leaf("h3", context.word(Key::fit_heading));
  html.leaf("p", fit.state);
  write_list(html, fit.targets);
  std::vector<TextRow> rows;
  for (const views::FittedRow& row : fit.rows) rows.push_back(TextRow{{row.name, row.documented, row.fitted}});
  if (!rows.empty()) write_table(html, context.word(Key::fit_heading), {context.word(Key::assumption), context.word(Key::fit_documented), context.word(Key::fit_fitted)}, rows);
}

void write_evidence(Html& html, const Context& context) {
  write_section(html, "evidence", context.word(Key::view_evidence), [&] {
    write_claims(html, context);
    write_sceptic(html, context);
    write_studies(html, context);
    std::vector<TextRow> rows;
    for (const views::AssumptionRow& row : views::assumption_rows(context.session)) rows.push_back(TextRow{{row.name, row.value, row.range, row.distribution, row.says_who}});
    write_table(html, context.word(Key::assumptions), {context.word(Key::assumption), context.word(Key::value), context.word(Key::range_90), context.word(Key::distribution),
                context.word(Key::says_who)}, rows);
    Strings sources;
    for (const model::Source& source : context.session.scenario().sources) {
      const std::string title(tr(context.language(), source.title));
      sources.push_back(source.locator.empty() ? title : title + " · " + source.locator);
    }
    if (!sources.empty()) html.leaf("h3", context.word(Key::sources));
    write_list(html, sources);
  });
}

// --- put together ---

struct WrittenPart {
  const char* id;
  void (*write)(Html& html, const Context& context);
  bool in_report;
};

constexpr WrittenPart kWrittenParts[] = {{"banner", write_banner, true}, {"commands", write_commands, false}, {"inputs", write_inputs, false}, {"editor", write_editor, false},
                           {"overview", write_overview, true}, {"selected", write_selected, false}, {"results", write_results, true},
                           {"batches", write_batches, true}, {"cooperatives", write_cooperatives, true}, {"evidence", write_evidence, true}};

}  // namespace

std::vector<TextSection> text_sections(const Session& session) {
  std::vector<TextSection> sections;
  Html html;
  for (const WrittenPart& part : kWrittenParts) {
    part.write(html, {session, false});
    sections.push_back({part.id, html.take()});
  }
  return sections;
}

std::string report_html(const Session& session) {
  const Context context{session, true};
  const std::string title = fill(tr(session.language(), Key::in_batch_of), {tr(session.language(), session.scenario().title), tr(session.language(), Key::view_report)});
  return html_document(session.language(), title, [&](Html& html) {
    for (const WrittenPart& part : kWrittenParts)
      if (part.in_report) part.write(html, context);
    write_reproduction(html, session);
  });
}

}  // namespace zhengshe::app
