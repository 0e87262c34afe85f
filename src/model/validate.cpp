#include "model/validate.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/layout.h"
#include "model/order.h"

namespace zhengshe::model {
namespace {

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

// A number as a person reads it in a sentence.
std::string plain(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string put_into(std::string_view sentence, std::string_view about) {
  std::string text(sentence);
  for (std::size_t at = 0; (at = text.find("{0}", at)) != std::string::npos; at += about.size()) text.replace(at, 3, about);
  return text;
}

// For each value of a list whether it stands before it already.
template <class Value>
std::vector<bool> repeats(const std::vector<Value>& list) {
  std::vector<bool> again(list.size());
  const std::vector<std::uint32_t> order = order_of(list.size(), [&list](std::uint32_t a, std::uint32_t b) { return list[a] < list[b]; });
  for (std::size_t i = 1; i < order.size(); ++i) again[order[i]] = list[order[i]] == list[order[i - 1]];
  return again;
}

template <class List>
std::vector<std::uint32_t> ids_of(const List& list) {
  std::vector<std::uint32_t> ids;
  for (const auto& member : list) ids.push_back(member.id.value);
  return ids;
}

// Lengthens a path while it lives.
class Step {
 public:
  Step(std::string& path, std::string_view token) : path_(path), length_(path.size()) { (path_ += '/') += token; }
  Step(std::string& path, std::size_t position) : Step(path, std::to_string(position)) {}
  ~Step() { path_.resize(length_); }
  Step(const Step&) = delete;
  Step& operator=(const Step&) = delete;

 private:
  std::string& path_;
  std::size_t length_;
};

// Walks a scenario along its layout and collects what is wrong.
class Checker {
 public:
  explicit Checker(const Scenario& scenario) : scenario_(scenario) {}

  void run() {
    layout(*this, scenario_);
    check_identities();
    check_calendar();
    at_each("cooperatives", scenario_.cooperatives.size(), [this](std::size_t i) { check_cooperative(scenario_.cooperatives[i]); });
    at_each("plans", scenario_.plans.size(), [this](std::size_t i) { check_plan(scenario_.plans[i]); });
    for (const Coefficient coefficient : all_of<Coefficient>()) check_assumption(coefficient);
    check_evidence();
    check_teams();
  }

  Issues take() { return std::move(issues_); }

  // ---- visitor of the layout: every value by itself ----
  void header() {}
  void unknown(const UnknownMembers&) {}
  bool describes_all() const { return false; }

  template <class T>
  void field(std::string_view key, const T& value, const About& about, Presence) {
    if (full()) return;
    const Step step(path_, key);
    check(value, about);
  }

 private:
  template <class T>
  void check(const T& value, const About&)
    requires requires(Checker& c, const T& t) { layout(c, t); }
  {
    layout(*this, value);
  }
  template <class T>
  void check(const std::vector<T>& list, const About& about) {
    check_list(list, about);
  }
  template <class T>
  void check(const SharedList<T>& list, const About& about) {
    check_list(list, about);
  }
  template <class List>
  void check_list(const List& list, const About& about) {
    for (std::size_t i = 0; i < list.size() && !full(); ++i) {
      const Step step(path_, i);
      check(list[i], about);
    }
  }
  template <class T>
  void check(const std::optional<T>& value, const About& about) {
    if (value) check(*value, about);
  }
  void check(const std::array<double, 12>& values, const About& about) {
    for (const double value : values) check(value, about);
  }
  template <class Tag>
  void check(const Id<Tag>& id, const About&) {
    if (!id) error("no_id", "", "An id must be a whole number from 1 on.", "编号必须是从1开始的整数。");
  }
  template <class T>
  void check(const T&, const About&)
    requires std::is_enum_v<T>
  {}
  void check(bool, const About&) {}
  void check(std::uint64_t, const About&) {}
  void check(std::uint32_t, const About&) {}
  void check(int value, const About& about) { check(static_cast<double>(value), about); }
  void check(const Assumption& assumption, const About& about) { check(assumption.quantity, about); }

  void check(double value, const About& about) {
    if (!std::isfinite(value)) {
      error("not_finite", "", "This is not a number.", "这不是一个数。");
    } else if (value < about.number->low || value > about.number->high) {
      const std::string bounds[] = {plain(value), plain(about.number->low), plain(about.number->high)};
      error("out_of_range", "", (bounds[0] + " is not between " + bounds[1] + " and " + bounds[2] + ".").c_str(), (bounds[0] + "不在" + bounds[1] + "与" + bounds[2] + "之间。").c_str());
    } else if (about.number->whole && std::trunc(value) != value) {
      error("not_whole", "", "This must be a whole number.", "这里必须是整数。");
    }
  }

  void check(const Quantity& quantity, const About& about) {
    check(quantity.value, about);
    if (quantity.is_estimate()) {
      check(quantity.low, about);
      check(quantity.high, about);
      if (quantity.low > quantity.value || quantity.high < quantity.value)
        error("estimate_order", "", "An estimate must have low ≤ value ≤ high.", "估计值必须满足 低值≤取值≤高值。");
    }
    if (quantity.source.value > scenario_.sources.size())
      error("no_such_source", "", "The source that is named here is not in the list of sources.", "此处引用的来源不在来源列表中。");
  }

  void check(const Date& date, const About&) {
    if (date < to_date({1, 1, 1}) || to_date({9999, 12, 31}) < date)
      error("date_out_of_range", "", "Dates lie in the years 1 to 9999.", "日期须在公元1年至9999年之间。");
  }

  void check(const Text& text, const About& about) {
    check(text.en, about);
    check(text.zh, about);
  }

  void check(const std::string& text, const About& about) {
    const bool is_name = &about == &kNameAbout;
    if (is_name && characters(text) > kMaxNameCharacters)
      error("name_too_long", "", "A name has at most 200 characters.", "名称不得超过200个字符。");
  }

  // ---- relations between values ----
  bool full() const { return issues_.size() >= kMaxIssues; }

  // Complains of what stands at the path so far and below it at `below`; "{0}" in the sentences stands for `about`.
  void report(Severity severity, const char* code, std::string_view below, const char* en, const char* zh, std::string_view about = {}) {
    if (!full()) issues_.push_back({severity, code, path_ + std::string(below), 0, 0, filled(en, zh, about)});
  }
  void error(const char* code, std::string_view below, const char* en, const char* zh, std::string_view about = {}) {
    report(Severity::error, code, below, en, zh, about);
  }

  // Calls each(i) with the path on the i-th member of the list under `key`.
  template <class Each>
  void at_each(std::string_view key, std::size_t count, const Each& each) {
    for (std::size_t i = 0; i < count && !full(); ++i) {
      const Step list(path_, key), step(path_, i);
      each(i);
    }
  }

  // Of the list under `key`; the first `others` ids belong to members elsewhere that are checked there.
  void unique_ids(std::string_view key, const std::vector<std::uint32_t>& ids, std::size_t others = 0) {
    const std::vector<bool> again = repeats(ids);
    at_each(key, ids.size() - others, [&](std::size_t i) {
      const std::uint32_t id = ids[others + i];
      if (id != 0 && again[others + i])
        error("duplicate_id", "/id", "Id {0} is already taken by another of its kind.", "编号{0}已被同类的另一项使用。", std::to_string(id));
      if (id >= scenario_.next_id)
        error("id_not_drawn", "/id", "Id {0} is not below nextId; raise nextId above every id.", "编号{0}不小于nextId；请把nextId改为大于所有编号。", std::to_string(id));
    });
  }

  void check_identities() {
    unique_ids("trades", ids_of(scenario_.trades));
    unique_ids("cooperatives", ids_of(scenario_.cooperatives));
    unique_ids("plans", ids_of(scenario_.plans));
    unique_ids("claims", ids_of(scenario_.claims));
    unique_ids("observations", ids_of(scenario_.observations));
    const auto ascending = [](const auto& a, const auto& b) { return a.id < b.id; };
    if (!std::is_sorted(scenario_.trades.begin(), scenario_.trades.end(), ascending))
      error("not_sorted", "/trades", "Trades must stand in ascending order of their ids.", "行业须按编号升序排列。");
    if (!std::is_sorted(scenario_.cooperatives.begin(), scenario_.cooperatives.end(), ascending))
      error("not_sorted", "/cooperatives", "Cooperatives must stand in ascending order of their ids.", "合作社须按编号升序排列。");
    const std::vector<std::uint32_t> points = ids_of(scenario_.city.repair_points);
    {
      const Step step(path_, "city");
      unique_ids("zones", ids_of(scenario_.city.zones));
      unique_ids("repairPoints", points);
    }
    at_each("plans", scenario_.plans.size(), [&](std::size_t plan) {
      std::vector<std::uint32_t> both = points;
      for (const std::uint32_t site : ids_of(scenario_.plans[plan].sites)) both.push_back(site);
      unique_ids("sites", both, points.size());
    });
  }

  void check_calendar() {
    const std::vector<Holiday>& holidays = scenario_.calendar.holidays;
    {
      const Step step(path_, "calendar");
      at_each("holidays", holidays.size(), [&](std::size_t i) {
        if (holidays[i].last < holidays[i].first) error("holiday_order", "", "A holiday must not end before it begins.", "假日的结束日不得早于开始日。");
      });
    }
    if (scenario_.trades.empty()) error("no_trades", "/trades", "At least one trade is needed.", "至少需要一个行业。");
    if (scenario_.cooperatives.empty()) error("no_cooperatives", "/cooperatives", "At least one cooperative is needed.", "至少需要一个合作社。");
  }

  void need_trade(TradeId id, std::string_view below) {
    if (id && index_of(scenario_, id) < 0)
      error("no_such_trade", below, "There is no trade with id {0}.", "没有编号为{0}的行业。", std::to_string(id.value));
  }
  void need_cooperative(CooperativeId id, std::string_view below = {}) {
    if (id && index_of(scenario_, id) < 0)
      error("no_such_cooperative", below, "There is no cooperative with id {0}.", "没有编号为{0}的合作社。", std::to_string(id.value));
  }

  void check_cooperative(const Cooperative& cooperative) {
    if (cooperative.workshops.empty()) error("no_workshop", "/workshops", "A cooperative needs at least one workshop.", "合作社至少需要一个工场。");
    unique_ids("workshops", ids_of(cooperative.workshops));
    double members = 0;
    at_each("workshops", cooperative.workshops.size(), [&](std::size_t i) {
      need_trade(cooperative.workshops[i].trade, "/trade");
      members += cooperative.workshops[i].members;
    });
    at_each("mergedFrom", cooperative.merged_from.size(), [&](std::size_t i) { need_trade(cooperative.merged_from[i].trade, "/trade"); });
    if (!cooperative.workshops.empty() && cooperative[CooperativeQuantity::non_producing_cadres] >= members)
      error("nobody_produces", "/nonProducingCadres", "There must be fewer cadres who do not produce than members.", "不参加生产的干部人数须少于社员人数。");
    if (cooperative[CooperativeQuantity::repertoire] < cooperative[CooperativeQuantity::varieties])
      error("varieties_beyond_repertoire", "/varieties", "It cannot offer more kinds of goods than its members know how to make.", "供应的品种数不能多于社员会做的品种数。");
  }

  void check_plan(const Plan& plan) {
    unique_ids("batches", ids_of(plan.batches));
    std::vector<CooperativeId> placed;
    for (const Batch& batch : plan.batches) placed.insert(placed.end(), batch.cooperatives.begin(), batch.cooperatives.end());
    std::optional<std::vector<bool>> again;  // once one of them exists: a list of a million that do not is told at once
    std::size_t turn = 0;
    at_each("batches", plan.batches.size(), [&](std::size_t b) {
      const std::vector<CooperativeId>& cooperatives = plan.batches[b].cooperatives;
      at_each("cooperatives", cooperatives.size(), [&](std::size_t i) {
        need_cooperative(cooperatives[i]);
        if (!again && index_of(scenario_, cooperatives[i]) >= 0) again = repeats(placed);
        if (again && (*again)[turn])
          error("in_two_batches", "", "Cooperative {0} already stands in a batch of this plan.", "合作社{0}已在本方案的某一批中。", std::to_string(cooperatives[i].value));
        ++turn;
      });
    });
    if (plan.deadline < scenario_.calendar.start)
      report(Severity::warning, "deadline_before_start", "/deadline", "The deadline lies before the first day of the simulation.", "期限早于模拟的第一天。");
    CooperativeId previous{};
    at_each("treatments", plan.treatments.size(), [&](std::size_t i) {
      const Treatment& treatment = plan.treatments[i];
      need_cooperative(treatment.cooperative, "/cooperative");
      if (treatment.measures) check_measures(*treatment.measures, treatment.cooperative);
      if (treatment.cooperative <= previous)
        error("treatment_order", "/cooperative", "Treatments must stand in ascending order of their cooperatives, each once.", "处理须按合作社编号升序排列，每社一次。");
      previous = treatment.cooperative;
    });
  }

  void check_measures(const std::vector<MeasureChoice>& measures, CooperativeId treated) {
    PerEnum<Measure, bool> chosen{};
    at_each("measures", measures.size(), [&](std::size_t i) {
      const MeasureChoice& choice = measures[i];
      if (std::exchange(chosen[choice.measure], true)) error("measure_twice", "", "The same measure is chosen twice.", "同一措施选了两次。");
      if (choice.measure == Measure::divide_size && choice.parts == 1)
        error("one_part", "/parts", "A division needs at least two parts.", "划分至少要有两部分。");
      at_each("partners", choice.partners.size(), [&](std::size_t p) {
        need_cooperative(choice.partners[p]);
        if (choice.partners[p] == treated) error("merges_with_itself", "", "A cooperative cannot merge with itself.", "合作社不能与自己合并。");
      });
    });
  }

  void check_assumption(Coefficient coefficient) {
    const Assumption& assumption = scenario_.assumptions[coefficient];
    const Quantity& quantity = assumption.quantity;
    if (assumption.distribution != Distribution::lognormal || !quantity.is_estimate() || quantity.low > 0) return;
    const Step list(path_, "assumptions"), step(path_, id_of(coefficient));
    error("lognormal_not_positive", "/low", "A lognormal distribution needs a lower bound above zero.", "对数正态分布的下限必须大于零。");
  }

  void check_evidence() {
    std::vector<std::string_view> keys;
    for (const Source& source : scenario_.sources) keys.push_back(source.key);
    const std::vector<bool> again = repeats(keys);
    at_each("sources", keys.size(), [&](std::size_t i) {
      if (again[i]) error("duplicate_source", "/key", "Another source has the same key.", "另一来源使用了相同的标识。");
    });
    std::vector<std::uint32_t> batches;
    for (const Plan& plan : scenario_.plans)
      for (const std::uint32_t id : ids_of(plan.batches)) batches.push_back(id);
    sort_stably(batches);
    at_each("claims", scenario_.claims.size(), [&](std::size_t i) {
      const Claim& claim = scenario_.claims[i];
      at_each("cooperatives", claim.cooperatives.size(), [&](std::size_t c) { need_cooperative(claim.cooperatives[c]); });
      if (claim.batch && !std::binary_search(batches.begin(), batches.end(), claim.batch->value))
        error("no_such_batch", "/batch", "No plan has a batch with this id.", "没有任何方案含有此编号的批次。");
    });
    at_each("observations", scenario_.observations.size(), [&](std::size_t i) { need_cooperative(scenario_.observations[i].cooperative, "/cooperative"); });
  }

  void check_teams() {
    const std::vector<TeamStep>& steps = scenario_.teams.steps;
    const Step step(path_, "teams");
    at_each("available", steps.size(), [&](std::size_t i) {
      if (i > 0 && steps[i].first <= steps[i - 1].first) error("team_order", "/first", "Dates of work teams must ascend.", "工作组的日期须依次递增。");
    });
  }

  const Scenario& scenario_;
  Issues issues_;
  std::string path_;
};

}  // namespace

Text filled(const char* en, const char* zh, std::string_view about) { return {put_into(en, about), put_into(zh, about)}; }

bool has_errors(const Issues& issues) {
  return std::any_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.severity == Severity::error; });
}

Issues validate(const Scenario& scenario) {
  Checker checker(scenario);
  checker.run();
  return checker.take();
}

}  // namespace zhengshe::model
