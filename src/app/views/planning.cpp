#include "app/views/planning.h"

#include <algorithm>

namespace zhengshe::app::views {
namespace {

constexpr double kLeastPoints = 1e-9;

std::string points(double value) { return format_number(value, 1); }

std::string remaining_text(Language language, const MadePlan& made) {
  std::string words = fill(tr(language, Key::plan_remaining), {std::to_string(made.outcome.remaining.size())});
  const auto add = [&](Key key, const std::optional<int>& least) {
    if (least) words += " · " + fill(tr(language, key), {std::to_string(*least)});
  };
  if (!made.cures) return words;
  add(Key::plan_cure_teams, made.cures->teams);
  add(Key::plan_cure_weeks, made.cures->weeks);
  if (made.cures->batch_sizes) words += " · " + std::string(tr(language, Key::plan_cure_batches));
  return words;
}

std::string done_text(Language language, const MadePlan& made) {
  return made.trial.done ? fill(tr(language, Key::plan_done), {format_date(language, *made.trial.done)}) : std::string(tr(language, Key::plan_never_done));
}

std::string late_text(Language language, const MadePlan& made) {
  const std::string cause(tr(language, made.outcome.days_late > 0 ? Key::plan_late_teams : Key::plan_late_pins));
  if (!made.trial.done) return fill(tr(language, Key::plan_late_beyond), {cause});
  if (*made.trial.done <= made.plan.deadline) return {};
  return fill(tr(language, Key::plan_late), {format_date(language, *made.trial.done), format_date(language, made.plan.deadline), cause});
}

std::string progress_text(Language language, const Planning& planning) {
  const std::string share = format_share(planning.progress(), 0);
  const std::optional<plan::Planner::Standing> best = planning.standing();
  return best ? fill(tr(language, Key::planning_so_far), {share, points(best->value), points(best->bound)}) : fill(tr(language, Key::planning_progress), {share});
}

}  // namespace

PlanningLine planning_line(const Session& session) {
  const Language language = session.language();
  if (session.planning().is_running()) return {progress_text(language, session.planning()), {}};
  const MadePlan* made = session.made_plan();
  if (made == nullptr) return {};
  const plan::Outcome& outcome = made->outcome;
  const std::string value = points(outcome.value), simulated = points(made->trial.points);
  if (!outcome.remaining.empty()) return {fill(tr(language, Key::plan_value_partial), {value, simulated}), remaining_text(language, *made)};
  const std::string reserve = outcome.reserve_days > 0 ? fill(tr(language, Key::plan_reserve), {std::to_string(outcome.reserve_days)}) : std::string();
  return {fill(tr(language, Key::plan_value), {value, points(outcome.bound), format_share(std::max(0.0, outcome.gap), 2), simulated, done_text(language, *made), format_change(made->trial.points / std::max(outcome.value, kLeastPoints) - 1)}) + reserve, late_text(language, *made)};
}

std::string_view name_of(Language language, plan::Strategy strategy) {
  constexpr model::PerEnum<plan::Strategy, Key> kKeys{{{Key::strategy_optimal, Key::strategy_worst_first, Key::strategy_easiest_first, Key::strategy_largest_first,
                                                        Key::strategy_by_trade, Key::strategy_random_in_strata}}};
  return tr(language, kKeys[strategy]);
}

}  // namespace zhengshe::app::views
