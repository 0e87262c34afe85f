// JSON as this program reads and writes it: bounded in every dimension, with the place of every value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/issue.h"

namespace zhengshe::io::json {

// Up to here every whole number is a double: 2^53 − 1.
constexpr double kLargestWhole = 9007199254740991.0;

enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

// What a file from a stranger may cost.
struct Limits {
  std::size_t bytes = 64u << 20;
  std::size_t depth = 32;
  std::size_t values = 5'000'000;
  std::size_t string_bytes = 64u << 10;
  std::size_t key_bytes = 256;  // less than 2^16
  std::size_t number_characters = 64;
};

class Document;

// A value of a document, or nothing (`!value`). Good as long as its document.
class Value {
 public:
  Value() = default;
  explicit operator bool() const { return document_ != nullptr; }

  Kind kind() const;
  bool is(Kind kind_wanted) const { return *this && kind() == kind_wanted; }
  bool boolean() const;            // of a boolean
  double number() const;           // of a number: finite, never −0
  std::string_view text() const;   // of a string
  std::string_view key() const;    // under which its object holds it
  std::size_t size() const;        // children of an array or object
  std::size_t offset() const;      // of its first byte in the text
  Value first() const;             // child, or nothing
  Value next() const;              // sibling, or nothing
  Value find(std::string_view key) const;  // member of an object, or nothing

 private:
  friend class Document;
  Value(const Document* document, std::uint32_t index) : document_(document), index_(index) {}
  const Document* document_ = nullptr;
  std::uint32_t index_ = 0;
};

// A parsed text: all values in one list in the order of the text, so that neither memory per value nor
// the depth of recursion depends on who wrote it.
class Document {
 public:
  Document() = default;
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;  // values point into it
  Document& operator=(const Document&) = delete;

  Value root() const { return nodes_.empty() ? Value() : Value(this, 0); }

 private:
  friend class Value;
  friend class Builder;

  struct Span {
    std::uint32_t begin;  // in text_
    std::uint32_t size;
  };

  // A file of two bytes a value has four million of them: 32 bytes each, no more.
  struct Node {
    std::uint32_t offset = 0;
    std::uint32_t key_offset = 0;
    std::uint32_t key_begin = 0;  // in text_
    std::uint16_t key_size = 0;
    Kind kind = Kind::null;
    bool last = true;             // no sibling follows
    std::uint32_t end = 0;        // index after the last descendant
    std::uint32_t children = 0;
    union {
      double number = 0;          // booleans: 0 or 1
      Span text;                  // of a string
    };
  };
  static_assert(sizeof(Node) == 32);

  std::vector<Node> nodes_;
  std::string text_;  // keys and strings, unescaped
};

// Of a text that has more bytes than are read.
model::Issue too_many_bytes(std::uint64_t bytes, std::size_t most);

// Parses strict JSON: UTF-8 without NUL (a byte order mark is accepted with a notice), within the limits,
// no key twice in an object, every number finite and not lost (no overflow, no underflow to zero, whole
// numbers at most 2^53 − 1 in size). Nothing on the first error, which `issues` then names.
std::optional<Document> parse(std::string_view bytes, model::Issues& issues, const Limits& limits = {});

struct Place {
  int line = 1;    // 1-based
  int column = 1;  // 1-based, in characters
};

Place place_of(std::string_view bytes, std::size_t offset);

// The same of many offsets, none below the one before it, in one pass.
class Places {
 public:
  explicit Places(std::string_view bytes) : bytes_(bytes) {}
  Place of(std::size_t offset);

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  Place place_;
};

// The value at a JSON Pointer (RFC 6901), or its nearest ancestor that exists.
Value at_pointer(Value root, std::string_view pointer);

// `key` as one token of a JSON Pointer.
std::string pointer_token(std::string_view key);

// Shortest decimal that reads back as the same number. Precondition: finite.
std::string number_text(double number);

// A string with quotes and escapes. Only what JSON demands is escaped.
std::string quotation_of(std::string_view text);

// What has been written of an object or array.
struct Item {
  std::string key;   // as it is, unescaped; not used in arrays
  std::string text;  // JSON
};

// Writes canonical JSON: two spaces per level; an object or array goes on one line where that is at most 120
// bytes, or wherever it stands in a compact part. Deterministic.
class Writer {
 public:
  void begin_object(bool compact = false) { open(true, compact); }
  void end_object() { close(); }
  std::vector<Item> take_object();  // the members of the object that is open, which is then as if never begun
  void begin_array(bool compact = false) { open(false, compact); }
  void end_array() { close(); }
  void key(std::string_view key) { pending_key_ = key; }
  void scalar(std::string text) { add(std::move(text)); }  // already JSON, of any kind
  void number(double number) { scalar(number_text(number)); }
  void string(std::string_view text) { scalar(quotation_of(text)); }
  void boolean(bool value) { scalar(value ? "true" : "false"); }
  void null() { scalar("null"); }
  void value(Value value);        // a copy of a parsed value

  // The finished text with its final newline.
  std::string finish() &&;

 private:
  struct Level {
    bool is_object = false;
    bool compact = false;
    std::string key;  // of the container itself
    std::vector<Item> items;
  };
  void open(bool is_object, bool compact);
  void close();
  void add(std::string text);

  std::vector<Level> levels_;
  std::string pending_key_;
  std::string result_;
};

}  // namespace zhengshe::io::json
