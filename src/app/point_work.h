// Work whose parts are points: each is a run of the document that gives a few numbers.
#pragma once

#include <span>
#include <vector>

#include "app/errand.h"
#include "app/work.h"
#include "model/scenario.h"

namespace zhengshe::app {

class PointWork : public Work {
 public:
  bool has_step(bool helped) const override { return !helped && given_ < wanted_; }
  bool step() override;
  std::optional<Task> hand_out() override;
  bool accept(std::size_t stand, std::string_view answer) override;

 protected:
  // Begins with points 0 … count − 1 of the errand, each of `width` numbers.
  void begin(const model::Scenario& scenario, Errand errand, std::size_t count, std::size_t width);
  void forget();

  // Called when done() grew. True where there is something to show.
  virtual bool gather() = 0;

  const model::Scenario& scenario() const { return scenario_; }
  std::span<const double> values() const { return {values_.data(), done_ * width_}; }  // of the points that are done

 private:
  bool take(std::size_t first, std::span<const double> values);
  void take_back() override;

  model::Scenario scenario_;
  std::string text_;  // of the scenario, once a helper needed it
  Errand errand_;
  std::size_t width_ = 1;
  std::vector<double> values_;  // [point × width + number]
  std::vector<char> have_;      // by point
};

}  // namespace zhengshe::app
