// Identity of things a person can point at: small typed values, kept in the file, never reused.
#pragma once

#include <compare>
#include <cstdint>

namespace zhengshe::model {

// 0 means none. Two ids of different kinds do not compare or convert.
template <class Tag>
struct Id {
  std::uint32_t value = 0;

  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Id&) const = default;
};

using CooperativeId = Id<struct CooperativeTag>;
using WorkshopId = Id<struct WorkshopTag>;
using TradeId = Id<struct TradeTag>;
using ZoneId = Id<struct ZoneTag>;
using PointId = Id<struct PointTag>;
using PlanId = Id<struct PlanTag>;
using BatchId = Id<struct BatchTag>;
using ClaimId = Id<struct ClaimTag>;
using ObservationId = Id<struct ObservationTag>;

// Position + 1 in Scenario::sources; 0 means no source given.
using SourceId = Id<struct SourceTag>;

// The built-in plan in which nobody is treated. It has no entry in a scenario.
inline constexpr PlanId kLeftAlone{};

}  // namespace zhengshe::model
