#include "app/gallery.h"

#include "app/text_parts.h"
#include "io/json.h"
#include "io/scenario_json.h"

namespace zhengshe::app {
namespace {

model::Text text_of(io::json::Value value) {
  const auto part = [&](std::string_view key) {
    const io::json::Value words = value.find(key);
    return words.is(io::json::Kind::string) ? std::string(words.text()) : std::string();
  };
  return {part("en"), part("zh")};
}

std::vector<model::Text> texts_of(io::json::Value list) {
  std::vector<model::Text> texts;
  if (list)
    for (io::json::Value item = list.first(); item; item = item.next()) texts.push_back(text_of(item));
  return texts;
}

void write_items(Html& html, Language language, Key heading, const std::vector<model::Text>& texts) {
  std::vector<std::string> items;
  for (const model::Text& text : texts) items.emplace_back(tr(language, text));
  if (!items.empty()) html.leaf("h2", tr(language, heading));
  write_list(html, items);
}

}  // namespace

std::vector<Example> read_gallery(const std::function<std::optional<std::string>(std::string_view path)>& asset) {
  std::vector<Example> examples;
  model::Issues issues;
  const auto lessons = io::json::parse(asset(kLessonsAsset).value_or("{}"), issues);
  const io::json::Value list = lessons ? lessons->root().find("lessons") : io::json::Value();
  if (!list) return examples;
  for (io::json::Value lesson = list.first(); lesson; lesson = lesson.next()) {
    const std::string file = std::string(lesson.find("scenario").text()) + ".json";
    const auto text = asset(asset_of(file));
    if (!text) continue;
    io::ReadResult read = io::read_scenario(*text);
    if (!read.scenario) continue;
    examples.push_back({file, std::move(*read.scenario), texts_of(lesson.find("try")), texts_of(lesson.find("look")), text_of(lesson.find("expected"))});
  }
  return examples;
}

std::string contents_of(Language language, const model::Scenario& scenario) {
  std::string words;
  const auto add = [&](Key key, std::size_t count) {
    if (count == 0) return;
    if (!words.empty()) words += " · ";
    words += fill(tr(language, key), {format_number(static_cast<double>(count), 0)});
  };
  add(Key::count_cooperatives, scenario.cooperatives.size());
  add(Key::count_plans, scenario.plans.size());
  add(Key::count_claims, scenario.claims.size());
  return words;
}

std::string lesson_html(Language language, const Example& example) {
  const model::Scenario& scenario = example.scenario;
  return html_document(language, tr(language, scenario.title), [&](Html& html) {
    html.leaf("h1", tr(language, scenario.title));
    html.leaf("p", tr(language, scenario.question), {{"class", "question"}});
    html.leaf("p", tr(language, scenario.description));
    html.leaf("p", contents_of(language, scenario) + " · " + example.file);
    write_items(html, language, Key::lesson_try, example.try_this);
    write_items(html, language, Key::lesson_look, example.look_at);
    html.leaf("h2", tr(language, Key::lesson_notes));
    html.leaf("div", {}, {{"class", "notes"}});
    html.leaf("h2", tr(language, Key::lesson_expected));
    html.leaf("p", tr(language, example.expected));
    std::vector<model::Text> sources;
    for (const model::Source& source : scenario.sources) sources.push_back(source.title);
    write_items(html, language, Key::sources, sources);
  });
}

}  // namespace zhengshe::app
