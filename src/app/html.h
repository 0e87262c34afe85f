// Writes HTML in which every element is closed and every text escaped.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace zhengshe::app {

struct Attribute {
  std::string_view name;
  std::string_view value;
  bool present = true;  // left out otherwise
};

using Attributes = std::initializer_list<Attribute>;

class Html {
 public:
  // An element whose content body() writes.
  template <class Body>
  void element(std::string_view tag, Attributes attributes, Body body) {
    open(tag, attributes);
    body();
    close(tag);
  }
  // An element that holds only text.
  void leaf(std::string_view tag, std::string_view content, Attributes attributes = {});
  // An element without content, such as input.
  void empty(std::string_view tag, Attributes attributes) { open(tag, attributes); }
  void text(std::string_view content);
  // HTML that an Html has made.
  void insert(std::string_view html) { html_ += html; }

  std::string take() { return std::exchange(html_, {}); }

 private:
  void open(std::string_view tag, Attributes attributes);
  void close(std::string_view tag);

  std::string html_;
};

// <, >, &, " and ' as references; what the text hides is shown (visible.h).
std::string escape_html(std::string_view text);

}  // namespace zhengshe::app
