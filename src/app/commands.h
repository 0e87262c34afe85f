// The one table of commands: menus, shortcuts, the palette, tooltips, the help page and the text view read it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/intents.h"
#include "app/translate.h"

namespace zhengshe::app {

class Session;

enum class Group : std::uint8_t { document, edit, time, study, view, settings };
inline constexpr int kGroups = 6;

// A key with the modifiers that must be held. Ctrl is Command on Apple systems.
struct Shortcut {
  enum class Special : std::uint8_t { none, space, escape, home, end };
  bool ctrl = false;
  bool alt = false;
  bool shift = false;
  char character = 0;  // 'A'…'Z', '0'…'9'; 0 where there is none or the key is special
  Special special = Special::none;

  explicit operator bool() const { return character != 0 || special != Special::none; }
  bool operator==(const Shortcut&) const = default;
};

struct CommandInfo {
  Command command;
  std::string_view id;  // stable, for the text view's buttons and tests
  Key label;
  Group group;
  Shortcut shortcut;
  Shortcut second;      // another one that does the same
};

// By command: commands()[i].command is the i-th enumerator.
std::span<const CommandInfo> commands();

inline const CommandInfo& info(Command command) { return commands()[static_cast<std::size_t>(command)]; }

std::string_view name_of(Language language, Group group);

// What the command does now: "Pause" while playing, "Undo · Change the deadline".
std::string label_of(const Session& session, Command command);

// "Ctrl+Shift+Z", on Apple systems "⇧⌘Z"; empty where there is none.
std::string shortcut_text(Language language, const Shortcut& shortcut, bool apple);

}  // namespace zhengshe::app
