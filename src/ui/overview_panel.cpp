// What is going on: headline figures, the chart of one of them, the campaign, who gained and who lost.
#include <algorithm>

#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;
using app::views::Overview;

void draw_tiles(const Look& look, const app::Session& session, const Overview& view, OverviewPanel& panel) {
  const float room = ImGui::GetContentRegionAvail().x, gap = look.space(3);
  const int count = static_cast<int>(view.figures.size());
  const int most = std::clamp(static_cast<int>((room + gap) / look.space(36)), 1, count);
  const int rows = (count + most - 1) / most, columns = (count + rows - 1) / rows;  // rows of like length
  const float width = (room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const std::string caption = app::views::figures_caption(session);
  for (int i = 0; i < count; ++i) {
    const app::views::Figure& figure = view.figures[static_cast<std::size_t>(i)];
    if (i % columns != 0) ImGui::SameLine(0, gap);
    const Tile shown{.label = figure.name, .figure = figure.value, .unit = figure.unit, .change = figure.change,
                     .interval = figure.change.empty() ? std::string_view() : !figure.interval.empty() ? std::string_view(figure.interval) : app::tr(session.language(), Key::against_left_alone),
                     .tone = figure.better ? Tone::better : Tone::worse, .spark = figure.spark,
                     .explanation = caption};
    if (tile(look, model::id_of(figure.metric).data(), shown, {width, tile_height(look)})) panel.metric = figure.metric;
  }
}

void draw_campaign(const Look& look, const app::Session& session, const Overview& view, ImVec2 size) {
  const Card card(look, "campaign", size, app::tr(session.language(), Key::campaign));
  if (session.plan() == nullptr) {
    paragraph(look, TextStyle::body, look->muted, app::tr(session.language(), Key::no_campaign));
    return;
  }
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float lines = look.space(9) * static_cast<float>(view.batches.size()) + look.space(6);
  const float diameter = std::clamp(std::min(room.x - look.space(4), room.y - lines), look.space(28), look.space(40));
  const float share = view.total > 0 ? static_cast<float>(view.done) / static_cast<float>(view.total) : 0;
  if (view.chance.empty()) ring(look, {share, app::format_share(share, 0), view.progress}, diameter);
  else ring(look, {view.chance_share, view.chance, view.deadline}, diameter);
  ImGui::Dummy({1, look.space(1)});
  for (int i = 0; i < static_cast<int>(view.batches.size()); ++i) {
    const app::views::BatchProgress& batch = view.batches[static_cast<std::size_t>(i)];
    const std::string figure = std::to_string(batch.done) + "/" + std::to_string(batch.total);
    const float done = batch.total > 0 ? static_cast<float>(batch.done) / static_cast<float>(batch.total) : 0;
    bar_line(look, i, {.label = batch.name, .figure = figure, .fraction = done,
                       .colour = batch_colour(*look, i, static_cast<int>(view.batches.size())), .label_share = 0.44f, .figure_width = 12});
  }
  paragraph(look, TextStyle::small, view.in_time ? look->muted : look->warning, view.finish);
}

void draw_ranking(const Look& look, const std::vector<app::views::Ranked>& ranked, double most, ImU32 colour, app::Intents& intents) {
  for (const app::views::Ranked& row : ranked) {
    if (ImGui::GetContentRegionAvail().y < look.space(6.5f)) return;  // as many as there is room for
    const float share = most > 0 ? static_cast<float>(std::min(1.0, (row.change < 0 ? -row.change : row.change) / most)) : 0;
    if (bar_line(look, static_cast<int>(row.id.value),
                 {.label = row.name, .figure = row.figure, .fraction = share, .colour = colour, .track = false, .label_share = 0.52f}))
      intents.select(row.id);
  }
}

void draw_gains(const Look& look, const app::Session& session, const Overview& view, ImVec2 size, double most, app::Intents& intents) {
  const Card card(look, "gains", size, app::tr(session.language(), Key::largest_gains));
  ImGui::PushStyleVarY(ImGuiStyleVar_ItemSpacing, 0);
  draw_ranking(look, view.gains, most, look->plan, intents);
  ImGui::PopStyleVar();
}

void draw_losses(const Look& look, const app::Session& session, const Overview& view, ImVec2 size, double most, app::Intents& intents) {
  const Card card(look, "losses", size, app::tr(session.language(), Key::worse_off));
  right_note(look, TextStyle::small, look->muted, std::to_string(view.losers) + " / " + std::to_string(session.scenario().cooperatives.size()));
  if (view.losses.empty()) paragraph(look, TextStyle::body, look->muted, app::tr(session.language(), Key::none_worse_off));
  ImGui::PushStyleVarY(ImGuiStyleVar_ItemSpacing, 0);
  draw_ranking(look, view.losses, most, look->warning, intents);
  ImGui::PopStyleVar();
}

void draw_chart(const Look& look, const app::Session& session, OverviewPanel& panel, const app::views::Timeline& line, ImVec2 size, app::Intents& intents) {
  const app::Language language = session.language();
  const std::string heading = app::fill(app::tr(language, Key::metric_in_unit), {app::name_of(language, panel.metric), app::unit_of(language, panel.metric)});
  const bool has_unit = !app::unit_of(language, panel.metric).empty();
  const Card card(look, "chart", size, has_unit ? std::string_view(heading) : app::name_of(language, panel.metric));
  metric_chart(look, session, panel.metric, {}, line, panel.chart, intents);
}

double largest(const Overview& view) {
  double most = 0;
  for (const auto* ranked : {&view.gains, &view.losses})
    for (const app::views::Ranked& row : *ranked) most = std::max(most, row.change < 0 ? -row.change : row.change);
  return most;
}

// The cards below the tiles: two rows that fill the region, or one column where it is narrow.
void draw_cards(const Look& look, const app::Session& session, const Overview& view, OverviewPanel& panel, const app::views::Timeline& line,
                app::Intents& intents) {
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float gap = look.space(3);
  const double most = largest(view);
  if (room.x < look.space(140)) {
    draw_chart(look, session, panel, line, {room.x, look.space(72)}, intents);
    draw_campaign(look, session, view, {room.x, look.space(84)});
    draw_gains(look, session, view, {room.x, look.space(66)}, most, intents);
    draw_losses(look, session, view, {room.x, look.space(66)}, most, intents);
    return;
  }
  const float low = std::clamp(room.y * 0.34f, look.space(42), look.space(66)), high = std::max(look.space(80), room.y - low - gap);
  const float campaign = look.space(60), half = (room.x - gap) / 2;
  draw_chart(look, session, panel, line, {room.x - campaign - gap, high}, intents);
  ImGui::SameLine(0, gap);
  draw_campaign(look, session, view, {campaign, high});
  draw_gains(look, session, view, {half, low}, most, intents);
  ImGui::SameLine(0, gap);
  draw_losses(look, session, view, {half, low}, most, intents);
}

}  // namespace

void draw_overview(const Look& look, const app::Session& session, OverviewPanel& panel, const app::views::Timeline& line, app::Intents& intents) {
  const Overview& view = panel.view.get(session, {}, [&] { return app::views::overview(session); });
  const float gap = look.space(3);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(gap, gap));
  draw_tiles(look, session, view, panel);
  draw_cards(look, session, view, panel, line, intents);
  ImGui::PopStyleVar();
}

}  // namespace zhengshe::ui
