// Keeps a view model until what it was made from changes, so that a frame does not compute it again.
#pragma once

#include <optional>
#include <tuple>
#include <utility>

#include "app/session.h"

namespace zhengshe::ui {

/// What every view model depends on.
struct Moment {
  std::size_t stamp = 0;  // of results: another one for every document, too
  model::PlanId plan;
  int day = 0;
  app::Language language = app::Language::en;
  model::CooperativeId selected;

  bool operator==(const Moment&) const = default;
};

inline Moment moment_of(const app::Session& session) {
  return {session.stamp(), session.plan_id(), session.day(), session.language(), session.selected()};
}

template <class Value, class... Parts>
class Memo {
 public:
  /// The value for this moment and these parts; `make` is called when either is new.
  template <class Make>
  const Value& get(const app::Session& session, std::tuple<Parts...> parts, Make make) {
    std::pair<Moment, std::tuple<Parts...>> key{moment_of(session), std::move(parts)};
    if (!value_ || key != key_) {
      value_ = make();
      key_ = std::move(key);
    }
    return *value_;
  }

 private:
  std::optional<Value> value_;
  std::pair<Moment, std::tuple<Parts...>> key_;
};

/// The same for what depends neither on the day nor on replications: it is made anew for another document, plan or
/// language only.
template <class Value, class... Parts>
class Kept {
 public:
  template <class Make>
  const Value& get(const app::Session& session, std::tuple<Parts...> parts, Make make) {
    Key key{session.document(), session.version(), session.plan_id(), session.language(), std::move(parts)};
    if (!value_ || key != key_) {
      value_ = make();
      key_ = std::move(key);
    }
    return *value_;
  }

 private:
  using Key = std::tuple<std::size_t, std::size_t, model::PlanId, app::Language, std::tuple<Parts...>>;
  std::optional<Value> value_;
  Key key_;
};

}  // namespace zhengshe::ui
