#include "sim/diagnosis.h"

#include <algorithm>

#include "sim/maths.h"

namespace zhengshe::sim {
namespace {

using model::Coefficient;
using model::Measure;
using model::Problem;

// An ordinary cooperative, for turning changes of log odds into changes of output: rework and seconds of 12 %
// (MODEL.md 3), φ = .3, seconds at .7 of the price. d ln(1 + φ·odds) = φ·odds/(1 + φ·odds) per log odds of rework.
constexpr double kUsualOdds = 0.12 / 0.88;
constexpr double kUsualReworkLoss = 0.3 * kUsualOdds / (1 + 0.3 * kUsualOdds);
constexpr double kUsualSecondsLoss = 0.12 * 0.88 * 0.3;
constexpr double kDaysPerYear = 365;

// Share of members' income that is surplus in an ordinary year; what lowering accumulation can hand out.
constexpr double kSurplusShare = 0.15;
// Fall of the residents' way where points open again, and what half of the goods means to them; log changes.
constexpr double kRepairConvenience = 0.5;
constexpr double kVarietyConvenience = 0.35;

// Falls of the log odds of rework and seconds, and a log gain of gross output, as an expectation.
Expectation from_odds(double gross, double rework_fall, double seconds_fall) {
  const double good = gross + kUsualReworkLoss * rework_fall;
  return {good, good + kUsualSecondsLoss * seconds_fall, 0.5 * (rework_fall + seconds_fall) * (1 - 0.12), 0};
}

Expectation from_practice(double gain, const Coefficients& believed) {
  return from_odds(believed[Coefficient::practice_gain] * gain, believed[Coefficient::rework_practice] * gain,
                   believed[Coefficient::seconds_practice] * gain);
}

// Mean over a year of something that halves in the given days.
double year_mean(double half_life_days) {
  const double decay = kLn2 * kDaysPerYear / half_life_days;
  return (1 - exp(-decay)) / decay;
}

Expectation from_election(const Coefficients& believed, const Circumstances& circumstances) {
  const double reach = believed[Coefficient::democracy_reach];
  const double size = believed[Coefficient::size_exponent] * log(std::max(1.0, circumstances.members) / 100);
  const double lasting = (believed[Coefficient::democracy_gain] + std::max(0.0, size)) * reach;
  const double surge = believed[Coefficient::surge] * year_mean(believed[Coefficient::surge_half_life]);
  return from_odds(lasting + surge, 0, 0);
}

// Dividing changes good output per member and, through size, rework.
Expectation from_division(const Circumstances& circumstances, const Coefficients& believed, double members, int parts) {
  const double good = division_gain(circumstances.size, members, parts);
  return {good, good, 0.5 * believed[Coefficient::rework_size] * log(parts) * (1 - 0.12), 0};
}

// Members as the belief about over-size has them, at least those of two.
double believed_members(const Circumstances& circumstances, double severity) {
  return std::max(2.0, best_members(circumstances.size) * exp(severity * log(kWorstOverSize)));
}

// Log points lost over a year to the dip of a measure.
Expectation disturbance_of(Measure measure, const Coefficients& believed) {
  const double lost = info(measure).disturbance * believed[Coefficient::dip] * year_mean(believed[Coefficient::dip_half_life]);
  return {-lost, -lost, 0, 0};
}

// What a division by trade does to size, good or bad: its cadres are needed twice.
Expectation size_effect_of_trades(const Circumstances& circumstances, const Coefficients& believed) {
  return from_division(circumstances, believed, circumstances.members, 2);
}

constexpr std::array<Measure, 10> kTreatments{Measure::divide_trades,    Measure::divide_size,        Measure::separate_repair,
                                              Measure::sound_bodies,     Measure::production_plan,    Measure::labour_organisation,
                                              Measure::quality_control,  Measure::re_election,        Measure::restore_varieties,
                                              Measure::lower_accumulation};

bool is_division(Measure measure) { return measure == Measure::divide_trades || measure == Measure::divide_size; }

Prospect prospect_of(Measure measure, const model::PerEnum<Problem, Prior>& beliefs, const Coefficients& believed,
                     const Circumstances& circumstances, const model::ObjectiveWeights& weights) {
  Prospect prospect;
  prospect.measure = measure;
  Expectation expected = disturbance_of(measure, believed);
  if (measure == Measure::divide_trades) expected += size_effect_of_trades(circumstances, believed);
  double variance = 0;
  double best = -1e300;
  for (const Problem problem : model::all_of<Problem>()) {
    if (measure_for(problem) != measure) continue;
    const Prior& belief = beliefs[problem];
    Expectation here;
    double slope = 0;
    if (problem == Problem::over_size) {
      const double members = believed_members(circumstances, belief.mean);
      prospect.parts = best_parts(circumstances.size, members);
      here = from_division(circumstances, believed, members, prospect.parts);
      slope = score(here, 0, weights) / std::max(belief.mean, 0.1);
    } else {
      const Expectation worst = expectation_at_worst(problem, believed, circumstances);
      here = belief.mean * worst;
      slope = score(worst, 0, weights);
    }
    expected += here;
    variance += slope * slope * belief.sd * belief.sd;
    prospect.serious = prospect.serious || belief.mean >= kSerious;
    if (const double worth = score(here, 0, weights); worth > best) {
      best = worth;
      prospect.problem = problem;
    }
  }
  const model::MeasureChoice choice{measure, prospect.parts, measure == Measure::separate_repair ? kRulePoints : 0, {}, {}};
  prospect.score = score(expected, team_days(choice, circumstances.members), weights);
  prospect.score_sd = square_root(variance);
  return prospect;
}

// Puts an item behind all that are not below it. A dozen items are sorted fastest while they are made.
template <class Item>
void insert_by(std::vector<Item>& items, const Item& item, double Item::*key) {
  auto at = items.end();
  while (at != items.begin() && at[-1].*key < item.*key) --at;
  items.insert(at, item);
}

std::vector<Finding> rank(const Severities& truth, const Severities& observed) {
  std::vector<Finding> findings;
  findings.reserve(model::kCount<Problem>);
  for (const Problem problem : model::all_of<Problem>()) insert_by(findings, {problem, observed[problem], truth[problem]}, &Finding::severity);
  return findings;
}

bool worth_taking(const Prospect& prospect) {
  return prospect.serious && prospect.score > 0 && (prospect.measure != Measure::divide_size || prospect.parts >= 2);
}

}  // namespace

Expectation& Expectation::operator+=(const Expectation& other) {
  output += other.output;
  income += other.income;
  quality += other.quality;
  convenience += other.convenience;
  return *this;
}

Expectation operator*(double factor, const Expectation& e) {
  return {factor * e.output, factor * e.income, factor * e.quality, factor * e.convenience};
}

double score(const Expectation& expectation, double days, const model::ObjectiveWeights& weights) {
  return weights.output * expectation.output / kStandardOutput + weights.income * expectation.income / kStandardIncome +
         weights.quality * expectation.quality / kStandardQuality +
         weights.convenience * expectation.convenience / kStandardConvenience - weights.team_cost * days / kStandardTeamDays;
}

Measure measure_for(Problem problem) {
  switch (problem) {
    case Problem::mixed_trades:
    case Problem::dispersed_sites: return Measure::divide_trades;
    case Problem::over_size: return Measure::divide_size;
    case Problem::repair_withdrawn: return Measure::separate_repair;
    case Problem::unsound_bodies: return Measure::sound_bodies;
    case Problem::no_production_plan: return Measure::production_plan;
    case Problem::unreasonable_labour_organisation: return Measure::labour_organisation;
    case Problem::undemocratic_leadership: return Measure::re_election;
    case Problem::lost_varieties: return Measure::restore_varieties;
    case Problem::excessive_accumulation: return Measure::lower_accumulation;
    case Problem::poor_quality_control: return Measure::quality_control;
  }
  return Measure::production_plan;
}

Expectation expectation_at_worst(Problem problem, const Coefficients& believed, const Circumstances& circumstances) {
  switch (problem) {
    case Problem::mixed_trades:
      return from_odds(believed[Coefficient::mixed_trades] * kWorstDiversity, believed[Coefficient::rework_mixed] * kWorstDiversity, 0);
    case Problem::dispersed_sites: return from_odds(believed[Coefficient::distance_loss] * kWorstDistanceKm, 0, 0);
    case Problem::over_size: {
      const double members = believed_members(circumstances, 1);
      return from_division(circumstances, believed, members, best_parts(circumstances.size, members));
    }
    case Problem::repair_withdrawn: return {0, 0, 0, kRepairConvenience};
    case Problem::unsound_bodies:
    case Problem::no_production_plan:
    case Problem::unreasonable_labour_organisation: return from_practice(believed[Coefficient::practice_reach] / 3, believed);
    case Problem::undemocratic_leadership: return from_election(believed, circumstances);
    case Problem::lost_varieties: {
      const double lost = -circumstances.changeover_loss * kWorstLostVarieties * circumstances.repertoire;
      return {lost, lost, 0, kVarietyConvenience};
    }
    case Problem::excessive_accumulation: return {0, (1 - kAccumulationKept) * kWorstAccumulation * kSurplusShare, 0, 0};
    case Problem::poor_quality_control: {
      const double gain = believed[Coefficient::control_gain];
      return from_odds(0, believed[Coefficient::rework_control] * gain, believed[Coefficient::seconds_control] * gain);
    }
  }
  return {};
}

std::vector<Prospect> prospects(const model::PerEnum<Problem, Prior>& beliefs, const Coefficients& believed,
                                const Circumstances& circumstances, const model::ObjectiveWeights& weights) {
  std::vector<Prospect> all;
  all.reserve(kTreatments.size());
  for (const Measure measure : kTreatments) insert_by(all, prospect_of(measure, beliefs, believed, circumstances, weights), &Prospect::score);
  return all;
}

double probability_right(const std::vector<Prospect>& all, std::size_t which) {
  const Prospect& chosen = all[which];
  const auto others_below = [&](double value) {
    double product = 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == which) continue;
      const double gap = value - all[i].score;
      product *= all[i].score_sd > 0 ? normal_cdf(gap / all[i].score_sd) : (gap >= 0 ? 1.0 : 0.0);
    }
    return product;
  };
  if (!(chosen.score_sd > 0)) return others_below(chosen.score);
  constexpr int kSteps = 400;
  constexpr double kReach = 8;
  constexpr double kStep = 2 * kReach / kSteps;
  double sum = 0;
  for (int i = 0; i <= kSteps; ++i) {
    const double z = -kReach + i * kStep;
    const double weight = i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2;
    sum += weight * 0.3989422804014327 * exp(-0.5 * z * z) * others_below(chosen.score + chosen.score_sd * z);
  }
  return std::clamp(sum * kStep / 3, 0.0, 1.0);
}

model::PerEnum<Problem, Prior> beliefs_after(const Severities& observed, double noise) {
  model::PerEnum<Problem, Prior> beliefs;
  for (const Problem problem : model::all_of<Problem>()) beliefs[problem] = posterior(prior(problem), observed[problem], noise);
  return beliefs;
}

Diagnosis diagnose(const Severities& truth, const Severities& observed, double noise, const Coefficients& believed,
                   const Circumstances& circumstances, const model::ObjectiveWeights& weights) {
  Diagnosis diagnosis;
  diagnosis.findings = rank(truth, observed);
  std::vector<Prospect> taken = prospects(beliefs_after(observed, noise), believed, circumstances, weights);
  taken.erase(std::remove_if(taken.begin(), taken.end(), [](const Prospect& p) { return !worth_taking(p); }), taken.end());
  if (taken.empty()) return diagnosis;
  const auto at = std::find_if(diagnosis.findings.begin(), diagnosis.findings.end(),
                               [&](const Finding& finding) { return finding.problem == taken.front().problem; });
  diagnosis.main_problem = static_cast<int>(at - diagnosis.findings.begin());
  bool divided = false;
  for (const Prospect& prospect : taken) {
    if (diagnosis.measures.size() == kMostMeasures || (divided && is_division(prospect.measure))) continue;
    divided = divided || is_division(prospect.measure);
    diagnosis.measures.push_back({prospect.measure, prospect.measure == Measure::divide_size ? prospect.parts : 0,
                                  prospect.measure == Measure::separate_repair ? kRulePoints : 0, {}, {}});
  }
  return diagnosis;
}

}  // namespace zhengshe::sim
