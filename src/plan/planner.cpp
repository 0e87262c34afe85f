#include "plan/planner.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/order.h"
#include "plan/strategy.h"

namespace zhengshe::plan {
namespace {

// Schedules that are tried, each with a larger reserve.
constexpr int kMostDrafts = 4;

// For each place, in widest ranges: more than any change of weeks and measures is worth, so that as many as possible are placed.
constexpr double kReward = 2;

}  // namespace

Planner::Planner(const model::Scenario& scenario, model::PlanId plan, PlanOptions options)
    : scenario_(scenario), options_(options), plan_(plan), tabulator_(scenario, plan) {}

void Planner::prepare() {
  if (schedule_ == nullptr) lay_out();
  else if (!is_prepared()) solver_->step();
}

void Planner::lay_out() {
  if (tabulator_.step()) return;
  if (rehearsed_) begin(0);
  else rehearse();
}

bool Planner::step() {
  if (done_) return false;
  if (schedule_ == nullptr) {
    lay_out();
    return true;
  }
  if (partial_solver_ != nullptr) {
    done_ = !partial_solver_->step();
  } else if (solver_ == nullptr || !solver_->step()) {
    if (!draft_ && solver_->unplaced() > 0) prove();
    else done_ = settle();
  }
  return !done_;
}

// Lets teams work through a simple order, to see how much faster they get from week to week.
void Planner::rehearse() {
  rehearsed_ = true;
  const Schedule draft = schedule_of(scenario_, table(), {});
  const Choices choices = list_schedule(draft, table(), order_of(scenario_, table(), Strategy::worst_first, options_.seed));
  std::vector<int> sets;
  for (const int option : choices) sets.push_back(option == kUnplaced ? 0 : draft.slots[at(option)].set);
  tabulator_.learn(run_of(draft, choices), sets);
}

void Planner::begin(int reserve_days) {
  reserve_days_ = reserve_days;
  solver_ = nullptr;  // refers to the schedule
  Relief relief;
  relief.reserve_days = reserve_days;
  schedule_ = std::make_unique<Schedule>(schedule_of(scenario_, table(), relief));
  if (is_optimal() || !draft_) solver_ = std::make_unique<Solver>(schedule_->assignment, options_.effort, options_.seed);
}

// Everybody had a place, or had one before the reserve. True: there is nothing more to try.
bool Planner::settle() {
  Choices choices = is_optimal() ? solver_->choices() : ordered();
  const bool all = unplaced(schedule_->assignment, choices) == 0;
  if (draft_ && !all) return true;
  if (!draft_) bound_ = solver_->bound();
  const int late = all ? days_late(run_of(*schedule_, choices)) : 0;
  if (!draft_ || late < draft_->days_late)
    draft_ = Draft{std::move(schedule_), std::move(choices), solver_ != nullptr ? solver_->prices() : draft_->prices, reserve_days_, late};
  if (late <= 0 || ++drafts_ == kMostDrafts) return true;
  begin(reserve_days_ + late);
  return false;
}

// Not everybody has a place: shows that it cannot be helped, if so, and plans for as many as possible.
void Planner::prove() {
  proven_ = proves_too_little(schedule_->assignment);
  reward_ = kReward * widest_range(schedule_->assignment);
  partial_ = std::make_unique<Assignment>(schedule_->assignment.rewarded(reward_));
  partial_solver_ = std::make_unique<Solver>(*partial_, options_.effort, options_.seed);
}

// The schedule filled in the order of a simple strategy, of which a solver tells only bound and prices.
Choices Planner::ordered() const {
  return list_schedule(*schedule_, table(), order_of(scenario_, table(), options_.strategy, options_.seed));
}

sim::RunResult Planner::run_of(const Schedule& schedule, const Choices& choices) const {
  const std::vector<double> free(at(schedule.assignment.resources()));
  sim::RunOptions options;
  options.plan = plan_;
  return sim::run(with_only(scenario_, applied(*model::find_plan(scenario_, plan_), explain(scenario_, table(), schedule, choices, free))), options);
}

// By which the last is done after the deadline, of those whose place is the planner's to choose.
int Planner::days_late(const sim::RunResult& run) const {
  int late = std::numeric_limits<int>::min();
  const std::vector<const sim::Passage*> passages = passages_of(table(), run);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (passages[i] == nullptr || table().rows[i].pinned_week >= 0) continue;
    const int done = passages[i]->done_day >= 0 ? passages[i]->done_day : scenario_.calendar.horizon_days;
    late = std::max(late, done - table().deadline_day);
  }
  return late;
}

double Planner::progress() const {
  if (done_) return 1;
  if (schedule_ == nullptr) return 0.4 * tabulator_.progress();
  if (partial_solver_ != nullptr) return 0.7 + 0.3 * partial_solver_->progress();
  return draft_ ? 0.7 + 0.3 * (drafts_ - 1 + (solver_ != nullptr ? solver_->progress() : 0)) / (kMostDrafts - 1) : 0.4 + 0.3 * solver_->progress();
}

std::optional<Planner::Standing> Planner::standing() const {
  if (solver_ == nullptr || !is_optimal()) return std::nullopt;
  if (draft_) return Standing{value_of(draft_->schedule->assignment, draft_->choices), bound_};
  if (solver_->unplaced() > 0) return std::nullopt;
  return Standing{solver_->value(), solver_->bound()};
}

Outcome Planner::outcome() const {
  Outcome outcome;
  if (draft_) {
    outcome = explain(scenario_, table(), *draft_->schedule, draft_->choices, draft_->prices);
    outcome.reserve_days = draft_->reserve_days;
    outcome.days_late = draft_->days_late;
    outcome.bound = bound_;
  } else {
    const Solver& solver = partial_solver_ != nullptr ? *partial_solver_ : *solver_;
    outcome = explain(scenario_, table(), *schedule_, is_optimal() ? solver.choices() : ordered(), solver.prices());
    outcome.bound = solver.bound() - reward_ * static_cast<double>(outcome.placements.size());
  }
  outcome.proven_too_little = proven_;
  outcome.gap = (outcome.bound - outcome.value) / std::max(std::abs(outcome.bound), 1e-9);
  return outcome;
}

Outcome plan_to_the_end(Planner& planner) {
  while (planner.step()) {
  }
  return planner.outcome();
}

Cures cures_for(const model::Scenario& scenario, const Table& table) {
  const auto remaining = [&](const Relief& relief) {
    const Schedule schedule = schedule_of(scenario, table, relief);
    Solver solver(schedule.assignment, 1);
    while (solver.unplaced() > 0 && solver.step()) {
    }
    return solver.unplaced();
  };
  Cures cures;
  cures.remaining = remaining({});
  if (cures.remaining == 0) return cures;
  cures.batch_sizes = remaining({0, 0, true}) == 0;
  const int more_weeks = static_cast<int>(table.weeks.size()) - table.plan_weeks;
  for (int weeks = 1; weeks <= more_weeks && !cures.weeks; ++weeks)
    if (remaining({0, weeks, false}) == 0) cures.weeks = weeks;
  // The least number of teams, by halving, once a number is known that does.
  int enough = 1;
  while (enough < 3 * static_cast<int>(table.rows.size()) && remaining({enough, 0, false}) > 0) enough *= 2;
  if (remaining({enough, 0, false}) > 0) return cures;
  int too_few = enough / 2;
  while (enough - too_few > 1) {
    const int middle = (enough + too_few) / 2;
    (remaining({middle, 0, false}) == 0 ? enough : too_few) = middle;
  }
  cures.teams = enough;
  return cures;
}

namespace {

// Pinned ones stay in their batch; the others follow in order of start, then those that remain, each in the first batch
// with a place. Whoever starts before a batch may finds a place in an earlier one, since no more than those have start
// before it.
void fill_batches(model::Plan& plan, const std::vector<const Placement*>& order, const std::vector<model::CooperativeId>& remaining) {
  std::vector<std::size_t> size;
  const std::vector<std::uint32_t> by_start =
      model::order_of(plan.batches.size(), [&](std::uint32_t a, std::uint32_t b) { return plan.batches[a].earliest_start < plan.batches[b].earliest_start; });
  for (model::Batch& batch : plan.batches) {
    size.push_back(batch.cooperatives.size());
    std::erase_if(batch.cooperatives, [&](model::CooperativeId id) {
      return std::none_of(order.begin(), order.end(), [id](const Placement* placement) { return placement->cooperative == id && placement->pinned; });
    });
  }
  const auto seat = [&](model::CooperativeId id) {
    for (const std::size_t i : by_start) {
      if (plan.batches[i].cooperatives.size() >= size[i]) continue;
      plan.batches[i].cooperatives.push_back(id);
      return;
    }
  };
  for (const Placement* placement : order)
    if (!placement->pinned) seat(placement->cooperative);
  for (const model::CooperativeId id : remaining) seat(id);
}

}  // namespace

model::Plan applied(const model::Plan& plan, const Outcome& outcome) {
  model::Plan made = plan;
  std::vector<const Placement*> order;
  for (const Placement& placement : outcome.placements) order.push_back(&placement);
  model::sort_stably(order, [](const Placement* a, const Placement* b) {
    return a->week != b->week ? a->week < b->week : a->value * b->team_days > b->value * a->team_days;
  });
  fill_batches(made, order, outcome.remaining);
  std::vector<model::Treatment> treatments;
  for (const Placement& placement : outcome.placements) {
    const model::Treatment* known = model::treatment_of(plan, placement.cooperative);
    model::Treatment treatment = known != nullptr ? *known : model::Treatment{};
    treatment.cooperative = placement.cooperative;
    if (!treatment.pinned) {
      treatment.start_week = placement.week;
      if (!treatment.measures || treatment.planned) {
        treatment.measures = placement.measures;
        treatment.planned = true;
      }
    }
    treatments.push_back(std::move(treatment));
  }
  for (model::Treatment treatment : plan.treatments) {
    if (std::any_of(treatments.begin(), treatments.end(), [&](const model::Treatment& t) { return t.cooperative == treatment.cooperative; })) continue;
    // Who has no place keeps nothing of an earlier plan.
    if (!treatment.pinned) treatment.start_week.reset();
    if (treatment.planned) treatment.measures.reset();
    treatment.planned = false;
    model::Treatment undecided;
    undecided.cooperative = treatment.cooperative;
    if (!(treatment == undecided)) treatments.push_back(std::move(treatment));
  }
  model::sort_stably(treatments, [](const model::Treatment& a, const model::Treatment& b) { return a.cooperative < b.cooperative; });
  made.treatments = std::move(treatments);
  return made;
}

}  // namespace zhengshe::plan
