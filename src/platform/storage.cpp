// Documents kept in this browser. The page's script moves bytes; what they mean is settled here.

#include <emscripten.h>

#include "platform/page.h"
#include "platform/record.h"

namespace zhengshe::platform {
namespace {

// Newest first; of the same time, as they come.
void add_found(StoredDocuments& found, std::string_view bytes) {
  DecodedRecord record = decode_record(bytes);
  if (record.fault == RecordFault::damaged) ++found.damaged;
  else if (record.fault == RecordFault::newer) ++found.newer;
  if (record.fault != RecordFault::none) return;
  auto place = found.snapshots.begin();
  while (place != found.snapshots.end() && place->time_ms >= record.snapshot.time_ms) ++place;
  found.snapshots.insert(place, std::move(record.snapshot));
}

}  // namespace

void keep(const Snapshot& snapshot, std::function<void(KeepOutcome)> done) {
  Store& store = page().store;
  const int request = ++store.last_request;
  store.writing.add(request, std::move(done));
  const std::string record = encode_record(snapshot);
  page_store_put(request, snapshot.document.c_str(), static_cast<double>(snapshot.number), static_cast<double>(snapshot.parent),
                 record.data(), static_cast<int>(record.size()));
}

bool keep_at_exit(const Snapshot& snapshot) {
  const std::string record = encode_record(snapshot);
  return page_store_journal(snapshot.document.c_str(), static_cast<double>(snapshot.number), record.data(), static_cast<int>(record.size()));
}

void read_store(std::string_view document, std::function<void(StoredDocuments)> done) {
  Store& store = page().store;
  const int request = ++store.last_request;
  store.reading.add(request, {{}, std::move(done)});
  page_store_read(request, std::string(document).c_str());
}

void hold_document(std::string_view document, std::function<void(bool held)> done) {
  Store& store = page().store;
  const int request = ++store.last_request;
  store.holding.add(request, std::move(done));
  page_store_hold(request, std::string(document).c_str());
}

}  // namespace zhengshe::platform

using namespace zhengshe::platform;

extern "C" {

EMSCRIPTEN_KEEPALIVE void zhengshe_store_written(int request, int written, double head, const char* reason) {
  const auto done = page().store.writing.take(request);
  if (!done) return;
  KeepOutcome outcome;
  outcome.reason = reason;
  outcome.head = static_cast<std::int64_t>(head);
  if (!outcome.reason.empty()) outcome.result = KeepResult::refused;
  else if (!written) outcome.result = KeepResult::moved_on;
  (*done)(outcome);
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_store_found(int request, const char* bytes, int size) {
  if (Store::Read* read = page().store.reading.find(request)) add_found(read->found, std::string_view(bytes, static_cast<std::size_t>(size)));
}

EMSCRIPTEN_KEEPALIVE void zhengshe_store_read(int request, const char* reason) {
  auto read = page().store.reading.take(request);
  if (!read) return;
  StoredDocuments& found = read->found;
  found.reason = reason;
  read->done(std::move(found));
  request_frames();
}

EMSCRIPTEN_KEEPALIVE void zhengshe_store_held(int request, int held) {
  const auto done = page().store.holding.take(request);
  if (!done) return;
  (*done)(held);
  request_frames();
}

}  // extern "C"
