// Trades and cooperatives; the particulars and the workshops of the selected one.
#include <algorithm>

#include "app/chapters.h"
#include "app/text_view.h"

namespace zhengshe::app {
namespace {

using model::Cooperative;
using model::Workshop;

// --- trades ---

std::vector<Record> list_trades(const Session& session) { return named_records(session, session.scenario().trades); }

std::optional<Edit> describe_trade(RecordForm& form, const Session& session, std::uint32_t key) {
  const model::Trade* found = with_id(session.scenario().trades, key);
  if (found == nullptr) return std::nullopt;
  model::Trade trade = *found;
  bool written = form.text("name", form.word(Key::column_name), trade.name);
  written = form.number("group", form.word(Key::related_group), trade.relatedness_group, model::kRelatedness) || written;
  for (const model::TradeQuantity quantity : model::all_of<model::TradeQuantity>()) {
    double value = trade[quantity];
    if (!form.number(model::id_of(quantity), name_of(form.language(), quantity), value, model::field(quantity))) continue;
    trade.quantities[quantity] = model::exact(value);
    written = true;
  }
  for (int month = 1; month <= 12; ++month) {
    const std::string label = fill(form.word(Key::season_in), {month_name(form.language(), month)});
    written = form.number("season/" + std::to_string(month), label, trade.season[static_cast<std::size_t>(month - 1)], model::kSeason) || written;
  }
  return written ? std::optional<Edit>(PutTrade{std::move(trade)}) : std::nullopt;
}

std::optional<Edit> add_trade(const Session&) {
  model::Trade trade;
  trade.name = new_name();
  for (const model::TradeQuantity quantity : model::all_of<model::TradeQuantity>()) trade.quantities[quantity] = model::exact(model::field(quantity).usual);
  return PutTrade{std::move(trade)};
}

std::optional<Edit> remove_trade(const Session&, std::uint32_t key) { return RemoveTrade{{key}}; }

// --- cooperatives ---

std::vector<Record> list_cooperatives(const Session& session) { return named_records(session, session.scenario().cooperatives); }

const Cooperative* cooperative_of(const Session& session, model::CooperativeId id) {
  const int index = model::index_of(session.scenario(), id);
  return index < 0 ? nullptr : &session.scenario().cooperatives[static_cast<std::size_t>(index)];
}

// One workshop, or all of one trade, become a cooperative of their own.
std::optional<Edit> describe_division(RecordForm& form, const Session& session, const Cooperative& cooperative) {
  if (cooperative.workshops.size() < 2) return std::nullopt;
  std::vector<Field::Choice> choices{{"0", std::string(form.word(Key::none_chosen))}};
  std::vector<std::vector<model::WorkshopId>> leaving{{}};
  const auto offer = [&](std::string label, std::vector<model::WorkshopId> ids) {
    choices.push_back({std::to_string(leaving.size()), std::move(label)});
    leaving.push_back(std::move(ids));
  };
  for (const model::Trade& trade : session.scenario().trades) {
    std::vector<model::WorkshopId> ids;
    for (const Workshop& workshop : cooperative.workshops)
      if (workshop.trade == trade.id) ids.push_back(workshop.id);
    if (ids.size() > 1 && ids.size() < cooperative.workshops.size()) offer(std::string(tr(form.language(), trade.name)), std::move(ids));
  }
  for (std::size_t i = 0; i < cooperative.workshops.size(); ++i) {
    const Workshop& workshop = cooperative.workshops[i];
    const model::Trade* trade = with_id(session.scenario().trades, workshop.trade.value);
    offer(fill(form.word(Key::workshop_of), {std::to_string(i + 1), trade != nullptr ? tr(form.language(), trade->name) : std::string_view()}), {workshop.id});
  }
  std::uint32_t chosen = 0;
  if (!form.choice("divide", form.word(Key::divide_off), chosen, std::move(choices)) || chosen == 0) return std::nullopt;
  return DivideCooperative{cooperative.id, leaving[chosen]};
}

std::optional<Edit> describe_merger(RecordForm& form, const Session& session, const Cooperative& cooperative) {
  if (session.scenario().cooperatives.size() > kMostListed) return std::nullopt;
  std::vector<Field::Choice> choices = choices_of(session, session.scenario().cooperatives, Key::none_chosen);
  std::erase_if(choices, [&](const Field::Choice& one) { return one.value == std::to_string(cooperative.id.value); });
  std::uint32_t other = 0;
  if (!form.choice("merge", form.word(Key::merge_with), other, std::move(choices)) || other == 0) return std::nullopt;
  return MergeCooperatives{cooperative.id, {{other}}};
}

// When its turn may come in the shown plan, and how many teams then work on it; 0 = as it comes.
std::optional<Edit> describe_treatment(RecordForm& form, const Session& session, const Cooperative& cooperative) {
  const model::Treatment* treatment = model::treatment_of(*session.plan(), cooperative.id);
  int week = treatment != nullptr && treatment->start_week ? *treatment->start_week + 1 : 0, teams = treatment != nullptr ? treatment->teams.value_or(0) : 0;
  constexpr model::NumberField kWeeks{"weeks", 0, model::kStartWeek.high + 1, 0, true, ""}, kTeams{"teams", 0, model::kTeamsAtOnce.high, 0, true, ""};
  if (form.number("week", form.word(Key::not_before_week), week, kWeeks))
    return SetStartWeek{session.plan_id(), cooperative.id, week == 0 ? std::nullopt : std::optional(week - 1)};
  if (form.number("teams", form.word(Key::teams_at_once), teams, kTeams))
    return SetTeamsAtOnce{session.plan_id(), cooperative.id, teams == 0 ? std::nullopt : std::optional(teams)};
  return std::nullopt;
}

std::optional<Edit> describe_cooperative(RecordForm& form, const Session& session, std::uint32_t key) {
  const Cooperative* cooperative = cooperative_of(session, {key});
  if (cooperative == nullptr) return std::nullopt;
  RenameCooperative renamed{cooperative->id, cooperative->name};
  SetNotes notes{cooperative->id, cooperative->notes};
  std::optional<Edit> edit;
  if (form.text("name", form.word(Key::column_name), renamed.name)) edit = renamed;
  if (form.text("notes", form.word(Key::note), notes.notes)) edit = notes;
  if (session.plan() != nullptr)
    if (auto treated = describe_treatment(form, session, *cooperative)) edit = treated;
  if (auto divided = describe_division(form, session, *cooperative)) edit = divided;
  if (auto merged = describe_merger(form, session, *cooperative)) edit = merged;
  return edit;
}

std::optional<Edit> add_cooperative(const Session& session) {
  if (session.scenario().trades.empty()) return std::nullopt;
  return AddCooperative{new_name(), session.scenario().trades.front().id};
}

std::optional<Edit> remove_cooperative(const Session&, std::uint32_t key) { return RemoveCooperative{{key}}; }

// --- of the selected one ---

std::vector<Record> list_particulars(const Session& session) {
  std::vector<Record> all;
  if (cooperative_of(session, session.selected()) == nullptr) return all;
  for (const model::CooperativeQuantity quantity : model::all_of<model::CooperativeQuantity>())
    all.push_back({static_cast<std::uint32_t>(quantity), std::string(name_of(session.language(), quantity))});
  return all;
}

std::optional<Edit> describe_particular(RecordForm& form, const Session& session, std::uint32_t key) {
  const Cooperative* cooperative = cooperative_of(session, session.selected());
  if (cooperative == nullptr || key >= model::kCount<model::CooperativeQuantity>) return std::nullopt;
  const auto which = static_cast<model::CooperativeQuantity>(key);
  StateQuantity stated{cooperative->id, which, cooperative->quantities[which]};
  return form.quantity(form.word(Key::value), stated.stated, model::field(which)) ? std::optional<Edit>(std::move(stated)) : std::nullopt;
}

std::vector<Record> list_workshops(const Session& session) {
  std::vector<Record> all;
  if (const Cooperative* cooperative = cooperative_of(session, session.selected()))
    for (const Workshop& workshop : cooperative->workshops) {
      const model::Trade* trade = with_id(session.scenario().trades, workshop.trade.value);
      all.push_back({workshop.id.value, fill(tr(session.language(), Key::workshop_of), {std::to_string(all.size() + 1), trade != nullptr ? tr(session.language(), trade->name) : std::string_view()})});
    }
  return all;
}

std::optional<Edit> describe_workshop(RecordForm& form, const Session& session, std::uint32_t key) {
  const Cooperative* cooperative = cooperative_of(session, session.selected());
  const Workshop* found = cooperative != nullptr ? with_id(cooperative->workshops, key) : nullptr;
  if (found == nullptr) return std::nullopt;
  PutWorkshop put{cooperative->id, *found};
  Workshop& workshop = put.workshop;
  bool written = form.choice("trade", form.word(Key::column_trade), workshop.trade.value, choices_of(session, session.scenario().trades));
  written = form.number("members", form.word(Key::column_members), workshop.members, model::kMembers) || written;
  written = form.number("x", form.word(Key::import_x), workshop.x_km, model::kCoordinate) || written;
  written = form.number("y", form.word(Key::import_y), workshop.y_km, model::kCoordinate) || written;
  return form.quantity(form.word(Key::import_skill), workshop.skill, model::kSkill) || written ? std::optional<Edit>(std::move(put)) : std::nullopt;
}

std::optional<Edit> add_workshop(const Session& session) {
  const Cooperative* cooperative = cooperative_of(session, session.selected());
  if (cooperative == nullptr || cooperative->workshops.empty()) return std::nullopt;
  PutWorkshop put{cooperative->id, cooperative->workshops.front()};
  put.workshop.id = {};
  put.workshop.members = 1;
  return put;
}

std::optional<Edit> remove_workshop(const Session& session, std::uint32_t key) { return RemoveWorkshop{session.selected(), {key}}; }

}  // namespace

const Chapter kTradesChapter{Key::part_trades, list_trades, describe_trade, add_trade, remove_trade};
const Chapter kCooperativesChapter{Key::view_cooperatives, list_cooperatives, describe_cooperative, add_cooperative, remove_cooperative};
const Chapter kParticularsChapter{Key::particulars, list_particulars, describe_particular};
const Chapter kWorkshopsChapter{Key::part_workshops, list_workshops, describe_workshop, add_workshop, remove_workshop};

}  // namespace zhengshe::app
