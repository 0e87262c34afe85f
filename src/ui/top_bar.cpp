// The bar at the top: the document, undo and redo, the plan that is shown, the run, language and theme.
#include <algorithm>
#include <string>
#include <vector>

#include "ui/controls.h"
#include "ui/panels.h"

namespace zhengshe::ui {
namespace {

using app::Command;
using app::Key;

void command_button(const Look& look, const app::Session& session, Command command, Icon icon, std::string label, app::Intents& intents) {
  if (icon_button(look, {.icon = icon, .label = label.c_str(), .enabled = session.can(command)})) intents.run(command);
  ImGui::SameLine(0, look.space(0.5f));
}

std::string undo_label(const app::Session& session, Key key, const std::string& what) {
  const std::string word(app::tr(session.language(), key));
  return what.empty() ? word : word + " · " + what + "###" + word;
}

// The document's name, with a dot while it is not saved.
void draw_document(const Look& look, const app::Session& session, float room) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string_view title = app::tr(session.language(), session.scenario().title);
  const std::string_view name = title.empty() ? app::tr(session.language(), Key::untitled) : title;
  const float wanted = measure(look, TextStyle::title, name).x, width = std::min(wanted, room);
  const float top = at.y + (look.space(8) - look.size(TextStyle::title)) / 2;
  const bool shortened = draw_fitted(look, TextStyle::title, {at.x, top}, width, look->ink, name);
  ImGui::Dummy({width + look.space(4), look.space(8)});
  if (shortened || session.is_saved()) tooltip(look, name, session.document_name());
  else tooltip(look, name, app::tr(session.language(), Key::unsaved));
  if (!session.is_saved())
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + width + look.space(2.5f), at.y + look.space(4)}, look.space(1), look->accent);
  ImGui::SameLine(0, look.space(3));
}

struct PlanChoices {
  std::vector<std::string_view> names;
  std::vector<model::PlanId> ids;
  int shown = 0;
};

PlanChoices plan_choices(const app::Session& session) {
  PlanChoices choices;
  const auto add = [&](std::string_view name, model::PlanId id) {
    if (id == session.plan_id()) choices.shown = static_cast<int>(choices.ids.size());
    choices.names.push_back(name);
    choices.ids.push_back(id);
  };
  for (const model::Plan& plan : session.scenario().plans) add(app::tr(session.language(), plan.name), plan.id);
  add(app::tr(session.language(), Key::left_alone), model::kLeftAlone);
  return choices;
}

// The plans side by side where there is room for their names, near `centre`; otherwise in a list.
void draw_plans(const Look& look, const app::Session& session, float left, float right, float centre, float top, app::Intents& intents) {
  const PlanChoices choices = plan_choices(session);
  const float width = pill_switch_width(look, choices.names), room = right - left;
  int next = choices.shown;
  if (width <= room) {
    ImGui::SetCursorScreenPos({std::clamp(centre - width * 0.42f, left, right - width), top});
    next = pill_switch(look, "plan", choices.names, choices.shown);
  } else {
    ImGui::SetCursorScreenPos({left, top + (look.space(8) - ImGui::GetFrameHeight()) / 2});
    combo(look, app::tr(session.language(), Key::plan), choices.names[static_cast<std::size_t>(choices.shown)], std::min(room, look.space(72)), [&] {
      for (int i = 0; i < static_cast<int>(choices.ids.size()); ++i) {
        ImGui::PushID(i);
        if (ImGui::Selectable(std::string(choices.names[static_cast<std::size_t>(i)]).c_str(), i == choices.shown)) next = i;
        ImGui::PopID();
      }
    });
  }
  if (next != choices.shown) intents.add(app::ShowPlan{choices.ids[static_cast<std::size_t>(next)]});
}

// How sure the figures are by now: replications, or only the centre run.
std::string run_status(const app::Session& session) {
  const app::Language language = session.language();
  const app::Refinement& bands = session.bands();
  if (bands.wanted() == 0) return app::fill(app::tr(language, Key::centre_run_time), {app::format_number(session.result_ms(), session.result_ms() < 10 ? 1 : 0)});
  const std::string done = app::format_number(static_cast<double>(bands.done()), 0), wanted = app::format_number(static_cast<double>(bands.wanted()), 0);
  return bands.is_done() ? app::fill(app::tr(language, Key::replications_done), {done}) : app::fill(app::tr(language, Key::replications_running), {done, wanted});
}

float language_width(const Look& look, const app::Session& session) {
  return measure(look, TextStyle::strong, app::tr(session.language(), Key::command_language)).x + look.space(6);
}

float right_end_width(const Look& look, const app::Session& session, bool narrow) { return look.space(narrow ? 8.5f : 42.5f) + language_width(look, session); }

void draw_right_end(const Look& look, const app::Session& session, ImVec2 end, bool narrow, CommandPalette& palette, app::Intents& intents) {
  const app::Language language = session.language();
  const std::string language_label(app::tr(language, Key::command_language));
  const float x = end.x - right_end_width(look, session, narrow);
  if (!narrow) {
    const std::string run = run_status(session);
    const float middle = end.y + look.space(4);
    const float run_width = measure(look, TextStyle::small, run).x;
    const bool fits = x - look.space(6) - run_width > ImGui::GetItemRectMax().x + look.space(4);
    if (fits) {
      ImGui::GetWindowDrawList()->AddCircleFilled({x - look.space(3), middle}, look.space(1.1f), session.bands().is_done() ? look->plan : look->warning);
      draw_text(look, TextStyle::small, {x - look.space(6), middle - look.size(TextStyle::small) / 2}, look->muted, run, Align::right);
    }
  }
  ImGui::SetCursorScreenPos({x, end.y});
  const Press press = press_area(language_label.c_str(), {language_width(look, session), look.space(8)});
  if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(press.min, press.max, look->raised, look.space(1.5f));
  draw_text(look, TextStyle::strong, {(press.min.x + press.max.x) / 2, end.y + (look.space(8) - look.size(TextStyle::strong)) / 2}, look->ink, language_label,
            Align::centre);
  if (press.clicked) intents.run(Command::switch_language);
  ImGui::SameLine(0, look.space(0.5f));
  if (narrow) {
    if (icon_button(look, {.icon = Icon::more, .label = std::string(app::tr(language, Key::commands)).c_str()})) palette.wanted = true;
    return;
  }
  command_button(look, session, Command::switch_scheme, Icon::theme, std::string(app::tr(language, Key::command_theme)), intents);
  command_button(look, session, Command::open_file, Icon::open, std::string(app::tr(language, Key::command_open)), intents);
  command_button(look, session, Command::save_file, Icon::save, std::string(app::tr(language, Key::command_save)), intents);
  command_button(look, session, Command::share_link, Icon::link, std::string(app::tr(language, Key::command_share)), intents);
  command_button(look, session, Command::show_kept, Icon::clock, std::string(app::tr(language, Key::command_kept)), intents);
}

}  // namespace

void draw_top_bar(const Look& look, const app::Session& session, bool narrow, CommandPalette& palette, app::Intents& intents) {
  const ImVec2 at = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const float top = at.y + look.space(3), left = at.x + look.space(narrow ? 4 : 7);
  ImGui::SetCursorScreenPos({left, top});
  draw_document(look, session, narrow ? room.x - look.space(58) : room.x * 0.28f);
  command_button(look, session, Command::undo, Icon::undo, undo_label(session, Key::command_undo, session.history().undo_label()), intents);
  command_button(look, session, Command::redo, Icon::redo, undo_label(session, Key::command_redo, session.history().redo_label()), intents);
  const ImVec2 end{at.x + room.x - look.space(narrow ? 2 : 5), top};
  if (!narrow) {
    const float used = ImGui::GetItemRectMax().x + look.space(4);
    draw_plans(look, session, used, end.x - right_end_width(look, session, narrow) - look.space(2), at.x + room.x * 0.42f, top, intents);
  }
  draw_right_end(look, session, end, narrow, palette, intents);
}

}  // namespace zhengshe::ui
