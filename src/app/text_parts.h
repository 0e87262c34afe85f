// The building blocks of the text view: sections with headings, tables, lists.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/html.h"
#include "app/translate.h"
#include "model/ids.h"

namespace zhengshe::app {

struct TextRow {
  std::vector<std::string> cells;       // the first one names the row
  model::CooperativeId select = {};     // the name becomes a button that selects it; none = plain text
};

// A table with caption, headings of columns and of rows. Nothing where there are no rows.
void write_table(Html& html, std::string_view caption, const std::vector<std::string>& headings, const std::vector<TextRow>& rows);

// A numbered list. Nothing where there are no items.
void write_list(Html& html, const std::vector<std::string>& items);

// A whole document in the style of reports, which needs nothing beside itself; body() writes its content.
std::string html_document(Language language, std::string_view title, const std::function<void(Html& html)>& body);

// A region with a heading of level 2; body() writes its content.
template <class Body>
void write_section(Html& html, std::string_view id, std::string_view heading, Body body) {
  const std::string heading_id = "text-" + std::string(id);
  html.element("section", {{"aria-labelledby", heading_id}}, [&] {
    html.leaf("h2", heading, {{"id", heading_id}});
    body();
  });
}

}  // namespace zhengshe::app
