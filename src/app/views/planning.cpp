#include "app/views/planning.h"

#include <algorithm>

namespace zhengshe::app::views {
namespace {

constexpr double kWorthSaying = 0.05;  // points

std::string points(double value) { return format_number(value, 1); }

std::string measures_text(Language language, const std::vector<model::MeasureChoice>& measures) {
  if (measures.empty()) return std::string(tr(language, Key::only_summing_up));
  std::string words;
  for (const model::MeasureChoice& choice : measures) words += (words.empty() ? "" : language == Language::zh ? "、" : ", ") + std::string(app::name_of(language, choice.measure));
  return words;
}

std::string cooperative_name(const Session& session, model::CooperativeId id) {
  const int at = model::index_of(session.scenario(), id);
  return at < 0 ? std::string() : std::string(tr(session.language(), session.scenario().cooperatives[static_cast<std::size_t>(at)].name));
}

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
  if (!outcome.remaining.empty()) return {fill(tr(language, Key::plan_value_partial), {points(outcome.value), points(made->simulated)}), remaining_text(language, *made)};
  return {fill(tr(language, Key::plan_value), {points(outcome.value), points(outcome.bound), format_share(std::max(0.0, outcome.gap), 2), points(made->simulated)}), {}};
}

std::string_view name_of(Language language, plan::Strategy strategy) {
  constexpr model::PerEnum<plan::Strategy, Key> kKeys{{{Key::strategy_optimal, Key::strategy_worst_first, Key::strategy_easiest_first, Key::strategy_largest_first,
                                                        Key::strategy_by_trade, Key::strategy_random_in_strata}}};
  return tr(language, kKeys[strategy]);
}

std::vector<std::string> reasons(const Session& session, model::CooperativeId cooperative) {
  const MadePlan* made = session.made_plan();
  if (made == nullptr) return {};
  const auto& all = made->outcome.placements;
  const auto found = std::find_if(all.begin(), all.end(), [cooperative](const plan::Placement& placement) { return placement.cooperative == cooperative; });
  if (found == all.end()) return {};
  const Language language = session.language();
  const plan::Placement& here = *found;
  const auto week = [&](int number) { return format_day(language, made->weeks[static_cast<std::size_t>(number)]); };
  if (here.pinned) return {fill(tr(language, Key::why_pinned), {week(here.week), points(here.value)})};
  std::vector<std::string> said;
  if (here.wished_week == here.week) {
    said.push_back(fill(tr(language, Key::why_wished), {week(here.week), points(here.value)}));
  } else {
    said.push_back(fill(tr(language, Key::why_not_wished), {week(here.wished_week), points(here.wished_value), week(here.week), points(here.value)}));
    if (here.instead && here.instead != cooperative) said.push_back(fill(tr(language, Key::why_instead), {cooperative_name(session, here.instead)}));
    if (here.full_batch) said.push_back(std::string(tr(language, Key::why_full_batch)));
  }
  if (made->strategy != plan::Strategy::optimal) return said;
  if (here.runner_up_week >= 0 && here.runner_up_loss > kWorthSaying)
    said.push_back(fill(tr(language, Key::why_runner_up), {week(here.runner_up_week), points(here.runner_up_loss)}));
  if (here.next_measures_loss > kWorthSaying)
    said.push_back(fill(tr(language, Key::why_measures), {measures_text(language, here.next_measures), points(here.next_measures_loss)}));
  return said;
}

}  // namespace zhengshe::app::views
