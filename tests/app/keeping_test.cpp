#include "app/keeping.h"

#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "io/scenario_json.h"

using namespace zhengshe;

namespace {

std::vector<app::KeptState> states(std::initializer_list<std::pair<char, std::size_t>> steps) {
  std::vector<app::KeptState> made;
  for (const auto& [kind, position] : steps) made.push_back({"d", static_cast<std::int64_t>(made.size()) + 1, "", {kind == 'm', position, "a.json", ""}, ""});
  return made;
}

// What a browser would keep of the session now.
app::KeptState kept(const app::Session& session, std::int64_t number) {
  return {"d", number, "", session.step(), io::write_scenario(session.scenario())};
}

}  // namespace

TEST_CASE("a step is written and read back, whatever its names hold", "[app][keeping]") {
  for (const app::Step& step : {app::Step{false, 0, "昆明 1957.json", ""}, app::Step{true, 12345, "", "Change\nthe deadline"}, app::Step{false, 3, " a b ", "m 3 x"}})
    CHECK(app::read_step(app::write_step(step)) == step);
}

TEST_CASE("a label that is not a step is told from one", "[app][keeping]") {
  for (const char* label : {"", "e", "e 3", "e 3 name", "x 3 name\n", "e x name\n", "e -1 name\n", "e 3\nname", "e 99999999999999999999999 a\n"})
    CHECK_FALSE(app::read_step(label).has_value());
}

TEST_CASE("the kept states give back the history with what was undone", "[app][keeping]") {
  using Indices = std::vector<std::size_t>;
  CHECK(app::kept_history({}).states.empty());

  const app::KeptHistory edited = app::kept_history(states({{'e', 0}, {'e', 1}, {'e', 2}}));
  CHECK(edited.states == Indices{0, 1, 2});
  CHECK(edited.present == 2);

  const app::KeptHistory undone = app::kept_history(states({{'e', 0}, {'e', 1}, {'e', 2}, {'m', 1}, {'m', 0}, {'m', 1}}));
  CHECK(undone.states == Indices{0, 1, 2});
  CHECK(undone.present == 1);

  const app::KeptHistory edited_again = app::kept_history(states({{'e', 0}, {'e', 1}, {'e', 2}, {'m', 1}, {'e', 2}}));
  CHECK(edited_again.states == Indices{0, 1, 4});
  CHECK(edited_again.present == 2);
}

TEST_CASE("a gap in the kept states ends the history there", "[app][keeping]") {
  const app::KeptHistory history = app::kept_history(states({{'e', 0}, {'e', 16}, {'e', 40}, {'e', 41}, {'m', 40}}));
  CHECK(history.states == std::vector<std::size_t>{2, 3});
  CHECK(history.present == 0);
}

TEST_CASE("a recovered session undoes and redoes what was done before", "[app][keeping][session]") {
  app::Session before = tests::kunming_session();
  std::vector<app::KeptState> store{kept(before, 1)};
  for (const int teams : {5, 6, 7}) {
    before.handle(app::Edits{{app::SetTeams{0, teams}}});
    store.push_back(kept(before, static_cast<std::int64_t>(store.size()) + 1));
  }
  before.handle(app::Run{app::Command::undo});
  store.push_back(kept(before, 5));

  app::Session after(model::empty_scenario(), "none", app::Language::en);
  REQUIRE(after.recover(store.back(), false));
  CHECK(after.scenario() == before.scenario());
  CHECK_FALSE(after.is_saved());
  CHECK(after.step().moved);  // kept again, it must not count as an edit, which ends what can be redone
  after.recall(store);
  CHECK(after.history().can_undo());
  CHECK(after.history().can_redo());
  CHECK(after.step().position == before.step().position);
  after.handle(app::Run{app::Command::redo});
  before.handle(app::Run{app::Command::redo});
  CHECK(after.scenario() == before.scenario());
  for (int i = 0; i < 3; ++i) after.handle(app::Run{app::Command::undo});
  CHECK(after.scenario() == study::kunming_1957());
  CHECK_FALSE(after.history().can_undo());
}

TEST_CASE("a kept state that is no scenario leaves the document alone", "[app][keeping][session]") {
  app::Session session = tests::kunming_session();
  CHECK_FALSE(session.recover({"d", 1, "", {}, "{"}, false));
  CHECK(session.scenario() == study::kunming_1957());
}
