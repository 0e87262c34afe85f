#include "app/history.h"

#include "catch_amalgamated.hpp"

using namespace zhengshe;

namespace {

model::Scenario titled(const char* title) {
  model::Scenario scenario = model::empty_scenario();
  scenario.title.en = title;
  return scenario;
}

}  // namespace

TEST_CASE("undo and redo walk through every state and stop at both ends", "[app][history]") {
  app::History history(titled("a"));
  history.push(titled("b"), "to b");
  history.push(titled("c"), "to c");
  CHECK(history.undo_label() == "to c");
  history.undo();
  CHECK(history.present().title.en == "b");
  CHECK(history.redo_label() == "to c");
  history.undo();
  history.undo();
  CHECK(history.present().title.en == "a");
  CHECK_FALSE(history.can_undo());
  history.redo();
  history.redo();
  history.redo();
  CHECK(history.present().title.en == "c");
}

TEST_CASE("an edit after undo discards the redo branch", "[app][history]") {
  app::History history(titled("a"));
  history.push(titled("b"), "to b");
  history.undo();
  history.push(titled("c"), "to c");
  CHECK_FALSE(history.can_redo());
  CHECK(history.size() == 2);
  history.undo();
  CHECK(history.present().title.en == "a");
}
