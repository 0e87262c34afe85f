// The two functions of the C library that read numbers, by the browser's own. The library's go through floating-point
// numbers of 128 bits, which would make a thirtieth of the page. Both round correctly, so a file reads the same here
// and on the command line.
#include <cstdarg>
#include <cstdlib>
#include <cstring>

#include "platform/page.h"

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

const char* after_digits(const char* at) {
  while (is_digit(*at)) ++at;
  return at;
}

// The end of the decimal number that `text` begins with; `text` itself where there is none.
const char* after_number(const char* text) {
  const char* at = text + (*text == '-' || *text == '+');
  const char* const whole = after_digits(at);
  const char* last = *whole == '.' ? after_digits(whole + 1) : whole;
  if (last - at < 1 || (last - at == 1 && *whole == '.')) return text;
  if (*last != 'e' && *last != 'E') return last;
  at = last + 1 + (last[1] == '-' || last[1] == '+');
  return is_digit(*at) ? after_digits(at) : last;
}

}  // namespace

extern "C" {

// Decimal numbers only: neither hexadecimal ones nor the words for infinity.
double strtod(const char* text, char** end) {
  const char* first = text;
  while (*first == ' ' || (*first >= '\t' && *first <= '\r')) ++first;
  const char* const last = after_number(first);
  if (end != nullptr) *end = const_cast<char*>(last == first ? text : last);
  return last == first ? 0 : page_number_of(first, static_cast<int>(last - first));
}

// They stand in one object with strtod, which the linker takes as a whole or not at all.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// Of all formats only those with one number at their end, "%d" or "%lf": Dear ImGui reads the version of the shading
// language and numbers that are typed. Its others are for a file of settings, which the page does not have.
int sscanf(const char* text, const char* format, ...) {
  for (; *format != '%'; ++format)
    if (*format == '\0' || *text++ != *format) return 0;
  char* end = nullptr;
  const double number = strtod(text, &end);
  const bool is_whole = std::strcmp(format, "%d") == 0;
  if (end == text || (!is_whole && std::strcmp(format, "%lf") != 0)) return 0;
  va_list targets;
  va_start(targets, format);
  if (is_whole) *va_arg(targets, int*) = static_cast<int>(number);
  else *va_arg(targets, double*) = number;
  va_end(targets);
  return 1;
}

}
