// What the session computes bit by bit: which work there is, what of it is urgent, who does it.
#include <algorithm>

#include "app/session.h"

namespace zhengshe::app {
namespace {

constexpr int kReplications = 200;         // by this thread
constexpr int kHelpedReplications = 1000;
constexpr int kRankingReplications = 256;  // of plans that are only ranked
constexpr double kProgressEveryMs = 60;    // that of planning
constexpr std::uint64_t kMostStepsPrepared = 150'000;  // days of cooperatives: each of the runs takes a few milliseconds

}  // namespace

void Session::restart_rivals() {
  for (auto& [plan, bands] : rivals_)
    if (plan == plan_ || model::find_plan(scenario(), plan) == nullptr) bands.restart({}, model::kLeftAlone);
  for (const model::Plan& plan : scenario().plans) {
    if (plan.id == plan_) continue;
    Refinement& bands = rivals_.try_emplace(plan.id, Purpose::bands, kReplications).first->second;
    bands.set_count(!helped_ ? kReplications : plan.id == other_plan_ ? kHelpedReplications : kRankingReplications);
    bands.restart(scenario(), plan.id);
  }
}

const Refinement* Session::rival(model::PlanId plan) const {
  const auto found = rivals_.find(plan);
  return found == rivals_.end() || plan == plan_ ? nullptr : &found->second;
}

// What is looked at comes first; what was asked goes on behind.
template <class Wanted, class Self>
std::vector<Wanted*> Session::works_of(Self& self) {
  std::vector<Wanted*> works;
  const bool evidence = self.view_ == View::evidence || self.view_ == View::report;
  if (evidence) works = {&self.drivers_, &self.fitting_, &self.claims_};
  works.push_back(&self.bands_);
  if (self.view_ == View::compare) {
    if (const auto other = self.rivals_.find(self.other_plan_); other != self.rivals_.end()) works.push_back(&other->second);
    for (auto& [plan, bands] : self.rivals_)
      if (plan != self.other_plan_) works.push_back(&bands);
  }
  if (!evidence && self.wants_claims()) works.push_back(&self.claims_);
  if (!evidence) works.insert(works.end(), {&self.drivers_, &self.fitting_});
  return works;
}

bool Session::is_refining() const {
  const auto works = works_of<const Work>(*this);
  return is_simulating() || planning_.is_running() || std::any_of(works.begin(), works.end(), [](const Work* work) { return !work->is_done(); });
}

bool Session::is_stopped() const {
  const auto works = works_of<const Work>(*this);
  return !is_refining() && std::any_of(works.begin(), works.end(), [](const Work* work) { return work->is_stopped(); });
}

void Session::stop_or_resume() {
  if (is_simulating()) return heavy_.reset();
  const bool resumes = is_stopped();
  // What a plan that is kept is worth with other luck is still to be computed.
  if (std::optional<MadePlan> made = planning_.stop()) return take_plan(std::move(*made));
  for (Work* work : works_of<Work>(*this))
    if (resumes) work->resume(); else work->stop();
}

// A first picture of the bands before all else.
Work* Session::next_work() {
  if (bands_.has_step(true)) return &bands_;
  for (Work* work : works_of<Work>(*this))
    if (work->has_step(helped_)) return work;
  return nullptr;
}

void Session::employ_helpers() {
  helped_ = true;
  bands_.set_count(kHelpedReplications);
  bands_.restart(scenario(), plan_);
  restart_rivals();
}

// What is known of a plan that is about to be replaced can wait: on a machine of few processors helpers would take the
// planning's.
std::optional<Session::HelperTask> Session::hand_out() {
  if (planning_.is_running() || can_prepare()) return std::nullopt;
  for (Work* work : works_of<Work>(*this))
    if (auto task = work->hand_out()) return HelperTask{work, std::move(*task)};
  return std::nullopt;
}

bool Session::accept(const HelperTask& given, std::string_view answer) {
  const bool changed = given.of->accept(given.task.stand, answer);
  stamp_ += changed ? 1 : 0;
  return changed;
}

// The plan that is compared gets as many replications as the shown one.
void Session::refine_comparison() {
  const auto other = rivals_.find(other_plan_);
  if (!helped_ || other == rivals_.end()) return;
  other->second.set_count(kHelpedReplications);
  other->second.restart(scenario(), other_plan_);
}

// A frame for every few milliseconds of planning would take longer than the planning.
bool Session::tells_progress(double now_ms) {
  if (now_ms_ != nullptr && now_ms - progress_told_ms_ < kProgressEveryMs) return false;
  progress_told_ms_ = now_ms;
  return true;
}

// A plan that has just been made is there already.
bool Session::can_prepare() const {
  return view_ == View::batches && can_plan() && made_plan() == nullptr && !planning_.is_running() && !planning_.is_prepared() &&
         model::steps_of(scenario()) <= kMostStepsPrepared;
}

void Session::prepare(double budget_ms) {
  const double start = now_ms_ != nullptr ? now_ms_() : 0;
  while (can_prepare()) {
    planning_.prepare(scenario(), plan_);
    if (now_ms_ == nullptr || now_ms_() - start >= budget_ms) return;
  }
}

bool Session::refine(double budget_ms) {
  const double start = now_ms_ != nullptr ? now_ms_() : 0;
  bool changed = false;
  do {
    if (is_simulating()) {
      changed = step_heavy();
      continue;
    }
    if (planning_.is_running()) {
      std::optional<MadePlan> made = planning_.step();
      changed = made || tells_progress(start) || changed;
      if (made) take_plan(std::move(*made));
      continue;
    }
    Work* next = next_work();
    if (next == nullptr) break;
    changed = next->step() || changed;
  } while (now_ms_ != nullptr && now_ms_() - start < budget_ms);
  stamp_ += changed ? 1 : 0;
  return changed;
}

}  // namespace zhengshe::app
