// Replications of the open document: one after another within what a frame allows, or by helpers beside the page.
// Bands and probabilities appear early and are replaced by better ones.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/errand.h"
#include "app/work.h"
#include "model/scenario.h"
#include "study/replications.h"
#include "study/spread.h"

namespace zhengshe::app {

class Refinement : public Work {
 public:
  Refinement(Purpose purpose, int count) : purpose_(purpose), count_(count) {}

  // From the next restart on.
  void set_count(int count) { count_ = count; }

  // Where to read the merging itself, simulated for a claim that asks for it; without it such a claim stays unheld.
  void set_merging(std::function<model::Scenario()> read);

  // Begins anew. What was found before stays to be shown, no longer fresh, until something new is there.
  void restart(const model::Scenario& scenario, model::PlanId plan);

  // Helpers do all but the first stage.
  bool has_step(bool helped) const override { return here_ < first_stage() || (!helped && given_ < wanted_); }

  bool step() override;
  std::optional<Task> hand_out() override;
  bool accept(std::size_t stand, std::string_view answer) override;

  // The best so far, complete for its count; null where there is none yet. Not fresh = of an earlier document.
  const study::Ensemble* result() const { return result_ ? &*result_ : nullptr; }
  bool is_fresh() const { return fresh_; }

  // What result() says of a metric on its kept day at `position`. Precondition: result() is not null.
  const study::Spread& spread(model::Metric metric, std::size_t position) const { return spreads_.of(*result_, metric, position); }

  // Of Purpose::claims: by position of the claim in the document that result() is about.
  const std::vector<study::ClaimResult>& claims() const { return claims_; }

 private:
  std::size_t first_stage() const;
  study::ReplicationOptions options(std::size_t count) const;
  bool take(study::Digest digest);
  void take_back() override;
  void read_merging();
  bool gather();

  Purpose purpose_;
  int count_;
  model::Scenario scenario_;
  std::string text_;  // of the scenario, once a helper needed it
  std::function<model::Scenario()> read_merging_;
  bool merges_ = false;                     // a claim asks for the merging itself
  std::optional<model::Scenario> merging_;  // once it was needed
  std::string merging_text_;
  model::PlanId plan_;
  std::vector<std::optional<study::Digest>> digests_;  // by replication
  std::size_t here_ = 0;   // of the first stage, made by step(); those after it are given
  std::size_t shown_ = 0;  // in result_, where it is fresh
  std::optional<study::Ensemble> result_;
  mutable study::Spreads spreads_;  // of result_
  std::vector<study::ClaimResult> claims_;
  bool fresh_ = false;
};

}  // namespace zhengshe::app
