#include "app/record_form.h"

#include <algorithm>
#include <limits>

#include "io/json.h"

namespace zhengshe::app {
namespace {

using Kind = Field::Kind;

std::optional<double> read_double(std::string_view text) {
  model::Issues issues;
  const std::optional<io::json::Document> document = io::json::parse(text, issues);
  return document && document->root().is(io::json::Kind::number) ? std::optional(document->root().number()) : std::nullopt;
}

std::optional<int> read_int(std::string_view text) {
  const std::optional<double> value = read_double(text);
  constexpr double kMost = std::numeric_limits<int>::max();
  if (!value || *value < -kMost || *value > kMost || *value != static_cast<int>(*value)) return std::nullopt;
  return static_cast<int>(*value);
}

Field numeric(std::string_view id, std::string_view label, double value, const model::NumberField& bounds) {
  return {std::string(id), std::string(label), Kind::number, io::json::number_text(value), {}, bounds.low, bounds.high, bounds.whole};
}

Field plain(std::string_view id, std::string_view label, Kind kind, std::string value) {
  return {std::string(id), std::string(label), kind, std::move(value), {}, 0, 0, true};
}

}  // namespace

std::optional<std::string> RecordForm::entry(Field field) {
  if (id_) return *id_ == field.id ? std::optional(entered_) : std::nullopt;
  fields_.push_back(std::move(field));
  return std::nullopt;
}

bool RecordForm::number(std::string_view id, std::string_view label, double& value, const model::NumberField& bounds) {
  const std::optional<std::string> entered = entry(numeric(id, label, value, bounds));
  const std::optional<double> read = entered ? read_double(*entered) : std::nullopt;
  if (read) value = *read;
  return read.has_value();
}

bool RecordForm::number(std::string_view id, std::string_view label, int& value, const model::NumberField& bounds) {
  const std::optional<std::string> entered = entry(numeric(id, label, value, bounds));
  const std::optional<int> read = entered ? read_int(*entered) : std::nullopt;
  if (read) value = *read;
  return read.has_value();
}

bool RecordForm::text(std::string_view id, std::string_view label, std::string& value) {
  std::optional<std::string> entered = entry(plain(id, label, Kind::text, value));
  if (!entered) return false;
  value = std::move(*entered);
  return true;
}

bool RecordForm::text(std::string_view id, std::string_view label, model::Text& value) {
  const bool english = text(std::string(id) + "/en", fill(word(Key::in_english), {label}), value.en);
  return text(std::string(id) + "/zh", fill(word(Key::in_chinese), {label}), value.zh) || english;
}

bool RecordForm::date(std::string_view id, std::string_view label, model::Date& value) {
  const std::optional<std::string> entered = entry(plain(id, label, Kind::date, model::format_date(value)));
  const std::optional<model::Date> read = entered ? model::parse_date(*entered) : std::nullopt;
  if (read) value = *read;
  return read.has_value();
}

bool RecordForm::tick(std::string_view id, std::string_view label, bool& value) {
  const std::optional<std::string> entered = entry(plain(id, label, Kind::tick, value ? "on" : ""));
  if (!entered || (*entered != "on" && !entered->empty())) return false;
  value = *entered == "on";
  return true;
}

bool RecordForm::choice(std::string_view id, std::string_view label, std::uint32_t& value, std::vector<Field::Choice> choices) {
  Field field = plain(id, label, Kind::choice, std::to_string(value));
  field.choices = choices;
  const std::optional<std::string> entered = entry(std::move(field));
  const auto offered = [&](const Field::Choice& one) { return entered && one.value == *entered; };
  if (std::none_of(choices.begin(), choices.end(), offered)) return false;
  const std::optional<int> read = read_int(*entered);
  if (read) value = static_cast<std::uint32_t>(*read);
  return read.has_value();
}

bool RecordForm::quantity(std::string_view label, model::Quantity& value, const model::NumberField& bounds) {
  bool written = false;
  if (number("value", label, value.value, bounds)) {
    value.low = std::min(value.low, value.value), value.high = std::max(value.high, value.value);
    written = true;
  }
  written = number("low", word(Key::low), value.low, bounds) || written;
  written = number("high", word(Key::high), value.high, bounds) || written;
  written = choice("provenance", word(Key::provenance), value.provenance) || written;
  std::vector<Field::Choice> sources{{"0", std::string(word(Key::none_chosen))}};
  for (std::size_t i = 0; i < sources_.size(); ++i) sources.push_back({std::to_string(i + 1), std::string(tr(language_, sources_[i].title))});
  written = choice("source", word(Key::source), value.source.value, std::move(sources)) || written;
  return text("note", word(Key::note), value.note) || written;
}

}  // namespace zhengshe::app
