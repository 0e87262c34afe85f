// A number that can answer "says who?".
#pragma once

#include <cstdint>
#include <string>

#include "model/ids.h"

namespace zhengshe::model {

// reported: the newspaper report; found: another named source; derived: arithmetic from those;
// assumed: nobody documents it (MODEL.md, head).
enum class Provenance : std::uint8_t { assumed, derived, found, reported };

// A value in the unit that its field's table gives. `low` and `high` bound an owner's estimate (5 % and
// 95 %); both equal `value` where the value is taken as it stands.
struct Quantity {
  double value = 0;
  double low = 0;
  double high = 0;
  Provenance provenance = Provenance::assumed;
  SourceId source;
  std::string note;

  bool is_estimate() const { return low != value || high != value; }
  bool operator==(const Quantity&) const = default;
};

inline Quantity exact(double value, Provenance provenance = Provenance::assumed, SourceId source = {}) {
  return {value, value, value, provenance, source, {}};
}

}  // namespace zhengshe::model
