// The gallery: the scenarios that come with the program, what each one asks, and a lesson to go with it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/translate.h"
#include "model/scenario.h"

namespace zhengshe::app {

struct Example {
  std::string file;  // its name, with ".json"
  model::Scenario scenario;
  std::vector<model::Text> try_this;
  std::vector<model::Text> look_at;
  model::Text expected;
};

inline constexpr std::string_view kLessonsAsset = "lessons.json";

/// The path of an example among what comes with the program.
inline std::string asset_of(std::string_view file) { return std::string("scenarios/").append(file); }

/// All examples in the order of the lessons. `asset` gives the text at a path, or nothing; an example whose scenario
/// is missing or cannot be read is left out.
std::vector<Example> read_gallery(const std::function<std::optional<std::string>(std::string_view path)>& asset);

/// "167 cooperatives · 3 plans · 13 claims", by what there is.
std::string contents_of(Language language, const model::Scenario& scenario);

/// A sheet to print: question, what it is about, what to try and to look at, room for notes, what to expect, sources.
/// A whole HTML document.
std::string lesson_html(Language language, const Example& example);

}  // namespace zhengshe::app
