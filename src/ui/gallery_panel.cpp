// The examples that come with the program, as cards: what each asks, what it holds, what to expect.
#include <algorithm>
#include <string>

#include "ui/dialogue.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;

void draw_sources(const Look& look, app::Language language, const model::Scenario& scenario) {
  std::string all;
  for (const model::Source& source : scenario.sources) all.append(all.empty() ? "" : "\n").append(app::tr(language, source.title));
  const std::string words(app::tr(language, Key::sources));
  text(look, TextStyle::small, look->muted, words + " · " + std::to_string(scenario.sources.size()));
  tooltip(look, words, all);
}

void draw_example(const Look& look, app::Language language, const app::Example& example, std::size_t index, app::Intents& intents) {
  const model::Scenario& scenario = example.scenario;
  ImGui::PushID(static_cast<int>(index));
  ImGui::BeginChild("example", {0, 0}, ImGuiChildFlags_NavFlattened | ImGuiChildFlags_Borders | ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding);
  paragraph(look, TextStyle::heading, look->ink, app::tr(language, scenario.title));
  text(look, TextStyle::small, look->muted, app::contents_of(language, scenario));
  paragraph(look, TextStyle::strong, look->accent_text, app::tr(language, scenario.question));
  paragraph(look, TextStyle::body, look->ink, app::tr(language, scenario.description));
  paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::lesson_expected));
  paragraph(look, TextStyle::body, look->muted, app::tr(language, example.expected));
  draw_sources(look, language, scenario);
  const std::string about = "##" + example.file;
  if (button(look, (std::string(app::tr(language, Key::gallery_open)) + about).c_str(), ButtonKind::primary)) intents.add(app::OpenExample{index});
  ImGui::SameLine(0, look.space(2));
  if (button(look, (std::string(app::tr(language, Key::gallery_lesson)) + about).c_str())) intents.add(app::SaveLesson{index});
  ImGui::EndChild();
  ImGui::PopID();
}

}  // namespace

void draw_gallery(const Look& look, const app::Session& session, app::Intents& intents) {
  const app::Language language = session.language();
  const std::vector<app::Example>& examples = *session.gallery();
  const Dialogue dialogue(look, std::string(app::tr(language, Key::gallery_heading)), "gallery", {230, 205});
  paragraph(look, TextStyle::small, look->muted, app::tr(language, Key::gallery_kept));
  rule(look);
  if (ImGui::BeginChild("examples", {0, -look.space(12)}, ImGuiChildFlags_NavFlattened)) {
    const int columns = ImGui::GetContentRegionAvail().x < look.space(150) ? 1 : 2;
    if (ImGui::BeginTable("cards", columns)) {
      for (std::size_t i = 0; i < examples.size(); ++i) {
        ImGui::TableNextColumn();
        draw_example(look, language, examples[i], i, intents);
      }
      ImGui::EndTable();
    }
  }
  ImGui::EndChild();
  ImGui::Dummy({1, look.space(0.5f)});
  if (button(look, std::string(app::tr(language, Key::close)).c_str()) || ImGui::IsKeyPressed(ImGuiKey_Escape)) intents.add(app::CloseGallery{});
}

}  // namespace zhengshe::ui
