#include "app/import.h"

#include <algorithm>

#include "model/order.h"
#include "model/validate.h"

namespace zhengshe::app {

TableImport read_table(std::string name, const std::string& bytes, const model::Scenario& scenario) {
  TableImport import;
  import.name = std::move(name);
  import.table = io::parse_csv(bytes, io::detect_dialect(bytes), import.issues);
  if (!import.table) return import;
  import.columns = io::match_columns(*import.table);
  stage(import, scenario);
  return import;
}

std::string_view name_of_field(Language language, std::string_view field) {
  constexpr std::pair<std::string_view, Key> kNames[] = {
      {"id", Key::import_id},     {"name_en", Key::import_name_en},  {"name_zh", Key::import_name_zh},
      {"workshop", Key::import_workshop}, {"trade", Key::column_trade}, {"x", Key::import_x},
      {"y", Key::import_y},       {"members", Key::column_members}, {"skill", Key::import_skill},
  };
  for (const auto& [name, key] : kNames)
    if (name == field) return tr(language, key);
  for (const auto quantity : model::all_of<model::CooperativeQuantity>())
    if (model::id_of(quantity) == field) return name_of(language, quantity);
  return field;
}

int field_of(const TableImport& import, int column) {
  const auto& columns = import.columns.columns;
  const auto at = std::find(columns.begin(), columns.end(), column);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

void give_field(TableImport& import, int column, int field, const model::Scenario& scenario) {
  std::vector<int>& columns = import.columns.columns;
  std::replace(columns.begin(), columns.end(), column, -1);
  if (field >= 0 && field < static_cast<int>(columns.size())) columns[static_cast<std::size_t>(field)] = column;
  stage(import, scenario);
}

void stage(TableImport& import, const model::Scenario& scenario) {
  import.added = import.changed = 0;
  import.staged.reset();
  if (!import.table) return;
  io::PortfolioImport read = io::read_portfolio_csv(scenario, *import.table, import.columns);
  // What it says of cooperatives that are not in the table is not meant here: they stay.
  std::erase_if(read.issues, [](const model::Issue& issue) { return issue.code == "references_removed"; });
  import.issues = std::move(read.issues);
  if (!read.scenario) return;
  model::Scenario staged = scenario;
  for (const model::Cooperative& cooperative : read.scenario->cooperatives)
    if (model::index_of(scenario, cooperative.id) < 0) ++import.added;
    else ++import.changed;
  std::vector<model::Cooperative> all(read.scenario->cooperatives.begin(), read.scenario->cooperatives.end());
  for (const model::Cooperative& cooperative : scenario.cooperatives)
    if (model::index_of(*read.scenario, cooperative.id) < 0) all.push_back(cooperative);
  model::sort_stably(all, [](const model::Cooperative& a, const model::Cooperative& b) { return a.id < b.id; });
  staged.cooperatives = {};
  for (model::Cooperative& cooperative : all) staged.cooperatives.push_back(std::move(cooperative));
  staged.next_id = std::max(staged.next_id, read.scenario->next_id);
  import.issues = model::validate(staged);
  if (!model::has_errors(import.issues)) import.staged = std::move(staged);
}

}  // namespace zhengshe::app
