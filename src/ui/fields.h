// Fields for numbers and words. What is being typed or dragged is a draft; the value comes out once, when the
// user is done, and never when Escape is pressed: one gesture is one edit.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/look.h"

namespace zhengshe::ui {

/// The one field that is being changed. Lives in UiState.
struct Draft {
  ImGuiID field = 0;
  double number = 0;
  std::string words;
};

struct NumberRange {
  double least = 0;
  double most = 1;
  double step = 0.01;    // per pixel dragged
  int decimals = 2;
  const char* unit = ""; // behind the number
};

/// A number that is dragged, or typed after a double click or Enter. The new value, once it is settled.
std::optional<double> number_field(const Look& look, Draft& draft, const char* label, double value, const NumberRange& range, float width);

/// The same on a line from the least to the most.
std::optional<double> slider_field(const Look& look, Draft& draft, const char* label, double value, const NumberRange& range, float width);

/// One line of text. The new text, once the field is left or Enter is pressed; `hint` stands in an empty field.
std::optional<std::string> text_field(const Look& look, Draft& draft, const char* label, std::string_view value, float width,
                                      const char* hint = "");

/// A field for searching, with a magnifier: every key counts at once. True when `words` changed.
bool search_field(const Look& look, const char* label, std::string& words, float width, const char* hint);

}  // namespace zhengshe::ui
