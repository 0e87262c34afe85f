// Work beside the page: requests out, answers back, each known by its number.
#include <cstdlib>
#include <cstring>

#include <emscripten.h>

#include "platform/page.h"

namespace zhengshe::platform {

int worker_count() { return page_worker_count(); }

void submit_work(std::string_view request, std::function<void(std::string_view answer)> done) {
  Work& work = page().work;
  const int id = ++work.last_id;
  work.waiting.add(id, std::move(done));
  page_submit_work(id, request.data(), static_cast<int>(request.size()));
}

void cancel_work() {
  page().work.waiting.clear();
  page_cancel_work();
}

int work_waiting() { return static_cast<int>(page().work.waiting.size()); }

}  // namespace zhengshe::platform

using namespace zhengshe::platform;

extern "C" {

// In a worker there is no page: nothing here may look for one.
EMSCRIPTEN_KEEPALIVE char* zhengshe_work(const char* bytes, int size, int* answer_size) {
  const std::string answer = work(std::string_view(bytes, static_cast<std::size_t>(size)));
  *answer_size = static_cast<int>(answer.size());
  auto* copy = static_cast<char*>(std::malloc(answer.size() + 1));
  std::memcpy(copy, answer.data(), answer.size());
  return copy;
}

EMSCRIPTEN_KEEPALIVE void zhengshe_work_done(int id, const char* bytes, int size) {
  const auto done = page().work.waiting.take(id);
  if (!done) return;  // cancelled while its answer was on the way
  (*done)(std::string_view(bytes, static_cast<std::size_t>(size)));
}

}  // extern "C"
