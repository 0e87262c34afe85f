// An edit is a value; applying it gives a new scenario or says why not, all or nothing. The same function
// tells whether a control is enabled.
#pragma once

#include <concepts>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/edit_kinds.h"

namespace zhengshe::app {

template <class T>
concept EditKind = requires(const T& kind, model::Scenario& scenario) {
  { T::kLabel } -> std::convertible_to<Key>;
  { carry_out(kind, scenario) } -> std::same_as<model::Issues>;
};

/// An edit of any kind. Never changes once made; copies share it, so whoever passes it on needs to know no kind.
class Edit {
 public:
  template <EditKind Kind>
  Edit(Kind kind) : held_(std::make_shared<const Of<Kind>>(std::move(kind))) {}

  model::Issues carry_out(model::Scenario& scenario) const { return held_->carry_out_on(scenario); }
  /// What the edit does, for the undo button.
  std::string label(Language language) const { return held_->label(language); }

 private:
  struct Held {
    virtual ~Held() = default;
    virtual model::Issues carry_out_on(model::Scenario& scenario) const = 0;
    virtual std::string label(Language language) const = 0;
  };
  template <class Kind>
  struct Of : Held {
    Kind kind;
    explicit Of(Kind given) : kind(std::move(given)) {}
    model::Issues carry_out_on(model::Scenario& scenario) const override { return zhengshe::app::carry_out(kind, scenario); }
    std::string label(Language language) const override {
      if constexpr (requires { kind.quantity; }) return fill(tr(language, Kind::kLabel), {name_of(language, kind.quantity)});
      else return std::string(tr(language, Kind::kLabel));
    }
  };

  std::shared_ptr<const Held> held_;
};

using EditResult = std::variant<model::Scenario, model::Issues>;

/// Precondition: the scenario is valid. The result is valid too, or the issues say why there is none.
EditResult apply(const model::Scenario& scenario, const Edit& edit);

/// Several edits one after another as one: all of them, or none.
EditResult apply(const model::Scenario& scenario, const std::vector<Edit>& edits);

}  // namespace zhengshe::app
