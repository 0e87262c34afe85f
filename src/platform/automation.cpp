// What window.zhengshe answers. Text goes out through Page::answer, which lives until the next one.
#include <emscripten.h>

#include "platform/page.h"

using namespace zhengshe::platform;

namespace {

const char* answer(std::string text) {
  page().answer = std::move(text);
  return page().answer.c_str();
}

const char* answer_from(const std::function<std::string()>& source) { return answer(source ? source() : ""); }

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* zhengshe_items() {
  lay_out_frame(true);
  return answer(to_json(page().items.items()));
}

EMSCRIPTEN_KEEPALIVE const char* zhengshe_scenario() { return answer_from(page().application.automation.scenario); }
EMSCRIPTEN_KEEPALIVE const char* zhengshe_hash() { return answer_from(page().application.automation.hash); }
EMSCRIPTEN_KEEPALIVE const char* zhengshe_metrics() { return answer_from(page().application.automation.metrics); }

EMSCRIPTEN_KEEPALIVE const char* zhengshe_open(const char* bytes, int size) {
  const auto& open = page().application.automation.open;
  request_frames();
  return answer(open ? open(std::string_view(bytes, static_cast<std::size_t>(size))) : "[]");
}

EMSCRIPTEN_KEEPALIVE double zhengshe_frames() { return static_cast<double>(frames_drawn()); }

EMSCRIPTEN_KEEPALIVE int zhengshe_busy() {
  const auto& busy = page().application.automation.busy;
  return busy && busy();
}

}  // extern "C"
