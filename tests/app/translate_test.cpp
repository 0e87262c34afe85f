#include "app/translate.h"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "catch_amalgamated.hpp"

using namespace zhengshe;
using app::Key;
using app::Language;

namespace {

struct Entry {
  const char* key;
  std::string_view en;
  std::string_view zh;
};

constexpr Entry kEntries[] = {
#define ZS_STRING(key, en, zh) {#key, en, zh},
#include "app/strings.inc"
#undef ZS_STRING
};

bool has_chinese(std::string_view text) {
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xF0) == 0xE0) return true;
  return false;
}

// Every source, in one text.
std::string sources() {
  std::ostringstream all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(ZHENGSHE_ASSETS).parent_path() / "src"))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h") all << std::ifstream(entry.path()).rdbuf();
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ZHENGSHE_ASSETS).parent_path() / "src"))
    if (entry.path().extension() == ".cpp") all << std::ifstream(entry.path()).rdbuf();
  return all.str();
}

}  // namespace

TEST_CASE("every string exists in both languages", "[app][translation]") {
  for (const Entry& entry : kEntries) {
    INFO(entry.key);
    CHECK_FALSE(entry.en.empty());
    CHECK_FALSE(entry.zh.empty());
  }
}

TEST_CASE("no string is the same in both languages by mistake", "[app][translation]") {
  const std::set<std::string_view> meant{"in_batch_of", "command_language"};
  for (const Entry& entry : kEntries) {
    if (meant.count(entry.key) != 0) continue;
    INFO(entry.key);
    CHECK(entry.en != entry.zh);
    CHECK(has_chinese(entry.zh));
  }
}

TEST_CASE("every string is used", "[app][translation]") {
  const std::string code = sources();
  for (const Entry& entry : kEntries) {
    INFO(entry.key);
    CHECK(code.find("Key::" + std::string(entry.key)) != std::string::npos);
  }
}

TEST_CASE("both languages of a string have the same places to fill", "[app][translation]") {
  for (const Entry& entry : kEntries)
    for (const char* place : {"{0}", "{1}", "{2}"}) {
      INFO(entry.key);
      CHECK((entry.en.find(place) == std::string_view::npos) == (entry.zh.find(place) == std::string_view::npos));
    }
}

TEST_CASE("every member of every vocabulary has a name in both languages", "[app][translation]") {
  const auto check = [](auto values) {
    for (const auto value : values) {
      INFO(model::id_of(value));
      CHECK_FALSE(app::name_of(Language::en, value).empty());
      CHECK(has_chinese(app::name_of(Language::zh, value)));
    }
  };
  check(model::all_of<model::Metric>());
  check(model::all_of<model::Problem>());
  check(model::all_of<model::Measure>());
  check(model::all_of<model::Stage>());
  check(model::all_of<model::Provenance>());
  check(model::all_of<model::CooperativeQuantity>());
  check(model::all_of<model::TradeQuantity>());
  check(model::all_of<model::Distribution>());
}

TEST_CASE("every coefficient has a name of its own in both languages", "[app][translation]") {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < model::kCoefficientCount; ++i) {
    const auto coefficient = static_cast<model::Coefficient>(i);
    INFO(model::id_of(coefficient));
    CHECK(seen.insert(app::name_of(Language::en, coefficient)).second);
    CHECK(seen.insert(app::name_of(Language::zh, coefficient)).second);
    CHECK(has_chinese(app::name_of(Language::zh, coefficient)));
  }
}

TEST_CASE("numbers, shares and dates are written as each language writes them", "[app][translation]") {
  CHECK(app::format_number(1234567.891, 1) == "1,234,567.9");
  CHECK(app::format_number(-12, 0) == "\u221212");
  CHECK(app::format_number(-0.0001, 2) == "0.00");
  CHECK(app::format_change(0.0612) == "+6.1 %");
  CHECK(app::format_change(-0.02) == "\u22122.0 %");
  CHECK(app::format_change(0.0001) == "±0 %");
  CHECK(app::format_metric(Language::en, model::Metric::rework_rate, 0.141) == "14.1 %");
  CHECK(app::format_metric(Language::zh, model::Metric::good_output, 123456) == "12.3 万");
  const model::Date date = model::to_date({1957, 2, 12});
  CHECK(app::format_date(Language::en, date) == "12 February 1957");
  CHECK(app::format_date(Language::zh, date) == "1957年2月12日");
  CHECK(app::format_day(Language::en, date) == "12 Feb");
  CHECK(app::fill("{1} of {0}", {"a", "b"}) == "b of a");
}
