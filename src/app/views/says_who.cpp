#include "app/views/says_who.h"

namespace zhengshe::app::views {
namespace {

Key sentence(model::Provenance provenance) {
  switch (provenance) {
    case model::Provenance::reported: return Key::provenance_reported;
    case model::Provenance::found: return Key::provenance_found;
    case model::Provenance::derived: return Key::provenance_derived;
    case model::Provenance::assumed: break;
  }
  return Key::provenance_assumed;
}

}  // namespace

std::string says_who(const Session& session, const model::Quantity& quantity) {
  const Language language = session.language();
  std::string text(tr(language, sentence(quantity.provenance)));
  if (quantity.source) text += " · " + std::string(tr(language, session.scenario().sources[quantity.source.value - 1].title));
  if (!quantity.note.empty()) text += " · " + quantity.note;
  return text;
}

}  // namespace zhengshe::app::views
