#include "values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "form.h"
#include "model/date.h"

namespace zhengshe::fuzz {
namespace {

constexpr double kLargestWhole = 9007199254740991.0;  // 2^53 − 1

// Texts that programs tend to get wrong: empty, quoting, formulas, controls, directions, joined and astral characters.
const std::array<std::string, 20> kTexts{"",
                                         " ",
                                         "第四铁业生产合作社",
                                         "a/b~c~1\"\\",
                                         "=1+1",
                                         "'@tab\t",
                                         "line\r\nline",
                                         "\x01\x1f\x7f",
                                         "\u0085\u2028\u2029",
                                         "\uFEFFmark",
                                         "\u202Ereversed\u202C",
                                         "zero\u200Bwidth\u200D",
                                         "e\u0301\u0323",
                                         "مرحبا",
                                         "👩‍👩‍👧‍👦𠀀",
                                         "\uFFFD\uFFFE",
                                         "rmrb-1957-02-12",
                                         "null",
                                         "1e5",
                                         "社"};

std::string other_text(const std::string& text, Dice& dice) {
  if (dice.one_in(16)) {
    std::string longer;
    for (std::size_t count = 199 + dice.below(3); count > 0; --count) longer += "社";
    return longer;
  }
  const std::string& chosen = dice.of(kTexts);
  return dice.one_in(3) ? text + chosen : chosen;
}

std::string other_date(const std::string& text, Dice& dice) {
  constexpr std::array<int, 8> kShifts{-365, -31, -7, -1, 1, 7, 31, 365};
  constexpr std::array<const char*, 6> kDates{"0001-01-01", "9999-12-31", "1956-02-29", "1957-02-29", "1957-1-1", "1956-10-01"};
  const std::optional<model::Date> date = model::parse_date(text);
  if (!date || dice.one_in(8)) return dice.of(kDates);
  return model::format_date(*date + dice.of(kShifts));
}

// A number of the range, near its ends, or far from both.
double other_number(double number, const Form& form, Dice& dice) {
  const double low = form.minimum.value_or(-1e12), high = form.maximum.value_or(1e12);
  const std::array<double, 18> choices{low,
                                       high,
                                       std::nextafter(low, high),
                                       std::nextafter(high, low),
                                       low - 1,
                                       high * 2,
                                       0,
                                       1,
                                       low + (high - low) * dice.share(),
                                       low + (high - low) * std::pow(10, -12 * dice.share()),
                                       number * 2,
                                       number / 2,
                                       number + 1,
                                       number - 1,
                                       -number,
                                       std::nextafter(number, high),
                                       1e-300,
                                       kLargestWhole};
  const double chosen = dice.of(choices);
  return std::isfinite(chosen) ? std::clamp(chosen, -1e300, 1e300) : 0;
}

void gather(std::vector<double>& ids, const Node* list) {
  if (list)
    for (const Node& element : list->children) ids.push_back(element.number_of("id"));
}

// Ids of those whom a member of this name may mean.
std::vector<double> ids_for(std::string_view name, const Node& scenario) {
  std::vector<double> ids;
  if (name == "trade") gather(ids, scenario.find("trades"));
  if (name == "cooperative" || name == "cooperatives" || name == "partners") gather(ids, scenario.find("cooperatives"));
  if (const Node* plans = scenario.find("plans"); plans && name == "batch")
    for (const Node& plan : plans->children) gather(ids, plan.find("batches"));
  return ids;
}

void change_text(Node& node, const Form& form, std::string_view name, const Node& scenario, Dice& dice) {
  const Node* sources = scenario.find("sources");
  if (!form.words.empty()) node.text = made(form, dice).text;
  else if (form.is_date) node.text = other_date(node.text, dice);
  else if (name == "formatVersion") node.text = dice.one_in(2) ? "1.7.3" : "1.0.0";
  else if (name == "source" && sources && !sources->children.empty()) node.text = dice.of(sources->children).text_of("key");
  else node.text = other_text(node.text, dice);
}

void change_number(Node& node, const Form& form, std::string_view name, const Node& scenario, Dice& dice) {
  const std::vector<double> ids = ids_for(name, scenario);
  if (!ids.empty() && !dice.one_in(8)) node.number = dice.of(ids);
  else node.number = other_number(node.number, form, dice);
}

}  // namespace

void change_value(Node& node, const Form& form, std::string_view name, const Node& scenario, Dice& dice) {
  const Form& shape = shape_of(form, node);
  if (node.is(Kind::string)) change_text(node, shape, name, scenario, dice);
  if (node.is(Kind::number)) change_number(node, shape, name, scenario, dice);
  if (node.is(Kind::boolean)) node.number = 1 - node.number;
}

}  // namespace zhengshe::fuzz
