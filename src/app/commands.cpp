#include "app/commands.h"

#include <array>

#include "app/session.h"

namespace zhengshe::app {
namespace {

using Special = Shortcut::Special;

constexpr Shortcut kNone{};
constexpr Shortcut ctrl(char key) { return {true, false, false, key, Special::none}; }
constexpr Shortcut ctrl_shift(char key) { return {true, false, true, key, Special::none}; }
constexpr Shortcut alt(char key) { return {false, true, false, key, Special::none}; }
constexpr Shortcut alt(Special key) { return {false, true, false, 0, key}; }
constexpr Shortcut bare(Special key) { return {false, false, false, 0, key}; }

constexpr std::array kCommands{
    CommandInfo{Command::open_file, "open_file", Key::command_open, Group::document, ctrl('O'), kNone},
    CommandInfo{Command::show_gallery, "show_gallery", Key::command_gallery, Group::document, kNone, kNone},
    CommandInfo{Command::save_file, "save_file", Key::command_save, Group::document, ctrl('S'), kNone},
    CommandInfo{Command::share_link, "share_link", Key::command_share, Group::document, kNone, kNone},
    CommandInfo{Command::show_kept, "show_kept", Key::command_kept, Group::document, kNone, kNone},
    CommandInfo{Command::export_report, "export_report", Key::command_export_report, Group::document, kNone, kNone},
    CommandInfo{Command::export_table, "export_table", Key::command_export_table, Group::document, kNone, kNone},
    CommandInfo{Command::undo, "undo", Key::command_undo, Group::edit, ctrl('Z'), kNone},
    CommandInfo{Command::redo, "redo", Key::command_redo, Group::edit, ctrl_shift('Z'), ctrl('Y')},
    CommandInfo{Command::duplicate_plan, "duplicate_plan", Key::edit_duplicate_plan, Group::edit, kNone, kNone},
    CommandInfo{Command::remove_plan, "remove_plan", Key::edit_remove_plan, Group::edit, kNone, kNone},
    CommandInfo{Command::duplicate_selected, "duplicate_selected", Key::edit_duplicate, Group::edit, kNone, kNone},
    CommandInfo{Command::remove_selected, "remove_selected", Key::edit_remove, Group::edit, kNone, kNone},
    CommandInfo{Command::clear_selection, "clear_selection", Key::command_clear_selection, Group::edit, bare(Special::escape), kNone},
    CommandInfo{Command::edit_everything, "edit_everything", Key::edit_everything, Group::edit, ctrl('E'), kNone},
    CommandInfo{Command::add_record, "add_record", Key::record_add, Group::edit, kNone, kNone},
    CommandInfo{Command::remove_record, "remove_record", Key::record_remove, Group::edit, kNone, kNone},
    CommandInfo{Command::play_pause, "play_pause", Key::command_play, Group::time, bare(Special::space), kNone},
    CommandInfo{Command::first_day, "first_day", Key::command_first_day, Group::time, alt(Special::home), kNone},
    CommandInfo{Command::last_day, "last_day", Key::command_last_day, Group::time, alt(Special::end), kNone},
    CommandInfo{Command::stop_refining, "stop_refining", Key::command_stop, Group::time, kNone, kNone},
    CommandInfo{Command::begin_heavy, "begin_heavy", Key::command_begin_heavy, Group::time, kNone, kNone},
    CommandInfo{Command::leave_heavy, "leave_heavy", Key::command_leave_heavy, Group::time, kNone, kNone},
    CommandInfo{Command::find_drivers, "find_drivers", Key::command_drivers, Group::study, kNone, kNone},
    CommandInfo{Command::fit_assumptions, "fit_assumptions", Key::command_fit, Group::study, kNone, kNone},
    CommandInfo{Command::take_fit, "take_fit", Key::command_take_fit, Group::study, kNone, kNone},
    CommandInfo{Command::start_tour, "start_tour", Key::command_tour, Group::settings, kNone, kNone},
    CommandInfo{Command::switch_language, "switch_language", Key::command_language, Group::settings, kNone, kNone},
    CommandInfo{Command::switch_scheme, "switch_scheme", Key::command_theme, Group::settings, kNone, kNone},
    CommandInfo{Command::show_overview, "show_overview", Key::view_overview, Group::view, alt('1'), kNone},
    CommandInfo{Command::show_map, "show_map", Key::view_map, Group::view, alt('2'), kNone},
    CommandInfo{Command::show_cooperatives, "show_cooperatives", Key::view_cooperatives, Group::view, alt('3'), kNone},
    CommandInfo{Command::show_inspection, "show_inspection", Key::view_inspection, Group::view, alt('4'), kNone},
    CommandInfo{Command::show_measures, "show_measures", Key::view_measures, Group::view, alt('5'), kNone},
    CommandInfo{Command::show_batches, "show_batches", Key::view_batches, Group::view, alt('6'), kNone},
    CommandInfo{Command::show_results, "show_results", Key::view_results, Group::view, alt('7'), kNone},
    CommandInfo{Command::show_compare, "show_compare", Key::view_compare, Group::view, alt('8'), kNone},
    CommandInfo{Command::show_evidence, "show_evidence", Key::view_evidence, Group::view, alt('9'), kNone},
    CommandInfo{Command::show_report, "show_report", Key::view_report, Group::view, alt('0'), kNone},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kCommands.size(); ++i)
    if (static_cast<std::size_t>(kCommands[i].command) != i) return false;
  return true;
}
static_assert(in_order(), "the table follows the enumeration");
static_assert(kCommands.size() == static_cast<std::size_t>(Command::show_report) + 1, "every command is in the table");

std::string with_what(std::string_view word, const std::string& what) {
  return what.empty() ? std::string(word) : std::string(word) + " · " + what;
}

std::string key_text(Language language, const Shortcut& shortcut) {
  switch (shortcut.special) {
    case Special::none: return std::string(1, shortcut.character);
    case Special::space: return std::string(tr(language, Key::key_space));
    case Special::escape: return "Esc";
    case Special::home: return "Home";
    case Special::end: return "End";
  }
  return {};
}

}  // namespace

std::span<const CommandInfo> commands() { return kCommands; }

std::string_view name_of(Language language, Group group) {
  switch (group) {
    case Group::document: return tr(language, Key::group_document);
    case Group::edit: return tr(language, Key::group_edit);
    case Group::time: return tr(language, Key::group_time);
    case Group::study: return tr(language, Key::group_study);
    case Group::view: return tr(language, Key::group_view);
    case Group::settings: return tr(language, Key::group_settings);
  }
  return {};
}

std::string label_of(const Session& session, Command command) {
  const Language language = session.language();
  const std::string_view label = tr(language, info(command).label);
  switch (command) {
    case Command::undo: return with_what(label, session.history().undo_label());
    case Command::redo: return with_what(label, session.history().redo_label());
    case Command::play_pause: return std::string(session.is_playing() ? tr(language, Key::command_pause) : label);
    case Command::stop_refining: return std::string(session.is_stopped() ? tr(language, Key::command_resume) : label);
    default: return std::string(label);
  }
}

std::string shortcut_text(Language language, const Shortcut& shortcut, bool apple) {
  if (!shortcut) return {};
  std::string text;
  if (shortcut.alt) text += apple ? "⌥" : "Alt+";
  if (shortcut.ctrl && !apple) text += "Ctrl+";
  if (shortcut.shift) text += apple ? "⇧" : "Shift+";
  if (shortcut.ctrl && apple) text += "⌘";
  return text + key_text(language, shortcut);
}

}  // namespace zhengshe::app
