// Why the planner put a cooperative where it is, in sentences that need no knowledge of how a plan is made.
#include <algorithm>

#include "app/views/planning.h"

namespace zhengshe::app::views {
namespace {

constexpr double kWorthSaying = 0.005;  // points

std::string fine_points(double value) { return format_number(value, 2); }
std::string days(double value) { return format_number(value, 1); }

class Reasons {
 public:
  Reasons(const Session& session, const MadePlan& made, const plan::Placement& here) : session_(session), language_(session.language()), made_(made), here_(here) {}

  std::vector<std::string> all() {
    tell_measures();
    say(Key::why_worth, {days(here_.team_days), std::to_string(here_.teams), fine_points(here_.value)});
    tell_week();
    if (!here_.pinned && made_.strategy == plan::Strategy::optimal) {
      tell_next_week();
      tell_next_measures();
    }
    return std::move(said_);
  }

 private:
  void say(Key key, std::initializer_list<std::string_view> words) { said_.push_back(fill(tr(language_, key), words)); }

  std::string week(int number) const { return format_day(language_, made_.weeks[static_cast<std::size_t>(number)]); }

  std::string names(const std::vector<model::MeasureChoice>& measures, std::size_t from = 0) const {
    std::string words;
    for (std::size_t i = from; i < measures.size(); ++i)
      words += (i == from ? "" : language_ == Language::zh ? "、" : ", ") + std::string(app::name_of(language_, measures[i].measure));
    return words.empty() ? std::string(tr(language_, Key::only_summing_up)) : words;
  }

  std::string name(model::CooperativeId id) const {
    const int at = model::index_of(session_.scenario(), id);
    return at < 0 ? std::string() : std::string(tr(language_, session_.scenario().cooperatives[static_cast<std::size_t>(at)].name));
  }

  void tell_measures() {
    if (here_.problem) say(Key::why_problem, {app::name_of(language_, *here_.problem), names(here_.measures)});
    else if (here_.measures.empty()) say(Key::why_no_measure, {});
    else say(Key::why_chosen, {names(here_.measures)});
  }

  void tell_week() {
    if (here_.pinned) return say(Key::why_pinned, {week(here_.week)});
    if (here_.wished_week == here_.week) return say(Key::why_wished, {week(here_.week)});
    const double gained = here_.wished_value - here_.value;
    say(Key::why_wish, {week(here_.wished_week), fine_points(gained)});
    if (here_.full_week >= 0 && here_.instead && here_.instead != here_.cooperative) say(Key::why_full_week_of, {week(here_.full_week), name(here_.instead)});
    else if (here_.full_week >= 0) say(Key::why_full_week, {week(here_.full_week)});
    if (here_.full_batch) say(Key::why_full_batch, {});
    if (made_.strategy != plan::Strategy::optimal) return say(Key::why_its_turn, {week(here_.week)});
    if (here_.wished_loss > kWorthSaying) say(Key::why_others_lose, {fine_points(gained + here_.wished_loss), fine_points(here_.wished_loss), week(here_.week)});
    else say(Key::why_no_exchange, {week(here_.week)});
  }

  void tell_next_week() {
    if (here_.runner_up_week < 0 || (here_.runner_up_week == here_.wished_week && here_.wished_week != here_.week)) return;
    if (here_.runner_up_loss > kWorthSaying) say(Key::why_runner_up, {week(here_.runner_up_week), fine_points(here_.runner_up_loss)});
    else say(Key::why_as_good, {week(here_.runner_up_week)});
  }

  // Sets of measures grow by one at a time, as long as nobody chose them by hand.
  void tell_next_measures() {
    if (here_.next_team_days < 0) return;
    const auto& next = here_.next_measures;
    const std::size_t common = std::min(next.size(), here_.measures.size());
    const std::string difference = days(std::abs(here_.next_team_days - here_.team_days));
    if (here_.next_measures_loss <= kWorthSaying) say(Key::why_measures_as_good, {names(next)});
    else if (!std::equal(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(common), here_.measures.begin())) say(Key::why_measures, {names(next), fine_points(here_.next_measures_loss)});
    else if (next.size() > common) say(Key::why_more_measures, {names(next, common), difference, fine_points(here_.next_measures_loss)});
    else say(Key::why_fewer_measures, {names(here_.measures, common), difference, fine_points(here_.next_measures_loss)});
  }

  const Session& session_;
  Language language_;
  const MadePlan& made_;
  const plan::Placement& here_;
  std::vector<std::string> said_;
};

}  // namespace

std::vector<std::string> reasons(const Session& session, model::CooperativeId cooperative) {
  const MadePlan* made = session.made_plan();
  if (made == nullptr) return {};
  const auto& all = made->outcome.placements;
  const auto found = std::find_if(all.begin(), all.end(), [cooperative](const plan::Placement& placement) { return placement.cooperative == cooperative; });
  return found == all.end() ? std::vector<std::string>{} : Reasons(session, *made, *found).all();
}

}  // namespace zhengshe::app::views
