// The document itself, its calendar, its work teams and the sources it names.
#include "app/chapters.h"

namespace zhengshe::app {
namespace {

using model::Calendar;
using model::Holiday;
using model::Source;
using model::TeamStep;

// --- document ---

constexpr std::uint32_t kTitles = 0, kCity = 1, kSeed = 2;

std::vector<Record> list_document(const Session& session) {
  const auto word = [&](Key key) { return std::string(tr(session.language(), key)); };
  return {{kTitles, word(Key::title)}, {kCity, word(Key::city)}, {kSeed, word(Key::seed)}};
}

std::optional<Edit> describe_titles(RecordForm& form, const model::Scenario& scenario) {
  SetTitle title{scenario.title};
  SetDescription description{scenario.question, scenario.description};
  if (form.text("title", form.word(Key::title), title.title)) return title;
  const bool question = form.text("question", form.word(Key::question), description.question);
  return form.text("description", form.word(Key::description), description.description) || question ? std::optional<Edit>(description) : std::nullopt;
}

std::optional<Edit> describe_document(RecordForm& form, const Session& session, std::uint32_t key) {
  const model::Scenario& scenario = session.scenario();
  if (key == kTitles) return describe_titles(form, scenario);
  if (key == kCity) {
    SetCity city{scenario.city.name, scenario.city.area_km2};
    const bool named = form.text("name", form.word(Key::column_name), city.name);
    return form.quantity(form.word(Key::area), city.area_km2, model::kArea) || named ? std::optional<Edit>(std::move(city)) : std::nullopt;
  }
  auto seed = static_cast<double>(scenario.seed);
  constexpr model::NumberField kSeedBounds{"1", 0, 9007199254740991.0, 1, true, ""};
  if (form.number("seed", form.word(Key::seed), seed, kSeedBounds) && seed >= 0 && seed <= kSeedBounds.high) return SetSeed{static_cast<std::uint64_t>(seed)};
  return std::nullopt;
}

// --- calendar: the run itself, then its holidays ---

std::vector<Record> list_calendar(const Session& session) {
  std::vector<Record> all{{0, std::string(tr(session.language(), Key::part_calendar))}};
  for (const Holiday& holiday : session.scenario().calendar.holidays)
    all.push_back({static_cast<std::uint32_t>(all.size()), std::string(tr(session.language(), holiday.name))});
  return all;
}

bool describe_run(RecordForm& form, Calendar& calendar) {
  bool written = form.date("start", form.word(Key::first_day), calendar.start);
  written = form.number("days", form.word(Key::days_simulated), calendar.horizon_days, model::kHorizon) || written;
  std::vector<Field::Choice> days{{"0", std::string(form.word(Key::none_chosen))}};
  for (int day = 0; day < 7; ++day) days.push_back({std::to_string(day + 1), std::string(name_of(form.language(), static_cast<model::Weekday>(day)))});
  std::uint32_t rest = calendar.rest_day ? static_cast<std::uint32_t>(*calendar.rest_day) + 1 : 0;
  if (!form.choice("rest", form.word(Key::rest_day), rest, std::move(days))) return written;
  calendar.rest_day = rest == 0 ? std::nullopt : std::optional(static_cast<model::Weekday>(rest - 1));
  return true;
}

std::optional<Edit> describe_calendar(RecordForm& form, const Session& session, std::uint32_t key) {
  Calendar calendar = session.scenario().calendar;
  if (key > calendar.holidays.size()) return std::nullopt;
  bool written = false;
  if (key == 0) {
    written = describe_run(form, calendar);
  } else {
    Holiday& holiday = calendar.holidays[key - 1];
    written = form.text("name", form.word(Key::column_name), holiday.name);
    written = form.date("first", form.word(Key::first_day), holiday.first) || written;
    written = form.date("last", form.word(Key::last_day), holiday.last) || written;
  }
  return written ? std::optional<Edit>(SetCalendar{std::move(calendar)}) : std::nullopt;
}

std::optional<Edit> add_holiday(const Session& session) {
  Calendar calendar = session.scenario().calendar;
  calendar.holidays.push_back({calendar.start, calendar.start, new_name()});
  return SetCalendar{std::move(calendar)};
}

std::optional<Edit> remove_holiday(const Session& session, std::uint32_t key) {
  Calendar calendar = session.scenario().calendar;
  if (key == 0 || key > calendar.holidays.size()) return std::nullopt;
  calendar.holidays.erase(calendar.holidays.begin() + static_cast<std::ptrdiff_t>(key - 1));
  return SetCalendar{std::move(calendar)};
}

// --- teams: what each is, then how many from when on ---

std::vector<Record> list_teams(const Session& session) {
  const Language language = session.language();
  std::vector<Record> all{{0, std::string(tr(language, Key::each_team))}};
  for (const TeamStep& step : session.scenario().teams.steps)
    all.push_back({static_cast<std::uint32_t>(all.size()), fill(tr(language, Key::from_date), {format_date(language, step.first)})});
  return all;
}

std::optional<Edit> describe_teams(RecordForm& form, const Session& session, std::uint32_t key) {
  const model::Teams& teams = session.scenario().teams;
  if (key == 0) {
    SetTeamFigures figures{teams.members_per_team.value, teams.initial_skill.value};
    const bool members = form.number("members", form.word(Key::cadres_per_team), figures.members, model::kMembersPerTeam);
    return form.number("skill", form.word(Key::import_skill), figures.skill, model::kTeamSkill) || members ? std::optional<Edit>(figures) : std::nullopt;
  }
  SetTeamSteps steps{teams.steps};
  if (key > steps.steps.size()) return std::nullopt;
  TeamStep& step = steps.steps[key - 1];
  const bool moved = form.date("first", form.word(Key::first_day), step.first);
  return form.number("teams", form.word(Key::work_teams), step.teams, model::kTeams) || moved ? std::optional<Edit>(std::move(steps)) : std::nullopt;
}

std::optional<Edit> add_step(const Session& session) {
  SetTeamSteps steps{session.scenario().teams.steps};
  const bool none = steps.steps.empty();
  steps.steps.push_back({none ? session.scenario().calendar.start : steps.steps.back().first + 7, none ? 0 : steps.steps.back().teams});
  return steps;
}

std::optional<Edit> remove_step(const Session& session, std::uint32_t key) {
  SetTeamSteps steps{session.scenario().teams.steps};
  if (key == 0 || key > steps.steps.size()) return std::nullopt;
  steps.steps.erase(steps.steps.begin() + static_cast<std::ptrdiff_t>(key - 1));
  return steps;
}

// --- sources, by position ---

std::vector<Record> list_sources(const Session& session) {
  std::vector<Record> all;
  for (const Source& source : session.scenario().sources)
    all.push_back({static_cast<std::uint32_t>(all.size() + 1), std::string(tr(session.language(), source.title))});
  return all;
}

std::optional<Edit> describe_source(RecordForm& form, const Session& session, std::uint32_t key) {
  const std::vector<Source>& sources = session.scenario().sources;
  if (key == 0 || key > sources.size()) return std::nullopt;
  PutSource put{{key}, sources[key - 1]};
  bool written = form.text("key", form.word(Key::mark), put.source.key);
  written = form.text("title", form.word(Key::title), put.source.title) || written;
  return form.text("locator", form.word(Key::locator), put.source.locator) || written ? std::optional<Edit>(std::move(put)) : std::nullopt;
}

std::optional<Edit> add_source(const Session& session) {
  const std::vector<Source>& sources = session.scenario().sources;
  Source source;
  const auto taken = [&] {
    for (const Source& one : sources)
      if (one.key == source.key) return true;
    return false;
  };
  std::size_t number = sources.size();
  do source.key = "source-" + std::to_string(++number);
  while (taken());
  source.title = new_name();
  return PutSource{{}, std::move(source)};
}

}  // namespace

const Chapter kDocumentChapter{Key::group_document, list_document, describe_document};
const Chapter kCalendarChapter{Key::part_calendar, list_calendar, describe_calendar, add_holiday, remove_holiday};
const Chapter kTeamsChapter{Key::work_teams, list_teams, describe_teams, add_step, remove_step};
const Chapter kSourcesChapter{Key::sources, list_sources, describe_source, add_source};

}  // namespace zhengshe::app
