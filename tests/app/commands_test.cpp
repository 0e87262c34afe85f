#include "app/commands.h"

#include <set>

#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;
using app::Command;
using app::Language;

TEST_CASE("ids of commands differ, and no key does two things", "[app][commands]") {
  std::set<std::string_view> ids;
  std::set<std::string> keys;
  for (const app::CommandInfo& command : app::commands()) {
    INFO(command.id);
    CHECK(ids.insert(command.id).second);
    for (const app::Shortcut& shortcut : {command.shortcut, command.second})
      if (shortcut) CHECK(keys.insert(app::shortcut_text(Language::en, shortcut, false)).second);
  }
}

TEST_CASE("shortcuts are written as each system writes them", "[app][commands]") {
  const app::Shortcut redo = app::info(Command::redo).shortcut;
  CHECK(app::shortcut_text(Language::en, redo, false) == "Ctrl+Shift+Z");
  CHECK(app::shortcut_text(Language::en, redo, true) == "⇧⌘Z");
  CHECK(app::shortcut_text(Language::zh, app::info(Command::play_pause).shortcut, false) == "空格");
  CHECK(app::shortcut_text(Language::en, {}, false).empty());
}

TEST_CASE("undo says what it takes back, and play what it does now", "[app][commands]") {
  app::Session session = tests::kunming_session();
  CHECK(app::label_of(session, Command::undo) == "Undo");
  session.handle(app::Edits{{app::SetSeed{7}}});
  CHECK(app::label_of(session, Command::undo) == "Undo · Change the seed");
  session.handle(app::Run{Command::play_pause});
  CHECK(app::label_of(session, Command::play_pause) == "Pause");
}

TEST_CASE("every command may be given at any moment", "[app][commands]") {
  app::Session session = tests::kunming_session();
  for (int round = 0; round < 2; ++round)
    for (const app::CommandInfo& command : app::commands()) {
      INFO(command.id);
      session.handle(app::Run{command.command});
      CHECK(session.day() < session.result().days);
      CHECK((!session.plan_id() || session.plan() != nullptr));
    }
}

TEST_CASE("what is added is shown, and what is removed makes room", "[app][commands]") {
  app::Session session = tests::kunming_session();
  const model::PlanId first = session.plan_id();
  session.handle(app::Run{Command::duplicate_plan});
  CHECK(session.plan_id() != first);
  session.handle(app::Run{Command::remove_plan});
  CHECK(session.plan_id() == first);
  session.handle(app::Select{session.scenario().cooperatives[4].id});
  session.handle(app::Run{Command::duplicate_selected});
  CHECK(session.selected() == session.scenario().cooperatives.back().id);
  session.handle(app::Run{Command::remove_selected});
  CHECK_FALSE(session.selected());
  CHECK(session.scenario().cooperatives.size() == 167);
}
