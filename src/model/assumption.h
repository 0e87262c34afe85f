// The coefficients of the model as editable assumptions with ranges and sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/enumeration.h"
#include "model/quantity.h"
#include "model/text.h"

namespace zhengshe::model {

enum class Coefficient : std::uint8_t {
#define X(id, ...) id,
#include "model/coefficients.inc"
#undef X
};

#define X(id, ...) +1
inline constexpr std::size_t kCoefficientCount = 0
#include "model/coefficients.inc"
    ;
#undef X

template <>
struct EnumIds<Coefficient> {
  static constexpr std::array<std::string_view, kCoefficientCount> kIds{
#define X(id, ...) #id,
#include "model/coefficients.inc"
#undef X
  };
};

enum class Distribution : std::uint8_t { fixed, uniform, triangular, normal, lognormal };

template <>
struct EnumIds<Distribution> {
  static constexpr std::array<std::string_view, 5> kIds{"fixed", "uniform", "triangular", "normal", "lognormal"};
};

struct Assumption {
  Quantity quantity;  // value = centre; low and high as the distribution reads them
  Distribution distribution = Distribution::fixed;
  UnknownMembers unknown;

  bool operator==(const Assumption&) const = default;
};

using Assumptions = PerEnum<Coefficient, Assumption>;

// What the program itself says of a coefficient when a scenario does not.
struct CoefficientInfo {
  double value;
  double low;
  double high;
  Distribution distribution;
  std::string_view unit;
  Provenance provenance;
  std::string_view source_key;
};

const CoefficientInfo& info(Coefficient coefficient);

}  // namespace zhengshe::model
