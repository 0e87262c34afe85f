#include "app/views/bands.h"

#include <algorithm>
#include <cmath>

namespace zhengshe::app::views {

std::size_t nearest_kept_day(const std::vector<int>& days, int day) {
  const auto after = std::lower_bound(days.begin(), days.end(), day);
  if (after == days.end()) return days.size() - 1;
  const bool earlier = after != days.begin() && day - *(after - 1) < *after - day;
  return static_cast<std::size_t>(after - days.begin()) - (earlier ? 1 : 0);
}

Bands daily(const Bands& kept) {
  Bands all = kept;
  if (kept.days.empty()) return all;
  std::vector<float> Bands::*const lines[] = {&Bands::low, &Bands::lower, &Bands::median, &Bands::upper, &Bands::high, &Bands::median_alone};
  all.days.clear();
  for (int day = 0; day <= kept.days.back(); ++day) all.days.push_back(day);
  for (const auto line : lines) {
    std::vector<float> filled;
    std::size_t at = 0;  // the last kept day not after the day
    for (const int day : all.days) {
      while (at + 1 < kept.days.size() && kept.days[at + 1] <= day) ++at;
      const std::size_t next = std::min(at + 1, kept.days.size() - 1);
      const float between = next == at ? 0 : static_cast<float>(day - kept.days[at]) / static_cast<float>(kept.days[next] - kept.days[at]);
      filled.push_back((kept.*line)[at] + between * ((kept.*line)[next] - (kept.*line)[at]));
    }
    all.*line = std::move(filled);
  }
  return all;
}

std::optional<Bands> bands(const Session& session, model::Metric metric) {
  const study::Ensemble* ensemble = session.bands().result();
  if (ensemble == nullptr) return std::nullopt;
  constexpr double kLevels[] = {0.05, 0.25, 0.5, 0.75, 0.95};
  constexpr std::vector<float> Bands::*kLines[] = {&Bands::low, &Bands::lower, &Bands::median, &Bands::upper, &Bands::high};
  Bands view;
  view.days = ensemble->days();
  view.replications = ensemble->count();
  view.fresh = session.bands().is_fresh();
  for (std::size_t at = 0; at < view.days.size(); ++at) {
    const std::vector<double> planned = ensemble->quantiles(sim::Arm::planned, metric, at, kLevels);
    for (std::size_t i = 0; i < std::size(kLines); ++i) (view.*kLines[i]).push_back(static_cast<float>(planned[i]));
    view.median_alone.push_back(static_cast<float>(ensemble->quantile(sim::Arm::left_alone, metric, at, 0.5)));
  }
  return view;
}

namespace {

bool says_spread(const Session& session) { return session.bands().result() != nullptr && session.bands().is_fresh() && session.plan() != nullptr; }

}  // namespace

std::optional<study::Spread> spread(const Session& session, model::Metric metric) {
  if (!says_spread(session)) return std::nullopt;
  const Refinement& bands = session.bands();
  return bands.spread(metric, nearest_kept_day(bands.result()->days(), session.day()));
}

std::string figures_caption(const Session& session) {
  if (!says_spread(session)) return std::string(tr(session.language(), Key::centre_run));
  return fill(tr(session.language(), Key::medians_of), {std::to_string(session.bands().result()->count())});
}

std::string format_interval(const Interval& interval) {
  constexpr double kLarge = 0.1;
  const int decimals = std::min(std::fabs(interval.low), std::fabs(interval.high)) >= kLarge ? 0 : 1;
  std::string low = format_change(interval.low, decimals);
  if (low.size() > 2 && low.compare(low.size() - 2, 2, " %") == 0) low.resize(low.size() - 2);
  return low + " … " + format_change(interval.high, decimals);
}

std::optional<double> chance_in_time(const Session& session) {
  if (!says_spread(session)) return std::nullopt;
  return session.bands().result()->probability_done(session.plan()->deadline - session.scenario().calendar.start);
}

}  // namespace zhengshe::app::views
