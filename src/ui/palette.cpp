// Every command and plan in one list that is searched, with its shortcut: the palette, the help, and on a telephone
// the menu. And what the keys do.
#include <algorithm>
#include <string>

#include "app/commands.h"
#include "ui/fields.h"
#include "ui/panels.h"

namespace zhengshe::ui {
namespace {

using app::Command;
using app::CommandInfo;
using app::Key;
using app::Shortcut;

ImGuiKey key_of(const Shortcut& shortcut) {
  switch (shortcut.special) {
    case Shortcut::Special::home: return ImGuiKey_Home;
    case Shortcut::Special::end: return ImGuiKey_End;
    case Shortcut::Special::space: return ImGuiKey_Space;
    case Shortcut::Special::escape: return ImGuiKey_Escape;
    case Shortcut::Special::none: break;
  }
  const bool letter = shortcut.character >= 'A';
  return static_cast<ImGuiKey>(letter ? ImGuiKey_A + (shortcut.character - 'A') : ImGuiKey_0 + (shortcut.character - '0'));
}

bool is_pressed(const Shortcut& shortcut) {
  if (!shortcut.ctrl && !shortcut.alt) return false;  // bare keys belong to whatever has the keyboard first
  ImGuiKeyChord chord = key_of(shortcut);
  if (shortcut.ctrl) chord |= ImGuiMod_Ctrl;
  if (shortcut.alt) chord |= ImGuiMod_Alt;
  if (shortcut.shift) chord |= ImGuiMod_Shift;
  return ImGui::Shortcut(chord, ImGuiInputFlags_RouteGlobal);
}

// Letters are compared without their case, Chinese as it is.
std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

bool draw_choice(const Look& look, const std::string& label, int id, const std::string& keys, bool enabled) {
  ImGui::PushID(id);
  ImGui::BeginDisabled(!enabled);
  const bool chosen = ImGui::Selectable(label.c_str(), false, 0, {0, look.space(7)});
  const ImVec2 min = ImGui::GetItemRectMin(), max = ImGui::GetItemRectMax();
  draw_text(look, TextStyle::small, {max.x - look.space(2), (min.y + max.y - look.size(TextStyle::small)) / 2}, look->muted, keys, Align::right);
  ImGui::EndDisabled();
  ImGui::PopID();
  return chosen;
}

// Draws what matches. True when something was chosen; Enter chooses the first.
bool draw_matches(const Look& look, const app::Session& session, const std::string& words, app::Intents& intents) {
  const app::Language language = session.language();
  const bool apple = ImGui::GetIO().ConfigMacOSXBehaviors, enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !words.empty();
  const std::string wanted = lowered(words);
  const auto matches = [&](const std::string& label) { return lowered(label).find(wanted) != std::string::npos; };
  bool first = true;
  const auto choose = [&](const std::string& label, int id, const std::string& keys, bool enabled) {
    const bool chosen = draw_choice(look, label, id, keys, enabled) || (first && enter && enabled);
    first = false;
    return chosen;
  };
  for (int g = 0; g < app::kGroups; ++g) {
    bool headed = false;
    for (const CommandInfo& command : app::commands()) {
      const std::string label = app::label_of(session, command.command);
      if (command.group != static_cast<app::Group>(g) || !matches(label)) continue;
      if (!headed) text(look, TextStyle::small, look->muted, app::name_of(language, command.group));
      headed = true;
      if (!choose(label, static_cast<int>(command.command), app::shortcut_text(language, command.shortcut, apple), session.can(command.command))) continue;
      intents.run(command.command);
      return true;
    }
  }
  text(look, TextStyle::small, look->muted, app::tr(language, Key::plan));
  for (std::size_t i = 0; i <= session.scenario().plans.size(); ++i) {
    const bool none = i == session.scenario().plans.size();
    const std::string label(none ? app::tr(language, Key::left_alone) : app::tr(language, session.scenario().plans[i].name));
    if (!matches(label) || !choose(label, 1000 + static_cast<int>(i), {}, true)) continue;
    intents.add(app::ShowPlan{none ? model::kLeftAlone : session.scenario().plans[i].id});
    return true;
  }
  return false;
}

}  // namespace

void draw_palette(const Look& look, const app::Session& session, CommandPalette& palette, app::Intents& intents) {
  for (const ImGuiKeyChord keys : {ImGuiMod_Ctrl | ImGuiKey_K, ImGuiKeyChord{ImGuiKey_F1}})
    if (ImGui::Shortcut(keys, ImGuiInputFlags_RouteGlobal)) palette.wanted = true;
  const bool opens = palette.wanted;
  if (opens) ImGui::OpenPopup("palette"), palette.words.clear(), palette.wanted = false;
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float width = std::min(look.space(120), screen.x - look.space(6)), height = std::min(look.space(130), screen.y - look.space(24));
  ImGui::SetNextWindowPos({(screen.x - width) / 2, look.space(14)});
  ImGui::SetNextWindowSize({width, height});
  if (!ImGui::BeginPopup("palette", ImGuiWindowFlags_NoMove)) return;
  if (opens) ImGui::SetKeyboardFocusHere();
  const std::string hint(app::tr(session.language(), Key::search_commands));
  search_field(look, ("##" + hint).c_str(), palette.words, ImGui::GetContentRegionAvail().x, hint.c_str());
  ImGui::BeginChild("commands", {0, 0}, ImGuiChildFlags_NavFlattened);
  const bool chosen = draw_matches(look, session, palette.words, intents);
  ImGui::EndChild();
  // At once, though the field takes Escape for itself first.
  if (chosen || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void take_shortcuts(const app::Session& session, bool is_list_open, app::Intents& intents) {
  for (const CommandInfo& command : app::commands())
    if ((command.shortcut && is_pressed(command.shortcut)) || (command.second && is_pressed(command.second))) intents.run(command.command);
  if (ImGui::GetIO().WantTextInput || ImGui::IsAnyItemActive()) return;
  if (ImGui::IsKeyPressed(ImGuiKey_Space, false) && !ImGui::IsAnyItemFocused()) intents.run(Command::play_pause);
  if (ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !is_list_open && !session.is_asking()) intents.run(Command::clear_selection);
}

}  // namespace zhengshe::ui
