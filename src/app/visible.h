// Names come from strangers: what they hide is shown.
#pragma once

#include <string>
#include <string_view>

namespace zhengshe::app {

// UTF-8 text in which every character that draws nothing or turns the direction of others is drawn: a control
// character as its picture (U+2400 …), a character of direction or without width as U+FFFD. Line breaks and
// tabulators stay.
std::string visible(std::string_view text);

}  // namespace zhengshe::app
