// Where lines of mixed Chinese and Western text may end. Dear ImGui ends lines only at blanks and punctuation, which
// leaves Chinese paragraphs ragged; between two Chinese characters a line may end anywhere, but no line begins with
// what closes or ends with what opens.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace zhengshe::ui {

/// `words` with a line feed where a line would be wider than `width`; `advance` gives the width of a code point.
/// Text without Chinese characters comes back as it is: Dear ImGui breaks it well.
std::string with_line_breaks(std::string_view words, float width, const std::function<float(char32_t)>& advance);

}  // namespace zhengshe::ui
