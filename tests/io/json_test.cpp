#include <nlohmann/json.hpp>

#include "catch_amalgamated.hpp"
#include "io/json.h"

using namespace zhengshe;
using io::json::Kind;

namespace {

// Code of the error that the text gives, or "" where it is accepted.
std::string error_of(std::string_view text, const io::json::Limits& limits = {}) {
  model::Issues issues;
  return io::json::parse(text, issues, limits) ? "" : issues.back().code;
}

model::Issue issue_of(std::string_view text) {
  model::Issues issues;
  REQUIRE_FALSE(io::json::parse(text, issues));
  return issues.back();
}

}  // namespace

TEST_CASE("every value knows where it begins") {
  model::Issues issues;
  const std::string text = "{\"a\": 12 ,\n \"b\":[ true,-1.5e1, \"x\"] , \"c\" : {\"d\":null}}";
  const auto document = io::json::parse(text, issues);
  REQUIRE(document);
  const auto root = document->root();
  CHECK(root.size() == 3);
  CHECK(text.substr(root.find("a").offset(), 2) == "12");
  CHECK(text.substr(root.find("b").offset(), 1) == "[");
  CHECK(text.substr(io::json::at_pointer(root, "/b/0").offset(), 4) == "true");
  CHECK(text.substr(io::json::at_pointer(root, "/b/1").offset(), 6) == "-1.5e1");
  CHECK(text.substr(io::json::at_pointer(root, "/b/2").offset(), 3) == "\"x\"");
  CHECK(text.substr(io::json::at_pointer(root, "/c/d").offset(), 4) == "null");
  CHECK(io::json::at_pointer(root, "/b/1").number() == -15);
  CHECK(io::json::place_of(text, root.find("b").offset()).line == 2);
  CHECK(io::json::place_of(text, root.find("b").offset()).column == 6);
}

TEST_CASE("a pointer to nothing gives its nearest ancestor") {
  model::Issues issues;
  const auto document = io::json::parse(R"({"a/b": {"~": [1]}})", issues);
  CHECK(io::json::at_pointer(document->root(), "/a~1b/~0/0").number() == 1);
  CHECK(io::json::at_pointer(document->root(), "/a~1b/~0/7").is(Kind::array));
  CHECK(io::json::at_pointer(document->root(), "/nothing/at/all").is(Kind::object));
}

TEST_CASE("a key twice in an object is refused with both places") {
  const model::Issue issue = issue_of("{\"a\": 1,\n  \"b\": 2,\n  \"a\": 3}");
  CHECK(issue.code == "duplicate_key");
  CHECK(issue.line == 3);
  CHECK(issue.column == 3);
  CHECK(issue.message.en.find("1:2") != std::string::npos);
  CHECK(error_of(R"({"a": {"a": 1}, "b": {"a": 1}})").empty());
}

TEST_CASE("numbers that would be lost are refused") {
  CHECK(error_of("9007199254740991").empty());
  CHECK(error_of("9007199254740992") == "number_too_large");
  CHECK(error_of("-9007199254740992") == "number_too_large");
  CHECK(error_of("123456789012345678901234567890") == "number_too_large");
  CHECK(error_of("1e400") == "number_too_large");
  CHECK(error_of("1e-400") == "number_too_small");
  CHECK(error_of("0.0e-400").empty());
  CHECK(error_of("1." + std::string(80, '1')) == "number_too_long");
  model::Issues issues;
  const auto zero = io::json::parse("[-0, -0.0]", issues);
  CHECK_FALSE(std::signbit(zero->root().first().number()));
  CHECK_FALSE(std::signbit(zero->root().first().next().number()));
}

TEST_CASE("every limit is a limit") {
  CHECK(error_of(std::string(32, '[') + std::string(32, ']')).empty());
  CHECK(error_of(std::string(33, '[') + std::string(33, ']')) == "too_deep");
  CHECK(error_of(std::string(1'000'000, '[')) == "too_deep");
  CHECK(error_of("[1,2,3]", {.values = 3}) == "too_many_values");
  CHECK(error_of("[1,2,3]", {.values = 4}).empty());
  CHECK(error_of("\"" + std::string(65536, 'x') + "\"").empty());
  CHECK(error_of("\"" + std::string(65537, 'x') + "\"") == "string_too_long");
  CHECK(error_of("{\"" + std::string(257, 'k') + "\": 1}") == "key_too_long");
  CHECK(error_of("[1]", {.bytes = 2}) == "too_many_bytes");
}

TEST_CASE("bytes that are not UTF-8, and NUL, are refused where they stand") {
  CHECK(error_of("\"\xC0\x80\"") == "not_utf8");
  CHECK(error_of("\"\xED\xA0\x80\"") == "not_utf8");
  CHECK(error_of("\"\xF4\x90\x80\x80\"") == "not_utf8");
  CHECK(error_of("\"\xE6\x95\"") == "not_utf8");
  CHECK(error_of("\"\xF0\x9F\x98\x80 整社\"").empty());
  CHECK(error_of(std::string("1\0 2", 4)) == "nul_byte");
  const model::Issue issue = issue_of("{\"整社\":\n \"整\xFF\"}");
  CHECK(issue.line == 2);
  CHECK(issue.column == 4);
}

TEST_CASE("a byte order mark is accepted with a notice") {
  model::Issues issues;
  REQUIRE(io::json::parse("\xEF\xBB\xBF{}", issues));
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].severity == model::Severity::notice);
}

TEST_CASE("texts that are not JSON are refused in their line") {
  for (const std::string_view text : {"", "{", "[1,]", "{\"a\" 1}", "[1 2]", "nul", "{'a': 1}", "\"\n\"", "[1] x", "01", "// x\n1", "NaN"})
    CHECK(error_of(text) == "syntax");
  CHECK(issue_of("{\n\"a\": 1\n\"b\": 2}").line == 3);
  CHECK(issue_of("{\"a\": [1, 2, }").path == "/a/1");
}

TEST_CASE("the shortest decimal that reads back is written") {
  for (const double number : {0.1, 1.0 / 3, 42.0, 1e21, 1e-7, 123456789.125, 0.30000000000000004, 5e-324, -2.5}) {
    const std::string text = io::json::number_text(number);
    CHECK(std::strtod(text.c_str(), nullptr) == number);
    CHECK(nlohmann::json::parse(text).get<double>() == number);
  }
  CHECK(io::json::number_text(0.1) == "0.1");
  CHECK(io::json::number_text(42) == "42");
  CHECK(io::json::number_text(-0.0) == "0");
  CHECK(io::json::number_text(0.30000000000000004) == "0.30000000000000004");
}

TEST_CASE("what is short shares a line, what is long gets lines of its own") {
  io::json::Writer writer;
  writer.begin_object();
  writer.key("flat");
  writer.begin_array();
  for (int i = 0; i < 12; ++i) writer.number(i);
  writer.end_array();
  writer.key("long");
  writer.begin_array();
  writer.string(std::string(80, 'x'));
  writer.string(std::string(80, 'y'));
  writer.end_array();
  writer.key("none");
  writer.begin_object();
  writer.end_object();
  writer.key("columns");
  writer.begin_array(true);
  writer.begin_array();
  writer.boolean(true);
  writer.null();
  writer.end_array();
  writer.end_array();
  writer.end_object();
  CHECK(std::move(writer).finish() == "{\n  \"flat\": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],\n  \"long\": [\n    \"" + std::string(80, 'x') + "\",\n    \"" +
                                           std::string(80, 'y') + "\"\n  ],\n  \"none\": {},\n  \"columns\": [[true,null]]\n}\n");
}

TEST_CASE("what is written is read by another reader as the same value") {
  const std::string text = R"({"a\"\\\u0001\n/": [1, 2.5, {"b": ["整社", true, null, {}]}], "": -7})";
  model::Issues issues;
  const auto document = io::json::parse(text, issues);
  REQUIRE(document);
  io::json::Writer writer;
  writer.value(document->root());
  CHECK(nlohmann::json::parse(std::move(writer).finish()) == nlohmann::json::parse(text));
}
