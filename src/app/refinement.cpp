#include "app/refinement.h"

#include <algorithm>
#include <charconv>

#include "io/scenario_json.h"
#include "study/shard.h"

namespace zhengshe::app {
namespace {

constexpr std::size_t kStages[] = {16, 64, 256};  // replications at which a first and a better picture is shown
constexpr std::size_t kErrandSize = 16;           // replications: about a tenth of a second of Kunming
constexpr std::int64_t kMostReplications = 1'000'000;

bool is_about_merging(const model::Claim& claim) { return claim.kind == model::ClaimKind::merging_harms; }

study::ReplicationOptions options_of(const model::Scenario& scenario, model::PlanId plan, std::size_t count, bool claims) {
  study::ReplicationOptions options;
  options.plan = plan;
  options.seed = scenario.seed;
  options.count = static_cast<int>(count);
  options.stride_days = study::kShardStrideDays;
  options.claims = claims;
  return options;
}

// Takes a number and the character after it off the front of the text; −1 where there is none.
std::int64_t take_number(std::string_view& text) {
  std::int64_t number = -1;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end == text.data() + text.size()) return -1;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
  return number;
}

}  // namespace

std::string Helper::run(std::string_view request) {
  const std::int64_t plan = take_number(request), first = take_number(request), end = take_number(request);
  if (plan < 0 || first < 0 || end <= first || end > kMostReplications) return {};
  const model::Scenario* scenario = read(request);
  if (scenario == nullptr) return {};
  const model::PlanId shown{static_cast<std::uint32_t>(plan)};
  return study::write_shard(study::make_shard(*scenario, 0, options_of(*scenario, shown, static_cast<std::size_t>(end), false), static_cast<int>(first),
                                              static_cast<int>(end), 1));
}

const model::Scenario* Helper::read(std::string_view text) {
  if (!scenario_ || text != text_) {
    scenario_ = io::read_scenario(text).scenario;
    text_ = text;
  }
  return scenario_ ? &*scenario_ : nullptr;
}

void Refinement::restart(const model::Scenario& scenario, model::PlanId plan) {
  scenario_ = scenario;
  text_.clear();
  plan_ = plan;
  ++stand_;
  merging_sightings_.clear();
  fresh_ = false;
  const double work = static_cast<double>(scenario.cooperatives.size()) * scenario.calendar.horizon_days;
  const bool pointless = scenario.cooperatives.empty() || (purpose_ == Purpose::claims && scenario.claims.empty());
  wanted_ = pointless || work > kMostCooperativeDaysInFrame ? 0 : static_cast<std::size_t>(count_);
  digests_.assign(wanted_, std::nullopt);
  here_ = done_ = shown_ = 0;
  given_ = first_stage();
  if (wanted_ == 0) {
    result_.reset();
    claims_.clear();
  }
  const bool merges = purpose_ == Purpose::claims && std::any_of(scenario.claims.begin(), scenario.claims.end(), is_about_merging);
  merging_ = merges && read_merging_ ? read_merging_() : model::Scenario();
}

std::size_t Refinement::first_stage() const { return std::min(kStages[0], wanted_); }

bool Refinement::step() {
  if (!has_step(false)) return false;
  const auto replication = static_cast<int>(here_ < first_stage() ? here_++ : given_++);
  if (!merging_.plans.empty()) {
    sim::RunOptions run;
    run.plan = merging_.plans.front().id;
    run.seed = scenario_.seed;
    run.replication = replication;
    merging_sightings_.push_back(study::sight_merging(merging_, sim::run(merging_, run)));
  }
  return take(study::replicate_one(scenario_, options_of(scenario_, plan_, wanted_, purpose_ == Purpose::claims), replication)) && gather();
}

std::optional<Errand> Refinement::hand_out() {
  if (given_ >= wanted_ || purpose_ != Purpose::bands) return std::nullopt;
  if (text_.empty()) text_ = io::write_scenario(scenario_);
  const std::size_t end = std::min(given_ + kErrandSize, wanted_);
  std::string head = std::to_string(plan_.value) + ' ' + std::to_string(given_) + ' ' + std::to_string(end) + '\n';
  given_ = end;
  return Errand{stand_, std::move(head) + text_};
}

bool Refinement::accept(std::size_t stand, std::string_view answer) {
  if (stand != stand_) return false;
  std::string reason;
  std::optional<study::Shard> shard = study::read_shard(answer, reason);
  if (!shard) return false;
  bool further = false;
  for (study::Digest& digest : shard->digests) further = take(std::move(digest)) || further;
  return further && gather();
}

// Keeps a replication; true where there are more without a gap.
bool Refinement::take(study::Digest digest) {
  const auto at = static_cast<std::size_t>(digest.replication);
  if (at >= digests_.size()) return false;
  digests_[at] = std::move(digest);
  const std::size_t before = done_;
  while (done_ < wanted_ && digests_[done_]) ++done_;
  return done_ > before;
}

void Refinement::stop() {
  ++stand_;
  wanted_ = given_ = here_ = done_;
}

// Shows the highest stage that is reached; false where it is shown already.
bool Refinement::gather() {
  std::size_t stage = is_done() ? wanted_ : 0;
  for (const std::size_t possible : kStages)
    if (possible <= done_) stage = std::max(stage, possible);
  if (stage <= shown_) return false;
  shown_ = stage;
  const bool claims = purpose_ == Purpose::claims;
  result_.emplace(scenario_, options_of(scenario_, plan_, stage, claims));
  for (std::size_t i = 0; i < stage; ++i) result_->add(*digests_[i]);
  if (is_done()) digests_.clear();
  fresh_ = true;
  claims_.clear();
  for (std::size_t i = 0; claims && i < scenario_.claims.size(); ++i) {
    const model::Claim& claim = scenario_.claims[i];
    claims_.push_back(study::judge(claim, is_about_merging(claim) ? merging_sightings_ : result_->sightings(i)));
  }
  return true;
}

}  // namespace zhengshe::app
