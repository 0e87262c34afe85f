#include "app/import.h"

#include <algorithm>

#include "model/order.h"
#include "model/validate.h"

namespace zhengshe::app {
namespace {

struct Encoding {
  const char* label;
  const char* name;
};
constexpr Encoding kUtf16Little{"utf-16le", "UTF-16"}, kUtf16Big{"utf-16be", "UTF-16"}, kSimplified{"gb18030", "GB 18030"},
    kTraditional{"big5", "Big5"}, kWestern{"windows-1252", "Windows-1252"};

// Most characters of a Chinese code page are two bytes that no plain text has; an accented letter stands among plain ones.
bool looks_chinese(const std::string& bytes) {
  const auto is_high = [&bytes](std::size_t at) { return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80; };
  std::size_t pairs = 0;
  std::size_t single = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_high(at)) continue;
    if (is_high(at + 1)) ++pairs, ++at;
    else ++single;
  }
  return pairs >= single;
}

std::vector<Encoding> likely_encodings(const std::string& bytes) {
  if (bytes.starts_with("\xFF\xFE")) return {kUtf16Little};
  if (bytes.starts_with("\xFE\xFF")) return {kUtf16Big};
  if (looks_chinese(bytes)) return {kSimplified, kTraditional, kWestern};
  return {kWestern, kSimplified, kTraditional};
}

void parse(TableImport& import, const std::string& text, const model::Scenario& scenario) {
  import.issues.clear();
  import.table = io::parse_csv(text, io::detect_dialect(text), import.issues);
  if (!import.table) return;
  import.columns = io::match_columns(*import.table);
  stage(import, scenario);
}

}  // namespace

TableImport read_table(std::string name, const std::string& bytes, const model::Scenario& scenario, const Decode& decode) {
  TableImport import;
  import.name = std::move(name);
  parse(import, bytes, scenario);
  if (import.table || !decode || import.issues.front().code != "not_utf8") return import;
  for (const Encoding& encoding : likely_encodings(bytes))
    if (std::optional<std::string> text = decode(encoding.label, bytes)) import.readings.push_back({encoding.name, std::move(*text)});
  read_as(import, 0, scenario);
  return import;
}

void read_as(TableImport& import, std::size_t reading, const model::Scenario& scenario) {
  if (reading >= import.readings.size()) return;
  import.reading = reading;
  parse(import, import.readings[reading].text, scenario);
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
