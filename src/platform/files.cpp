// Files, links and what else comes from or goes to the world outside the page.
#include <cstdlib>

#include <emscripten.h>

#include "platform/page.h"

namespace zhengshe::platform {
namespace {

// Text the page's scripts allocate is handed over with its ownership; null = there is none.
std::optional<std::string> take(char* text) {
  if (!text) return std::nullopt;
  std::string copy(text);
  std::free(text);
  return copy;
}

// The number under which the page answers.
int expect_answer(std::function<void(SaveResult)> done) {
  Saves& saves = page().saves;
  saves.waiting.add(++saves.last_request, std::move(done));
  return saves.last_request;
}

}  // namespace

std::vector<Arrival> take_arrivals() { return std::exchange(page().arrivals, {}); }
void open_file_picker(std::string_view accepted_extensions) { page_pick_file(std::string(accepted_extensions).c_str()); }

void save_file(std::string_view file_name, std::string_view bytes, bool ask, std::function<void(SaveResult)> done) {
  page_save_file(expect_answer(std::move(done)), std::string(file_name).c_str(), bytes.data(), static_cast<int>(bytes.size()), ask);
}

void save_picture(std::string_view file_name, std::string_view svg, int width, int height, std::function<void(SaveResult)> done) {
  page_save_picture(expect_answer(std::move(done)), std::string(file_name).c_str(), std::string(svg).c_str(), width, height);
}

std::optional<std::string> asset(std::string_view path) {
  int size = 0;
  char* bytes = page_asset(std::string(path).c_str(), &size);
  if (!bytes) return std::nullopt;
  std::string copy(bytes, static_cast<std::size_t>(size));
  std::free(bytes);
  return copy;
}

std::optional<std::string> decode(const std::string& label, const std::string& bytes) {
  return take(page_decode(label.c_str(), bytes.data(), static_cast<int>(bytes.size())));
}

void set_save_target(int file) { page_set_save_target(file); }
std::string address() { return take(page_address()).value_or(""); }
std::string time_text(std::int64_t time_ms) { return take(page_time_text(static_cast<double>(time_ms))).value_or(""); }
std::string new_name() { return take(page_new_name()).value_or(""); }
std::string fragment() { return take(page_fragment()).value_or(""); }
void set_fragment(std::string_view text) { page_set_fragment(std::string(text).c_str()); }
void set_title(std::string_view title) { page_set_title(std::string(title).c_str()); }

std::vector<std::string> preferred_languages() {
  std::vector<std::string> tags;
  const std::string joined = take(page_languages()).value_or("");
  for (std::size_t begin = 0; begin < joined.size();) {
    const std::size_t end = std::min(joined.find(',', begin), joined.size());
    tags.push_back(joined.substr(begin, end - begin));
    begin = end + 1;
  }
  return tags;
}

void set_language(std::string_view tag) { page_set_language(std::string(tag).c_str()); }
bool prefers_dark() { return page_media_matches("(prefers-color-scheme: dark)"); }
bool prefers_reduced_motion() { return page_media_matches("(prefers-reduced-motion: reduce)"); }

std::optional<std::string> load_setting(std::string_view key) { return take(page_load_setting(std::string(key).c_str())); }
bool store_setting(std::string_view key, std::string_view value) {
  return page_store_setting(std::string(key).c_str(), std::string(value).c_str());
}

}  // namespace zhengshe::platform

using namespace zhengshe::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE char* zhengshe_make_room(int size) {
  page().arriving.resize(static_cast<std::size_t>(size));
  return page().arriving.data();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_arrived(int kind, const char* name, double size, int file) {
  page().arrivals.push_back({static_cast<Arrival::Kind>(kind), name, std::exchange(page().arriving, {}), static_cast<std::uint64_t>(size), file});
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_saved(int request, int result) {
  if (const auto done = page().saves.waiting.take(request)) (*done)(static_cast<SaveResult>(result));
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_surroundings_changed() { request_frames(); }

}  // extern "C"
