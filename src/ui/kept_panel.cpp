// The states that the browser keeps, to choose from: what was done when, in this document and in others.
#include <string>

#include "ui/dialogue.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Key;

void draw_state(const Look& look, const app::Session& session, const app::KeptState& state, std::size_t index, app::Intents& intents) {
  ImGui::PushID(static_cast<int>(index));
  const std::string restore = app::fill(app::tr(session.language(), Key::kept_restore), {state.time});
  if (link(look, restore.c_str())) intents.add(app::RestoreKept{index});
  const std::string& what = state.step.what;
  paragraph(look, TextStyle::small, look->muted, what.empty() ? state.step.file_name : state.step.file_name + " · " + what);
  ImGui::Dummy({1, look.space(1)});
  ImGui::PopID();
}

}  // namespace

void draw_kept(const Look& look, const app::Session& session, app::Intents& intents) {
  const std::vector<app::KeptState>& states = *session.kept();
  const Dialogue dialogue(look, std::string(app::tr(session.language(), Key::kept_heading)), "kept", {120, 130});
  rule(look);
  if (ImGui::BeginChild("list", {0, -look.space(12)}, ImGuiChildFlags_NavFlattened)) {
    if (states.empty()) paragraph(look, TextStyle::body, look->muted, app::tr(session.language(), Key::kept_none));
    for (std::size_t i = 0; i < states.size(); ++i) draw_state(look, session, states[i], i, intents);
  }
  ImGui::EndChild();
  ImGui::Dummy({1, look.space(0.5f)});
  if (button(look, std::string(app::tr(session.language(), Key::close)).c_str(), ButtonKind::primary) || ImGui::IsKeyPressed(ImGuiKey_Escape))
    intents.add(app::CloseKept{});
}

}  // namespace zhengshe::ui
