#include "app/fitting.h"

namespace zhengshe::app {
namespace {

constexpr std::size_t kCandidates = 1000;
constexpr double kShare = 0.05;  // of the candidates, those nearest to what was observed

}  // namespace

void Fitting::start(const model::Scenario& scenario, model::PlanId plan) {
  started_ = true;
  fit_.reset();
  targets_ = study::targets_of(scenario);
  const bool possible = plan && !targets_.empty() && fits_in_frame(scenario);
  begin(scenario, {.purpose = Purpose::candidates, .plan = plan}, possible ? kCandidates : 0, targets_.size());
}

void Fitting::clear() {
  started_ = false;
  targets_.clear();
  fit_.reset();
  forget();
}

bool Fitting::gather() {
  if (!is_done()) return false;
  fit_ = study::fit(scenario(), scenario().seed, targets_, values(), kShare);
  return true;
}

}  // namespace zhengshe::app
