#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "io/json.h"
#include "io/scenario_json.h"
#include "model/layout.h"

namespace zhengshe::io {
namespace {

using json::Document;
using json::Kind;
using json::Value;
using model::About;
using model::Presence;

// A scenario that no reader or edit has let in is a fault of the program. The page, which is built without
// exceptions, ends in its rescue page.
[[noreturn]] void refuse(const std::string& why) {
#ifdef __cpp_exceptions
  throw std::invalid_argument(why);
#else
  static_cast<void>(why);
  std::abort();
#endif
}

struct Output {
  json::Writer json;
  const std::vector<model::Source>& sources;
};

// Writes one record along its layout. `overlay` holds members that this version does not know, which belong
// into this record or, under a key that it does know, into the record there.
class RecordWriter {
 public:
  RecordWriter(Output& output, Value overlay) : output_(output), overlay_(overlay) {}

  void header() {
    plain("$schema", "./scenario.schema.json");
    plain("format", kFormat);
    plain("formatVersion", kFormatVersion);
  }
  void unknown(const model::UnknownMembers& members) {
    if (members.json.empty()) return;
    model::Issues issues;
    if (std::optional<Document> parsed = json::parse(members.json, issues)) {
      own_ = std::move(*parsed);
      overlay_ = own_.root();
    }
  }
  bool describes_all() const { return false; }

  template <class T>
  void field(std::string_view key, const T& value, const About& about, Presence presence) {
    const Value over = overlay_.find(key);
    known_.push_back(key);
    if (presence == Presence::rare && !over && value == T{}) return;
    output_.json.key(key);
    write(value, about, over);
  }

  // The members that no field named, in the order in which they were read.
  void finish() {
    if (!overlay_.is(Kind::object)) return;
    for (Value member = overlay_.first(); member; member = member.next()) {
      if (std::find(known_.begin(), known_.end(), member.key()) != known_.end()) continue;
      output_.json.key(member.key());
      output_.json.value(member);
    }
  }

 private:
  // A newer file keeps the mark of its own version, since its unknown members belong to that.
  void plain(std::string_view key, std::string_view text) {
    const Value over = overlay_.find(key);
    known_.push_back(key);
    output_.json.key(key);
    output_.json.string(over.is(Kind::string) ? over.text() : text);
  }

  template <class T>
  void write(const T& record, const About&, Value over)
    requires requires(RecordWriter& w, const T& t) { layout(w, t); }
  {
    output_.json.begin_object();
    RecordWriter inner(output_, over);
    layout(inner, record);
    inner.finish();
    output_.json.end_object();
  }
  template <class T>
  void write(const std::vector<T>& list, const About& about, Value) {
    output_.json.begin_array();
    for (const T& element : list) write(element, about, {});
    output_.json.end_array();
  }
  template <class T>
  void write(const std::optional<T>& value, const About& about, Value over) {
    if (value) write(*value, about, over);
    else output_.json.null();
  }
  template <class Tag>
  void write(const model::Id<Tag>& id, const About&, Value) {
    output_.json.number(id.value);
  }
  template <class T>
  void write(const T& value, const About&, Value)
    requires std::is_enum_v<T>
  {
    output_.json.string(model::id_of(value));
  }
  void write(bool value, const About&, Value) { output_.json.boolean(value); }
  void write(int value, const About&, Value) { output_.json.number(value); }
  void write(std::uint32_t value, const About&, Value) { output_.json.number(value); }
  void write(std::uint64_t value, const About&, Value) {
    if (static_cast<double>(value) <= json::kLargestWhole) output_.json.number(static_cast<double>(value));
    else output_.json.string(std::to_string(value));
  }
  void write(double value, const About&, Value) {
    if (!std::isfinite(value)) refuse("a number of " + std::string(known_.back()) + " is not finite");
    output_.json.number(value);
  }
  void write(const std::array<double, 12>& values, const About& about, Value) {
    output_.json.begin_array();
    for (const double value : values) write(value, about, {});
    output_.json.end_array();
  }
  void write(model::Date date, const About&, Value) { output_.json.string(model::format_date(date)); }
  void write(const std::string& text, const About&, Value) { output_.json.string(text); }

  void write(const model::Text& text, const About&, Value over) {
    if (!over && text.en == text.zh) return output_.json.string(text.en);
    output_.json.begin_object();
    RecordWriter inner(output_, over);
    inner.field("en", text.en, {"", ""}, Presence::usual);
    inner.field("zh", text.zh, {"", ""}, Presence::usual);
    inner.finish();
    output_.json.end_object();
  }

  void write(const model::Quantity& quantity, const About& about, Value over) {
    const bool bare = !over && !quantity.is_estimate() && quantity.provenance == model::Provenance::assumed && !quantity.source && quantity.note.empty();
    if (bare) return write(quantity.value, about, {});
    output_.json.begin_object();
    RecordWriter inner(output_, over);
    inner.quantity(quantity, about.number->unit, {});
    inner.finish();
    output_.json.end_object();
  }

  void write(const model::Assumption& assumption, const About&, Value over) { output_assumption(assumption, "1", over); }

  void write(const model::Assumptions& assumptions, const About&, Value over) {
    output_.json.begin_object();
    RecordWriter inner(output_, over);
    for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) {
      const std::string_view key = model::id_of(coefficient);
      inner.known_.push_back(key);
      output_.json.key(key);
      output_assumption(assumptions[coefficient], model::info(coefficient).unit, inner.overlay_.find(key));
    }
    inner.finish();
    output_.json.end_object();
  }

  void output_assumption(const model::Assumption& assumption, std::string_view unit, Value over) {
    output_.json.begin_object();
    RecordWriter inner(output_, over);
    inner.unknown(assumption.unknown);
    inner.quantity(assumption.quantity, unit, assumption.distribution);
    inner.finish();
    output_.json.end_object();
  }

  void quantity(const model::Quantity& quantity, std::string_view unit, std::optional<model::Distribution> distribution) {
    const About number(model::kOutcome, "");
    field("value", quantity.value, number, Presence::usual);
    if (quantity.is_estimate()) {
      field("low", quantity.low, number, Presence::usual);
      field("high", quantity.high, number, Presence::usual);
    }
    if (distribution) field("distribution", *distribution, number, Presence::usual);
    field("unit", std::string(unit), number, Presence::usual);
    field("provenance", quantity.provenance, number, Presence::usual);
    if (quantity.source) field("source", output_.sources.at(quantity.source.value - 1).key, number, Presence::usual);
    field("note", quantity.note, number, Presence::rare);
  }

  // A measure without particulars is just its name.
  void write(const model::MeasureChoice& choice, const About&, Value) {
    if (choice == model::MeasureChoice{choice.measure, 0, 0, {}, {}}) return output_.json.string(model::id_of(choice.measure));
    output_.json.begin_object();
    RecordWriter inner(output_, {});
    layout(inner, choice);
    inner.finish();
    output_.json.end_object();
  }

  void write(const model::SharedList<model::Cooperative>& list, const About& about, Value) {
    if (list.size() > kMostCooperativesAsObjects) return write_columns(list);
    output_.json.begin_array();
    for (const model::Cooperative& cooperative : list) write(cooperative, about, {});
    output_.json.end_array();
  }

  // Rows turned into columns; null where a cooperative has no such member.
  void write_columns(const model::SharedList<model::Cooperative>& list) {
    std::vector<std::pair<std::string, std::vector<std::string>>> columns;
    for (std::size_t row = 0; row < list.size(); ++row) {
      output_.json.begin_object(true);
      RecordWriter inner(output_, {});
      layout(inner, list[row]);
      inner.finish();
      for (json::Item& item : output_.json.take_object()) {
        auto column = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.first == item.key; });
        if (column == columns.end()) column = columns.insert(columns.end(), {item.key, {}});
        column->second.resize(row, "null");
        column->second.push_back(std::move(item.text));
      }
    }
    output_.json.begin_object();
    output_.json.key("columns");
    output_.json.begin_object();
    for (auto& [key, cells] : columns) {
      output_.json.key(key);
      output_.json.begin_array(true);
      cells.resize(list.size(), "null");
      for (std::string& cell : cells) output_.json.scalar(std::move(cell));
      output_.json.end_array();
    }
    output_.json.end_object();
    output_.json.end_object();
  }

  Output& output_;
  Value overlay_;
  Document own_;
  std::vector<std::string_view> known_;
};

}  // namespace

std::string write_scenario(const model::Scenario& scenario) {
  Output output{{}, scenario.sources};
  output.json.begin_object();
  RecordWriter writer(output, {});
  layout(writer, scenario);
  writer.finish();
  output.json.end_object();
  return std::move(output.json).finish();
}

}  // namespace zhengshe::io
