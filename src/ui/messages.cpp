// What the program has to say: why a file was refused, and passing notices.
#include <string>
#include <vector>

#include "ui/dialogue.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace zhengshe::ui {
namespace {

using app::Command;
using app::Key;

// The problems of a refused file, in the middle of the screen until they are put away.
void draw_refused(const Look& look, const app::Session& session, app::Intents& intents) {
  const app::RefusedFile& refused = *session.refused();
  const Dialogue dialogue(look, app::fill(app::tr(session.language(), Key::problems_heading), {refused.name}), "problems", {150, 110});
  paragraph(look, TextStyle::body, look->muted, app::tr(session.language(), Key::problems_kept));
  rule(look);
  if (ImGui::BeginChild("list", {0, -look.space(12)}, ImGuiChildFlags_NavFlattened))
    for (const model::Issue& issue : refused.issues) draw_issue(look, session, issue);
  ImGui::EndChild();
  ImGui::Dummy({1, look.space(0.5f)});
  if (button(look, std::string(app::tr(session.language(), Key::close)).c_str(), ButtonKind::primary) || ImGui::IsKeyPressed(ImGuiKey_Escape))
    intents.add(app::DismissProblems{});
}

// What would take very long: whether it is meant, and then how far it is.
void draw_heavy(const Look& look, const app::Session& session, app::Intents& intents) {
  const app::Language language = session.language();
  const app::HeavyWork& heavy = *session.heavy();
  const Dialogue dialogue(look, app::fill(app::tr(language, Key::heavy_heading), {heavy.name}), "heavy", {150, 70});
  paragraph(look, TextStyle::body, look->muted, app::tr(language, Key::heavy_kept));
  rule(look);
  paragraph(look, TextStyle::body, look->ink, app::tr(language, heavy.estimate));
  if (heavy.run) paragraph(look, TextStyle::strong, look->ink, app::fill(app::tr(language, Key::heavy_progress), {std::to_string(heavy.run->done()), std::to_string(heavy.run->days())}));
  ImGui::Dummy({1, look.space(1)});
  const std::string leave(app::tr(language, Key::command_leave_heavy)), begin(app::tr(language, Key::command_begin_heavy));
  if (button(look, leave.c_str(), ButtonKind::primary) || ImGui::IsKeyPressed(ImGuiKey_Escape)) intents.run(Command::leave_heavy);
  ImGui::SameLine(0, look.space(2));
  if (!heavy.run && button(look, begin.c_str())) intents.run(Command::begin_heavy);
}

}  // namespace

void draw_issue(const Look& look, const app::Session& session, const model::Issue& issue) {
  const bool is_error = issue.severity == model::Severity::error;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_icon(*ImGui::GetWindowDrawList(), Icon::warning, {at.x + look.space(2), at.y + look.size(TextStyle::body) / 2}, look.space(4),
            is_error ? look->accent : look->warning);
  ImGui::Indent(look.space(7));
  paragraph(look, TextStyle::body, look->ink, app::tr(session.language(), issue.message));
  std::string place = issue.path;
  if (issue.line > 0)
    place = app::fill(app::tr(session.language(), Key::problem_place), {std::to_string(issue.line), std::to_string(issue.column)}) +
            (place.empty() ? "" : " · " + place);
  if (!place.empty()) paragraph(look, TextStyle::small, look->muted, place);
  ImGui::Unindent(look.space(7));
  ImGui::Dummy({1, look.space(1)});
}

void draw_messages(const Look& look, const app::Session& session, EditorPanel& editor, app::Intents& intents) {
  if (session.heavy()) draw_heavy(look, session, intents);
  else if (session.refused()) draw_refused(look, session, intents);
  else if (session.kept()) draw_kept(look, session, intents);
  else if (session.gallery()) draw_gallery(look, session, intents);
  else if (session.import()) draw_import(look, session, intents);
  else if (session.editing()) draw_editor(look, session, editor, intents);
  std::vector<Toast> shown;
  const std::vector<app::Notice>& notices = session.notices();
  constexpr std::size_t kMost = 3;
  const std::size_t first = notices.size() > kMost ? notices.size() - kMost : 0;
  for (std::size_t i = first; i < notices.size(); ++i) shown.push_back({notices[i].text, notices[i].severity != model::Severity::notice, ""});
  // What cannot be kept is said until it can.
  const std::string save(app::tr(session.language(), Key::command_save));
  const int lasting = static_cast<int>(shown.size());
  if (!session.storage_warning().empty()) shown.push_back({session.storage_warning(), true, save.c_str()});
  const std::string close(app::tr(session.language(), Key::close));
  const ToastResult result = toasts(look, shown, ImGui::GetIO().DisplaySize.y - look.space(36), close.c_str());
  if (result.event == ToastEvent::action && result.toast == lasting) intents.run(Command::save_file);
  if (result.event == ToastEvent::dismissed && result.toast != lasting) intents.add(app::DismissNotice{first + static_cast<std::size_t>(result.toast)});
}

}  // namespace zhengshe::ui
