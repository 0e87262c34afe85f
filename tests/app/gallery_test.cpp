// What comes with the program: every scenario with a lesson in both languages.
#include "app/gallery.h"

#include <set>

#include "app/form.h"
#include "app/html.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"
#include "support/assets.h"

using namespace zhengshe;
using test::asset;
using app::Language;

namespace {

template <class Wanted>
const Wanted* asked(const std::vector<app::Request>& requests) {
  return requests.size() == 1 ? std::get_if<Wanted>(&requests.front()) : nullptr;
}

}  // namespace

TEST_CASE("every bundled scenario is in the gallery, with question, tasks, outcome and sources in both languages", "[app][gallery]") {
  const std::vector<app::Example> examples = app::read_gallery(asset);
  std::set<std::string> files;
  for (const app::Example& example : examples) {
    INFO(example.file);
    CHECK(files.insert(example.file).second);
    CHECK(example.try_this.size() >= 2);
    CHECK(example.look_at.size() >= 2);
    CHECK_FALSE(example.scenario.sources.empty());
    std::vector<model::Text> texts{example.expected, example.scenario.title, example.scenario.question, example.scenario.description};
    texts.insert(texts.end(), example.try_this.begin(), example.try_this.end());
    texts.insert(texts.end(), example.look_at.begin(), example.look_at.end());
    for (const model::Text& text : texts) {
      CHECK_FALSE(text.en.empty());
      CHECK_FALSE(text.zh.empty());
      CHECK(text.en != text.zh);
    }
  }
  std::set<std::string> bundled;
  for (const std::string_view name : study::gallery()) bundled.insert(std::string(name) + ".json");
  CHECK(files == bundled);
}

TEST_CASE("the gallery leaves out what is missing or cannot be read", "[app][gallery]") {
  const auto damaged = [](std::string_view path) -> std::optional<std::string> {
    if (path == "scenarios/classroom-12.json") return std::nullopt;
    if (path == "scenarios/kunming-1957.json") return "{";
    return asset(path);
  };
  CHECK(app::read_gallery(damaged).size() == study::gallery().size() - 2);
  CHECK(app::read_gallery([](std::string_view) { return std::optional<std::string>(); }).empty());
}

TEST_CASE("an example is opened by its name, and its lesson is saved beside it", "[app][gallery]") {
  app::Session session = tests::kunming_session();
  session.handle(app::Run{app::Command::show_gallery});
  CHECK(asked<app::ListGallery>(session.take_requests()));
  session.handle(app::ShowGallery{app::read_gallery(asset)});
  REQUIRE(session.gallery());
  session.handle(app::SaveLesson{3});
  const std::vector<app::Request> lesson = session.take_requests();
  REQUIRE(asked<app::ExportFile>(lesson));
  CHECK(asked<app::ExportFile>(lesson)->name == "classroom-12-lesson.html");
  CHECK(session.gallery());
  session.handle(app::OpenExample{3});
  const std::vector<app::Request> open = session.take_requests();
  REQUIRE(asked<app::OpenAsset>(open));
  CHECK(asked<app::OpenAsset>(open)->file == "classroom-12.json");
  CHECK_FALSE(session.gallery());
  session.handle(app::OpenExample{3});
  CHECK(session.take_requests().empty());
}

TEST_CASE("a lesson sheet says in its language what to ask, try, look at and expect", "[app][gallery]") {
  const app::Example example = app::read_gallery(asset).front();
  for (const Language language : {Language::en, Language::zh}) {
    const std::string html = app::lesson_html(language, example);
    for (const model::Text* text : {&example.scenario.question, &example.try_this[0], &example.look_at[0], &example.expected, &example.scenario.sources[0].title})
      CHECK(html.find(app::escape_html(app::tr(language, *text))) != std::string::npos);
    CHECK(html.find(language == Language::zh ? "lang=\"zh-Hans\"" : "lang=\"en\"") != std::string::npos);
  }
}

TEST_CASE("where nothing can be drawn, an example is chosen from a field", "[app][gallery]") {
  app::Session session = tests::kunming_session();
  CHECK(app::fields(session).front().id == "plan");
  session.handle(app::ShowGallery{app::read_gallery(asset)});
  const app::Field field = app::fields(session).front();
  REQUIRE(field.id == "example");
  CHECK(field.choices.size() == study::gallery().size() + 1);
  CHECK_FALSE(app::enter(session, "example", "99"));
  const auto intent = app::enter(session, "example", "4");
  REQUIRE(intent);
  session.handle(*intent);
  const std::vector<app::Request> open = session.take_requests();
  REQUIRE(asked<app::OpenAsset>(open));
  CHECK(asked<app::OpenAsset>(open)->file == "classroom-12.json");
}
