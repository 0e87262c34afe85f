// Documents of the session: opened, recovered, restored, saved.
#include "app/session.h"
#include "io/scenario_json.h"
#include "io/share_link.h"

namespace zhengshe::app {

using model::first_plan;

model::Issues Session::open(const std::string& name, std::string_view bytes) { return take_read(name, io::read_scenario(bytes)); }

model::Issues Session::take_read(const std::string& name, io::ReadResult read) {
  if (!read.scenario) {
    refused_ = RefusedFile{name, read.issues};
    return read.issues;
  }
  heavy_.reset();
  if (const std::optional<model::Issue> held = hold_back(name, false, *read.scenario, first_plan(*read.scenario))) {
    if (!heavy_) refused_ = RefusedFile{name, {*held}};
    return read.issues;
  }
  adopt(History(std::move(*read.scenario)));
  tell_opened(name);
  return read.issues;
}

void Session::tell_opened(const std::string& name) {
  document_name_ = name;
  refused_.reset();
  notices_.push_back({model::Severity::notice, fill(tr(language_, Key::opened), {name})});
}

bool Session::recover(const KeptState& state, bool is_saved) {
  io::ReadResult read = io::read_scenario(state.text);
  if (!read.scenario || hold_back(state.step.file_name, false, *read.scenario, first_plan(*read.scenario))) return false;
  adopt(History(std::move(*read.scenario)));
  document_name_ = state.step.file_name;
  first_position_ = state.step.position;
  moved_ = state.step.moved;
  if (!is_saved) saved_version_.reset();
  return true;
}

void Session::recall(const std::vector<KeptState>& states) {
  const KeptHistory kept = kept_history(states);
  if (history_.size() > 1 || kept.states.empty() || states[kept.states[kept.present]].step.position != first_position_) return;
  std::vector<History::State> steps;
  for (std::size_t i = 0; i < kept.states.size(); ++i) {
    io::ReadResult read = io::read_scenario(states[kept.states[i]].text);
    if (!read.scenario) return;
    steps.push_back({std::move(*read.scenario), i == 0 ? std::string() : states[kept.states[i]].step.what});
  }
  if (steps[kept.present].scenario != scenario()) return;
  history_ = History(std::move(steps), kept.present);
  first_position_ -= kept.present;
  version_of_state_.clear();
  for (std::size_t i = 0; i < history_.size(); ++i) version_of_state_.push_back(i == kept.present ? version_ : next_version_++);
}

void Session::perform(const RestoreKept& restore) {
  if (!kept_ || restore.index >= kept_->size()) return;
  requests_.push_back(OpenKept{(*kept_)[restore.index]});
  kept_.reset();
}

void Session::restore(const KeptState& state) {
  io::ReadResult read = io::read_scenario(state.text);
  if (!read.scenario || *read.scenario == scenario()) return;
  propose(std::move(*read.scenario), std::string(tr(language_, Key::edit_restore)));
}

void Session::adopt(History history) {
  history_ = std::move(history);
  moved_ = false;
  ++document_;
  first_position_ = 0;
  version_ = next_version_++;
  version_of_state_ = {version_};
  saved_version_ = version_;
  plan_ = first_plan(history_.present());
  selected_ = {};
  playing_ = false;
  day_ = history_.present().calendar.horizon_days - 1;
  simulate();
}

void Session::perform(const OpenBytes& file) {
  if (!file.name.ends_with(".csv") && !file.name.ends_with(".CSV")) return static_cast<void>(open(file.name, file.bytes));
  import_ = read_table(file.name, file.bytes, scenario(), decode_);
  if (import_->table) return;
  refused_ = RefusedFile{file.name, std::move(import_->issues)};
  import_.reset();
}

void Session::perform(const OpenLink& link) {
  const std::size_t before = document_;
  take_read(std::string(tr(language_, Key::link)), io::read_link(link.link));
  if (document_ != before) document_name_ = "zhengshe.json";
  else if (heavy_) heavy_->name = "zhengshe.json";
}

void Session::perform(const Saved& saved) {
  const auto say = [this, &saved](model::Severity severity, Key key) {
    notices_.push_back({severity, fill(tr(language_, key), {saved.name})});
  };
  switch (saved.outcome) {
    case SaveOutcome::written: saved_version_ = saved.version; say(model::Severity::notice, Key::saved); break;
    case SaveOutcome::downloaded: saved_version_ = saved.version; say(model::Severity::notice, Key::downloaded); break;
    case SaveOutcome::failed: say(model::Severity::error, Key::save_failed); break;
    case SaveOutcome::cancelled: break;
  }
}

}  // namespace zhengshe::app
