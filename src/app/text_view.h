// The document and its results as semantic HTML, from the view models that are also drawn: for screen readers,
// where nothing can be drawn, and as the report that is printed or handed over.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"

namespace zhengshe::app {

// Cooperatives listed one by one; a portfolio may have a hundred thousand.
inline constexpr std::size_t kMostListed = 1000;

// A part of the text view. A page that already shows it replaces it only where html has changed, so that
// neither focus nor reading position is lost.
struct TextSection {
  std::string id;    // stable, unique in the view
  std::string html;  // one landmark or section with its heading
};

// Commands are <button data-command="…">, inputs <input> or <select> with data-field="…" (form.h), choices of a
// cooperative <button data-select="…">.
std::vector<TextSection> text_sections(const Session& session);

// A whole HTML document without commands and inputs, which needs nothing beside itself.
std::string report_html(const Session& session);

}  // namespace zhengshe::app
