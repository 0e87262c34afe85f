// The tour: a card with a few words, and a ring around what they are about.
#include <algorithm>
#include <string>

#include "app/tour.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {

using app::Key;

void draw_tour(const Look& look, const app::Session& session, ImVec2 min, ImVec2 max, app::Intents& intents) {
  const app::Language language = session.language();
  const int step = *session.tour(), last = static_cast<int>(app::kTour.size()) - 1;
  const float ring = look.space(0.5f);
  if (max.x > min.x)
    ImGui::GetForegroundDrawList()->AddRect({min.x + ring, min.y + ring}, {max.x - ring, max.y - ring}, look->accent, kCardRadius, 0, kSeriesWidth);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float width = std::min(look.space(96), screen.x - look.space(8));
  ImGui::SetNextWindowPos({(screen.x - width) / 2, screen.y - look.space(30)}, ImGuiCond_Always, {0, 1});
  ImGui::SetNextWindowSize({width, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kCardRadius);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, kHairline);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, look->panel);
  if (ImGui::Begin("###tour", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize)) {
    paragraph(look, TextStyle::body, look->ink, app::tr(language, app::kTour[static_cast<std::size_t>(step)].words));
    if (button(look, std::string(app::tr(language, step < last ? Key::tour_next : Key::tour_done)).c_str(), ButtonKind::primary)) intents.add(app::ShowTour{step + 1});
    ImGui::SameLine(0, look.space(2));
    if ((step < last && button(look, std::string(app::tr(language, Key::close)).c_str())) || ImGui::IsKeyPressed(ImGuiKey_Escape)) intents.add(app::ShowTour{-1});
    right_note(look, TextStyle::small, look->muted, app::fill(app::tr(language, Key::tour_step), {std::to_string(step + 1), std::to_string(last + 1)}));
  }
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

}  // namespace zhengshe::ui
