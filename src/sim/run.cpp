#include "sim/run.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "sim/campaign.h"
#include "sim/series.h"
#include "sim/visit.h"

namespace zhengshe::sim {
namespace {

// A run that can be stopped after any day.
class Stepper {
 public:
  Stepper(const model::Scenario& scenario, const RunOptions& options)
      : Stepper(World(scenario, find_plan(scenario, options.plan), luck_of(options), options.trace_cooperatives, true)) {
    state().kernel = &daily_kernel(options.width);
  }
  explicit Stepper(World world) : world_(std::move(world)), campaign_(world_) {}

  // The campaign's morning, then the day. With `everybody`, all cooperatives have worked the day afterwards.
  void step(int day, bool everybody) {
    if (world_.plan() != nullptr) campaign_.morning(world_, day);
    if (everybody)
      for (Chunk& chunk : world_.state().chunks) advance(world_.state(), chunk, day + 1);
    world_.finish_day(day);
  }

  void part() { world_.part(); }
  const World& world() const { return world_; }
  WorldState& state() { return world_.state(); }
  Campaign& campaign() { return campaign_; }

 private:
  static Luck luck_of(const RunOptions& options) {
    const bool centre = options.replication == kCentre;
    return {options.seed, centre ? 0 : static_cast<std::uint32_t>(options.replication), centre};
  }

  World world_;
  Campaign campaign_;
};

void describe_calendar(RunResult& result, const Timetable& table) {
  result.days = table.days;
  result.months = static_cast<int>(table.months.size());
  result.month_of_day = table.month_of_day;
  for (const Month& month : table.months) result.working_days.push_back(month.working_days);
}

// The series of every root. Passages stand in the order of the roots, and not every root has one.
std::vector<DailySeries> series_of_roots(const WorldState& state, Arm arm, const std::vector<Passage>& passages) {
  std::vector<DailySeries> all;
  std::size_t next = 0;
  for (int root = 0; root < state.roots(); ++root) {
    const bool has_passage = next < passages.size() && passages[next].cooperative == state.scenario->cooperatives[static_cast<std::size_t>(root)].id;
    all.push_back(root_series(state, arm, root, has_passage ? &passages[next] : nullptr));
    next += has_passage ? 1 : 0;
  }
  return all;
}

void close_arm(ArmResult& result, WorldState& state, Arm arm, const std::vector<Passage>& passages) {
  result.city = city_series(state, arm, passages);
  result.hash = hash_state(state, arm);
  if (state.trace) result.cooperatives = series_of_roots(state, arm, passages);
  result.monthly = std::move(state.ledgers[static_cast<std::size_t>(arm)].monthly);
}

// The first differences of two states after a day, at most as many as are still wanted.
void compare(const WorldState& a, const WorldState& b, int day, Arm arm, std::size_t most, std::vector<StateDifference>& found) {
  struct Entry {
    int root;
    const char* field;
    double value;
  };
  std::vector<Entry> entries;
  visit_state(a, arm, [&entries](int root, const char* field, double value) { entries.push_back({root, field, value}); });
  const auto id_of_root = [&a](int root) {
    return root < 0 ? model::CooperativeId{} : a.scenario->cooperatives[static_cast<std::size_t>(root)].id;
  };
  std::size_t at = 0;
  visit_state(b, arm, [&](int root, const char* field, double value) {
    if (at >= entries.size() || found.size() >= most) return;
    const Entry& entry = entries[at++];
    if (entry.value != value) found.push_back({day, arm, id_of_root(entry.root), entry.field, entry.value, value});
    // Beyond a division in one run only, nothing corresponds any more; the number of cooperatives has told.
    if (entry.root != root || std::string_view(entry.field) != field) at = entries.size();
  });
}

// What is written of a run after its last day, in which the one left alone is known already where it did not go on.
RunResult closed(RunResult result, Stepper& stepper) {
  WorldState& state = stepper.state();
  if (state.twin) close_arm(result.left_alone, state, Arm::left_alone, {});
  if (state.plan != nullptr) {
    result.finished_day = stepper.campaign().finished_day();
    result.passages = stepper.campaign().take_passages();
  }
  if (!state.parted) {
    result.planned = result.left_alone;
    return result;
  }
  close_arm(result.planned, state, Arm::planned, result.passages);
  return result;
}

}  // namespace

RunResult run(const model::Scenario& scenario, const RunOptions& options) {
  assert(!options.plan || find_plan(scenario, options.plan) != nullptr);
  RunResult result;
  Stepper stepper(scenario, options);
  WorldState& state = stepper.state();
  describe_calendar(result, state.timetable);
  for (int day = 0; day < result.days; ++day) {
    stepper.step(day, options.hash_days);
    if (!options.hash_days) continue;
    result.left_alone.day_hashes.push_back(hash_state(state, Arm::left_alone));
    if (state.plan == nullptr) continue;
    result.planned.day_hashes.push_back(state.parted ? hash_state(state, Arm::planned) : result.left_alone.day_hashes.back());
  }
  return closed(std::move(result), stepper);
}

struct LongRun::Course {
  Course(const model::Scenario& scenario, const RunOptions& options) : stepper(scenario, options) { describe_calendar(result, stepper.state().timetable); }
  Stepper stepper;
  RunResult result;
};

LongRun::LongRun(const model::Scenario& scenario, const RunOptions& options) : course_(std::make_unique<Course>(scenario, options)) {}
LongRun::~LongRun() = default;

int LongRun::days() const { return course_->result.days; }
void LongRun::step() { course_->stepper.step(done_++, true); }
RunResult LongRun::finish() { return closed(std::move(course_->result), course_->stepper); }

struct Trunk::Wood {
  Wood(const model::Scenario& scenario, const RunOptions& options) : left_alone(run(scenario, options).left_alone), stepper(scenario, options) {}
  ArmResult left_alone;
  Stepper stepper;
  int day = 0;
};

Trunk::Trunk(const model::Scenario& scenario, const RunOptions& options) {
  RunOptions alone = options;
  alone.plan = model::kLeftAlone;
  alone.hash_days = false;
  wood_ = std::make_unique<Wood>(scenario, alone);
}
Trunk::~Trunk() = default;
Trunk::Trunk(Trunk&&) noexcept = default;

void Trunk::grow(int day) {
  for (; wood_->day < day; ++wood_->day) wood_->stepper.step(wood_->day, wood_->day + 1 == day);
}

RunResult Trunk::branch(const model::Scenario& scenario, model::PlanId plan) const {
  Stepper stepper(wood_->stepper.world().under(scenario, find_plan(scenario, plan)));
  RunResult result;
  result.left_alone = wood_->left_alone;
  describe_calendar(result, stepper.state().timetable);
  for (int day = wood_->day; day < result.days; ++day) stepper.step(day, false);
  return closed(std::move(result), stepper);
}

std::vector<StateDifference> diff(const model::Scenario& first, const model::Scenario& second, const RunOptions& options,
                                  std::size_t most) {
  return diff(first, options, second, options, most);
}

std::vector<StateDifference> diff(const model::Scenario& first, const RunOptions& options, const model::Scenario& second,
                                  const RunOptions& other_options, std::size_t most) {
  std::vector<StateDifference> found;
  const auto tell = [&found](int day, const char* field, double a, double b) {
    if (found.empty() && a != b) found.push_back({day, Arm::left_alone, {}, field, a, b});
  };
  tell(0, "cooperatives", static_cast<double>(first.cooperatives.size()), static_cast<double>(second.cooperatives.size()));
  if (!found.empty()) return found;
  Stepper a(first, options);
  Stepper b(second, other_options);
  a.part();
  b.part();
  const int days = std::min(first.calendar.horizon_days, second.calendar.horizon_days);
  for (int day = 0; day < days && found.empty(); ++day) {
    a.step(day, true);
    b.step(day, true);
    for (int arm = std::max(a.state().first_arm(), b.state().first_arm()); arm < kArms; ++arm)
      compare(a.state(), b.state(), day, static_cast<Arm>(arm), most, found);
  }
  tell(days, "horizon_days", first.calendar.horizon_days, second.calendar.horizon_days);
  return found;
}

}  // namespace zhengshe::sim
