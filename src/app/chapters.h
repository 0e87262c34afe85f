// How each part of a scenario is listed, described, added to and deleted from. One file per group of parts.
#pragma once

#include "app/record_form.h"
#include "app/records.h"

namespace zhengshe::app {

struct Chapter {
  Key name;
  std::vector<Record> (*list)(const Session& session);
  // Names every field of the record to the form; where the form wrote into one, the edit that makes it so.
  std::optional<Edit> (*describe)(RecordForm& form, const Session& session, std::uint32_t key);
  std::optional<Edit> (*add)(const Session& session) = nullptr;  // null: nothing can be added
  std::optional<Edit> (*remove)(const Session& session, std::uint32_t key) = nullptr;
};

// record_whole.cpp
extern const Chapter kDocumentChapter, kCalendarChapter, kTeamsChapter, kSourcesChapter;
// record_city.cpp
extern const Chapter kResidentsChapter, kPointsChapter, kSitesChapter;
// record_cooperatives.cpp
extern const Chapter kTradesChapter, kCooperativesChapter, kParticularsChapter, kWorkshopsChapter;
// record_plans.cpp
extern const Chapter kPlansChapter, kBatchesChapter;
// record_evidence.cpp
extern const Chapter kAssumptionsChapter, kObservationsChapter, kClaimsChapter;

// The name of what was just added.
inline model::Text new_name() { return {std::string(tr(Language::en, Key::new_item)), std::string(tr(Language::zh, Key::new_item))}; }

// The thing with this id, or null.
template <class List>
const auto* with_id(const List& list, std::uint32_t id) {
  const typename List::value_type* found = nullptr;
  for (const auto& one : list)
    if (one.id.value == id) found = &one;
  return found;
}

// The records of a list whose things have ids and names.
template <class List>
std::vector<Record> named_records(const Session& session, const List& list) {
  std::vector<Record> all;
  for (const auto& one : list) {
    const std::string_view name = tr(session.language(), one.name);
    all.push_back({one.id.value, std::string(name.empty() ? tr(session.language(), Key::untitled) : name)});
  }
  return all;
}

template <class List>
std::vector<Field::Choice> choices_of(const Session& session, const List& list, std::optional<Key> none = std::nullopt) {
  std::vector<Field::Choice> choices;
  if (none) choices.push_back({"0", std::string(tr(session.language(), *none))});
  for (const Record& record : named_records(session, list)) choices.push_back({std::to_string(record.key), record.name});
  return choices;
}

}  // namespace zhengshe::app
