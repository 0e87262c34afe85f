// The editing session: one document, its history, its results, and where the person is looking. Panels read
// it; only handle() changes it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/drivers.h"
#include "app/fitting.h"
#include "app/heavy.h"
#include "app/history.h"
#include "app/import.h"
#include "app/intents.h"
#include "app/keeping.h"
#include "app/planning.h"
#include "app/refinement.h"
#include "io/scenario_json.h"
#include "model/issue.h"
#include "model/work.h"
#include "sim/run.h"

namespace zhengshe::app {

// Something the environment or the program has to say.
struct Notice {
  model::Severity severity = model::Severity::notice;
  std::string text;
};

// Problems of a file that was refused; the open document is as it was.
struct RefusedFile {
  std::string name;
  model::Issues issues;
};

// What main asks of the page on the session's behalf.
struct PickFile {};
struct SaveFile {
  std::string name;
  std::string bytes;
  std::size_t version = 0;
};
// A file beside the document: a report, a table.
struct ExportFile {
  std::string name;
  std::string bytes;
};
// The same of a picture that is to be drawn first, in pixels of the screen.
struct ExportPicture {
  std::string name;
  std::string svg;
  int width = 0, height = 0;
};
struct CopyText {
  std::string text;
};
struct CopyLink {
  std::string link;  // the fragment, with #
};
struct ListKept {};
struct OpenKept {
  KeptState state;
};
struct ListGallery {};
// A file that comes with the program, opened as any other.
struct OpenAsset {
  std::string file;
};
// What is saved next goes into a file of its own.
struct ForgetFile {};
using Request = std::variant<PickFile, ForgetFile, ListGallery, OpenAsset, SaveFile, ExportFile, ExportPicture, CopyText, CopyLink, ListKept, OpenKept>;

class Session {
 public:
  // Opens on the scenario, with its first plan (left alone where there is none) and already simulated.
  Session(model::Scenario scenario, std::string document_name, Language language);

  // --- the document ---
  const model::Scenario& scenario() const { return history_.present(); }
  const History& history() const { return history_; }
  const std::string& document_name() const { return document_name_; }
  bool is_saved() const { return saved_version_ == std::optional(version_); }
  std::size_t version() const { return version_; }
  // Counts the documents that were opened; the one at the start is 0.
  std::size_t document() const { return document_; }
  // The present state as a step of the document's history, whose positions hold over reloads.
  Step step() const { return step_at(history_.position()); }
  // The same of a state of history().
  Step step_at(std::size_t position) const {
    return {moved_ && position == history_.position(), first_position_ + position, document_name_, history_.states()[position].label};
  }

  // --- what the browser keeps ---
  // Goes on with a state that was kept. False, and nothing changes, where it is not a scenario.
  bool recover(const KeptState& state, bool is_saved);
  // The steps before and after it, from all kept states of the document by number; nothing after an edit.
  void recall(const std::vector<KeptState>& states);
  // Takes an earlier state of this document as an edit.
  void restore(const KeptState& state);
  // The states that are shown to choose from, newest first.
  const std::optional<std::vector<KeptState>>& kept() const { return kept_; }
  // Why nothing is kept; empty where all is well.
  const std::string& storage_warning() const { return storage_warning_; }
  void warn_of_storage(std::string words) { storage_warning_ = std::move(words); }
  void say(model::Severity severity, std::string words) { notices_.push_back({severity, std::move(words)}); }

  // --- results ---
  // Of the centre run under the shown plan; always of the present document. Of a large portfolio the days of single
  // cooperatives are not kept (views/cooperative_series.h).
  const sim::RunResult& result() const { return result_; }
  double result_ms() const { return result_ms_; }

  // Bands and probabilities from replications, and the reported outcomes held against them. They come bit by
  // bit as refine() is called; claims only once somebody looks at them (wants_claims).
  const Refinement& bands() const { return bands_; }
  const Refinement& claims() const { return claims_; }
  bool wants_claims() const;
  // The plan that the shown one is compared with, and the replications of any plan but the shown one, made while
  // plans are compared: the same luck, so pairs can be compared. Null where there is no such plan.
  model::PlanId other_plan_id() const { return other_plan_; }
  const Refinement* rival(model::PlanId plan) const;
  // What was asked about the assumptions.
  const Drivers& drivers() const { return drivers_; }
  const Fitting& fitting() const { return fitting_; }
  // Planning under way, and what the last one made of the shown plan, as long as the plan is as it was made.
  const Planning& planning() const { return planning_; }
  const MadePlan* made_plan() const;
  bool can_plan() const;
  bool is_refining() const;
  // Something was stopped and can be resumed.
  bool is_stopped() const;
  // Changes whenever there is something new in the results.
  std::size_t stamp() const { return stamp_; }

  model::PlanId plan_id() const { return plan_; }
  const model::Plan* plan() const { return model::find_plan(scenario(), plan_); }

  // --- where the person is ---
  int day() const { return day_; }
  bool is_playing() const { return playing_; }
  View view() const { return view_; }
  Language language() const { return language_; }
  Scheme scheme() const { return scheme_; }
  model::CooperativeId selected() const { return selected_; }
  const std::vector<Notice>& notices() const { return notices_; }
  const std::optional<RefusedFile>& refused() const { return refused_; }
  // What would take very long, while it is asked about or simulated.
  const HeavyWork* heavy() const { return heavy_.get(); }
  // The examples to choose from, while they are shown.
  const std::optional<std::vector<Example>>& gallery() const { return gallery_; }

  // The table that is being imported, while it is shown.
  const std::optional<TableImport>& import() const { return import_; }
  // Where the editor of everything is, while it is open.
  const std::optional<Editing>& editing() const { return editing_; }
  // Something stands over everything and takes the keys first.
  bool is_asking() const { return heavy_ || refused_ || kept_ || gallery_ || import_ || tour_ || editing_; }
  // The step of the tour that is shown (app/tour.h).
  std::optional<int> tour() const { return tour_; }
  // The tour was taken or put away once.
  bool knows_tour() const { return knows_tour_; }
  void remember_tour() { knows_tour_ = true; }

  bool can(Command command) const;

  void handle(const Intent& intent);

  // Lets time pass: moves play on. True if something changed on the screen.
  bool advance(double elapsed_ms);

  // Plans or runs replications for about so long, at least a step where any is wanted. True if there is something to show.
  bool refine(double budget_ms);
  // Is there something for refine()? Helpers may have the rest of it in hand.
  bool can_refine() { return is_simulating() || planning_.is_running() || next_work() != nullptr; }

  // Somebody who looks at the batches may be about to ask for a plan: begins with it for about so long, behind all that
  // refine() does.
  void prepare(double budget_ms);
  // Is there something for prepare()? Not where it takes more than a moment.
  bool can_prepare() const;

  // Says that helpers beside the page do the work: more replications are made then.
  void employ_helpers();
  // Work for a helper, where there is any that nobody does yet, and no plan is being made or prepared; its answer goes to accept().
  struct HelperTask {
    Work* of;
    Task task;
  };
  std::optional<HelperTask> hand_out();
  // True if there is something to show.
  bool accept(const HelperTask& given, std::string_view answer);

  // Steps (model/work.h) above which a person is asked before anything is simulated.
  void ask_above(std::uint64_t steps) { most_steps_ = steps; }

  // A clock for result_ms and refine, since app has none of its own.
  void set_clock(double (*now_ms)()) { now_ms_ = now_ms; }

  // Where to read the merging of 1956, which a claim about the merging is held against.
  void set_merging(std::function<model::Scenario()> read);

  // What reads tables of other encodings than UTF-8, since app has no tables of characters of its own.
  void set_decoder(Decode decode) { decode_ = std::move(decode); }

  // What to ask of the page, oldest first; empties the list.
  std::vector<Request> take_requests() { return std::exchange(requests_, {}); }

  // Opens canonical or foreign text; the issues it has. With errors nothing changes.
  model::Issues open(const std::string& name, std::string_view bytes);

  void set_scheme(Scheme scheme) { scheme_ = scheme; }
  void set_system_dark(bool dark) { system_dark_ = dark; }
  bool is_dark() const { return scheme_ == Scheme::dark || (scheme_ == Scheme::system && system_dark_); }

 private:
  void push(model::Scenario staged, std::string label);
  void perform(const Edits& edits);
  void perform(const Run& run);
  void perform(const Select& select);
  void perform(const SetDay& set);
  void perform(const ShowPlan& show);
  void perform(const MakePlan& make);
  void perform(const CompareWith& compare);
  void perform(const AskDrivers& ask);
  void perform(const ExportChart& wanted);
  void perform(const OpenBytes& open);
  void perform(const OpenTooLarge& file) { take_read(file.name, io::too_large_to_read(file.bytes)); }
  void perform(const OpenLink& open);
  void perform(const Saved& saved);
  void perform(const ShowKept& show) { kept_ = show.states; }
  void perform(const RestoreKept& restore);
  void perform(const CloseKept&) { kept_.reset(); }
  void perform(const ShowGallery& show) { gallery_ = show.examples; }
  void perform(const OpenExample& open);
  void perform(const SaveLesson& save);
  void perform(const CloseGallery&) { gallery_.reset(); }
  void perform(const ShowTour& show);
  void perform(const GiveField& give);
  void perform(const ReadAs& as);
  void perform(const TakeImport&);
  void perform(const CloseImport&) { import_.reset(); }
  void perform(const EditRecord& edit);
  void perform(const CloseEditor&) { editing_.reset(); }
  void add_record();
  void remove_record();
  void perform(const DismissProblems&);
  void perform(const DismissNotice& dismiss);
  void show_what_came(model::PlanId plan, std::size_t cooperatives_before);
  static sim::RunOptions centre_run(const model::Scenario& scenario, model::PlanId plan);
  void simulate();
  // Nothing where the work is little. Else the issue: held back to be asked about (much_work), or out of the question.
  void propose(model::Scenario staged, std::string label);
  std::optional<model::Issue> hold_back(const std::string& name, bool is_edit, model::Scenario& staged, model::PlanId plan);
  void begin_heavy();
  bool step_heavy();
  bool is_simulating() const { return heavy_ && heavy_->run; }
  model::PlanId plan_after(const model::Scenario& staged) const;
  void tell_opened(const std::string& name);
  // What is to be done, the most urgent first.
  template <class Wanted, class Self>
  static std::vector<Wanted*> works_of(Self& self);
  Work* next_work();
  void stop_or_resume();
  void restart_rivals();
  void refine_comparison();
  void take_plan(MadePlan made);
  bool tells_progress(double now_ms);
  std::string export_name() const;
  void adopt(History history);
  model::Issues take_read(const std::string& name, io::ReadResult read);

  History history_;
  std::string document_name_;
  std::size_t document_ = 0;
  std::size_t first_position_ = 0;
  bool moved_ = false;  // to the present state by undo or redo
  std::size_t version_ = 0;
  std::size_t next_version_ = 1;
  std::vector<std::size_t> version_of_state_{0};
  std::optional<std::size_t> saved_version_ = 0;
  sim::RunResult result_;
  std::optional<sim::RunResult> simulated_;  // of the scenario that comes next
  std::unique_ptr<HeavyWork> heavy_;
  std::uint64_t most_steps_ = model::kMostStepsOfPage;
  double result_ms_ = 0;
  Planning planning_;
  double progress_told_ms_ = -1e300;
  std::optional<MadePlan> made_plan_;
  bool helped_ = false;
  Refinement bands_{Purpose::bands, 200};
  Refinement claims_{Purpose::claims, 200};
  std::map<model::PlanId, Refinement> rivals_;  // tasks point to them: they stay where they are, also of plans that are gone
  Drivers drivers_;
  Fitting fitting_;
  model::PlanId other_plan_;
  std::size_t stamp_ = 0;
  model::PlanId plan_;
  int day_ = 0;
  double play_remainder_ = 0;
  bool playing_ = false;
  View view_ = View::overview;
  Language language_;
  Scheme scheme_ = Scheme::system;
  bool system_dark_ = false;
  model::CooperativeId selected_;
  std::vector<Notice> notices_;
  std::string storage_warning_;
  std::optional<std::vector<KeptState>> kept_;
  std::optional<RefusedFile> refused_;
  std::optional<std::vector<Example>> gallery_;
  std::optional<TableImport> import_;
  std::optional<Editing> editing_;
  std::optional<int> tour_;
  bool knows_tour_ = false;
  std::vector<Request> requests_;
  double (*now_ms_)() = nullptr;
  Decode decode_;
};

}  // namespace zhengshe::app
