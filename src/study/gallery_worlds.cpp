#include "study/gallery_worlds.h"

#include <algorithm>

#include "study/kunming.h"
#include "study/roster.h"

namespace zhengshe::study {
namespace {

using model::Coefficient;
using model::Cooperative;
using model::CooperativeQuantity;
using model::Measure;
using model::to_date;

void retitle(model::Scenario& scenario, model::Text title, model::Text question, model::Text description) {
  scenario.title = std::move(title);
  scenario.question = std::move(question);
  scenario.description = std::move(description);
}

void fix(model::Scenario& scenario, Coefficient coefficient, double value) {
  scenario.assumptions[coefficient] = {model::exact(value), model::Distribution::fixed, {}};
}

// Mean of the practices and of democracy: the lower, the more there is to do.
double order_of(const Cooperative& cooperative) {
  return (cooperative[CooperativeQuantity::bodies] + cooperative[CooperativeQuantity::planning] + cooperative[CooperativeQuantity::labour_organisation]) / 3 +
         .3 * cooperative[CooperativeQuantity::democracy];
}

std::vector<std::size_t> sorted_by_order(const model::Scenario& scenario, bool worst_first) {
  std::vector<std::size_t> order = random_order(scenario.cooperatives.size(), 1);
  std::sort(order.begin(), order.end());
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double first = order_of(scenario.cooperatives[a]);
    const double second = order_of(scenario.cooperatives[b]);
    return worst_first ? first < second : second < first;
  });
  return order;
}

model::Plan plan_in_order(model::Scenario& scenario, model::Text name, const std::vector<std::size_t>& order) {
  model::Plan plan;
  plan.id = next_id<model::PlanId>(scenario);
  plan.name = std::move(name);
  plan.deadline = to_date({1957, 3, 31});
  plan.batches = three_batches(scenario, order);
  return plan;
}

// Units of 1955 from the history of the cooperatives that they became.
void unmerge(model::Scenario& scenario, const model::Scenario& kunming, std::size_t position, model::Plan& plan, model::Batch& batch) {
  const Cooperative& whole = kunming.cooperatives[position];
  std::vector<model::CooperativeId> parts;
  for (const model::MergedPart& part : whole.merged_from) {
    Cooperative unit;
    unit.id = next_id<model::CooperativeId>(scenario);
    const model::Text number = ordinal(static_cast<int>(parts.size()) + 1);
    unit.name = {whole.name.en + ", " + number.en + " unit", whole.name.zh + number.zh + "组"};
    unit.workshops.push_back({next_id<model::WorkshopId>(scenario), part.trade, part.x_km, part.y_km, part.members, model::exact(1), {}});
    unit.quantities = whole.quantities;
    for (model::Quantity& quantity : unit.quantities) quantity = model::exact(quantity.value);
    // Small units run themselves: few cadres, work that everybody sees.
    unit.quantities[CooperativeQuantity::non_producing_cadres] = model::exact(part.members < 20 ? 1 : 2);
    unit.quantities[CooperativeQuantity::democracy] = model::exact(.65);
    unit.quantities[CooperativeQuantity::quality_control] = model::exact(.4);
    const double varieties = std::max(2.0, whole[CooperativeQuantity::repertoire] - 2);
    unit.quantities[CooperativeQuantity::repertoire] = model::exact(varieties);
    unit.quantities[CooperativeQuantity::varieties] = model::exact(varieties);
    parts.push_back(unit.id);
    scenario.cooperatives.push_back(std::move(unit));
  }
  if (parts.size() < 2) return;
  model::Treatment treatment;
  treatment.cooperative = parts.front();
  treatment.measures = std::vector<model::MeasureChoice>{{Measure::merge, 0, 0, {parts.begin() + 1, parts.end()}, {}}};
  plan.treatments.push_back(std::move(treatment));
  batch.cooperatives.push_back(parts.front());
}

}  // namespace

model::Scenario kunming_left_alone() {
  model::Scenario scenario = kunming_1957();
  retitle(scenario, {"Kunming left alone", "昆明：不加整顿"}, {"What happens to the 167 cooperatives when nobody puts them in order?", "无人整顿时，167个合作社会怎样？"},
          {"The cooperatives of Kunming 1957 without any plan: season, backlogs, wages and departures by themselves.", "昆明1957的合作社，不设方案：只看季节、积压、工资和退社。"});
  scenario.plans.clear();
  // A claim about the campaign means nothing without one.
  scenario.claims.erase(std::remove_if(scenario.claims.begin(), scenario.claims.end(), [](const model::Claim& claim) { return claim.kind != model::ClaimKind::count && claim.kind != model::ClaimKind::peak; }),
                        scenario.claims.end());
  return scenario;
}

model::Scenario merging_1956() {
  constexpr std::size_t kEvery = 6;  // of the cooperatives, beside the documented ones
  const model::Scenario kunming = kunming_1957();
  model::Scenario scenario = model::empty_scenario();
  retitle(scenario, {"How merging went wrong, 1956", "1956：合并怎样出了问题"}, {"What does merging in a hurry do to output, quality, varieties and income?", "匆忙合并对产量、质量、品种和收入有何影响？"},
          {"Units of 1955 from the history of some of Kunming's cooperatives, merged between January and March 1956. The units are assumed; that merging had such effects in some cooperatives is reported.",
           "取自昆明部分合作社历史的1955年各单位，于1956年1月至3月合并。单位为假设；部分合作社合并后出现此类后果为报道。"});
  scenario.seed = 1956;
  scenario.next_id = kunming.next_id;
  scenario.trades = kunming.trades;
  scenario.city = kunming.city;
  scenario.calendar = {to_date({1955, 10, 1}), 366, model::Weekday::sunday, {{to_date({1956, 2, 12}), to_date({1956, 2, 14}), {"Spring Festival", "春节"}, {}}}};
  scenario.teams.steps = {{to_date({1956, 1, 9}), 30, {}}};
  model::Plan plan;
  plan.id = next_id<model::PlanId>(scenario);
  plan.name = {"Merge in a hurry", "匆忙合并"};
  plan.deadline = to_date({1956, 3, 31});
  model::Batch batch;
  batch.id = next_id<model::BatchId>(scenario);
  batch.name = {"The high tide", "高潮"};
  batch.earliest_start = to_date({1956, 1, 9});
  const Documented cases = documented(kunming);
  std::vector<std::size_t> chosen{cases.oilcloth_and_felt, cases.fourth_ironware, cases.fifth_spinning, cases.machine_repair};
  chosen.insert(chosen.end(), cases.large_garments.begin(), cases.large_garments.end());
  for (std::size_t i = kEvery; i < kunming.cooperatives.size(); i += kEvery)
    if (std::find(chosen.begin(), chosen.end(), i) == chosen.end()) chosen.push_back(i);
  for (const std::size_t position : chosen) unmerge(scenario, kunming, position, plan, batch);
  settle_accounts(scenario, scenario.seed);
  plan.batches.push_back(std::move(batch));
  scenario.plans.push_back(std::move(plan));
  return scenario;
}

model::Scenario classroom() {
  model::Scenario scenario = portfolio({12, 12, false});
  retitle(scenario, {"A classroom of twelve", "课堂：十二个合作社"}, {"Twelve cooperatives, two teams: in which order?", "十二个社、两个工作组：按什么顺序？"},
          {"Small enough to reason about by hand, then to let the program show what was overlooked. Every number is assumed.", "小到可以手工推理，再让程序指出疏漏。所有数字均为假设。"});
  scenario.seed = 12;
  scenario.calendar.horizon_days = 240;
  scenario.teams.steps = {{to_date({1956, 12, 1}), 2, {}}};
  scenario.plans[0].name = {"As they come", "依次进行"};
  model::Plan worst = plan_in_order(scenario, {"Worst first", "先难后易"}, sorted_by_order(scenario, true));
  scenario.plans.push_back(std::move(worst));
  return scenario;
}

model::Scenario no_repair_points() {
  model::Scenario scenario = kunming_1957();
  retitle(scenario, {"A city without repair points", "没有修补点的城市"}, {"How many points, and where, give residents their repairs back?", "开设多少修补点、设在哪里，居民才能方便修补？"},
          {"Kunming 1957 after every repair point has closed; the plan opens four.", "昆明1957，原有修补点全部关闭；方案开设四处。"});
  scenario.city.repair_points.clear();
  scenario.claims.clear();
  return scenario;
}

model::Scenario worst_first() {
  model::Scenario scenario = kunming_1957();
  retitle(scenario, {"Worst first, or at random?", "先难后易，还是随机？"}, {"Which order does most good, and which can be evaluated honestly?", "哪种顺序成效最大，哪种可以诚实评估？"},
          {"Kunming's cooperatives with the same teams and batches in three orders. Treating the worst first looks better than it is, since the worst recover by themselves in part.",
           "昆明各社，工作组与批次相同，顺序有三种。先治最差者看来成效更大，因为最差者本会部分自行恢复。"});
  scenario.plans.clear();
  scenario.claims.clear();
  for (const auto& [name, order] : {std::pair{model::Text{"Worst first", "先难后易"}, sorted_by_order(scenario, true)},
                                    std::pair{model::Text{"At random", "随机"}, random_order(scenario.cooperatives.size(), scenario.seed)},
                                    std::pair{model::Text{"Best first", "先易后难"}, sorted_by_order(scenario, false)}}) {
    model::Plan plan = plan_in_order(scenario, name, order);
    scenario.plans.push_back(std::move(plan));
  }
  return scenario;
}

model::Scenario nothing_works() {
  model::Scenario scenario = kunming_1957();
  retitle(scenario, {"A world in which nothing works", "整社无效的世界"}, {"Which showcases would a newspaper find if putting in order did nothing at all?", "如果整社毫无作用，报纸会找到哪些典型？"},
          {"Kunming 1957 with every effect of the measures set to nothing: what remains is season, chance and the choice of examples.", "昆明1957，各项措施的效果都设为零：剩下的只是季节、偶然和典型的选择。"});
  for (const Coefficient coefficient : {Coefficient::size_exponent, Coefficient::mixed_trades, Coefficient::distance_loss, Coefficient::practice_gain, Coefficient::democracy_gain,
                                        Coefficient::changeover_scale, Coefficient::rework_size, Coefficient::rework_mixed, Coefficient::rework_practice, Coefficient::rework_control,
                                        Coefficient::seconds_practice, Coefficient::seconds_control, Coefficient::dip, Coefficient::surge, Coefficient::peer_gain})
    fix(scenario, coefficient, 0);
  settle_accounts(scenario, scenario.seed);
  return scenario;
}

}  // namespace zhengshe::study
