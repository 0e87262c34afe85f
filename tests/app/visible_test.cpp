#include "app/html.h"
#include "app/visible.h"
#include "catch_amalgamated.hpp"

using zhengshe::app::visible;

TEST_CASE("characters that draw nothing or turn others round are shown", "[app]") {
  CHECK(visible("a\x01z\x7F") == "a␁z␡");
  CHECK(visible(std::string("\0", 1)) == "␀");
  CHECK(visible("photo\xE2\x80\xAEgnp.exe") == "photo�gnp.exe");
  CHECK(visible("\xE2\x80\x8B\xEF\xBB\xBF\xE2\x81\xA6\xC2\xAD\xC2\x85") == "�����");
  CHECK(visible("\xF3\xA0\x81\x81") == "�");
  CHECK(visible("\xEF\xBF\xBE\xEF\xBF\xBF") == "��");
}

TEST_CASE("characters that draw something stay as they are", "[app]") {
  for (const char* text : {"", "plain", "第四铁业\n生产合作社\t", "é ẗ̈ 𠀀 😀", "نص", "�"}) CHECK(visible(text) == text);
}

TEST_CASE("HTML shows what a text hides, and no text is markup", "[app]") {
  CHECK(zhengshe::app::escape_html("<b title=\"x\">'&\x1B\xE2\x80\xAE") == "&lt;b title=&quot;x&quot;&gt;&#39;&amp;␛�");
}
