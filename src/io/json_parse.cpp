#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "io/encoding.h"
#include "io/json.h"
#include "model/order.h"

namespace zhengshe::io::json {
namespace {

// White space that no string may hold as it is.
constexpr bool is_break(char c) { return c == '\n' || c == '\r' || c == '\t'; }

// What stands between the tokens that have events.
constexpr bool is_between(char c) { return c == ' ' || c == ',' || c == ':' || is_break(c); }

// Reads characters and leaves word of how far it came, which the parser's events do not tell. Of a run of breaks
// it shows one: the parser remembers each, and spells them all out in an error.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;
  CountingIterator(const char* at, const char* end, const char** reached) : at_(at), end_(end), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    const bool in_run = is_break(*at_);
    *reached_ = ++at_;
    while (in_run && at_ != end_ && is_break(*at_)) ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char* end_;
  const char** reached_;
};

std::string decimal(std::size_t number) { return std::to_string(number); }

// Every value but the first stands after a comma or is the first in its brackets. So much room is taken at once: a list
// that grows by itself would be there twice while it moves.
std::size_t most_values(std::string_view bytes) {
  std::size_t count = 1;
  char before = ',';
  for (const char c : bytes) {
    const bool is_empty = (before == '[' && c == ']') || (before == '{' && c == '}');
    count += c == ',' || c == '[' || c == '{';
    count -= is_empty;
    before = c;
  }
  return count;
}

}  // namespace

// Receives the parser's events and appends to a document's list; refuses at the first breach of a limit.
class Builder {
 public:
  Builder(std::string_view bytes, const Limits& limits, model::Issues& issues)
      : bytes_(bytes), limits_(limits), issues_(issues), reached_(bytes.data()), previous_(bytes.data()) {
    document_.nodes_.reserve(std::min(most_values(bytes), limits.values));
  }

  const char** reached() { return &reached_; }
  Document take() { return std::move(document_); }

  bool null() { return add(Kind::null); }
  bool boolean(bool value) { return add(Kind::boolean) && number_is(value ? 1 : 0); }
  bool number_integer(std::int64_t value) { return whole(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return whole(static_cast<double>(value)); }

  bool number_float(double value, const std::string& text) {
    if (!add(Kind::number)) return false;
    if (text.size() > limits_.number_characters)
      return refuse("number_too_long", "This number has more than {0} characters.", "这个数超过{0}个字符。", decimal(limits_.number_characters));
    const bool fraction = text.find_first_of(".eE") != std::string::npos;
    if (!fraction) return refuse_size();
    const std::string_view digits = std::string_view(text).substr(0, text.find_first_of("eE"));
    if (value == 0 && digits.find_first_of("123456789") != std::string_view::npos)
      return refuse("number_too_small", "This number is too small to be told from zero; write 0.", "这个数太小，无法与零区分；请写0。");
    return number_is(value == 0 ? 0 : value);  // −0 becomes 0
  }

  bool string(std::string& value) {
    if (!add(Kind::string)) return false;
    if (value.size() > limits_.string_bytes)
      return refuse("string_too_long", "This text is longer than {0} bytes.", "这段文字超过{0}字节。", decimal(limits_.string_bytes));
    Document::Node& node = document_.nodes_.back();
    node.text = {static_cast<std::uint32_t>(document_.text_.size()), static_cast<std::uint32_t>(value.size())};
    document_.text_ += value;
    return true;
  }

  bool binary(std::vector<std::uint8_t>&) { return false; }  // not part of JSON text
  bool start_object(std::size_t) { return open(Kind::object); }
  bool start_array(std::size_t) { return open(Kind::array); }
  bool end_array() { return close(); }

  bool key(std::string& value) {
    key_offset_ = token_offset();
    if (value.size() > limits_.key_bytes)
      return refuse_at(key_offset_, "key_too_long", "This name is longer than {0} bytes.", "这个名称超过{0}字节。", decimal(limits_.key_bytes));
    key_begin_ = document_.text_.size();
    key_size_ = value.size();
    document_.text_ += value;
    return true;
  }

  bool end_object() {
    const std::uint32_t object = open_.back();
    return close() && no_key_twice(object);
  }

  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception& exception) {
    constexpr int kNumberOverflow = 406;
    if (exception.id == kNumberOverflow) {
      token_offset();
      return refuse_at(offset_, "number_too_large", "This number is too large.", "这个数太大。");
    }
    const std::size_t reached = static_cast<std::size_t>(reached_ - bytes_.data());
    const bool at_end = std::all_of(bytes_.begin() + static_cast<std::ptrdiff_t>(reached), bytes_.end(), is_break);
    const std::size_t end = at_end ? bytes_.size() : reached;
    return refuse_at(end == 0 ? 0 : end - 1, "syntax",
                     at_end ? "The text ends too early or is not JSON: a bracket or a quotation mark may be missing."
                            : "This is not JSON: look for a missing or surplus comma, bracket or quotation mark just before here.",
                     at_end ? "文本提前结束或不是JSON：可能缺少括号或引号。" : "这里不是有效的JSON：请检查前面是否缺少或多出逗号、括号或引号。");
  }

 private:
  // First byte of the token whose event just came. Between tokens stand only spaces, commas and colons.
  std::size_t token_offset() {
    const char* const end = bytes_.data() + bytes_.size();
    while (previous_ != end && is_between(*previous_)) ++previous_;
    offset_ = static_cast<std::size_t>(previous_ - bytes_.data());
    previous_ = reached_;
    return offset_;
  }

  bool add(Kind kind) {
    std::vector<Document::Node>& nodes = document_.nodes_;
    const std::size_t offset = token_offset();
    if (nodes.size() >= limits_.values)
      return refuse("too_many_values", "The file holds more than {0} values.", "文件中的值超过{0}个。", decimal(limits_.values));
    Document::Node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(offset);
    node.end = static_cast<std::uint32_t>(nodes.size() + 1);
    if (!open_.empty()) {
      Document::Node& parent = nodes[open_.back()];
      if (parent.kind == Kind::object) {
        node.key_offset = static_cast<std::uint32_t>(key_offset_);
        node.key_begin = static_cast<std::uint32_t>(key_begin_);
        node.key_size = static_cast<std::uint16_t>(key_size_);
      }
      if (parent.children++ > 0) nodes[last_child_.back()].last = false;
      last_child_.back() = static_cast<std::uint32_t>(nodes.size());
    }
    nodes.push_back(node);
    return true;
  }

  bool open(Kind kind) {
    if (open_.size() >= limits_.depth) {
      token_offset();
      return refuse_at(offset_, "too_deep", "Brackets are nested more than {0} deep.", "括号嵌套超过{0}层。", decimal(limits_.depth));
    }
    if (!add(kind)) return false;
    open_.push_back(static_cast<std::uint32_t>(document_.nodes_.size() - 1));
    last_child_.push_back(0);
    return true;
  }

  bool close() {
    document_.nodes_[open_.back()].end = static_cast<std::uint32_t>(document_.nodes_.size());
    open_.pop_back();
    last_child_.pop_back();
    previous_ = reached_;
    return true;
  }

  bool whole(double value) {
    if (!add(Kind::number)) return false;
    if (std::fabs(value) > kLargestWhole) return refuse_size();
    return number_is(value);
  }

  bool number_is(double value) {
    document_.nodes_.back().number = value;
    return true;
  }

  bool no_key_twice(std::uint32_t object) {
    const std::vector<Document::Node>& nodes = document_.nodes_;
    std::vector<std::uint32_t> members;
    for (std::uint32_t at = object + 1; at < nodes[object].end; at = nodes[at].end) members.push_back(at);
    const auto key_of = [&](std::uint32_t at) {
      return std::string_view(document_.text_).substr(nodes[at].key_begin, nodes[at].key_size);
    };
    model::sort_stably(members, [&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
    const auto twice = std::adjacent_find(members.begin(), members.end(),
                                          [&](std::uint32_t a, std::uint32_t b) { return key_of(a) == key_of(b); });
    if (twice == members.end()) return true;
    const Place first = place_of(bytes_, nodes[*twice].key_offset);
    const std::string where = decimal(static_cast<std::size_t>(first.line)) + ":" + decimal(static_cast<std::size_t>(first.column));
    return refuse_at(nodes[*(twice + 1)].key_offset, "duplicate_key",
                     ("“{0}” stands twice in the same object; the first is at " + where + ".").c_str(),
                     ("同一对象中“{0}”出现两次；第一次在" + where + "。").c_str(), key_of(*twice));
  }

  bool refuse_size() {
    return refuse("number_too_large", "Whole numbers may have at most 15 digits (2^53 − 1).", "整数不得超过2^53−1。");
  }

  // "{0}" in the sentences stands for `about`.
  bool refuse(const char* code, const char* en, const char* zh, std::string_view about = {}) { return refuse_at(offset_, code, en, zh, about); }

  bool refuse_at(std::size_t offset, const char* code, const char* en, const char* zh, std::string_view about = {}) {
    const Place place = place_of(bytes_, offset);
    issues_.push_back({model::Severity::error, code, pointer(), place.line, place.column, model::filled(en, zh, about)});
    return false;
  }

  // Where the reading stands, as a JSON Pointer.
  std::string pointer() const {
    std::string text;
    for (std::size_t level = 0; level < open_.size(); ++level) {
      const Document::Node& container = document_.nodes_[open_[level]];
      if (container.children == 0) break;
      const Document::Node& child = document_.nodes_[last_child_[level]];
      text += '/';
      text += container.kind == Kind::array ? decimal(container.children - 1)
                                            : pointer_token(std::string_view(document_.text_).substr(child.key_begin, child.key_size));
    }
    return text;
  }

  std::string_view bytes_;
  Limits limits_;
  model::Issues& issues_;
  const char* reached_;
  const char* previous_;
  std::size_t offset_ = 0;
  std::size_t key_offset_ = 0;
  std::size_t key_begin_ = 0;
  std::size_t key_size_ = 0;
  std::vector<std::uint32_t> open_;        // containers being read, outermost first
  std::vector<std::uint32_t> last_child_;  // of each of them
  Document document_;
};

model::Issue too_many_bytes(std::uint64_t bytes, std::size_t most) {
  return {model::Severity::error, "too_many_bytes", "", 0, 0,
          {"The file has " + std::to_string(bytes) + " bytes; at most " + decimal(most) + " are read.",
           "文件有" + std::to_string(bytes) + "字节；最多读取" + decimal(most) + "字节。"}};
}

std::optional<Document> parse(std::string_view bytes, model::Issues& issues, const Limits& limits) {
  if (bytes.size() > limits.bytes) {
    issues.push_back(too_many_bytes(bytes.size(), limits.bytes));
    return std::nullopt;
  }
  if (std::optional<model::Issue> problem = encoding_problem(bytes, Nul::refused)) {
    issues.push_back(std::move(*problem));
    return std::nullopt;
  }
  if (bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
    issues.push_back({model::Severity::notice, "byte_order_mark", "", 1, 1,
                      {"The file begins with a byte order mark; it is left out on saving.", "文件以字节顺序标记开头；保存时将去除。"}});
  }
  Builder builder(bytes, limits, issues);
  const char* const end = bytes.data() + bytes.size();
  const CountingIterator first(bytes.data(), end, builder.reached()), last(end, end, builder.reached());
  if (!nlohmann::json::sax_parse(first, last, &builder)) return std::nullopt;
  return builder.take();
}

}  // namespace zhengshe::io::json
