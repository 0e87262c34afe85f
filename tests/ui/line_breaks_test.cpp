#include "catch_amalgamated.hpp"
#include "ui/line_breaks.h"

using zhengshe::ui::with_line_breaks;

namespace {

// Chinese characters are two wide, all others one.
std::string broken(std::string_view words, float width) {
  return with_line_breaks(words, width, [](char32_t c) { return c >= 0x2E80 ? 2.0f : 1.0f; });
}

}  // namespace

TEST_CASE("Chinese is broken anywhere, but no line begins with what closes or ends with what opens", "[ui]") {
  CHECK(broken("检查总结", 8) == "检查总结");
  CHECK(broken("检查总结解决", 8) == "检查总结\n解决");
  CHECK(broken("检查总结，解决", 8) == "检查总\n结，解决");
  CHECK(broken("检查总（结解决）。", 8) == "检查总\n（结解\n决）。");
  CHECK(broken("检查（总结）", 6) == "检查\n（总\n结）");
}

TEST_CASE("words and numbers in Chinese stay whole", "[ui]") {
  CHECK(broken("合并组成167个社", 10) == "合并组成\n167个社");
  CHECK(broken("合并 Kunming 成", 10) == "合并 \nKunming 成");
  CHECK(broken("返工率50%上升", 9) == "返工率50%\n上升");
}

TEST_CASE("line feeds stay and begin a new count; what fits nowhere is left to be cut", "[ui]") {
  CHECK(broken("检查\n总结解决", 6) == "检查\n总结解\n决");
  CHECK(broken("检", 1) == "检");
  CHECK(broken("", 8).empty());
  CHECK(broken("only Western words", 4) == "only Western words");
}
