// A form over a thing: each call names a field and the value behind it. A form that lists collects the fields; one
// that enters writes what was entered into the value it belongs to. One description serves reading and writing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/field.h"
#include "app/translate.h"
#include "model/evidence.h"
#include "model/fields.h"

namespace zhengshe::app {

class RecordForm {
 public:
  /// Lists.
  RecordForm(Language language, const std::vector<model::Source>& sources) : language_(language), sources_(sources) {}
  /// Enters the text into the field of this id.
  RecordForm(Language language, const std::vector<model::Source>& sources, std::string_view id, std::string_view entered)
      : language_(language), sources_(sources), id_(id), entered_(entered) {}

  /// Each is true when the value behind the field was written.
  bool number(std::string_view id, std::string_view label, double& value, const model::NumberField& bounds);
  bool number(std::string_view id, std::string_view label, int& value, const model::NumberField& bounds);
  bool text(std::string_view id, std::string_view label, std::string& value);
  bool text(std::string_view id, std::string_view label, model::Text& value);  // in both languages
  bool date(std::string_view id, std::string_view label, model::Date& value);
  bool tick(std::string_view id, std::string_view label, bool& value);
  bool choice(std::string_view id, std::string_view label, std::uint32_t& value, std::vector<Field::Choice> choices);
  template <class Enum>
  bool choice(std::string_view id, std::string_view label, Enum& value);
  /// Value, range, provenance, source and note. A value beyond the range widens it.
  bool quantity(std::string_view label, model::Quantity& value, const model::NumberField& bounds);

  std::string_view word(Key key) const { return tr(language_, key); }
  Language language() const { return language_; }
  std::vector<Field> take_fields() { return std::move(fields_); }

 private:
  // The entered text where it is for this field; a listing form adds the field instead.
  std::optional<std::string> entry(Field field);

  Language language_;
  const std::vector<model::Source>& sources_;
  std::vector<Field> fields_;
  std::optional<std::string> id_;
  std::string entered_;
};

template <class Enum>
bool RecordForm::choice(std::string_view id, std::string_view label, Enum& value) {
  std::vector<Field::Choice> choices;
  for (const Enum one : model::all_of<Enum>()) choices.push_back({std::to_string(static_cast<int>(one)), std::string(name_of(language_, one))});
  auto chosen = static_cast<std::uint32_t>(value);
  if (!choice(id, label, chosen, std::move(choices))) return false;
  value = static_cast<Enum>(chosen);
  return true;
}

}  // namespace zhengshe::app
