#include "keeper.h"

#include <algorithm>

#include "io/packed_text.h"
#include "io/scenario_json.h"
#include "model/order.h"

namespace zhengshe {
namespace {

using app::Key;
using platform::Snapshot;

constexpr double kLongestLookMs = 1500;  // a storage that is slower than this is told to be silent
constexpr double kLongestWaitMs = 500;
constexpr int kMostUnderWay = 24;        // a disk that cannot follow even so gets only the newest state
constexpr std::size_t kMostBytes = 256u << 20, kMostRatio = 1032;  // of a kept document; the ratio is DEFLATE's own

// A browser puts large values aside in files of their own, which takes it long: packed ones it writes at once.
std::string packed(const model::Scenario& scenario) { return io::pack_text(io::write_scenario(scenario)); }

std::optional<app::KeptState> kept_state(const Snapshot& snapshot) {
  const std::optional<app::Step> step = app::read_step(snapshot.label);
  if (!step) return std::nullopt;
  io::Inflated text = io::unpack_text(snapshot.bytes, kMostBytes, kMostRatio);
  if (text.status != io::InflateStatus::fine) return std::nullopt;
  return app::KeptState{snapshot.document, snapshot.number, platform::time_text(snapshot.time_ms), *step, std::move(text.bytes)};
}

std::vector<app::KeptState> kept_states(const std::vector<Snapshot>& snapshots) {
  std::vector<app::KeptState> states;
  for (const Snapshot& snapshot : snapshots)
    if (std::optional<app::KeptState> state = kept_state(snapshot)) states.push_back(std::move(*state));
  return states;
}

std::string saved_mark(const std::string& document, std::int64_t number) { return document + ' ' + std::to_string(number); }

}  // namespace

// --- at the start ---

void Keeper::start() {
  look_until_ms_ = platform::now_ms() + kLongestLookMs;
  platform::read_store("", [this](platform::StoredDocuments found) { take_found(std::move(found)); });
  platform::wake_after_ms(kLongestLookMs);
}

bool Keeper::has_looked() {
  if (!has_looked_ && platform::now_ms() >= look_until_ms_) {
    has_looked_ = true;
    if (!has_answered_) warn(std::string(app::tr(session_.language(), Key::storage_silent)));
  }
  return has_looked_;
}

void Keeper::take_found(platform::StoredDocuments found) {
  has_answered_ = true;
  platform::forget_wake();
  const auto count = [this](Key key, int number) {
    if (number > 0) session_.say(model::Severity::warning, app::fill(app::tr(session_.language(), key), {std::to_string(number)}));
  };
  count(Key::storage_damaged, found.damaged);
  count(Key::storage_newer, found.newer);
  session_.warn_of_storage({});
  if (!found.reason.empty()) warn(found.reason);
  if (session_.document() != 0 || session_.version() != 0) has_looked_ = true;  // a person was faster
  else try_next(std::make_shared<std::vector<Snapshot>>(std::move(found.snapshots)), 0);
}

void Keeper::try_next(std::shared_ptr<std::vector<Snapshot>> snapshots, std::size_t index) {
  while (index < snapshots->size() && !kept_state((*snapshots)[index])) ++index;
  if (index >= snapshots->size()) {
    has_looked_ = true;
    return;
  }
  platform::hold_document((*snapshots)[index].document, [this, snapshots, index](bool held) {
    const std::size_t before = session_.document();
    go_on_with((*snapshots)[index], held);
    if (session_.document() == before) try_next(snapshots, index + 1);
    else has_looked_ = true;
  });
}

void Keeper::go_on_with(const Snapshot& snapshot, bool held) {
  const app::KeptState state = *kept_state(snapshot);
  const std::string mark = saved_mark(snapshot.document, snapshot.number);
  const bool is_saved = platform::load_setting("saved") == mark;
  if (!session_.recover(state, is_saved)) return;
  platform::set_save_target(0);
  session_document_ = session_.document();
  handed_version_ = session_.version();
  stored_version_.reset();
  document_.clear();
  if (!held) {
    stored_version_ = handed_version_;  // the other tab keeps it; a copy begins with its first edit
    session_.say(model::Severity::notice, std::string(app::tr(session_.language(), Key::open_elsewhere)));
    return;
  }
  document_ = snapshot.document;
  number_ = stored_ = parent_ = snapshot.number;
  if (is_saved) told_saved_ = mark;
  session_.say(model::Severity::notice, app::fill(app::tr(session_.language(), Key::recovered), {state.time}));
  recall(document_);
}

// What is on the disk may lack the state that was recovered: then it came from the exit.
void Keeper::recall(const std::string& document) {
  platform::read_store(document, [this, document, state = session_.document(), number = number_](platform::StoredDocuments found) {
    if (document != document_ || state != session_.document() || number != number_) return;
    std::vector<Snapshot>& snapshots = found.snapshots;
    model::sort_stably(snapshots, [](const Snapshot& a, const Snapshot& b) { return a.number < b.number; });
    const std::int64_t on_disk = snapshots.empty() ? 0 : snapshots.back().number;
    std::vector<app::KeptState> states = kept_states(snapshots);
    if (on_disk < number) {
      stored_ = parent_ = on_disk;
      states.push_back({document, number, "", session_.step(), io::write_scenario(session_.scenario())});
      handed_version_.reset();
    } else {
      stored_version_ = session_.version();
    }
    session_.recall(states);
  });
}

// --- while editing ---

// The document of the start is in the page itself until somebody changes it.
bool Keeper::is_worth_keeping() const { return session_.document() != 0 || session_.history().size() > 1; }

void Keeper::store_changes() {
  if (!has_looked_ || !is_worth_keeping()) return;
  if (session_.document() != session_document_) {
    session_document_ = session_.document();
    document_.clear();
    handed_version_.reset();
  }
  remember_saved();
  if (handed_version_ == session_.version() || under_way_ >= kMostUnderWay) return;
  store_present();
}

void Keeper::store_present() {
  const app::History& history = session_.history();
  if (document_.empty()) {
    document_ = platform::new_name();
    number_ = parent_ = stored_ = 0;
    platform::hold_document(document_, [](bool) {});
    const std::size_t first = history.position() - std::min<std::size_t>(history.position(), 19);
    for (std::size_t i = first; i < history.position(); ++i) store(history.states()[i].scenario, session_.step_at(i), session_.version());
  }
  handed_version_ = session_.version();
  store(session_.scenario(), session_.step(), session_.version());
}

bool Keeper::is_storing() const {
  if (under_way_ == 0) return false;
  const double left = handed_over_at_ms_ + kLongestWaitMs - platform::now_ms();
  if (left > 0) platform::wake_after_ms(left);
  return left > 0;
}

Snapshot Keeper::next_snapshot(const model::Scenario& scenario, const app::Step& step) const {
  return {document_, number_ + 1, parent_, platform::clock_ms(), app::write_step(step), packed(scenario)};
}

void Keeper::store(const model::Scenario& scenario, const app::Step& step, std::size_t version) {
  const Snapshot snapshot = next_snapshot(scenario, step);
  parent_ = number_ = snapshot.number;
  ++under_way_;
  handed_over_at_ms_ = platform::now_ms();
  platform::keep(snapshot, [this, document = document_, number = number_, version](const platform::KeepOutcome& outcome) {
    take_outcome(document, number, version, outcome);
  });
}

void Keeper::take_outcome(const std::string& document, std::int64_t number, std::size_t version, const platform::KeepOutcome& outcome) {
  --under_way_;
  if (document != document_) return;
  switch (outcome.result) {
    case platform::KeepResult::kept:
      stored_ = number;
      if (handed_version_ == version && number == number_) stored_version_ = version;
      session_.warn_of_storage({});
      break;
    case platform::KeepResult::refused:
      parent_ = stored_;  // the next state follows what is there
      warn(outcome.reason);
      break;
    case platform::KeepResult::moved_on:
      if (outcome.head == stored_) {  // not another page's: the state before this one was refused
        parent_ = stored_;
        handed_version_.reset();
        break;
      }
      document_.clear();
      handed_version_.reset();
      session_.say(model::Severity::warning, std::string(app::tr(session_.language(), Key::moved_on)));
      break;
  }
}

// A document that is in a file is not called unsaved after a reload.
void Keeper::remember_saved() {
  if (!session_.is_saved() || document_.empty() || handed_version_ != session_.version()) return;
  const std::string mark = saved_mark(document_, number_);
  if (mark != told_saved_) platform::store_setting("saved", told_saved_ = mark);
}

void Keeper::leave() {
  if (!has_looked_ || !is_worth_keeping() || stored_version_ == session_.version()) return;
  if (document_.empty()) document_ = platform::new_name();
  platform::keep_at_exit(next_snapshot(session_.scenario(), session_.step()));
}

void Keeper::warn(const std::string& reason) {
  session_.warn_of_storage(app::fill(app::tr(session_.language(), Key::storage_refused), {reason}));
}

// --- earlier states ---

void Keeper::list() {
  platform::read_store("", [this](platform::StoredDocuments found) {
    platform::read_store(document_.empty() ? "none" : document_, [this, all = std::move(found.snapshots)](platform::StoredDocuments own) mutable {
      // All states of this document, then the newest of every other.
      std::vector<Snapshot> shown = std::move(own.snapshots);
      std::vector<std::string> documents{document_};
      for (Snapshot& snapshot : all) {
        if (std::find(documents.begin(), documents.end(), snapshot.document) != documents.end()) continue;
        documents.push_back(snapshot.document);
        shown.push_back(std::move(snapshot));
      }
      session_.handle(app::ShowKept{kept_states(shown)});
    });
  });
}

void Keeper::open(const app::KeptState& state) {
  if (state.document == document_) return session_.restore(state);
  platform::hold_document(state.document, [this, state](bool held) {
    go_on_with({state.document, state.number, 0, platform::clock_ms(), app::write_step(state.step), io::pack_text(state.text)}, held);
  });
}

}  // namespace zhengshe
