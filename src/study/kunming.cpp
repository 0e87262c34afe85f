#include "study/kunming.h"

#include <algorithm>
#include <string>

#include "sim/repair.h"
#include "study/kunming_claims.h"
#include "study/roster.h"
#include "study/roster_trades.h"

namespace zhengshe::study {
namespace {

using model::Cooperative;
using model::CooperativeQuantity;
using model::exact;
using model::Measure;
using model::Provenance;
using model::Quantity;

constexpr std::uint64_t kKunmingSeed = 1957;
constexpr double kDistanceKm = 11;        // 20-odd li are 10.5 to 14.5 km
constexpr double kHalfAMonth = 12.7;      // working days
constexpr double kSpinningMargin = -.08;  // a loss is reported, its size is not

Quantity assumed(double value, std::string note) {
  Quantity quantity = exact(value);
  quantity.note = std::move(note);
  return quantity;
}

// One workshop of the trade with that many members, where the cooperative already stands.
void single_workshop(model::Scenario& scenario, Cooperative& cooperative, int trade, int members) {
  cooperative.workshops.resize(1);
  cooperative.workshops[0].trade = scenario.trades[static_cast<std::size_t>(trade)].id;
  cooperative.workshops[0].members = members;
  cooperative.merged_from.clear();
}

void merged_of(Cooperative& cooperative, int parts) {
  const model::Workshop& shop = cooperative.workshops.front();
  for (int part = 0; part < parts; ++part) {
    const int members = shop.members / parts + (part < shop.members % parts ? 1 : 0);
    cooperative.merged_from.push_back({{}, shop.trade, shop.x_km + .2 * part, shop.y_km - .1 * part, members, {}});
  }
}

void practices(Cooperative& cooperative, double bodies, double planning, double labour, double control, double democracy) {
  cooperative.quantities[CooperativeQuantity::bodies] = exact(bodies);
  cooperative.quantities[CooperativeQuantity::planning] = exact(planning);
  cooperative.quantities[CooperativeQuantity::labour_organisation] = exact(labour);
  cooperative.quantities[CooperativeQuantity::quality_control] = exact(control);
  cooperative.quantities[CooperativeQuantity::democracy] = exact(democracy);
}

void write_oilcloth_and_felt(model::Scenario& scenario, std::size_t position, model::SourceId report) {
  Cooperative& cooperative = scenario.cooperatives.edit(position);
  cooperative.name = {"Oilcloth and Felt", "油布毛毡生产合作社"};
  single_workshop(scenario, cooperative, kOilcloth, 58);
  model::Workshop felt = cooperative.workshops[0];
  felt.id = next_id<model::WorkshopId>(scenario);
  felt.trade = scenario.trades[kFelt].id;
  felt.members = 54;
  felt.x_km += kDistanceKm;
  cooperative.workshops.push_back(felt);
  cooperative.merged_from = {{{"Oilcloth", "油布社"}, cooperative.workshops[0].trade, cooperative.workshops[0].x_km, cooperative.workshops[0].y_km, 58, {}},
                             {{"Felt", "毛毡社"}, felt.trade, felt.x_km, felt.y_km, 54, {}}};
  practices(cooperative, .40, .40, .38, .30, .50);
  cooperative.quantities[CooperativeQuantity::piece_rate_share] = assumed(.75, "Wages followed output almost one for one in the report.");
  cooperative.quantities[CooperativeQuantity::tariff_wage] = exact(42, Provenance::reported, report);
  cooperative.notes = {"Reported: merged from two small cooperatives of quite different trades, 20-odd li apart; divided again. Sizes are assumed.",
                       "报道：由两个生产性质不同、相距二十多里的小社合并而成，后又划开。人数为假设。"};
}

void write_fourth_ironware(model::Scenario& scenario, std::size_t position) {
  Cooperative& cooperative = scenario.cooperatives.edit(position);
  single_workshop(scenario, cooperative, kIronware, 118);
  merged_of(cooperative, 4);
  practices(cooperative, .52, .50, .55, .40, .55);
  cooperative.quantities[CooperativeQuantity::repair_share] = exact(.34);
  cooperative.notes = {"Reported: production and repair were separated and four repair points opened in the city. Numbers are assumed.",
                       "报道：把生产与修理分开，在市区设立四处修补点。数字为假设。"};
}

void write_fifth_spinning(model::Scenario& scenario, std::size_t position) {
  Cooperative& cooperative = scenario.cooperatives.edit(position);
  single_workshop(scenario, cooperative, kMachineSpinning, 146);
  merged_of(cooperative, 5);
  practices(cooperative, .22, .12, .20, .12, .48);
  cooperative.notes = {"Reported: incomplete bodies, no production plan, unreasonable organisation of labour, and a loss. Numbers are assumed.",
                       "报道：机构不健全、生产无计划、劳动组织不合理，并有亏损。数字为假设。"};
}

void write_machine_repair(model::Scenario& scenario, std::size_t position) {
  Cooperative& cooperative = scenario.cooperatives.edit(position);
  cooperative.name = {"Machine Repair and Manufacture", "机器修造生产合作社"};
  single_workshop(scenario, cooperative, kMachineRepair, 86);
  merged_of(cooperative, 3);
  practices(cooperative, .50, .46, .50, .45, .10);
  cooperative.notes = {"Reported: undemocratic leaders were replaced by election, and orders that had long been waiting were completed. Numbers are assumed.",
                       "报道：社干部民主作风差，改选领导后完成了长期积压的加工订货任务。数字为假设。"};
}

void write_large_garments(model::Scenario& scenario, std::size_t position) {
  Cooperative& cooperative = scenario.cooperatives.edit(position);
  const int members = members_of(cooperative);
  single_workshop(scenario, cooperative, kGarments, members);
  merged_of(cooperative, 8);
  const double step = .03 * static_cast<double>(position);
  practices(cooperative, .40 - step, .38 - step, .36 - step, .20, .45);
  cooperative.quantities[CooperativeQuantity::piece_rate_share] = exact(.7);
  cooperative.notes = {"Reported: garment cooperatives of three to four hundred members; rework once reached one half in the worst. Which is which is assumed.",
                       "报道：几个拥有三四百人的服装生产合作社，返工率一度达到一半。具体哪社为假设。"};
}

model::Treatment treat(const model::Scenario& scenario, std::size_t position, std::vector<model::MeasureChoice> measures) {
  model::Treatment treatment;
  treatment.cooperative = scenario.cooperatives[position].id;
  treatment.measures = std::move(measures);
  return treatment;
}

model::MeasureChoice choice(Measure measure, int parts = 0, int points = 0) { return {measure, parts, points, {}, {}}; }

void add_plan(model::Scenario& scenario, const Documented& cases) {
  std::vector<std::size_t> first{cases.oilcloth_and_felt, cases.fourth_ironware, cases.fifth_spinning, cases.machine_repair};
  first.insert(first.end(), cases.large_garments.begin(), cases.large_garments.end());
  model::Plan plan;
  plan.id = next_id<model::PlanId>(scenario);
  plan.name = {"Kunming, three batches", "昆明，分三批"};
  plan.deadline = model::to_date({1957, 3, 31});
  plan.batches = three_batches(scenario, random_order(scenario.cooperatives.size(), kKunmingSeed, first));
  plan.treatments = {treat(scenario, cases.oilcloth_and_felt, {choice(Measure::divide_trades)}),
                     treat(scenario, cases.fourth_ironware, {choice(Measure::separate_repair, 0, 4)}),
                     treat(scenario, cases.fifth_spinning, {choice(Measure::sound_bodies), choice(Measure::production_plan), choice(Measure::labour_organisation)}),
                     treat(scenario, cases.machine_repair, {choice(Measure::re_election)})};
  for (const std::size_t garments : cases.large_garments) plan.treatments.push_back(treat(scenario, garments, {choice(Measure::divide_size, 4)}));
  std::sort(plan.treatments.begin(), plan.treatments.end(), [](const model::Treatment& a, const model::Treatment& b) { return a.cooperative < b.cooperative; });
  std::vector<sim::OpenPoint> open;
  for (const model::RepairPoint& point : scenario.city.repair_points) open.push_back({point.x_km, point.y_km, static_cast<double>(point.workers), 0});
  plan.sites = sim::greedy_sites(scenario.city, open, 4, 4);
  const char* const english[] = {"First new point", "Second new point", "Third new point", "Fourth new point"};
  const char* const chinese[] = {"新设第一修补点", "新设第二修补点", "新设第三修补点", "新设第四修补点"};
  for (std::size_t i = 0; i < plan.sites.size(); ++i) {
    plan.sites[i].id = next_id<model::PointId>(scenario);
    plan.sites[i].name = {english[i], chinese[i]};
  }
  scenario.plans.push_back(std::move(plan));
}

void add_texts(model::Scenario& scenario) {
  scenario.title = {"Kunming 1957: putting 167 cooperatives in order", "昆明1957：分批整顿167个合作社"};
  scenario.question = {"Which cooperatives should be put in order first, with which measures, to be done by the end of March - and what would a sceptic make of the reported results?",
                       "先整顿哪些社、用什么措施，才能在三月底前完成？怀疑者又会怎样看待报道的成果？"};
  scenario.description = {
      "In 1956 Kunming's handicraft workers were merged into 167 cooperatives. Early in 1957 they were put in order in batches: inspected, summed up, their main problem solved. "
      "The facts come from one newspaper report; rosters, sizes, dates of batches, teams and effects are assumptions, each marked as such. Places lie on an abstract plane.",
      "1956年昆明的手工业者合并组成167个合作社。1957年初分批整顿：检查、总结、解决主要问题。事实来自一篇报道；名册、人数、批次日期、工作组和效果均为假设并逐一标明。地点位于抽象平面上。"};
  scenario.city.name = {"Kunming", "昆明"};
  scenario.city.area_km2 = {15, 8, 25, Provenance::assumed, {}, "The built-up area of 1957 is not documented; it was about 53 km2 in 1976."};
}

}  // namespace

Documented documented(const model::Scenario& kunming) {
  Documented cases;
  for (std::size_t i = 0; i < kunming.cooperatives.size(); ++i) {
    const Cooperative& cooperative = kunming.cooperatives[i];
    if (cooperative.name.en == "Oilcloth and Felt") cases.oilcloth_and_felt = i;
    if (cooperative.name.en == "Fourth Ironware") cases.fourth_ironware = i;
    if (cooperative.name.en == "Fifth Machine Spinning and Weaving") cases.fifth_spinning = i;
    if (cooperative.name.en == "Machine Repair and Manufacture") cases.machine_repair = i;
    if (members_of(cooperative) >= 300) cases.large_garments.push_back(i);
  }
  return cases;
}

model::Scenario kunming_1957() {
  model::Scenario scenario = model::empty_scenario();
  scenario.seed = kKunmingSeed;
  add_texts(scenario);
  add_trades(scenario);
  add_cooperatives(scenario, {167, kKunmingSeed, true});
  const auto position_of = [&](const std::string& name) {
    std::size_t position = 0;
    while (scenario.cooperatives[position].name.en != name) ++position;
    return position;
  };
  const model::SourceId report = source_of(scenario, "rmrb-1957-02-12");
  write_oilcloth_and_felt(scenario, position_of("First Oilcloth"), report);
  write_machine_repair(scenario, position_of("Fourteenth Hardware and Machines"));
  const Documented cases = documented(scenario);
  write_fourth_ironware(scenario, cases.fourth_ironware);
  write_fifth_spinning(scenario, cases.fifth_spinning);
  for (const std::size_t garments : cases.large_garments) write_large_garments(scenario, garments);
  const KnownMargin known[] = {{cases.fifth_spinning, kSpinningMargin}, {cases.oilcloth_and_felt, .02}};
  settle_accounts(scenario, kKunmingSeed, known);
  Cooperative& repair = scenario.cooperatives.edit(cases.machine_repair);
  const double orders = repair[CooperativeQuantity::orders_per_day];
  repair.quantities[CooperativeQuantity::backlog] = assumed(static_cast<double>(static_cast<int>(orders * kHalfAMonth)), "Half a month of orders: that it was long is reported, its size is not.");
  add_city(scenario, 2.2, 350000);
  scenario.city.repair_points = {{next_id<model::PointId>(scenario), {"Old point in the north-east", "东北原有修补点"}, .5, .4, 8, {}},
                                 {next_id<model::PointId>(scenario), {"Old point in the south-west", "西南原有修补点"}, -.7, -.6, 8, {}}};
  add_calendar_and_teams(scenario);
  add_plan(scenario, cases);
  add_kunming_claims(scenario);
  return scenario;
}

}  // namespace zhengshe::study
