// What drives the result: assumptions ranked by what they move, and what observations say about them.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app::views {

struct DriverRow {
  std::string name;
  std::string effect;         // of its whole range, others somewhere in theirs; with a sign
  float share = -1;           // of the variance, with interactions, 0..1; negative: not measured
  // Empty where not measured:
  std::string share_words;
  std::string range;          // of the share, 90 %
  std::string alone;          // share without interactions
};

struct DriversView {
  std::string state;          // what is done, and how far it is
  std::vector<DriverRow> rows;
};

DriversView drivers(const Session& session);

struct FittedRow {
  std::string name;
  std::string documented;     // low … value … high
  std::string fitted;
  bool learned = false;       // the fitted range is less than four fifths of the documented one
};

struct FitView {
  std::string state;
  std::vector<std::string> targets;  // what it was fitted to, and what was left out
  std::vector<FittedRow> rows;       // what was learned most about, first
};

FitView fit(const Session& session);

}  // namespace zhengshe::app::views
