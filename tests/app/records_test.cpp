// The editor of everything: every part can be listed, every field entered and taken back, everything added and deleted.
#include "app/records.h"

#include <algorithm>
#include <set>

#include "app/commands.h"
#include "app/form.h"
#include "app/text_view.h"
#include "catch_amalgamated.hpp"
#include "fixtures.h"

using namespace zhengshe;
using app::Editing;
using app::Field;
using app::Part;

namespace {

constexpr Part part_at(int i) { return static_cast<Part>(i); }

// A dozen of Kunming with one of everything: an observation, a repair point of the city and a site of the plan beside what it has.
app::Session furnished(app::Language language = app::Language::en) {
  model::Scenario scenario = tests::dozen_of_kunming();
  model::Observation observation;
  observation.id = {scenario.next_id++};
  observation.cooperative = scenario.cooperatives[0].id;
  observation.date = scenario.calendar.start + 40;
  scenario.observations.push_back(observation);
  model::RepairPoint point;
  point.id = {scenario.next_id++};
  scenario.city.repair_points.push_back(point);
  point.id = {scenario.next_id++};
  scenario.plans[0].sites.push_back(point);
  app::Session session(std::move(scenario), "kunming-1957.json", language);
  session.handle(app::Select{session.scenario().cooperatives[0].id});
  return session;
}

// Another value that the field may take.
std::string another(const Field& field) {
  switch (field.kind) {
    case Field::Kind::number: return field.value == "1" ? "0" : "1";
    case Field::Kind::date: return "1957-03-03";
    case Field::Kind::tick: return field.value == "on" ? "" : "on";
    case Field::Kind::text: return field.value + "x";
    case Field::Kind::choice:
      for (const Field::Choice& choice : field.choices)
        if (choice.value != field.value) return choice.value;
  }
  return {};
}

const Field* find(const std::vector<Field>& fields, const std::string& id) {
  const auto at = std::find_if(fields.begin(), fields.end(), [&](const Field& one) { return one.id == id; });
  return at == fields.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("every part has records with fields of their own, named in both languages", "[app][records]") {
  for (const app::Language language : {app::Language::en, app::Language::zh}) {
    const app::Session session = furnished(language);
    std::set<std::string_view> names;
    for (int i = 0; i < app::kParts; ++i) {
      INFO(app::name_of(language, part_at(i)));
      CHECK(names.insert(app::name_of(language, part_at(i))).second);
      const std::vector<app::Record> all = app::records(session, part_at(i));
      REQUIRE_FALSE(all.empty());
      const std::vector<Field> fields = app::record_fields(session, {part_at(i), all.front().key});
      REQUIRE_FALSE(fields.empty());
      std::set<std::string> ids;
      for (const Field& field : fields) {
        INFO(field.id);
        CHECK(ids.insert(field.id).second);
        CHECK_FALSE(field.label.empty());
      }
    }
  }
}

TEST_CASE("what is entered into a field stands there and is undone in one step, or is refused with a reason", "[app][records]") {
  app::Session session = furnished();
  const model::Scenario before = session.scenario();
  int taken = 0, refused = 0;
  for (int i = 0; i < app::kParts; ++i)
    for (const app::Record& record : app::records(session, part_at(i))) {
      if (record.key != app::records(session, part_at(i)).front().key && record.key != app::records(session, part_at(i)).back().key) continue;
      const Editing editing{part_at(i), record.key};
      for (const Field& field : app::record_fields(session, editing)) {
        INFO(app::name_of(app::Language::en, part_at(i)) << " / " << record.name << " / " << field.id);
        const std::optional<app::Edit> edit = app::enter_into(session, editing, field.id, another(field));
        const bool chooses_nothing = field.kind == Field::Kind::choice && another(field) == "0" && !edit;
        if (chooses_nothing) continue;
        REQUIRE(edit);
        const std::size_t notices = session.notices().size(), position = session.history().position();
        session.handle(app::Edits{{*edit}});
        if (session.notices().size() > notices) {
          ++refused;
          CHECK(session.scenario() == before);
          continue;
        }
        REQUIRE(session.history().position() == position + 1);
        ++taken;
        session.handle(app::Run{app::Command::undo});
        session.handle(app::Select{before.cooperatives[0].id});
        CHECK(session.scenario() == before);
      }
    }
  CHECK(taken > 150);
  CHECK(refused < taken / 10);
}

TEST_CASE("a field takes no text of another kind and no choice that is not offered", "[app][records]") {
  const app::Session session = furnished();
  for (int i = 0; i < app::kParts; ++i) {
    const Editing editing{part_at(i), app::records(session, part_at(i)).front().key};
    for (const Field& field : app::record_fields(session, editing)) {
      INFO(app::name_of(app::Language::en, part_at(i)) << " / " << field.id);
      if (field.kind != Field::Kind::text) CHECK_FALSE(app::enter_into(session, editing, field.id, "neither"));
    }
    CHECK_FALSE(app::enter_into(session, editing, "no such field", "1"));
  }
}

TEST_CASE("what can be added is shown at once, and deleted again", "[app][records]") {
  app::Session session = furnished();
  std::set<Part> addable;
  for (int i = 0; i < app::kParts; ++i) {
    const Part part = part_at(i);
    INFO(app::name_of(app::Language::en, part));
    session.handle(app::Select{session.scenario().cooperatives[0].id});
    session.handle(app::EditRecord{{part, 0}});
    if (!session.can(app::Command::add_record)) continue;
    addable.insert(part);
    const std::size_t count = app::records(session, part).size();
    const model::Scenario before = session.scenario();
    session.handle(app::Run{app::Command::add_record});
    REQUIRE(app::records(session, part).size() == count + 1);
    const std::optional<Editing> added = app::edited_record(session);
    REQUIRE(added);
    CHECK_FALSE(app::record_fields(session, *added).empty());
    if (part == Part::sources) {
      CHECK_FALSE(session.can(app::Command::remove_record));
      continue;
    }
    session.handle(app::Run{app::Command::remove_record});
    CHECK(app::records(session, part).size() == count);
    session.handle(app::Run{app::Command::undo});
    session.handle(app::Run{app::Command::undo});
    CHECK(session.scenario() == before);
  }
  for (const Part part : {Part::calendar, Part::teams, Part::trades, Part::cooperatives, Part::workshops, Part::residents, Part::points, Part::sites, Part::plans,
                          Part::batches, Part::observations, Part::claims, Part::sources})
    CHECK(addable.count(part) == 1);
}

TEST_CASE("an assumption is stated with its range, its provenance and its source", "[app][records]") {
  app::Session session = furnished();
  const auto coefficient = model::Coefficient::size_exponent;
  const Editing editing{Part::assumptions, static_cast<std::uint32_t>(coefficient)};
  session.handle(app::EditRecord{editing});
  const std::pair<const char*, const char*> entered[] = {{"editor/low", "0.01"}, {"editor/high", "1.25"}, {"editor/value", "1.5"}, {"editor/provenance", "2"},
                                                         {"editor/source", "1"}, {"editor/note", "by an owner"}, {"editor/distribution", "1"}};
  for (const auto& [field, value] : entered) {
    INFO(field);
    const std::optional<app::Intent> intent = app::enter(session, field, value);
    REQUIRE(intent);
    session.handle(*intent);
  }
  const model::Assumption& stated = session.scenario().assumptions[coefficient];
  CHECK(stated.quantity == model::Quantity{1.5, 0.01, 1.5, model::Provenance::found, {1}, "by an owner"});
  CHECK(stated.distribution == model::Distribution::uniform);
  const std::size_t notices = session.notices().size();
  session.handle(*app::enter(session, "editor/low", "1.75"));
  CHECK(session.notices().size() == notices + 1);  // beyond the value
  CHECK(session.scenario().assumptions[coefficient] == stated);
}

TEST_CASE("a cooperative is merged with another and divided again", "[app][records]") {
  app::Session session = furnished();
  const model::CooperativeId first = session.scenario().cooperatives[0].id, second = session.scenario().cooperatives[1].id;
  const std::size_t count = session.scenario().cooperatives.size(), workshops = session.scenario().cooperatives[0].workshops.size();
  session.handle(app::EditRecord{{Part::cooperatives, first.value}});
  session.handle(*app::enter(session, "editor/merge", std::to_string(second.value)));
  REQUIRE(session.scenario().cooperatives.size() == count - 1);
  CHECK(session.scenario().cooperatives[0].workshops.size() > workshops);
  const std::vector<Field> fields = app::editor_fields(session);
  const Field* divide = find(fields, "editor/divide");
  REQUIRE(divide);
  session.handle(*app::enter(session, "editor/divide", divide->choices.back().value));
  CHECK(session.scenario().cooperatives.size() == count);
  CHECK(session.history().position() == 2);
}

TEST_CASE("an observation of a finding asks for the problem, one of a month for the metric", "[app][records]") {
  app::Session session = furnished();
  const Editing editing{Part::observations, session.scenario().observations[0].id.value};
  CHECK(find(app::record_fields(session, editing), "metric"));
  session.handle(app::Edits{{*app::enter_into(session, editing, "kind", std::to_string(static_cast<int>(model::ObservationKind::finding)))}});
  CHECK_FALSE(find(app::record_fields(session, editing), "metric"));
  CHECK(find(app::record_fields(session, editing), "problem"));
}

TEST_CASE("the text view has the editor's fields while it is open", "[app][records][text]") {
  app::Session session = furnished();
  const auto editor = [&] {
    for (const app::TextSection& section : app::text_sections(session))
      if (section.id == "editor") return section.html;
    return std::string("no section");
  };
  CHECK(editor().empty());
  session.handle(app::Run{app::Command::edit_everything});
  session.handle(*app::enter(session, "editor/part", std::to_string(static_cast<int>(Part::calendar))));
  CHECK(editor().find("data-field=\"editor/days\"") != std::string::npos);
  session.handle(*app::enter(session, "editor/days", "300"));
  CHECK(session.scenario().calendar.horizon_days == 300);
  session.handle(*app::enter(session, "editor/record", "1"));
  CHECK(editor().find("data-field=\"editor/first\"") != std::string::npos);
  session.handle(app::CloseEditor{});
  CHECK(editor().empty());
}
