// The whole interface. Draws the session as it is and collects what the person wants; changes nothing itself.
#pragma once

#include "app/intents.h"
#include "app/session.h"
#include "ui/ui_state.h"

namespace zhengshe::ui {

/// Between ImGui::NewFrame and ImGui::Render. Precondition: state.look has both fonts.
void draw(const app::Session& session, UiState& state, app::Intents& intents);

}  // namespace zhengshe::ui
