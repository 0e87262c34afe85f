#include "io/schema.h"

#include <algorithm>
#include <string>
#include <vector>

#include "io/json.h"
#include "io/scenario_json.h"
#include "model/layout.h"

namespace zhengshe::io {
namespace {

using model::About;
using model::Presence;

// Walks the layout of a record and writes the schema of each member.
class SchemaWriter {
 public:
  explicit SchemaWriter(json::Writer& writer) : writer_(writer) {}

  bool describes_all() const { return true; }
  void unknown(const model::UnknownMembers&) {}
  void header() {
    begin_member("$schema", "Where editors find this schema", "\"./scenario.schema.json\"");
    text("type", "string");
    writer_.end_object();
    constant("format", kFormat, "Tells scenario files from other JSON");
    begin_member("formatVersion", "Version of the format, major.minor.patch", json::quotation_of(kFormatVersion));
    text("type", "string");
    text("pattern", "^" + std::string(kFormatVersion.substr(0, kFormatVersion.find('.'))) + "\\.[0-9]+\\.[0-9]+$");
    writer_.end_object();
    required_.insert(required_.end(), {"format", "formatVersion"});
  }

  template <class T>
  void field(std::string_view key, const T& value, const About& about, Presence presence) {
    begin_member(key, about.meaning, about.example);
    describe(value, about);
    writer_.end_object();
    if (presence == Presence::required) required_.emplace_back(key);
  }

  // An object with the members of the record's layout; others are allowed, since newer programs write them.
  template <class T>
  void record(const T& value) {
    text("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    SchemaWriter inner(writer_);
    layout(inner, value);
    writer_.end_object();
    if (inner.required_.empty()) return;
    writer_.key("required");
    writer_.begin_array();
    for (const std::string& key : inner.required_) writer_.string(key);
    writer_.end_array();
  }

 private:
  void begin_member(std::string_view key, std::string_view meaning, std::string_view example) {
    writer_.key(key);
    writer_.begin_object();
    text("description", meaning);
    writer_.key("examples");
    writer_.begin_array();
    model::Issues issues;
    const auto parsed = json::parse(example, issues);
    if (parsed) writer_.value(parsed->root());
    writer_.end_array();
  }
  // A member that can only have this one value, which editors then propose.
  void constant(std::string_view key, std::string_view value, std::string_view meaning) {
    begin_member(key, meaning, json::quotation_of(value));
    text("type", "string");
    text("const", value);
    writer_.end_object();
  }
  void text(std::string_view key, std::string_view value) {
    writer_.key(key);
    writer_.string(value);
  }
  void number(std::string_view key, double value) {
    writer_.key(key);
    writer_.number(value);
  }

  // One of several shapes.
  template <class First, class Second>
  void either(const First& first, const Second& second) {
    writer_.key("anyOf");
    writer_.begin_array();
    writer_.begin_object();
    first();
    writer_.end_object();
    writer_.begin_object();
    second();
    writer_.end_object();
    writer_.end_array();
  }

  template <class T>
  void describe(const T& value, const About&)
    requires requires(SchemaWriter& w, const T& t) { layout(w, t); }
  {
    record(value);
  }
  template <class T>
  void list_of(const T& element, const About& about) {
    text("type", "array");
    writer_.key("items");
    writer_.begin_object();
    describe(element, about);
    writer_.end_object();
  }
  template <class T>
  void describe(const std::vector<T>&, const About& about) {
    list_of(T{}, about);
  }
  void describe(const model::SharedList<model::Cooperative>&, const About& about) {
    either([&] { list_of(model::Cooperative{}, about); },
           [&] {
             text("description", "Many cooperatives: one list of equal length for each member, null where one has none");
             text("type", "object");
             writer_.key("properties");
             writer_.begin_object();
             begin_member("columns", "Lists by member", R"({"id": [1, 2], "name": ["First Ironware", "Second Ironware"]})");
             text("type", "object");
             writer_.key("additionalProperties");
             writer_.begin_object();
             text("type", "array");
             writer_.end_object();
             writer_.end_object();
             writer_.end_object();
             writer_.key("required");
             writer_.begin_array();
             writer_.string("columns");
             writer_.end_array();
             writer_.key("additionalProperties");
             writer_.boolean(false);
           });
  }
  template <class T>
  void describe(const std::optional<T>&, const About& about) {
    either([&] { describe(T{}, about); }, [&] { text("type", "null"); });
  }
  template <class Tag>
  void describe(const model::Id<Tag>&, const About&) {
    text("type", "integer");
    number("minimum", 1);
    number("maximum", 4294967295.0);
  }
  template <class T>
  void describe(const T&, const About&)
    requires std::is_enum_v<T>
  {
    writer_.key("enum");
    writer_.begin_array();
    for (const std::string_view id : model::EnumIds<T>::kIds) writer_.string(id);
    writer_.end_array();
  }
  void describe(bool, const About&) { text("type", "boolean"); }
  void describe(int, const About& about) {
    text("type", "integer");
    range(about);
  }
  void describe(std::uint32_t, const About&) {
    text("type", "integer");
    number("minimum", 1);
    number("maximum", 4294967295.0);
  }
  void describe(std::uint64_t, const About&) {
    either(
        [&] {
          text("type", "integer");
          number("minimum", 0);
          number("maximum", 9007199254740991.0);
        },
        [&] {
          text("type", "string");
          text("pattern", "^[0-9]{1,20}$");
        });
  }
  void describe(double, const About& about) {
    text("type", "number");
    range(about);
  }
  void describe(const std::array<double, 12>&, const About& about) {
    list_of(0.0, about);
    number("minItems", 12);
    number("maxItems", 12);
  }
  void describe(model::Date, const About&) {
    text("type", "string");
    text("format", "date");
    text("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
  }
  void describe(const std::string&, const About&) { text("type", "string"); }
  void describe(const model::Text&, const About& about) {
    either([&] { words(about); },
           [&] {
             text("type", "object");
             writer_.key("properties");
             writer_.begin_object();
             begin_member("en", "English", "\"Fourth Ironware\"");
             words(about);
             writer_.end_object();
             begin_member("zh", "Chinese", "\"第四铁业生产合作社\"");
             words(about);
             writer_.end_object();
             writer_.end_object();
           });
  }
  void words(const About& about) {
    text("type", "string");
    if (&about == &model::kNameAbout) number("maxLength", static_cast<double>(model::kMaxNameCharacters));
  }
  void describe(const model::Quantity&, const About& about) { quantity(about, false); }
  void describe(const model::Assumption&, const About& about) { quantity(about, true); }
  // Every coefficient with its own unit, and with the value that it has where a file is silent.
  void describe(const model::Assumptions& assumptions, const About&) {
    text("type", "object");
    writer_.key("properties");
    writer_.begin_object();
    for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) {
      const model::CoefficientInfo& own = model::info(coefficient);
      const std::string meaning = meaning_of(coefficient), example = json::number_text(own.value);
      model::NumberField limits = model::kCoefficient;
      limits.unit = own.unit;
      limits.meaning = meaning;
      field(model::id_of(coefficient), assumptions[coefficient], About{limits, example.c_str()}, Presence::usual);
    }
    writer_.end_object();
  }
  static std::string meaning_of(model::Coefficient coefficient) {
    const model::CoefficientInfo& own = model::info(coefficient);
    std::string name(model::id_of(coefficient));
    std::replace(name.begin(), name.end(), '_', ' ');
    const std::string unit = own.unit == "1" ? "" : " " + std::string(own.unit);
    const std::string span = own.low < own.high ? " (" + json::number_text(own.low) + " to " + json::number_text(own.high) + ")" : "";
    return "Coefficient of the model, " + name + ": " + json::number_text(own.value) + unit + span + " where it is left out";
  }
  void describe(const model::MeasureChoice& choice, const About& about) {
    either([&] { describe(choice.measure, about); }, [&] { record(choice); });
  }

  void range(const About& about) {
    number("minimum", about.number->low);
    number("maximum", about.number->high);
  }

  // A bare number, or one that says who says so.
  void quantity(const About& about, bool drawn) {
    either(
        [&] {
          text("type", "number");
          range(about);
        },
        [&] {
          text("type", "object");
          writer_.key("properties");
          writer_.begin_object();
          SchemaWriter inner(writer_);
          inner.field("value", 0.0, about, Presence::required);
          inner.bound("low", "Lower end of an estimate, at most the value", about);
          inner.bound("high", "Upper end of an estimate, at least the value", about);
          if (drawn) inner.field("distribution", model::Distribution::fixed, About{"How it varies between replications", "\"triangular\""}, Presence::usual);
          inner.constant("unit", about.number->unit, "Its unit, as a check");
          inner.field("provenance", model::Provenance::assumed, About{"Who says so", "\"reported\""}, Presence::usual);
          inner.field("source", std::string(), About{"Key of a source", "\"rmrb-1957-02-12\""}, Presence::usual);
          inner.field("note", std::string(), About{"What else is to be said of it", "\"half a month\""}, Presence::usual);
          writer_.end_object();
          writer_.key("required");
          writer_.begin_array();
          writer_.string("value");
          writer_.end_array();
        });
  }

  void bound(std::string_view key, std::string_view meaning, const About& about) {
    begin_member(key, meaning, about.example);
    text("type", "number");
    range(about);
    writer_.end_object();
  }

  json::Writer& writer_;
  std::vector<std::string> required_;
};

}  // namespace

std::string scenario_schema() {
  json::Writer writer;
  writer.begin_object();
  const auto text = [&](std::string_view key, std::string_view value) {
    writer.key(key);
    writer.string(value);
  };
  text("$schema", "http://json-schema.org/draft-07/schema#");
  text("title", "Zhengshe scenario " + std::string(kFormatVersion));
  text("description", "One scenario: cooperatives, plans, assumptions, claims. Text is {\"en\": …, \"zh\": …} or a plain string; a bare number counts as assumed.");
  SchemaWriter(writer).record(model::Scenario{});
  writer.end_object();
  return std::move(writer).finish();
}

}  // namespace zhengshe::io
