// Keeps the session's document in the browser: every edit within a moment, what is left at the exit, and at the
// next start the document with its undo steps. Nothing another page has stored is ever overwritten.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "platform/platform.h"

namespace zhengshe {

/// Lives as long as the page: the answers of the browser's storage come back to it.
class Keeper {
 public:
  explicit Keeper(app::Session& session) : session_(session) {}

  /// Looks for the document that was edited last.
  void start();
  /// True once that is known, or the browser does not answer.
  bool has_looked();
  /// After each frame: stores what is new.
  void store_changes();
  /// States were handed over just now of which it is not known yet whether they are stored. A storage that takes
  /// longer than a moment is not waited for.
  bool is_storing() const;
  /// The page is hidden or ends.
  void leave();
  /// Hands the session a list of what is kept, to choose from.
  void list();
  /// Goes on with a state of this document, or with another document.
  void open(const app::KeptState& state);

 private:
  void take_found(platform::StoredDocuments found);
  void try_next(std::shared_ptr<std::vector<platform::Snapshot>> snapshots, std::size_t index);
  void go_on_with(const platform::Snapshot& snapshot, bool held);
  void recall(const std::string& document);
  bool is_worth_keeping() const;
  void store_present();
  void store(const model::Scenario& scenario, const app::Step& step, std::size_t version);
  void take_outcome(const std::string& document, std::int64_t number, std::size_t version, const platform::KeepOutcome& outcome);
  void remember_saved();
  void warn(const std::string& reason);
  platform::Snapshot next_snapshot(const model::Scenario& scenario, const app::Step& step) const;

  app::Session& session_;
  bool has_looked_ = false, has_answered_ = false;
  double look_until_ms_ = 0;
  std::string document_;              ///< the name under which it is kept; empty until there is something to keep
  std::size_t session_document_ = 0;  ///< of which session_.document() all this is
  std::int64_t number_ = 0;           ///< of the last state handed over
  std::int64_t parent_ = 0;           ///< of the state the next one follows
  std::int64_t stored_ = 0;           ///< of the last state that is on the disk
  double handed_over_at_ms_ = 0;
  int under_way_ = 0;                 ///< states handed over whose outcome is not known yet
  std::optional<std::size_t> handed_version_, stored_version_;  ///< of the session
  std::string told_saved_;
};

}  // namespace zhengshe
