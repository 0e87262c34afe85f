#include "app/point_work.h"

#include <algorithm>

#include "io/scenario_json.h"

namespace zhengshe::app {
namespace {

constexpr std::size_t kPointsOfErrand = 12;  // about a tenth of a second of Kunming

}  // namespace

void PointWork::begin(const model::Scenario& scenario, Errand errand, std::size_t count, std::size_t width) {
  if (scenario != scenario_) scenario_ = scenario, text_.clear();
  errand_ = std::move(errand);
  width_ = width;
  set_out(count);
  values_.assign(count * width, 0);
  have_.assign(count, 0);
}

void PointWork::forget() {
  set_out(0);
  values_.clear();
}

bool PointWork::step() {
  if (given_ >= wanted_) return false;
  const std::size_t point = given_++;
  return take(point, values_at(scenario_, errand_, point));
}

std::optional<Task> PointWork::hand_out() {
  if (given_ >= wanted_) return std::nullopt;
  if (text_.empty()) text_ = io::write_scenario(scenario_);
  errand_.first = given_;
  errand_.end = given_ = std::min(given_ + kPointsOfErrand, wanted_);
  return Task{stand_, write_request(errand_, {}, text_)};
}

bool PointWork::accept(std::size_t stand, std::string_view answer) {
  if (stand != stand_) return false;
  const std::optional<PointAnswer> read = read_points(answer);
  return read && read->values.size() % width_ == 0 && take(read->first, read->values);
}

void PointWork::take_back() { std::fill(have_.begin() + static_cast<std::ptrdiff_t>(done_), have_.end(), 0); }

bool PointWork::take(std::size_t first, std::span<const double> values) {
  const std::size_t count = values.size() / width_;
  if (first > wanted_ || count > wanted_ - first) return false;
  std::copy(values.begin(), values.end(), values_.begin() + static_cast<std::ptrdiff_t>(first * width_));
  std::fill_n(have_.begin() + static_cast<std::ptrdiff_t>(first), count, 1);
  const std::size_t before = done_;
  while (done_ < wanted_ && have_[done_] != 0) ++done_;
  return done_ > before && gather();
}

}  // namespace zhengshe::app
