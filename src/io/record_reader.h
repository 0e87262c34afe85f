// Reads the records of a scenario along their layout. Only for scenario_read.cpp.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/json.h"
#include "model/layout.h"
#include "model/order.h"
#include "model/validate.h"

namespace zhengshe::io::reading {

using json::Kind;
using json::Value;
using model::About;
using model::Issues;
using model::Presence;
using model::Severity;
using model::Text;

struct Member {
  std::string_view key;
  Value value;
};

// Members that nobody asked for: values, and records below a key that is known.
struct Leftover {
  std::string key;
  Value value;                  // or
  std::vector<Leftover> below;  // of a known record
};

inline void write_leftovers(json::Writer& writer, const std::vector<Leftover>& leftovers) {
  writer.begin_object(true);
  for (const Leftover& leftover : leftovers) {
    writer.key(leftover.key);
    if (leftover.value) writer.value(leftover.value);
    else write_leftovers(writer, leftover.below);
  }
  writer.end_object();
}

// What all record readers of one file share.
struct Input {
  Issues issues;
  std::vector<std::size_t> offsets;  // of the issues
  std::string path;
  std::vector<std::pair<std::string_view, std::uint32_t>> sources;  // keys in ascending order, each with its row
  std::vector<std::uint32_t> cooperative_rows;  // where in the file each cooperative stands, after sorting
  std::vector<std::uint32_t> trade_rows;

  // "{0}" in the sentences stands for `about`.
  void report(Severity severity, const char* code, Value at, const char* en, const char* zh, std::string_view about = {}) {
    if (full()) return;
    issues.push_back({severity, code, path, 0, 0, model::filled(en, zh, about)});
    offsets.push_back(at ? at.offset() : 0);
  }
  // No more can be told; the file is refused whatever follows.
  bool full() const { return issues.size() >= model::kMaxIssues; }
  void error(const char* code, Value at, const char* en, const char* zh, std::string_view about = {}) { report(Severity::error, code, at, en, zh, about); }
};

// Lengthens the path while it lives.
class Step {
 public:
  Step(Input& input, std::string_view token) : input_(input), length_(input.path.size()) {
    input.path += '/';
    input.path += json::pointer_token(token);
  }
  ~Step() { input_.path.resize(length_); }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  Input& input_;
  std::size_t length_;
};

inline std::vector<Member> members_of(Value object) {
  std::vector<Member> members;
  members.reserve(object.size());
  for (Value member = object.first(); member; member = member.next()) members.push_back({member.key(), member});
  return members;
}

// Reads one record along its layout.
class RecordReader {
 public:
  RecordReader(Input& input, Value place, std::vector<Member> members, RecordReader* parent, std::string_view key)
      : input_(input), place_(place), members_(std::move(members)), parent_(parent), key_(key) {}

  void header() {
    for (const std::string_view key : {"$schema", "format", "formatVersion"}) take(key);
  }
  void unknown(model::UnknownMembers& members) { unknown_ = &members; }
  bool describes_all() const { return false; }

  template <class T>
  void field(std::string_view key, T& value, const About& about, Presence presence) {
    const Value found = take(key);
    if (found) {
      const Step step(input_, key);
      key_in_reading_ = key;
      read(found, value, about);
    } else if (presence == Presence::required) {
      input_.error("missing_member", place_, ("“{0}” is missing here: " + std::string(about.meaning) + ".").c_str(), "此处缺少“{0}”。", key);
    } else if constexpr (std::is_same_v<T, model::Quantity>) {
      value = model::exact(about.number->usual);
    }
  }

  // Keeps what no field took with the nearest record that can keep it.
  void finish() {
    for (const Member& member : members_)
      if (member.value) leftovers_.push_back({std::string(member.key), member.value, {}});
    if (leftovers_.empty()) return;
    if (unknown_) {
      json::Writer writer;
      write_leftovers(writer, leftovers_);
      unknown_->json = std::move(writer).finish();
      unknown_->json.pop_back();
    } else if (parent_) {
      parent_->leftovers_.push_back({std::string(key_), {}, std::move(leftovers_)});
    }
  }

  // A member of a newer version that is known but to be kept as it is.
  void keep(std::string_view key, Value value) { leftovers_.push_back({std::string(key), value, {}}); }

 private:
  Value take(std::string_view key) {
    for (Member& member : members_)
      if (member.key == key) return std::exchange(member.value, Value());
    return {};
  }

  bool need(Value value, Kind kind, const char* en, const char* zh) {
    if (!value.is(kind)) input_.error("wrong_type", value, en, zh);
    return value.is(kind);
  }

  template <class T>
  void read(Value value, T& record, const About&)
    requires requires(RecordReader& r, T& t) { layout(r, t); }
  {
    if (!need(value, Kind::object, "Expected an object {…}.", "此处应为对象{…}。")) return;
    RecordReader inner(input_, value, members_of(value), this, key_in_reading_);
    layout(inner, record);
    inner.finish();
  }

  template <class T>
  void read(Value value, std::vector<T>& list, const About& about) {
    if (!need(value, Kind::array, "Expected a list […].", "此处应为列表[…]。")) return;
    list.clear();
    for (Value element = value.first(); element && !input_.full(); element = element.next()) {
      make_room(list, value.size());
      const Step step(input_, std::to_string(list.size()));
      read(element, list.emplace_back(), about);
    }
  }
  // For one more of so many. A record takes a hundred times the two bytes of an empty one: who promises many gets room
  // for as many again as have come, no more.
  template <class T>
  static void make_room(std::vector<T>& list, std::size_t promised) {
    constexpr std::size_t kFirst = 256;
    if (list.size() == list.capacity()) list.reserve(std::min(promised, std::max(kFirst, 2 * list.size())));
  }

  void read(Value value, std::vector<model::Trade>& list, const About& about) {
    read<model::Trade>(value, list, about);
    sort_by_id(list, input_.trade_rows);
  }
  void read(Value value, model::SharedList<model::Cooperative>& list, const About& about) {
    std::vector<model::Cooperative> rows;
    if (value.is(Kind::object)) {
      if (!read_columns(value, rows)) return;
    } else {
      read<model::Cooperative>(value, rows, about);
    }
    sort_by_id(rows, input_.cooperative_rows);
    for (model::Cooperative& cooperative : rows) list.push_back(std::move(cooperative));
  }

  // Lists that the program keeps by id may stand in any order in a file.
  template <class T>
  static void sort_by_id(std::vector<T>& list, std::vector<std::uint32_t>& rows) {
    rows = model::order_of(list.size(), [&](std::uint32_t a, std::uint32_t b) { return list[a].id < list[b].id; });
    model::put_in_order(list, rows);
  }

  // {"columns": {"id": […], "name": […], …}}: the members of row i are the i-th elements that are not null.
  bool read_columns(Value value, std::vector<model::Cooperative>& rows) {
    const Value columns = value.find("columns");
    if (!columns.is(Kind::object) || value.size() != 1) {
      input_.error("wrong_type", value, "Expected a list […] or {\"columns\": {…}}.", "此处应为列表[…]或{\"columns\": {…}}。");
      return false;
    }
    std::vector<Member> cells;
    for (Value column = columns.first(); column; column = column.next()) {
      const Step columns_step(input_, "columns");
      const Step step(input_, column.key());
      if (!need(column, Kind::array, "Expected a list […].", "此处应为列表[…]。")) return false;
      if (column.size() != columns.first().size()) {
        const std::string here = std::to_string(column.size()), first = std::to_string(columns.first().size());
        input_.error("column_length", column, ("This column has " + here + " values, the first one {0}.").c_str(), ("本列有" + here + "个值，第一列有{0}个。").c_str(), first);
        return false;
      }
      cells.push_back({column.key(), column.first()});
    }
    const std::size_t count = columns.first() ? columns.first().size() : 0;
    for (std::size_t row = 0; row < count && !input_.full(); ++row) {
      make_room(rows, count);
      std::vector<Member> members;
      for (Member& cell : cells) {
        if (!cell.value.is(Kind::null)) members.push_back(cell);
        cell.value = cell.value.next();
      }
      const Step step(input_, std::to_string(row));
      RecordReader inner(input_, value, std::move(members), nullptr, {});
      layout(inner, rows.emplace_back());
      inner.finish();
    }
    return true;
  }

  template <class T>
  void read(Value value, std::optional<T>& optional, const About& about) {
    if (value.is(Kind::null)) optional.reset();
    else read(value, optional.emplace(), about);
  }

  // A whole number from 0 to `highest`.
  template <class T>
  void read_whole(Value value, T& whole, double lowest, double highest) {
    if (!need(value, Kind::number, "Expected a whole number.", "此处应为整数。")) return;
    const double number = value.number();
    if (std::trunc(number) != number || number < lowest || number > highest)
      input_.error("not_whole", value, "Expected a whole number in range.", "此处应为范围内的整数。");
    else
      whole = static_cast<T>(number);
  }
  template <class Tag>
  void read(Value value, model::Id<Tag>& id, const About&) {
    read_whole(value, id.value, 1, std::numeric_limits<std::uint32_t>::max());
  }
  void read(Value value, int& whole, const About&) { read_whole(value, whole, -2147483647.0, 2147483647.0); }
  void read(Value value, std::uint32_t& whole, const About&) { read_whole(value, whole, 0, std::numeric_limits<std::uint32_t>::max()); }
  void read(Value value, std::uint64_t& whole, const About&) {
    if (!value.is(Kind::string)) return read_whole(value, whole, 0, 9007199254740991.0);
    const std::string_view digits = value.text();
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), whole);
    if (failure != std::errc() || end != digits.data() + digits.size() || digits.empty())
      input_.error("not_whole", value, "Expected a whole number below 2^64.", "此处应为小于2^64的整数。");
  }
  void read(Value value, double& number, const About&) {
    if (need(value, Kind::number, "Expected a number.", "此处应为数。")) number = value.number();
  }
  void read(Value value, std::array<double, 12>& numbers, const About& about) {
    if (!need(value, Kind::array, "Expected a list of 12 numbers.", "此处应为12个数的列表。")) return;
    if (value.size() != numbers.size())
      return input_.error("wrong_length", value, "Expected 12 numbers, January first.", "此处应为12个数，从一月起。");
    Value element = value.first();
    for (double& number : numbers) {
      read(element, number, about);
      element = element.next();
    }
  }
  void read(Value value, bool& flag, const About&) {
    if (need(value, Kind::boolean, "Expected true or false.", "此处应为true或false。")) flag = value.boolean();
  }
  void read(Value value, model::Date& date, const About&) {
    if (!need(value, Kind::string, "Expected a date \"YYYY-MM-DD\".", "此处应为日期\"YYYY-MM-DD\"。")) return;
    const std::optional<model::Date> parsed = model::parse_date(value.text());
    if (parsed) date = *parsed;
    else input_.error("impossible_date", value, "There is no such date; write YYYY-MM-DD.", "没有这一天；请写作YYYY-MM-DD。");
  }
  void read(Value value, std::string& text, const About&) {
    if (need(value, Kind::string, "Expected a text.", "此处应为文字。")) text = value.text();
  }
  template <class T>
  void read(Value value, T& choice, const About&)
    requires std::is_enum_v<T>
  {
    if (!need(value, Kind::string, "Expected a name from the list.", "此处应为列表中的名称。")) return;
    if (const std::optional<T> known = model::from_id<T>(value.text())) {
      choice = *known;
      return;
    }
    std::string all;
    for (const std::string_view id : model::EnumIds<T>::kIds) all += (all.empty() ? "" : ", ") + std::string(id);
    input_.error("unknown_choice", value, "Not a known name; choose one of: {0}.", "名称未知；可选：{0}。", all);
  }

  // A plain string counts for both languages.
  void read(Value value, Text& text, const About& about) {
    if (value.is(Kind::string)) {
      text.en = text.zh = value.text();
      return;
    }
    if (!need(value, Kind::object, "Expected a text or {\"en\": …, \"zh\": …}.", "此处应为文字或{\"en\": …, \"zh\": …}。")) return;
    RecordReader inner(input_, value, members_of(value), this, key_in_reading_);
    inner.field("en", text.en, about, Presence::usual);
    inner.field("zh", text.zh, about, Presence::usual);
    inner.finish();
  }

  void read(Value value, model::Quantity& quantity, const About& about) {
    quantity = {};
    if (value.is(Kind::number)) {
      quantity = model::exact(value.number());
      return;
    }
    if (!need(value, Kind::object, "Expected a number or {\"value\": …}.", "此处应为数或{\"value\": …}。")) return;
    RecordReader inner(input_, value, members_of(value), this, key_in_reading_);
    inner.quantity(quantity, about.number->unit, about);
    inner.finish();
  }
  void read(Value value, model::Assumption& assumption, const About& about) { read_assumption(value, assumption, {}, about); }

  void read_assumption(Value value, model::Assumption& assumption, std::string_view unit, const About& about) {
    assumption = {};
    if (value.is(Kind::number)) {
      assumption.quantity = model::exact(value.number());
      return;
    }
    if (!need(value, Kind::object, "Expected a number or {\"value\": …}.", "此处应为数或{\"value\": …}。")) return;
    RecordReader inner(input_, value, members_of(value), this, key_in_reading_);
    inner.unknown(assumption.unknown);
    inner.quantity(assumption.quantity, unit, about);
    inner.field("distribution", assumption.distribution, about, Presence::usual);
    inner.finish();
  }
  void read(Value value, model::Assumptions& assumptions, const About&) {
    if (!need(value, Kind::object, "Expected an object {…}.", "此处应为对象{…}。")) return;
    RecordReader inner(input_, value, members_of(value), this, key_in_reading_);
    for (const model::Coefficient coefficient : model::all_of<model::Coefficient>()) {
      const std::string_view key = model::id_of(coefficient);
      const Value found = inner.take(key);
      if (!found) continue;
      const Step step(input_, key);
      inner.key_in_reading_ = key;
      inner.read_assumption(found, assumptions[coefficient], model::info(coefficient).unit, {model::kCoefficient, ""});
    }
    inner.finish();
  }

  void quantity(model::Quantity& quantity, std::string_view unit, const About& about) {
    field("value", quantity.value, about, Presence::required);
    quantity.low = quantity.high = quantity.value;
    field("low", quantity.low, about, Presence::usual);
    field("high", quantity.high, about, Presence::usual);
    field("provenance", quantity.provenance, about, Presence::usual);
    field("note", quantity.note, about, Presence::rare);
    std::string said;
    field("unit", said, about, Presence::rare);
    if (!said.empty() && said != unit)
      input_.error("wrong_unit", place_, ("The unit here is " + std::string(unit) + ", not {0}.").c_str(), ("此处单位应为" + std::string(unit) + "，而不是{0}。").c_str(), said);
    std::string key;
    field("source", key, about, Presence::rare);
    if (key.empty()) return;
    const auto found = std::lower_bound(input_.sources.begin(), input_.sources.end(), key, [](const auto& source, const std::string& wanted) { return source.first < wanted; });
    if (found == input_.sources.end() || found->first != key)
      input_.error("no_such_source", place_, "“{0}” is not in the list of sources.", "来源列表中没有“{0}”。", key);
    else
      quantity.source.value = found->second + 1;
  }

  void read(Value value, model::MeasureChoice& choice, const About& about) {
    choice = {};
    if (value.is(Kind::string)) return read(value, choice.measure, about);
    if (!need(value, Kind::object, "Expected a measure or {\"measure\": …}.", "此处应为措施或{\"measure\": …}。")) return;
    RecordReader inner(input_, value, members_of(value), this, key_in_reading_);
    layout(inner, choice);
    inner.finish();
  }

  Input& input_;
  Value place_;
  std::vector<Member> members_;
  RecordReader* parent_;
  std::string_view key_;             // under which the parent holds this record
  std::string_view key_in_reading_;  // of the member that is being read
  model::UnknownMembers* unknown_ = nullptr;
  std::vector<Leftover> leftovers_;
};

}  // namespace zhengshe::io::reading
