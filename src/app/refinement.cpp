#include "app/refinement.h"

#include <algorithm>

#include "io/scenario_json.h"

namespace zhengshe::app {
namespace {

constexpr std::size_t kShownAfter[] = {4, 16, 64, 256};  // replications at which a better picture is shown

struct Pace {
  std::size_t first_shown;  // replications that are shown first: bands within a tenth of a second, claims once they say something
  std::size_t errand;       // replications that a helper is given at once: about a tenth of a second of Kunming
};
constexpr Pace pace_of(Purpose purpose) { return purpose == Purpose::bands ? Pace{4, 16} : Pace{16, 4}; }

bool is_about_merging(const model::Claim& claim) { return claim.kind == model::ClaimKind::merging_harms; }

}  // namespace

void Refinement::set_merging(std::function<model::Scenario()> read) {
  read_merging_ = std::move(read);
  merging_.reset();
  merging_text_.clear();
}

void Refinement::restart(const model::Scenario& scenario, model::PlanId plan) {
  scenario_ = scenario;
  text_.clear();
  plan_ = plan;
  fresh_ = false;
  const bool pointless = scenario.cooperatives.empty() || (purpose_ == Purpose::claims && scenario.claims.empty());
  set_out(pointless || !fits_in_frame(scenario) ? 0 : static_cast<std::size_t>(count_));
  digests_.assign(wanted_, std::nullopt);
  here_ = shown_ = 0;
  given_ = first_stage();
  if (wanted_ == 0) {
    result_.reset();
    claims_.clear();
  }
  merges_ = purpose_ == Purpose::claims && std::any_of(scenario.claims.begin(), scenario.claims.end(), is_about_merging);
}

void Refinement::read_merging() {
  if (merges_ && !merging_ && read_merging_) merging_ = read_merging_();
}

// What is seen at once is made here; claims are not waited for.
std::size_t Refinement::first_stage() const { return purpose_ == Purpose::bands ? std::min(pace_of(purpose_).first_shown, wanted_) : 0; }

study::ReplicationOptions Refinement::options(std::size_t count) const {
  return replication_options(scenario_, {.purpose = purpose_, .plan = plan_, .end = count}, merges_ && merging_ ? &*merging_ : nullptr);
}

bool Refinement::step() {
  if (!has_step(false)) return false;
  read_merging();
  const auto replication = static_cast<int>(here_ < first_stage() ? here_++ : given_++);
  return take(study::replicate_one(scenario_, options(wanted_), replication)) && gather();
}

std::optional<Task> Refinement::hand_out() {
  if (given_ >= wanted_) return std::nullopt;
  read_merging();
  if (text_.empty()) text_ = io::write_scenario(scenario_);
  if (merging_ && merging_text_.empty()) merging_text_ = io::write_scenario(*merging_);
  const Errand errand{.purpose = purpose_, .plan = plan_, .first = given_, .end = std::min(given_ + pace_of(purpose_).errand, wanted_)};
  given_ = errand.end;
  return Task{stand_, write_request(errand, merges_ ? merging_text_ : std::string_view(), text_)};
}

bool Refinement::accept(std::size_t stand, std::string_view answer) {
  if (stand != stand_) return false;
  bool further = false;
  for (study::Digest& digest : read_answer(answer)) further = take(std::move(digest)) || further;
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

void Refinement::take_back() {
  std::fill(digests_.begin() + static_cast<std::ptrdiff_t>(done_), digests_.end(), std::nullopt);
  given_ = std::max(given_, first_stage());
}

// Shows the highest stage that is reached; false where it is shown already.
bool Refinement::gather() {
  std::size_t stage = is_done() ? wanted_ : 0;
  for (const std::size_t possible : kShownAfter)
    if (possible <= done_ && possible >= pace_of(purpose_).first_shown) stage = std::max(stage, possible);
  if (stage <= shown_) return false;
  shown_ = stage;
  result_.emplace(scenario_, options(stage));
  spreads_.forget();
  for (std::size_t i = 0; i < stage; ++i) result_->add(*digests_[i]);
  if (is_done()) digests_.clear();
  fresh_ = true;
  claims_.clear();
  for (std::size_t i = 0; purpose_ == Purpose::claims && i < scenario_.claims.size(); ++i)
    claims_.push_back(study::judge(scenario_.claims[i], result_->sightings(i)));
  return true;
}

}  // namespace zhengshe::app
