#include "sim/campaign.h"

#include <algorithm>
#include <cmath>

#include "model/order.h"
#include "sim/maths.h"
#include "sim/philox.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;
using model::Measure;
using model::MeasureChoice;
using model::Stage;

Coefficients centre_coefficients(const model::Scenario& scenario) {
  Coefficients values{};
  for (const Coefficient coefficient : model::all_of<Coefficient>()) values[coefficient] = model::centre(scenario, coefficient);
  return values;
}

Circumstances circumstances_of(const World& world, int root, const Condition& condition) {
  const TradeParameters& trade = world.parameters().trades[static_cast<std::size_t>(world.main_trade(root))];
  return {condition.members, condition.size, trade.changeover_loss, condition.repertoire};
}

// The finding that a chosen measure answers: the most severe one it treats, -1 none.
int finding_treated_by(Measure measure, const std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (measure_for(findings[i].problem) == measure) return static_cast<int>(i);
  return -1;
}

std::vector<int> partner_roots(const model::Scenario& scenario, const MeasureChoice& choice) {
  std::vector<int> roots;
  for (const model::CooperativeId partner : choice.partners)
    if (const int root = model::index_of(scenario, partner); root >= 0) roots.push_back(root);
  return roots;
}

bool holds_peer_meeting(const std::vector<MeasureChoice>& measures) {
  return std::any_of(measures.begin(), measures.end(), [](const MeasureChoice& m) { return m.measure == Measure::peer_summing_up; });
}

}  // namespace

Experience::Experience(std::size_t trades, double same_trade, double other_trade)
    : by_trade_(trades), same_trade_(same_trade), other_trade_(other_trade) {}

void Experience::add(int trade, bool met) {
  Done& here = by_trade_[static_cast<std::size_t>(trade)];
  (met ? here.met : here.alone) += 1;
  (met ? all_.met : all_.alone) += 1;
}

double Experience::effective_done(int trade) const {
  const Done& same = by_trade_[static_cast<std::size_t>(trade)];
  const auto met = [](double transfer) { return transfer + 0.5 * (1 - transfer); };
  return same.alone * same_trade_ + same.met * met(same_trade_) + (all_.alone - same.alone) * other_trade_ +
         (all_.met - same.met) * met(other_trade_);
}

double learning_factor(double exponent, double effective_done) { return pow(1 + effective_done, -exponent); }

Campaign::Campaign(const World& world)
    : believed_(centre_coefficients(world.scenario())),
      experience_(world.scenario().trades.size(), world.parameters()[Coefficient::transfer_same_trade],
                  world.parameters()[Coefficient::transfer_other_trade]) {
  const Timetable& timetable = world.timetable();
  int before = 0;
  for (int day = 0; day < timetable.days; ++day) {
    working_index_.push_back(before);
    before += timetable.is_working(day) ? 1 : 0;
  }
  if (world.plan() == nullptr) return;
  weights_ = world.plan()->weights;
  line_up(world);
}

void Campaign::line_up(const World& world) {
  const model::Plan& plan = *world.plan();
  std::vector<const model::Batch*> batches;
  for (const model::Batch& batch : plan.batches) batches.push_back(&batch);
  model::sort_stably(batches, [](const model::Batch* a, const model::Batch* b) { return a->earliest_start < b->earliest_start; });
  struct Entry {
    Course course;
    Passage passage;
  };
  std::vector<Entry> entries;
  for (const model::Batch* batch : batches)
    for (const model::CooperativeId id : batch->cooperatives) {
      Entry entry;
      entry.course.root = model::index_of(world.scenario(), id);
      if (entry.course.root < 0) continue;
      entry.course.rank = static_cast<int>(entries.size());
      entry.course.treatment = model::treatment_of(plan, id);
      model::Date earliest = batch->earliest_start;
      if (entry.course.treatment != nullptr && entry.course.treatment->start_week)
        earliest = std::max(earliest, batches.front()->earliest_start + 7 * *entry.course.treatment->start_week);
      entry.course.earliest_day = std::max(0, earliest - world.timetable().start);
      entry.passage.cooperative = id;
      entry.passage.batch = batch->id;
      entries.push_back(std::move(entry));
    }
  order_.resize(entries.size());
  model::sort_stably(entries, [](const Entry& a, const Entry& b) { return a.course.root < b.course.root; });
  for (Entry& entry : entries) {
    const int which = static_cast<int>(courses_.size());
    order_[static_cast<std::size_t>(entry.course.rank)] = which;
    coming_.push({entry.course.earliest_day, which});
    courses_.push_back(std::move(entry.course));
    passages_.push_back(std::move(entry.passage));
  }
  open_ = static_cast<int>(courses_.size());
}

void Campaign::morning(World& world, int day) {
  if (open_ == 0) return;
  while (!consolidations_.empty() && consolidations_.top().first <= day) {
    finish(world, consolidations_.top().second, day);
    consolidations_.pop();
  }
  while (!coming_.empty() && coming_.top().first <= day) {
    ready_.push(courses_[static_cast<std::size_t>(coming_.top().second)].rank);
    coming_.pop();
  }
  if (!world.timetable().is_working(day)) return;
  if (!ready_.empty()) world.part();
  pool_.resize(world.scenario().teams.available(world.timetable().date(day)));
  const int now = working_index_[static_cast<std::size_t>(day)];
  while (!stages_.empty() && stages_.top().first <= now) {
    const int which = stages_.top().second;
    stages_.pop();
    end_stage(world, which, day);
  }
  dispatch(world, day);
}

void Campaign::dispatch(World& world, int day) {
  while (!ready_.empty() && pool_.size() > 0) {
    const int which = order_[static_cast<std::size_t>(ready_.top())];
    Course& course = courses_[static_cast<std::size_t>(which)];
    if (world.current_root(course.root) != course.root) {
      ready_.pop();
      course.stage = Stage::consolidation;
      finish(world, which, day);
      continue;
    }
    int wanted = teams_for(reckoned_days(world, which));
    if (course.treatment != nullptr && course.treatment->teams) wanted = *course.treatment->teams;
    wanted = std::min(wanted, pool_.size());
    if (wanted > pool_.available()) return;
    ready_.pop();
    course.teams = pool_.take(wanted);
    start(world, which, day);
  }
}

void Campaign::start(World& world, int which, int day) {
  Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  passage.teams = passage.inspecting_teams = static_cast<int>(course.teams.size());
  passage.first_team = course.teams.front();
  course.stage_end = working_index_[static_cast<std::size_t>(day)];
  if (is_bare_merger(which)) {
    passage.measures_day = day;
    passage.measures = *course.treatment->measures;
    begin(world, which, Stage::measures, chosen_days(world, which));
    return;
  }
  passage.inspection_day = day;
  begin(world, which, Stage::inspection, world.parameters()[Coefficient::inspection_days] * size_factor(world.members(course.root)));
}

// Lets a stage run from where the last one ended. days: team-days before learning and luck.
void Campaign::begin(World& world, int which, Stage stage, double days) {
  Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  const Parameters& parameters = world.parameters();
  double spread = 1;
  if (!parameters.luck.centre)
    spread = exp(parameters[Coefficient::duration_sd] * normal(make_key(parameters.luck.seed, Purpose::durations),
                                                               passage.cooperative.value, static_cast<std::uint32_t>(stage),
                                                               parameters.luck.replication));
  const double team_days = days * learning(world, which) * kUsualTeamMembers / parameters.members_per_team * spread;
  course.stage = stage;
  course.stage_end += team_days / static_cast<double>(course.teams.size());
  passage.team_days += team_days;
  const double seen = stage == Stage::measures ? std::ceil(course.stage_end) : std::floor(course.stage_end);
  stages_.push({static_cast<int>(std::min(seen, 1e9)), which});
}

void Campaign::end_stage(World& world, int which, int day) {
  switch (courses_[static_cast<std::size_t>(which)].stage) {
    case Stage::inspection: inspect(world, which, day); break;
    case Stage::summing_up: sum_up(world, which, day); break;
    case Stage::measures: put_right(world, which, day); break;
    default: break;
  }
}

void Campaign::inspect(World& world, int which, int day) {
  Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  const Parameters& parameters = world.parameters();
  const Condition condition = world.condition(course.root, day);
  const double skill = parameters.team_skill / learning(world, which);
  const double noise = inspection_noise(parameters[Coefficient::inspection_noise], parameters[Coefficient::inspection_days], skill);
  const Severities truth = severities(condition);
  const Severities observed = observe(truth, noise, parameters.luck, passage.cooperative);
  choose(world, which, condition,
         diagnose(truth, observed, noise, believed_, circumstances_of(world, course.root, condition), weights_));
  reinforce(world, which);
  passage.summing_up_day = day;
  begin(world, which, Stage::summing_up, parameters[Coefficient::summing_up_days] * size_factor(world.members(course.root)));
}

// What the plan says wins over what the inspection suggests.
void Campaign::choose(World& world, int which, const Condition& condition, Diagnosis diagnosis) {
  const Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  passage.findings = std::move(diagnosis.findings);
  if (course.treatment == nullptr || !course.treatment->measures) {
    passage.main_problem = diagnosis.main_problem;
    passage.measures = std::move(diagnosis.measures);
    return;
  }
  for (MeasureChoice choice : *course.treatment->measures) {
    if (choice.measure == Measure::divide_size && choice.parts == 0) choice.parts = best_parts(condition.size, world.members(course.root));
    if (choice.measure != Measure::divide_size || choice.parts >= 2) passage.measures.push_back(std::move(choice));
  }
  if (!passage.measures.empty()) passage.main_problem = finding_treated_by(passage.measures.front().measure, passage.findings);
}

// More teams join, as far as they are free, where the measures turn out to need them.
void Campaign::reinforce(World& world, int which) {
  Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  if (course.treatment != nullptr && course.treatment->teams) return;
  const int missing = teams_for(chosen_days(world, which) * learning(world, which)) - passage.teams;
  const int joining = std::min(missing, pool_.available());
  if (joining <= 0) return;
  for (const int team : pool_.take(joining)) course.teams.insert(std::lower_bound(course.teams.begin(), course.teams.end(), team), team);
  passage.teams = static_cast<int>(course.teams.size());
  passage.first_team = course.teams.front();
}

void Campaign::sum_up(World& world, int which, int day) {
  const Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  for (const UnitChange& change : summing_up_changes(world.parameters().coefficients)) world.apply(course.root, change, day);
  double days = 0;
  for (const MeasureChoice& choice : passage.measures) days += team_days(choice, world.members(course.root));
  passage.measures_day = day;
  begin(world, which, Stage::measures, days);
}

// Structure first, then leaders, then what would be lost with the old ones; otherwise in the order chosen.
void Campaign::put_right(World& world, int which, int day) {
  Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  std::vector<MeasureChoice> measures = passage.measures;
  model::sort_stably(measures, [](const MeasureChoice& a, const MeasureChoice& b) { return info(a.measure).order < info(b.measure).order; });
  const Condition condition = world.condition(course.root, day);
  for (const MeasureChoice& choice : measures)
    for (const UnitChange& change :
         changes_of(choice, condition, world.parameters().coefficients, partner_roots(world.scenario(), choice))) {
      std::vector<double> parts = world.apply(course.root, change, day);
      const bool divides = std::holds_alternative<DivideByTrade>(change) || std::holds_alternative<DivideBySize>(change);
      if (divides && !parts.empty()) passage.part_members = std::move(parts);
    }
  pool_.give_back(course.teams);
  course.teams.clear();
  course.stage = Stage::consolidation;
  passage.consolidation_day = day;
  const double days = std::floor(world.parameters()[Coefficient::consolidation_days] + 0.5);
  consolidations_.push({day + static_cast<int>(std::clamp(days, 0.0, 1e6)), which});
}

void Campaign::finish(const World& world, int which, int day) {
  Course& course = courses_[static_cast<std::size_t>(which)];
  Passage& passage = passages_[static_cast<std::size_t>(which)];
  course.stage = Stage::done;
  passage.done_day = day;
  last_done_day_ = std::max(last_done_day_, day);
  --open_;
  if (passage.consolidation_day >= 0) experience_.add(world.main_trade(course.root), holds_peer_meeting(passage.measures));
}

double Campaign::learning(const World& world, int which) const {
  const int root = courses_[static_cast<std::size_t>(which)].root;
  return learning_factor(world.parameters()[Coefficient::learning_exponent], experience_.effective_done(world.main_trade(root)));
}

// All team-days of a cooperative, as far as a dispatcher can know, learning included.
double Campaign::reckoned_days(const World& world, int which) const {
  const Course& course = courses_[static_cast<std::size_t>(which)];
  double days = 0;
  if (course.treatment != nullptr && course.treatment->measures) {
    for (const MeasureChoice& choice : *course.treatment->measures) days += team_days(choice, world.members(course.root));
  } else {
    days = kReckonedMeasureDays * size_factor(world.members(course.root));
  }
  if (!is_bare_merger(which))
    days += (believed_[Coefficient::inspection_days] + believed_[Coefficient::summing_up_days]) * size_factor(world.members(course.root));
  return days * learning(world, which);
}

// All team-days of a cooperative whose measures are settled, before learning.
double Campaign::chosen_days(const World& world, int which) const {
  const Course& course = courses_[static_cast<std::size_t>(which)];
  double days = 0;
  for (const MeasureChoice& choice : passages_[static_cast<std::size_t>(which)].measures) days += team_days(choice, world.members(course.root));
  if (!is_bare_merger(which))
    days += (believed_[Coefficient::inspection_days] + believed_[Coefficient::summing_up_days]) * size_factor(world.members(course.root));
  return days;
}

bool Campaign::is_bare_merger(int which) const {
  const model::Treatment* treatment = courses_[static_cast<std::size_t>(which)].treatment;
  if (treatment == nullptr || !treatment->measures || treatment->measures->empty()) return false;
  return std::all_of(treatment->measures->begin(), treatment->measures->end(),
                     [](const MeasureChoice& choice) { return choice.measure == Measure::merge; });
}

}  // namespace zhengshe::sim
