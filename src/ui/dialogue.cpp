#include "ui/dialogue.h"

#include <algorithm>

#include "ui/widgets.h"

namespace zhengshe::ui {

Dialogue::Dialogue(const Look& look, const std::string& heading, const char* id, ImVec2 size) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::SetNextWindowSize({std::min(look.space(size.x), screen.x - look.space(6)), std::min(look.space(size.y), screen.y - look.space(6))});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, kCardRadius);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, kHairline);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, look->panel);
  ImGui::Begin((heading + "###" + id).c_str(), nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
  // What stands behind is dimmed, from the dialogue's own list, since that is drawn over all others.
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 min = ImGui::GetWindowPos(), max{min.x + ImGui::GetWindowWidth(), min.y + ImGui::GetWindowHeight()};
  list.PushClipRectFullScreen();
  list.AddRectFilled({0, 0}, screen, ImGui::GetColorU32(ImGuiCol_ModalWindowDimBg));
  list.AddRectFilled(min, max, look->panel, kCardRadius);
  list.AddRect(min, max, look->line, kCardRadius, 0, kHairline);
  list.PopClipRect();
  paragraph(look, TextStyle::title, look->ink, heading);
}

Dialogue::~Dialogue() {
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

}  // namespace zhengshe::ui
