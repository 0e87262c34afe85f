#include "study/kunming_claims.h"

#include <algorithm>

#include "study/kunming.h"
#include "study/roster.h"

namespace zhengshe::study {
namespace {

using model::Claim;
using model::ClaimKind;
using model::Metric;
using model::Provenance;
using model::Quantity;
using model::Text;

const model::Date kPublished = model::to_date({1957, 2, 12});

// Adds claims with what they have in common.
class Claims {
 public:
  explicit Claims(model::Scenario& scenario) : scenario_(scenario), report_(source_of(scenario, "rmrb-1957-02-12")) {}

  Claim& add(const char* key, ClaimKind kind, Metric metric, double value, Text statement, std::vector<std::size_t> positions = {}) {
    Claim claim;
    claim.id = next_id<model::ClaimId>(scenario_);
    claim.key = key;
    claim.kind = kind;
    claim.metric = metric;
    claim.statement = std::move(statement);
    claim.value = model::exact(value, Provenance::reported, report_);
    claim.by = kPublished;
    for (const std::size_t position : positions) claim.cooperatives.push_back(scenario_.cooperatives[position].id);
    scenario_.claims.push_back(std::move(claim));
    return scenario_.claims.back();
  }

 private:
  model::Scenario& scenario_;
  model::SourceId report_;
};

void add_campaign(Claims& claims, const model::Plan& plan) {
  claims.add("C1", ClaimKind::count, Metric::cooperatives, 167, {"167 cooperatives were formed by merging in 1956", "1956年合并组成167个合作社"}).by.reset();
  claims.add("C2", ClaimKind::batch_done, Metric::done, 48, {"The first batch of 48 is finished and the second has begun", "第一批48个社整顿结束，第二批已开始"}).batch = plan.batches[0].id;
  claims.add("C3", ClaimKind::all_done, Metric::done, 167, {"All are expected to be done by the end of the first quarter (a forecast)", "预计第一季度内全部整顿完毕（预测）"}).by = plan.deadline;
}

void add_cases(Claims& claims, const Documented& cases) {
  claims.add("C4", ClaimKind::relative_change, Metric::good_output, .206, {"Oilcloth and Felt: production rose by 20.6 per cent after the division", "油布毛毡社：划开后生产增加20.6%"}, {cases.oilcloth_and_felt}).tolerance = .0005;
  Claim& wage = claims.add("C5", ClaimKind::level_after, Metric::monthly_wage, 50.65, {"Oilcloth and Felt: the average monthly wage rose from 42 to 50-odd yuan", "油布毛毡社：月平均工资由42元增至50多元"}, {cases.oilcloth_and_felt});
  wage.before = 42;
  wage.value.low = 50;
  wage.value.high = 60;
  wage.value.note = "Reported as 50-odd; 42 times 1.206 is 50.65.";
  wage.tolerance = .65;
  claims.add("C6", ClaimKind::relative_change, Metric::good_output, .20, {"Fifth Machine Spinning and Weaving: daily output value rose by 20 per cent", "第五机纺社：日产值增加20%"}, {cases.fifth_spinning}).tolerance = .005;
  claims.add("C7", ClaimKind::relative_change, Metric::seconds_rate, -.40, {"Fifth Machine Spinning and Weaving: the rate of seconds fell by 40 per cent", "第五机纺社：次品率降低40%"}, {cases.fifth_spinning}).tolerance = .005;
  claims.add("C8", ClaimKind::turnaround, Metric::net_income, 0, {"Fifth Machine Spinning and Weaving: losses were turned around", "第五机纺社：扭转了亏损"}, {cases.fifth_spinning});
  claims.add("C9", ClaimKind::peak, Metric::rework_rate, .50, {"Rework in the large garment cooperatives once reached 50 per cent", "大型服装社返工率一度达到50%"}, cases.large_garments);
  claims.add("C10", ClaimKind::each_falls, Metric::rework_rate, 0, {"Rework fell in all over-large garment cooperatives that were divided", "划小的服装社返工率都有降低"}, cases.large_garments);
  Claim& access = claims.add("C11", ClaimKind::access, Metric::resident_distance_km, -.40, {"Fourth Ironware: four repair points in the city made mending easier for residents", "第四铁业社：市区设四处修补点，便利居民"}, {cases.fourth_ironware});
  access.value.provenance = Provenance::derived;
  access.value.note = "The four points are reported; mean distance falls by 30 to 50 per cent where two or three points existed before.";
  access.tolerance = .10;
  claims.add("C12", ClaimKind::clears_backlog, Metric::backlog_days, 0, {"Machine Repair and Manufacture: orders that had long been waiting were completed after new elections", "机器修造社：改选后完成长期积压的订货"}, {cases.machine_repair}).tolerance = 1;
  claims.add("C13", ClaimKind::merging_harms, Metric::good_output_per_member, 0, {"Some cooperatives had fewer varieties, lower quality, lower output and income after merging", "有的社合并后品种减少、质量下降、产量和收入降低"}).by.reset();
}

}  // namespace

model::SourceId source_of(const model::Scenario& scenario, std::string_view key) {
  const auto found = std::find_if(scenario.sources.begin(), scenario.sources.end(), [&](const model::Source& source) { return source.key == key; });
  return {static_cast<std::uint32_t>(found - scenario.sources.begin()) + 1};
}

void add_kunming_claims(model::Scenario& scenario) {
  Claims claims(scenario);
  add_campaign(claims, scenario.plans.front());
  add_cases(claims, documented(scenario));
}

}  // namespace zhengshe::study
