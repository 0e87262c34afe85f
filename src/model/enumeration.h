// Enumerations whose ids are part of the file format: one table gives both directions.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace zhengshe::model {

// Specialised per enumeration: `static constexpr std::array<std::string_view, N> kIds`, in enumerator order.
template <class Enum>
struct EnumIds;

template <class Enum>
inline constexpr std::size_t kCount = EnumIds<Enum>::kIds.size();

// The id of an enumerator in files and on the command line, snake_case.
template <class Enum>
constexpr std::string_view id_of(Enum value) {
  return EnumIds<Enum>::kIds[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> from_id(std::string_view id) {
  for (std::size_t i = 0; i < kCount<Enum>; ++i)
    if (EnumIds<Enum>::kIds[i] == id) return static_cast<Enum>(i);
  return std::nullopt;
}

// Every enumerator, in order, for loops.
template <class Enum>
constexpr std::array<Enum, kCount<Enum>> all_of() {
  std::array<Enum, kCount<Enum>> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Enum>(i);
  return values;
}

// An array with one element per enumerator, indexed by the enumerator.
template <class Enum, class T>
struct PerEnum : std::array<T, kCount<Enum>> {
  using Base = std::array<T, kCount<Enum>>;
  constexpr T& operator[](Enum e) { return Base::operator[](static_cast<std::size_t>(e)); }
  constexpr const T& operator[](Enum e) const { return Base::operator[](static_cast<std::size_t>(e)); }
};

}  // namespace zhengshe::model
