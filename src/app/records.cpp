#include "app/records.h"

#include <algorithm>

#include "app/chapters.h"

namespace zhengshe::app {
namespace {

const Chapter& chapter(Part part) {
  static constexpr const Chapter* kChapters[] = {&kDocumentChapter,    &kCalendarChapter,  &kTeamsChapter,     &kTradesChapter, &kCooperativesChapter, &kParticularsChapter,
                                                 &kWorkshopsChapter,   &kResidentsChapter, &kPointsChapter,    &kSitesChapter,  &kBatchesChapter,      &kPlansChapter,
                                                 &kAssumptionsChapter, &kObservationsChapter, &kClaimsChapter, &kSourcesChapter};
  static_assert(std::size(kChapters) == kParts);
  return *kChapters[static_cast<std::size_t>(part)];
}

}  // namespace

std::string_view name_of(Language language, Part part) { return tr(language, chapter(part).name); }

std::vector<Record> records(const Session& session, Part part) { return chapter(part).list(session); }

std::optional<Editing> edited_record(const Session& session) {
  if (!session.editing()) return std::nullopt;
  Editing edited = *session.editing();
  const std::vector<Record> all = records(session, edited.part);
  if (all.empty()) return std::nullopt;
  const auto is_chosen = [&](const Record& record) { return record.key == edited.key; };
  if (std::none_of(all.begin(), all.end(), is_chosen)) edited.key = all.front().key;
  return edited;
}

std::vector<Field> record_fields(const Session& session, Editing record) {
  RecordForm form(session.language(), session.scenario().sources);
  chapter(record.part).describe(form, session, record.key);
  return form.take_fields();
}

std::optional<Edit> enter_into(const Session& session, Editing record, std::string_view field, std::string_view entered) {
  RecordForm form(session.language(), session.scenario().sources, field, entered);
  return chapter(record.part).describe(form, session, record.key);
}

std::optional<Edit> adding(const Session& session, Part part) {
  const Chapter& of = chapter(part);
  return of.add != nullptr ? of.add(session) : std::nullopt;
}

std::optional<Edit> removing(const Session& session, Editing record) {
  const Chapter& of = chapter(record.part);
  return of.remove != nullptr ? of.remove(session, record.key) : std::nullopt;
}

}  // namespace zhengshe::app
