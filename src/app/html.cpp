#include "app/html.h"

#include "app/visible.h"

namespace zhengshe::app {

std::string escape_html(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : visible(text)) {
    switch (c) {
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '&': escaped += "&amp;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += c;
    }
  }
  return escaped;
}

void Html::open(std::string_view tag, Attributes attributes) {
  html_ += '<';
  html_ += tag;
  for (const Attribute& attribute : attributes) {
    if (!attribute.present) continue;
    html_ += ' ';
    html_ += attribute.name;
    html_ += "=\"" + escape_html(attribute.value) + '"';
  }
  html_ += '>';
}

void Html::close(std::string_view tag) {
  html_ += "</";
  html_ += tag;
  html_ += ">\n";
}

void Html::leaf(std::string_view tag, std::string_view content, Attributes attributes) {
  open(tag, attributes);
  text(content);
  close(tag);
}

void Html::text(std::string_view content) { html_ += escape_html(content); }

}  // namespace zhengshe::app
