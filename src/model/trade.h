// A trade: what its members make and how it behaves (MODEL.md 2).
#pragma once

#include <array>
#include <cstdint>

#include "model/enumeration.h"
#include "model/ids.h"
#include "model/quantity.h"
#include "model/text.h"

namespace zhengshe::model {

enum class TradeQuantity : std::uint8_t {
  base_output,      // yuan at firsts' prices per producing member and working day
  material_share,   // of gross output, 0..1
  base_rework,      // r0, share, 0..1
  base_seconds,     // d0, share, 0..1
  price_of_second,  // relative to a first, 0..1
  rework_labour,    // φ, labour of a rework relative to the original work
  complementarity,  // κ, 1.5 independent work … 0.5 team work
  changeover_loss,  // share of output lost per variety
};

template <>
struct EnumIds<TradeQuantity> {
  static constexpr std::array<std::string_view, 8> kIds{"baseOutput",    "materialShare", "baseRework",      "baseSeconds",
                                                        "priceOfSecond", "reworkLabour",  "complementarity", "changeoverLoss"};
};

struct Trade {
  TradeId id;
  Text name;
  PerEnum<TradeQuantity, Quantity> quantities;
  std::array<double, 12> season{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};  // multiplier by month, January first
  int relatedness_group = 0;  // trades of one group count as related work
  UnknownMembers unknown;

  double operator[](TradeQuantity quantity) const { return quantities[quantity].value; }
  bool operator==(const Trade&) const = default;
};

}  // namespace zhengshe::model
