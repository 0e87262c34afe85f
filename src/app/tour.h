// A walk through what matters, step by step.
#pragma once

#include <array>

#include "app/intents.h"

namespace zhengshe::app {

// The part of the screen that a step is about.
enum class Landmark : std::uint8_t { views, time_line, inspector, view };

struct TourStep {
  View view;  // that is open meanwhile
  Landmark at;
  Key words;
};

inline constexpr std::array<TourStep, 5> kTour{{{View::overview, Landmark::views, Key::tour_views},
                                                {View::overview, Landmark::time_line, Key::tour_time},
                                                {View::cooperatives, Landmark::inspector, Key::tour_inspector},
                                                {View::batches, Landmark::view, Key::tour_batches},
                                                {View::evidence, Landmark::view, Key::tour_evidence}}};

}  // namespace zhengshe::app
