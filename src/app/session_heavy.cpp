// What the session does with work that is too much to be done without a question.

#include "app/session.h"

namespace zhengshe::app {
namespace {

// A change that makes nothing longer needs no second question.
bool is_longer(const model::Scenario& staged, const model::Scenario& present) { return model::steps_of(staged) > model::steps_of(present); }

model::Issue too_much_memory(std::uint64_t bytes) {
  const std::string number = std::to_string(bytes >> 30);
  return {model::Severity::error, "too_much_memory", "/calendar/horizonDays", 0, 0,
          {"Simulating this takes about " + number + " GB of memory, more than a page has; take fewer cooperatives or days, or the command line.",
           "模拟约需" + number + " GB内存，网页无法提供；请减少合作社或天数，或使用命令行程序。"}};
}

}  // namespace

std::optional<model::Issue> Session::hold_back(const std::string& name, bool is_edit, model::Scenario& staged, model::PlanId plan) {
  const std::optional<model::Issue> work = model::much_work(staged, 1, most_steps_);
  if (!work || (is_edit && !is_longer(staged, scenario()))) return std::nullopt;
  if (const std::uint64_t bytes = model::memory_of(staged); bytes > model::kMostMemoryOfPage) return too_much_memory(bytes);
  refused_.reset();
  heavy_ = std::make_unique<HeavyWork>();
  heavy_->name = name;
  heavy_->is_edit = is_edit;
  heavy_->scenario = std::move(staged);
  heavy_->plan = plan;
  heavy_->estimate = work->message;
  return work;
}

// Takes an edit, or asks first where it would make the simulation very long.
void Session::propose(model::Scenario staged, std::string label) {
  const std::optional<model::Issue> held = hold_back(label, true, staged, plan_after(staged));
  if (!held) push(std::move(staged), std::move(label));
  else if (!heavy_) say(model::Severity::warning, fill(tr(language_, Key::edit_refused), {tr(language_, held->message)}));
}

void Session::begin_heavy() {
  heavy_->run = std::make_unique<sim::LongRun>(heavy_->scenario, centre_run(heavy_->scenario, heavy_->plan));
}

bool Session::step_heavy() {
  sim::LongRun& run = *heavy_->run;
  if (!run.is_done()) {
    run.step();
    return true;
  }
  simulated_ = run.finish();
  const std::unique_ptr<HeavyWork> done = std::move(heavy_);
  if (done->is_edit) {
    push(std::move(done->scenario), done->name);
  } else {
    adopt(History(std::move(done->scenario)));
    tell_opened(done->name);
    requests_.push_back(ForgetFile{});
  }
  return true;
}

}  // namespace zhengshe::app
