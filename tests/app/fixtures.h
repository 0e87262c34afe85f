// What several tests of sessions begin with and look for.
#pragma once

#include <string_view>

#include "app/edit.h"
#include "app/session.h"
#include "catch_amalgamated.hpp"
#include "model/validate.h"
#include "study/gallery_worlds.h"
#include "study/kunming.h"

namespace zhengshe::tests {

// A session on Kunming 1957, as the page opens it.
inline app::Session kunming_session(app::Language language = app::Language::en) {
  return app::Session(study::kunming_1957(), "kunming-1957.json", language);
}

// Kunming with only the first dozen of its cooperatives: plans, batches, claims and sources as in the whole, and soon run.
inline model::Scenario dozen_of_kunming() {
  model::Scenario scenario = study::kunming_1957();
  for (std::size_t i = scenario.cooperatives.size(); i-- > 12;) {
    app::EditResult result = app::apply(scenario, app::RemoveCooperative{scenario.cooperatives[i].id});
    if (auto* without = std::get_if<model::Scenario>(&result)) scenario = std::move(*without);
  }
  return scenario;
}

// The smallest of the bundled scenarios.
inline model::Scenario small() { return *study::gallery_scenario("classroom-12"); }

// Refines until nothing more is to be refined.
inline void finish(app::Session& session) {
  while (session.is_refining()) session.refine(1000);
}

// What a valid edit leaves, which is valid too.
inline model::Scenario applied(const model::Scenario& scenario, const app::Edit& edit) {
  app::EditResult result = app::apply(scenario, edit);
  REQUIRE(std::holds_alternative<model::Scenario>(result));
  const model::Scenario after = std::get<model::Scenario>(result);
  CHECK_FALSE(model::has_errors(model::validate(after)));
  return after;
}

// How often the text holds the other.
inline std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace zhengshe::tests
