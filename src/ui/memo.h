// Keeps a view model until what it was made from changes, so that a frame does not compute it again.
#pragma once

#include <optional>
#include <tuple>
#include <utility>

#include "app/session.h"

namespace zhengshe::ui {

/// What a view model can depend on, the less the better: the document and its centre run under the shown plan,
struct OfDocument {
  std::size_t document = 0;
  std::size_t version = 0;
  model::PlanId plan;
  app::Language language = app::Language::en;

  static OfDocument at(const app::Session& session) { return {session.document(), session.version(), session.plan_id(), session.language()}; }
  bool operator==(const OfDocument&) const = default;
};

/// what replications say of it, too,
struct OfResults {
  std::size_t stamp = 0;  // of results: another one for every document, too
  model::PlanId plan;
  app::Language language = app::Language::en;

  static OfResults at(const app::Session& session) { return {session.stamp(), session.plan_id(), session.language()}; }
  bool operator==(const OfResults&) const = default;
};

/// on a day,
struct OfDay {
  OfResults results;
  int day = 0;

  static OfDay at(const app::Session& session) { return {OfResults::at(session), session.day()}; }
  bool operator==(const OfDay&) const = default;
};

/// for the selected cooperative.
struct OfSelected {
  OfDay day;
  model::CooperativeId selected;

  static OfSelected at(const app::Session& session) { return {OfDay::at(session), session.selected()}; }
  bool operator==(const OfSelected&) const = default;
};

template <class Moment, class Value, class... Parts>
class Memo {
 public:
  /// The value for this moment and these parts; `make` is called when either is new.
  template <class Make>
  const Value& get(const app::Session& session, std::tuple<Parts...> parts, Make make) {
    std::pair<Moment, std::tuple<Parts...>> key{Moment::at(session), std::move(parts)};
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

}  // namespace zhengshe::ui
