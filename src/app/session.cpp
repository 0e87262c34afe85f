#include "app/session.h"

#include <algorithm>

#include "app/exports.h"
#include "app/records.h"
#include "app/text_view.h"
#include "app/tour.h"
#include "io/scenario_json.h"
#include "io/share_link.h"

namespace zhengshe::app {
namespace {

constexpr double kDaysPerSecond = 24;  // of play: a year in about a quarter of a minute
// Cooperatives × days of which every day is kept: up to some hundred megabytes. Of more there are the months.
constexpr double kMostTraced = 5e5;

}  // namespace

Session::Session(model::Scenario scenario, std::string document_name, Language language)
    : history_(std::move(scenario)), document_name_(std::move(document_name)), plan_(model::first_plan(history_.present())), language_(language) {
  simulate();
  day_ = result_.days - 1;
}

void Session::set_merging(std::function<model::Scenario()> read) {
  claims_.set_merging(std::move(read));
  claims_.restart(scenario(), plan_);
}

sim::RunOptions Session::centre_run(const model::Scenario& scenario, model::PlanId plan) {
  sim::RunOptions options;
  options.plan = plan;
  options.seed = scenario.seed;
  options.trace_cooperatives = cooperative_days(scenario) <= kMostTraced;
  return options;
}

void Session::simulate() {
  planning_.cancel();  // of what was before
  heavy_.reset();
  const double start = now_ms_ != nullptr ? now_ms_() : 0;
  result_ = simulated_ ? std::move(*simulated_) : sim::run(scenario(), centre_run(scenario(), plan_));
  simulated_.reset();
  result_ms_ = now_ms_ != nullptr ? now_ms_() - start : 0;
  day_ = std::clamp(day_, 0, std::max(0, result_.days - 1));
  if (model::index_of(scenario(), selected_) < 0) selected_ = {};
  if (other_plan_ && model::find_plan(scenario(), other_plan_) == nullptr) other_plan_ = model::kLeftAlone;
  bands_.restart(scenario(), plan_);
  claims_.restart(scenario(), plan_);
  restart_rivals();
  drivers_.clear();
  fitting_.clear();
  ++stamp_;
}

bool Session::wants_claims() const {
  if (view_ == View::evidence || view_ == View::report) return true;
  const auto about_selected = [this](const model::Claim& claim) {
    return std::find(claim.cooperatives.begin(), claim.cooperatives.end(), selected_) != claim.cooperatives.end();
  };
  return selected_ && std::any_of(scenario().claims.begin(), scenario().claims.end(), about_selected);
}

bool Session::can_plan() const {
  return plan() != nullptr && std::any_of(plan()->batches.begin(), plan()->batches.end(), [](const model::Batch& batch) { return !batch.cooperatives.empty(); });
}

void Session::perform(const MakePlan& make) {
  if (can_plan()) planning_.start(scenario(), plan_, make.strategy);
}

void Session::take_plan(MadePlan made) {
  model::Scenario staged = scenario();
  staged.plans[static_cast<std::size_t>(model::index_of(staged, made.plan.id))] = made.plan;
  made_plan_ = std::move(made);
  if (!(staged == scenario())) push(std::move(staged), std::string(tr(language_, Key::edit_make_plan)));
  ++stamp_;
}

const MadePlan* Session::made_plan() const {
  return made_plan_ && plan() != nullptr && *plan() == made_plan_->plan ? &*made_plan_ : nullptr;
}

// The document's name without its ending.
std::string Session::export_name() const { return document_name_.substr(0, document_name_.rfind('.')); }

void Session::handle(const Intent& intent) {
  std::visit([this](const auto& what) { perform(what); }, intent);
}

bool Session::can(Command command) const {
  switch (command) {
    case Command::undo: return history_.can_undo();
    case Command::redo: return history_.can_redo();
    case Command::clear_selection:
    case Command::duplicate_selected:
    case Command::remove_selected: return static_cast<bool>(selected_);
    case Command::duplicate_plan:
    case Command::remove_plan: return plan() != nullptr;
    case Command::stop_refining: return is_refining() || is_stopped();
    case Command::begin_heavy: return heavy_ && !heavy_->run;
    case Command::leave_heavy: return heavy_ != nullptr;
    case Command::find_drivers: return plan() != nullptr;
    case Command::fit_assumptions: return plan() != nullptr && !study::targets_of(scenario()).empty();
    case Command::take_fit: return fitting_.fit() && !fitting_.fit()->assumptions.empty();
    case Command::add_record: return editing_ && adding(*this, editing_->part).has_value();
    case Command::remove_record: {
      const std::optional<Editing> edited = edited_record(*this);
      return edited && removing(*this, *edited).has_value();
    }
    default: return true;
  }
}

bool Session::advance(double elapsed_ms) {
  if (!playing_) return false;
  play_remainder_ += elapsed_ms * kDaysPerSecond / 1000;
  const int days = static_cast<int>(play_remainder_);
  play_remainder_ -= days;
  day_ = std::min(day_ + days, result_.days - 1);
  if (day_ == result_.days - 1) playing_ = false;
  return days > 0;
}

void Session::perform(const Edits& edits) {
  EditResult result = app::apply(scenario(), edits.edits);
  if (const auto* issues = std::get_if<model::Issues>(&result)) {
    notices_.push_back({model::Severity::warning, fill(tr(language_, Key::edit_refused), {tr(language_, issues->front().message)})});
    return;
  }
  model::Scenario& staged = std::get<model::Scenario>(result);
  if (edits.edits.empty() || staged == scenario()) return;
  propose(std::move(staged), edits.edits.front().label(language_));
}

void Session::push(model::Scenario staged, std::string label) {
  const model::PlanId plan = plan_after(staged);
  const std::size_t cooperatives = scenario().cooperatives.size();
  history_.push(std::move(staged), std::move(label));
  moved_ = false;
  version_of_state_.resize(history_.position());
  version_of_state_.push_back(next_version_);
  version_ = next_version_++;
  show_what_came(plan, cooperatives);
  simulate();
}

// A person who adds something wants to see it; what is shown and gone makes room.
model::PlanId Session::plan_after(const model::Scenario& staged) const {
  const auto newest_plan = std::max_element(staged.plans.begin(), staged.plans.end(),
                                            [](const model::Plan& a, const model::Plan& b) { return a.id < b.id; });
  if (staged.plans.size() > scenario().plans.size()) return newest_plan->id;
  return plan_ && model::find_plan(staged, plan_) == nullptr ? model::first_plan(staged) : plan_;
}

void Session::show_what_came(model::PlanId plan, std::size_t cooperatives_before) {
  plan_ = plan;
  if (scenario().cooperatives.size() > cooperatives_before) selected_ = scenario().cooperatives.back().id;
}

void Session::perform(const Run& run) {
  if (!can(run.command)) return;
  switch (run.command) {
    case Command::open_file: requests_.push_back(PickFile{}); break;
    case Command::save_file: requests_.push_back(SaveFile{document_name_, io::write_scenario(scenario()), version_}); break;
    case Command::export_report: requests_.push_back(ExportFile{export_name() + ".html", report_html(*this)}); break;
    case Command::export_table: requests_.push_back(ExportFile{export_name() + ".csv", table_csv(*this)}); break;
    case Command::share_link: {
      const std::string link = io::write_link(scenario());
      const bool readable = link.size() <= io::kMaxLinkCharacters;
      if (readable) requests_.push_back(CopyLink{link});
      const Key words = !readable ? Key::link_too_long : link.size() > io::kComfortableLinkCharacters ? Key::link_long : Key::link_copied;
      say(readable ? model::Severity::notice : model::Severity::warning, fill(tr(language_, words), {format_number(static_cast<double>(link.size()), 0)}));
      break;
    }
    case Command::show_gallery: requests_.push_back(ListGallery{}); break;
    case Command::show_kept: requests_.push_back(ListKept{}); break;
    case Command::undo:
    case Command::redo:
      if (run.command == Command::undo) history_.undo(); else history_.redo();
      version_ = version_of_state_[history_.position()];
      moved_ = true;
      if (plan_ && plan() == nullptr) plan_ = model::first_plan(scenario());
      simulate();
      break;
    case Command::play_pause:
      playing_ = !playing_;
      play_remainder_ = 0;
      if (playing_ && day_ == result_.days - 1) day_ = 0;
      break;
    case Command::first_day: day_ = 0; break;
    case Command::last_day: day_ = result_.days - 1; break;
    case Command::start_tour: perform(ShowTour{0}); break;
    case Command::switch_language: language_ = language_ == Language::en ? Language::zh : Language::en; break;
    case Command::switch_scheme: scheme_ = is_dark() ? Scheme::light : Scheme::dark; break;
    case Command::clear_selection: selected_ = {}; break;
    case Command::stop_refining: stop_or_resume(); break;
    case Command::begin_heavy: begin_heavy(); break;
    case Command::leave_heavy: heavy_.reset(); break;
    case Command::find_drivers:
      view_ = View::evidence;
      perform(AskDrivers{});
      break;
    case Command::fit_assumptions:
      view_ = View::evidence;
      fitting_.start(scenario(), plan_);
      ++stamp_;
      break;
    case Command::take_fit: push(study::with_fit(scenario(), *fitting_.fit()), std::string(tr(language_, Key::edit_take_fit))); break;
    case Command::edit_everything: perform(EditRecord{editing_.value_or(Editing{})}); break;
    case Command::add_record: add_record(); break;
    case Command::remove_record: remove_record(); break;
    case Command::duplicate_plan: perform(Edits{{DuplicatePlan{plan_}}}); break;
    case Command::remove_plan: perform(Edits{{RemovePlan{plan_}}}); break;
    case Command::duplicate_selected: perform(Edits{{DuplicateCooperative{selected_}}}); break;
    case Command::remove_selected: perform(Edits{{RemoveCooperative{selected_}}}); break;
    default: view_ = static_cast<View>(static_cast<int>(run.command) - static_cast<int>(Command::show_overview)); break;
  }
}

void Session::perform(const Select& select) {
  selected_ = model::index_of(scenario(), select.cooperative) < 0 ? model::CooperativeId{} : select.cooperative;
}

void Session::perform(const SetDay& set) {
  day_ = std::clamp(set.day, 0, std::max(0, result_.days - 1));
  playing_ = false;
}

void Session::perform(const ShowPlan& show) {
  if (show.plan && model::find_plan(scenario(), show.plan) == nullptr) return;
  plan_ = show.plan;
  simulate();
}

void Session::perform(const CompareWith& compare) {
  if (compare.plan == other_plan_ || (compare.plan && model::find_plan(scenario(), compare.plan) == nullptr)) return;
  other_plan_ = compare.plan;
  refine_comparison();
  ++stamp_;
}

void Session::perform(const AskDrivers& ask) {
  if (drivers_.metric() == ask.metric || plan() == nullptr) return;
  drivers_.ask(scenario(), plan_, ask.metric);
  ++stamp_;
}

void Session::perform(const ExportChart& wanted) {
  requests_.push_back(chart_request(wanted, export_name()));
  if (wanted.format == ChartFormat::copied) say(model::Severity::notice, fill(tr(language_, Key::chart_copied), {wanted.chart.title}));
}

void Session::perform(const GiveField& give) {
  if (import_) give_field(*import_, give.column, give.field, scenario());
}

void Session::perform(const ReadAs& as) {
  if (import_) read_as(*import_, as.reading, scenario());
}

// The document may have changed since the table was read.
void Session::perform(const TakeImport&) {
  if (!import_) return;
  stage(*import_, scenario());
  if (!import_->staged) return;
  model::Scenario staged = std::move(*import_->staged);
  const std::string label = fill(tr(language_, Key::import_heading), {import_->name});
  import_.reset();
  if (staged != scenario()) propose(std::move(staged), label);
}

void Session::perform(const ShowTour& show) {
  knows_tour_ = true;
  tour_.reset();
  if (show.step < 0 || show.step >= static_cast<int>(kTour.size())) return;
  tour_ = show.step;
  view_ = kTour[static_cast<std::size_t>(show.step)].view;
}

void Session::perform(const OpenExample& open) {
  if (!gallery_ || open.index >= gallery_->size()) return;
  requests_.push_back(OpenAsset{(*gallery_)[open.index].file});
  gallery_.reset();
}

void Session::perform(const SaveLesson& save) {
  if (!gallery_ || save.index >= gallery_->size()) return;
  const Example& example = (*gallery_)[save.index];
  requests_.push_back(ExportFile{example.file.substr(0, example.file.rfind('.')) + "-lesson.html", lesson_html(language_, example)});
}

void Session::perform(const DismissProblems&) { refused_.reset(); }

void Session::perform(const DismissNotice& dismiss) {
  if (dismiss.index < notices_.size()) notices_.erase(notices_.begin() + static_cast<std::ptrdiff_t>(dismiss.index));
}

}  // namespace zhengshe::app
