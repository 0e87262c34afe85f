#include "mend.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "form.h"
#include "model/date.h"

namespace zhengshe::fuzz {
namespace {

constexpr std::size_t kMostElements = 6;
constexpr double kMostDays = 60, kFewDays = 12;
constexpr double kHighestId = 4e9;

// ---- each value by itself ----

void mend_number(Node& node, const Form& form) {
  if (form.minimum) node.number = std::max(node.number, *form.minimum);
  if (form.maximum) node.number = std::min(node.number, *form.maximum);
  if (form.is_whole) node.number = std::trunc(node.number);
}

std::size_t after_characters(const std::string& text, std::size_t count) {
  for (std::size_t at = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u && count-- == 0) return at;
  return text.size();
}

void mend_text(Node& node, const Form& form, Dice& dice) {
  if (form.is_date && !model::parse_date(node.text)) node.text = "1957-01-15";
  if (form.constant) node.text = *form.constant;
  if (form.most_characters) node.text.resize(after_characters(node.text, *form.most_characters));
  const std::vector<std::string>& words = form.words;
  if (!words.empty() && std::find(words.begin(), words.end(), node.text) == words.end()) node.text = dice.of(words);
}

void mend_values(Node& node, const Form& form, Dice& dice);

void mend_list(Node& list, const Form& form, Dice& dice) {
  if (form.most_elements) list.children.resize(*form.most_elements, number_node(1));
  else if (list.children.size() > kMostElements) list.children.resize(kMostElements);
  if (!form.items) return;
  for (Node& element : list.children) mend_values(element, *form.items, dice);
}

void mend_object(Node& object, const Form& form, Dice& dice) {
  add_required(object, form, dice);
  for (Node& member : object.children)
    if (const Form& known = form.member(member.key); known.is_known) mend_values(member, known, dice);
}

void mend_values(Node& node, const Form& form, Dice& dice) {
  const Form& shape = shape_of(form, node);
  if (!has_kind(shape, node)) {
    Node other = made(form, dice);
    other.key = std::move(node.key);
    node = std::move(other);
    return mend_values(node, form, dice);
  }
  switch (node.kind) {
    case Kind::number: return mend_number(node, shape);
    case Kind::string: return mend_text(node, shape, dice);
    case Kind::array: return mend_list(node, shape, dice);
    case Kind::object: return mend_object(node, shape, dice);
    case Kind::null:
    case Kind::boolean: return;
  }
}

// ---- ids ----

// Elements of the list under a key; none where there is no such list.
std::vector<Node>& elements(Node* parent, std::string_view key) {
  static std::vector<Node> none;
  Node* list = parent ? parent->find(key) : nullptr;
  return list && list->is(Kind::array) ? list->children : none = {};
}

// Gives new ids to those who have another's. `taken`: ids of others of the kind.
void part_ids(std::vector<Node>& list, std::set<double>& taken) {
  for (Node& element : list) {
    double& id = element.member("id").number;
    if (id > kHighestId || taken.contains(id))
      for (id = 1; taken.contains(id);) ++id;
    taken.insert(id);
  }
}
std::set<double> part_ids(std::vector<Node>& list) {
  std::set<double> taken;
  part_ids(list, taken);
  return taken;
}

// Lets references lead to somebody.
class References {
 public:
  References(std::set<double> ids, Dice& dice) : ids_(std::move(ids)), list_(ids_.begin(), ids_.end()), dice_(dice) {}
  bool empty() const { return list_.empty(); }
  void mend(Node& reference) {
    if (!ids_.contains(reference.number)) reference.number = dice_.of(list_);
  }
  // Of a list that names each at most once.
  void mend(std::vector<Node>& references, std::set<double>& named) {
    for (Node& reference : references) mend(reference);
    std::erase_if(references, [&](const Node& reference) { return !named.insert(reference.number).second; });
  }
  void mend_in(std::vector<Node>& records, std::string_view key) {
    for (Node& record : records) mend(record.member(key));
  }

 private:
  std::set<double> ids_;
  std::vector<double> list_;
  Dice& dice_;
};

// ---- numbers with particulars ----

void mend_estimate(Node& quantity) {
  Node* value = quantity.find("value");
  if (!value || !value->is(Kind::number)) return;
  if (Node* low = quantity.find("low")) low->number = std::min(low->number, value->number);
  if (Node* high = quantity.find("high")) high->number = std::max(high->number, value->number);
}

void mend_quantities(Node& node, const std::vector<Node>& sources) {
  if (node.is(Kind::object)) mend_estimate(node);
  const Node* source = node.find("source");
  if (source && std::none_of(sources.begin(), sources.end(), [&](const Node& other) { return other.text_of("key") == source->text; }))
    node.remove("source");
  for (Node& child : node.children) mend_quantities(child, sources);
}

double value_of(Node& record, std::string_view key, double usual) {
  Node* node = record.find(key);
  if (node && node->is(Kind::object)) node = node->find("value");
  return node ? node->number : usual;
}

void set_value(Node& record, std::string_view key, double value) {
  record.remove(key);
  record.member(key) = number_node(value);
  record.children.back().key = key;
}

// ---- relations ----

void mend_cooperative(Node& cooperative, References& trades) {
  std::vector<Node>& workshops = elements(&cooperative, "workshops");
  part_ids(workshops);
  trades.mend_in(workshops, "trade");
  trades.mend_in(elements(&cooperative, "mergedFrom"), "trade");
  double members = 0;
  for (Node& workshop : elements(&cooperative, "workshops")) members += value_of(workshop, "members", 1);
  if (value_of(cooperative, "nonProducingCadres", 4) >= members) set_value(cooperative, "nonProducingCadres", 0);
  const double repertoire = value_of(cooperative, "repertoire", 8);
  if (value_of(cooperative, "varieties", 6) > repertoire) set_value(cooperative, "varieties", repertoire);
}

void mend_measures(Node& treatment, References& cooperatives) {
  std::set<std::string> chosen;
  std::vector<Node>& measures = elements(&treatment, "measures");
  std::erase_if(measures, [&](const Node& choice) {
    return !chosen.emplace(choice.is(Kind::string) ? choice.text : choice.text_of("measure")).second;
  });
  for (Node& choice : measures) {
    if (Node* parts = choice.find("parts"); parts && parts->number == 1) parts->number = 2;
    std::set<double> named{treatment.number_of("cooperative")};
    cooperatives.mend(elements(&choice, "partners"), named);
  }
}

void mend_plan(Node& plan, References& cooperatives, const std::set<double>& points) {
  part_ids(elements(&plan, "batches"));
  std::set<double> placed;
  for (Node& batch : elements(&plan, "batches")) cooperatives.mend(elements(&batch, "cooperatives"), placed);
  std::set<double> taken = points;
  part_ids(elements(&plan, "sites"), taken);
  std::vector<Node>& treatments = elements(&plan, "treatments");
  cooperatives.mend_in(treatments, "cooperative");
  std::set<double> treated;
  std::erase_if(treatments, [&](const Node& treatment) { return !treated.insert(treatment.number_of("cooperative")).second; });
  std::sort(treatments.begin(), treatments.end(), [](const Node& a, const Node& b) { return a.number_of("cooperative") < b.number_of("cooperative"); });
  for (Node& treatment : elements(&plan, "treatments")) mend_measures(treatment, cooperatives);
}

void mend_evidence(Node& scenario, References& cooperatives, Dice& dice) {
  std::set<double> batches;
  for (Node& plan : elements(&scenario, "plans"))
    for (Node& batch : elements(&plan, "batches")) batches.insert(batch.number_of("id"));
  References about(batches, dice);
  for (Node& claim : elements(&scenario, "claims")) {
    std::set<double> named;
    cooperatives.mend(elements(&claim, "cooperatives"), named);
    Node* batch = claim.find("batch");
    if (batch && batch->is(Kind::number)) about.empty() ? claim.remove("batch") : about.mend(*batch);
  }
  part_ids(elements(&scenario, "claims"));
  part_ids(elements(&scenario, "observations"));
  cooperatives.mend_in(elements(&scenario, "observations"), "cooperative");
}

void mend_dates(Node& scenario) {
  for (Node& holiday : elements(scenario.find("calendar"), "holidays")) {
    Node& last = holiday.member("last");
    if (last.text < holiday.text_of("first")) last.text = holiday.text_of("first");
  }
  std::vector<Node>& steps = elements(scenario.find("teams"), "available");
  const auto first_of = [](const Node& step) { return step.text_of("first"); };
  std::sort(steps.begin(), steps.end(), [&](const Node& a, const Node& b) { return first_of(a) < first_of(b); });
  steps.erase(std::unique(steps.begin(), steps.end(), [&](const Node& a, const Node& b) { return first_of(a) == first_of(b); }), steps.end());
}

void mend_assumptions(Node* assumptions) {
  if (!assumptions) return;
  for (Node& assumption : assumptions->children) {
    Node *low = assumption.find("low"), *shape = assumption.find("distribution");
    const double lowest = low ? low->number : value_of(assumption, "value", 1);
    if (shape && shape->text == "lognormal" && lowest <= 0) shape->text = "triangular";
  }
}

void mend_sources(std::vector<Node>& sources) {
  std::set<std::string> keys;
  std::erase_if(sources, [&](const Node& source) { return !keys.emplace(source.text_of("key")).second; });
}

const Form& items_of(const Form& form, std::string_view key, const Node& list) { return *shape_of(form.member(key), list).items; }

void mend_marks(Node& scenario) {
  Node& version = scenario.member("formatVersion");
  if (version.text != "1.7.3") version.text = "1.0.0";
  Node* seed = scenario.find("seed");
  if (seed && seed->is(Kind::string)) seed->text = "18446744073709551615";
}

// A scenario needs somebody, and nobody may wait for the end of a long one.
void mend_size(Node& scenario, Dice& dice) {
  const Form& form = form_of_scenario();
  for (const char* key : {"trades", "cooperatives"}) {
    Node& list = scenario.member(key);
    if (list.children.empty()) list.children.push_back(made(items_of(form, key, list), dice));
  }
  const Form& of_cooperative = items_of(form, "cooperatives", *scenario.find("cooperatives"));
  for (Node& cooperative : elements(&scenario, "cooperatives")) {
    Node& workshops = cooperative.member("workshops");
    if (workshops.children.empty()) workshops.children.push_back(made(items_of(of_cooperative, "workshops", workshops), dice));
  }
  Node& calendar = scenario.member("calendar");
  if (!calendar.find("horizonDays")) set_value(calendar, "horizonDays", kMostDays);
  if (Node* days = calendar.find("horizonDays"); !dice.one_in(256)) days->number = std::min(days->number, dice.one_in(8) ? kMostDays : kFewDays);
}

}  // namespace

void mend(Node& scenario, Dice& dice) {
  scenario.kind = Kind::object;
  scenario.member("cooperatives").kind = Kind::array;
  mend_values(scenario, form_of_scenario(), dice);
  mend_marks(scenario);
  mend_size(scenario, dice);
  scenario.remove("nextId");
  References trades(part_ids(elements(&scenario, "trades")), dice);
  References cooperatives(part_ids(elements(&scenario, "cooperatives")), dice);
  for (Node& cooperative : elements(&scenario, "cooperatives")) mend_cooperative(cooperative, trades);
  part_ids(elements(scenario.find("city"), "zones"));
  const std::set<double> points = part_ids(elements(scenario.find("city"), "repairPoints"));
  part_ids(elements(&scenario, "plans"));
  for (Node& plan : elements(&scenario, "plans")) mend_plan(plan, cooperatives, points);
  mend_evidence(scenario, cooperatives, dice);
  mend_dates(scenario);
  mend_sources(elements(&scenario, "sources"));
  mend_assumptions(scenario.find("assumptions"));
  mend_quantities(scenario, elements(&scenario, "sources"));
}

}  // namespace zhengshe::fuzz
