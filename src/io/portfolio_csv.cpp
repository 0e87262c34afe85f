#include "io/portfolio_csv.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/fields.h"
#include "model/order.h"
#include "model/validate.h"

namespace zhengshe::io {
namespace {

using model::Cooperative;
using model::CooperativeId;
using model::CooperativeQuantity;
using model::Issue;
using model::Severity;
using model::Text;

enum Field : std::size_t { kId, kNameEn, kNameZh, kWorkshop, kTrade, kX, kY, kMembers, kSkill, kFirstQuantity };

const std::vector<std::string>& field_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names{"id", "name_en", "name_zh", "workshop", "trade", "x", "y", "members", "skill"};
    for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>()) names.emplace_back(model::id_of(quantity));
    return names;
  }();
  return kNames;
}

// Lower case without spaces and underlines, for comparing headings.
std::string heading_key(std::string_view heading) {
  std::string key;
  for (const char c : heading)
    if (c != ' ' && c != '_') key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return key;
}

// Reads the rows of a table into cooperatives.
class Importer {
 public:
  Importer(const model::Scenario& scenario, const CsvTable& table, const PortfolioColumns& columns) : base_(scenario), table_(table), columns_(columns) {}

  PortfolioImport run() {
    for (row_ = 1; row_ < table_.rows.size() && issues_.size() < model::kMaxIssues; ++row_) read_row();
    PortfolioImport result;
    if (!model::has_errors(issues_)) {
      model::Scenario scenario = assemble();
      const model::Issues problems = model::validate(scenario);
      issues_.insert(issues_.end(), problems.begin(), problems.end());
      if (!model::has_errors(problems)) result.scenario = std::move(scenario);
    }
    result.issues = std::move(issues_);
    return result;
  }

 private:
  // The cell of a field in the current row; nothing where no column gives it or it is empty.
  std::optional<std::string> cell(std::size_t field) const {
    const int column = columns_.columns[field];
    if (column < 0 || static_cast<std::size_t>(column) >= table_.rows[row_].size()) return std::nullopt;
    const std::string& text = table_.rows[row_][static_cast<std::size_t>(column)];
    return text.empty() ? std::nullopt : std::optional(text);
  }

  void error(const char* code, std::size_t field, Text message) {
    const int column = columns_.columns[field];
    issues_.push_back({Severity::error, code, columns_.fields[field], table_.lines[row_], column + 1, std::move(message)});
  }

  std::optional<double> number(std::size_t field) {
    const std::optional<std::string> text = cell(field);
    if (!text) return std::nullopt;
    const std::optional<double> value = parse_number(*text, table_.dialect);
    if (!value) error("not_a_number", field, {"“" + *text + "” is not a number.", "“" + *text + "”不是数。"});
    return value;
  }

  std::optional<std::uint32_t> identity(std::size_t field) {
    const std::optional<double> value = number(field);
    if (!value) return std::nullopt;
    if (*value >= 1 && *value < 4294967295.0 && std::trunc(*value) == *value) return static_cast<std::uint32_t>(*value);
    error("no_id", field, {"An id must be a whole number from 1 on.", "编号必须是从1开始的整数。"});
    return std::nullopt;
  }

  model::TradeId trade() {
    const std::optional<std::string> text = cell(kTrade);
    if (text)
      for (const model::Trade& trade : base_.trades)
        if (*text == std::to_string(trade.id.value) || plain_text(*text) == trade.name.en || plain_text(*text) == trade.name.zh) return trade.id;
    error("no_such_trade", kTrade, {"There is no trade “" + text.value_or("") + "” in the scenario.", "情景中没有行业“" + text.value_or("") + "”。"});
    return {};
  }

  void read_row() {
    const std::optional<std::uint32_t> id = identity(kId);
    const bool continues = id && !cooperatives_.empty() && cooperatives_.back().id.value == *id;
    if (!continues) begin_cooperative(id);
    Cooperative& cooperative = cooperatives_.back();
    model::Workshop shop;
    shop.id.value = identity(kWorkshop).value_or(0);
    if (!shop.id) shop.id.value = next_id_++;
    const int known = base_position_;
    if (known >= 0)
      for (const model::Workshop& before : base_.cooperatives[static_cast<std::size_t>(known)].workshops)
        if (before.id == shop.id) shop = before;
    shop.trade = trade();
    shop.x_km = number(kX).value_or(shop.x_km);
    shop.y_km = number(kY).value_or(shop.y_km);
    const std::optional<double> members = number(kMembers);
    if (!members || *members < 1 || *members > model::kMembers.high || std::trunc(*members) != *members)
      error("members_needed", kMembers, {"A workshop needs a whole number of members, at least one.", "工场的社员人数须为不小于1的整数。"});
    else
      shop.members = static_cast<int>(*members);
    set(shop.skill, number(kSkill));
    next_id_ = std::max(next_id_, shop.id.value + 1);
    cooperative.workshops.push_back(std::move(shop));
    if (continues) return;
    for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>())
      set(cooperative.quantities[quantity], number(kFirstQuantity + static_cast<std::size_t>(quantity)));
  }

  // A number that the table repeats keeps what is known of where it comes from.
  static void set(model::Quantity& quantity, std::optional<double> value) {
    if (value && *value != quantity.value) quantity = model::exact(*value);
  }

  // A new cooperative that the table names in one language; one that is known keeps what it lacks.
  static void name_in_both(Text& name) {
    if (name.en.empty()) name.en = name.zh;
    if (name.zh.empty()) name.zh = name.en;
  }

  void begin_cooperative(std::optional<std::uint32_t> id) {
    Cooperative cooperative;
    base_position_ = id ? model::index_of(base_, CooperativeId{*id}) : -1;
    if (base_position_ >= 0) {
      cooperative = base_.cooperatives[static_cast<std::size_t>(base_position_)];
      cooperative.workshops.clear();
    } else {
      for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>()) cooperative.quantities[quantity] = model::exact(model::field(quantity).usual);
    }
    cooperative.id.value = id.value_or(0);
    if (!cooperative.id) cooperative.id.value = next_id_++;
    next_id_ = std::max(next_id_, cooperative.id.value + 1);
    if (!seen_.insert(cooperative.id).second) error("duplicate_id", kId, {"The rows of a cooperative must follow each other.", "同一合作社的各行必须相连。"});
    const std::optional<std::string> en = cell(kNameEn);
    const std::optional<std::string> zh = cell(kNameZh);
    if (en) cooperative.name.en = plain_text(*en);
    if (zh) cooperative.name.zh = plain_text(*zh);
    if (base_position_ < 0) name_in_both(cooperative.name);
    cooperatives_.push_back(std::move(cooperative));
  }

  model::Scenario assemble() {
    model::Scenario scenario = base_;
    model::sort_stably(cooperatives_, [](const Cooperative& a, const Cooperative& b) { return a.id < b.id; });
    scenario.cooperatives = {};
    for (Cooperative& cooperative : cooperatives_) scenario.cooperatives.push_back(std::move(cooperative));
    scenario.next_id = std::max(scenario.next_id, next_id_);
    const auto gone = [this](CooperativeId id) { return seen_.count(id) == 0; };
    std::size_t removed = 0;
    const auto keep = [&](auto& list, const auto& id_of_element) {
      const std::size_t before = list.size();
      list.erase(std::remove_if(list.begin(), list.end(), [&](const auto& element) { return gone(id_of_element(element)); }), list.end());
      removed += before - list.size();
    };
    const auto itself = [](CooperativeId id) { return id; };
    for (model::Plan& plan : scenario.plans) {
      for (model::Batch& batch : plan.batches) keep(batch.cooperatives, itself);
      keep(plan.treatments, [](const model::Treatment& treatment) { return treatment.cooperative; });
      for (model::Treatment& treatment : plan.treatments)
        if (treatment.measures)
          for (model::MeasureChoice& choice : *treatment.measures) keep(choice.partners, itself);
    }
    for (model::Claim& claim : scenario.claims) keep(claim.cooperatives, itself);
    keep(scenario.observations, [](const model::Observation& observation) { return observation.cooperative; });
    if (removed > 0)
      issues_.push_back({Severity::notice, "references_removed", "", 0, 0,
                         {"Plans, claims and observations lost " + std::to_string(removed) + " mentions of cooperatives that the table does not have.",
                          "方案、说法和观察中有" + std::to_string(removed) + "处提到表中没有的合作社，已去除。"}});
    return scenario;
  }

  const model::Scenario& base_;
  const CsvTable& table_;
  const PortfolioColumns& columns_;
  std::size_t row_ = 1;
  int base_position_ = -1;  // of the current cooperative in the scenario
  std::uint32_t next_id_ = base_.next_id;
  std::vector<Cooperative> cooperatives_;
  std::set<CooperativeId> seen_;
  model::Issues issues_;
};

}  // namespace

std::string write_portfolio_csv(const model::Scenario& scenario) {
  std::string text = csv_row(field_names());
  for (const Cooperative& cooperative : scenario.cooperatives)
    for (std::size_t i = 0; i < cooperative.workshops.size(); ++i) {
      const model::Workshop& shop = cooperative.workshops[i];
      std::vector<std::string> cells(field_names().size());
      cells[kId] = std::to_string(cooperative.id.value);
      cells[kWorkshop] = std::to_string(shop.id.value);
      cells[kTrade] = std::to_string(shop.trade.value);
      cells[kX] = csv_number(shop.x_km);
      cells[kY] = csv_number(shop.y_km);
      cells[kMembers] = std::to_string(shop.members);
      cells[kSkill] = csv_number(shop.skill.value);
      if (i == 0) {
        cells[kNameEn] = csv_text(cooperative.name.en);
        cells[kNameZh] = csv_text(cooperative.name.zh);
        for (const CooperativeQuantity quantity : model::all_of<CooperativeQuantity>())
          cells[kFirstQuantity + static_cast<std::size_t>(quantity)] = csv_number(cooperative[quantity]);
      }
      text += csv_row(cells);
    }
  return text;
}

PortfolioColumns match_columns(const CsvTable& table) {
  PortfolioColumns match{field_names(), std::vector<int>(field_names().size(), -1)};
  if (table.rows.empty()) return match;
  for (std::size_t column = 0; column < table.rows[0].size(); ++column) {
    const std::string key = heading_key(table.rows[0][column]);
    for (std::size_t field = 0; field < match.fields.size(); ++field)
      if (match.columns[field] < 0 && (heading_key(match.fields[field]) == key || (field == kNameEn && key == "name"))) match.columns[field] = static_cast<int>(column);
  }
  return match;
}

PortfolioImport read_portfolio_csv(const model::Scenario& scenario, const CsvTable& table, const PortfolioColumns& columns) {
  return Importer(scenario, table, columns).run();
}

}  // namespace zhengshe::io
