#include "app/views/passages.h"

#include <algorithm>

namespace zhengshe::app::views {

const sim::Passage* passage_of(const sim::RunResult& result, model::CooperativeId cooperative) {
  // Passages are in order of the cooperatives, which are in order of their ids.
  const auto at = std::lower_bound(result.passages.begin(), result.passages.end(), cooperative,
                                   [](const sim::Passage& passage, model::CooperativeId id) { return passage.cooperative < id; });
  return at != result.passages.end() && at->cooperative == cooperative ? &*at : nullptr;
}

model::Stage stage_on(const sim::RunResult& result, model::CooperativeId cooperative, int day) {
  using model::Stage;
  const sim::Passage* passage = passage_of(result, cooperative);
  if (passage == nullptr) return Stage::left_alone;
  const auto reached = [day](int since) { return since >= 0 && since <= day; };
  if (reached(passage->done_day)) return Stage::done;
  if (reached(passage->consolidation_day)) return Stage::consolidation;
  if (reached(passage->measures_day)) return Stage::measures;
  if (reached(passage->summing_up_day)) return Stage::summing_up;
  return reached(passage->inspection_day) ? Stage::inspection : Stage::waiting;
}

bool is_known_on(const sim::Passage* passage, int day) {
  return passage != nullptr && passage->summing_up_day >= 0 && passage->summing_up_day <= day;
}

}  // namespace zhengshe::app::views
