// Names of the closed vocabularies in both languages.
#include "app/translate.h"
#include "model/plan.h"

namespace zhengshe::app {
namespace {

using model::PerEnum;

struct Name {
  std::string_view en;
  std::string_view zh;
  std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
};

constexpr PerEnum<model::Metric, Name> kMetrics{{{
    {"Good output", "合格产值"}, {"Output per member", "每社员产值"}, {"Gross output", "总产值"},
    {"Monthly wage", "月平均工资"}, {"Rework rate", "返工率"}, {"Rate of seconds", "次品率"},
    {"Backlog", "积压订货"}, {"Net income", "纯收入"}, {"Reserve", "公积金"},
    {"Members", "社员"}, {"Varieties", "产品品种"}, {"Cooperatives", "合作社数"},
    {"To a repair point", "到修补点距离"}, {"Within 800 m", "800米以内居民"}, {"Wait for repair", "修补等候"},
    {"Done", "已整顿"},
}}};

constexpr PerEnum<model::Metric, Name> kUnits{{{
    {"yuan/day", "元/日"}, {"yuan/day", "元/日"}, {"yuan/day", "元/日"}, {"yuan", "元"}, {"", ""}, {"", ""},
    {"days", "天"}, {"yuan/month", "元/月"}, {"yuan", "元"}, {"persons", "人"}, {"kinds", "种"}, {"", "个"},
    {"km", "公里"}, {"", ""}, {"days", "天"}, {"", "个"},
}}};

constexpr PerEnum<model::Problem, Name> kProblems{{{
    {"Unrelated trades", "行业混杂"}, {"Dispersed sites", "场地分散"}, {"Over-size", "规模过大"},
    {"Repair withdrawn", "修补点撤并"}, {"Unsound bodies", "机构不健全"}, {"No production plan", "生产无计划"},
    {"Labour organisation", "劳动组织不合理"}, {"Leadership", "民主作风差"}, {"Lost varieties", "品种减少"},
    {"Accumulation too high", "公积金过高"}, {"Quality control", "质量检查薄弱"},
}}};

constexpr PerEnum<model::Measure, Name> kMeasures{{{
    {"Divide by trade", "按行业划分"}, {"Divide by size", "划小规模"}, {"Separate repair", "生产修理分开"},
    {"Sound bodies", "健全机构"}, {"Production plan", "制定生产计划"}, {"Labour organisation", "调整劳动组织"},
    {"Quality control", "建立质量检查"}, {"Re-election", "改选领导"}, {"Restore varieties", "恢复品种"},
    {"Lower accumulation", "降低公积金"}, {"Group summing-up", "同行业总结会"}, {"Merge", "合并"},
}}};

constexpr PerEnum<model::Stage, Name> kStageNames{{{
    {"Left alone", "不整顿"}, {"Waiting", "等待"}, {"Inspection", "检查"}, {"Summing-up", "总结"},
    {"Measures", "整顿"}, {"Consolidation", "巩固"}, {"Done", "完成"},
}}};

constexpr PerEnum<model::Provenance, Name> kProvenances{{{{"assumed", "假定"}, {"derived", "推算"}, {"found", "文献"}, {"reported", "报道"}}}};

constexpr PerEnum<model::CooperativeQuantity, Name> kQuantities{{{
    {"Piece-rate share", "计件比例"}, {"Tariff wage", "标准工资"}, {"Accumulation share", "积累比例"},
    {"Sound bodies", "机构健全"}, {"Production planning", "生产计划"}, {"Labour organisation", "劳动组织"},
    {"Quality control", "质量检查"}, {"Democracy", "民主管理"}, {"Non-producing cadres", "脱产干部"},
    {"Varieties", "产品品种"}, {"Repertoire", "会做的品种"}, {"Orders per day", "每日订货"}, {"Backlog", "积压订货"},
    {"Reserve", "公积金结存"}, {"Other costs", "其他费用"}, {"Repair share", "修理所占比例"},
}}};

constexpr PerEnum<model::TradeQuantity, Name> kTradeQuantities{{{
    {"Base output", "基本产值"}, {"Material share", "原料比例"}, {"Base rework", "基本返工率"}, {"Base seconds", "基本次品率"},
    {"Price of a second", "次品价格比"}, {"Labour of rework", "返工用工"}, {"Complementarity", "协作程度"}, {"Changeover loss", "换品种损失"},
}}};

constexpr PerEnum<model::Distribution, Name> kDistributions{{{
    {"fixed", "固定"}, {"uniform", "均匀分布"}, {"triangular", "三角分布"}, {"normal", "正态分布"}, {"lognormal", "对数正态分布"},
}}};

constexpr PerEnum<model::ClaimKind, Name> kClaimKinds{{{
    {"a number of cooperatives", "合作社数目"}, {"a batch is done by the date", "某批如期完成"}, {"all is done by the date", "全部如期完成"},
    {"a relative change", "相对变化"}, {"a level after", "之后的水平"}, {"a loss becomes a gain", "由亏转盈"}, {"a monthly peak", "某月最高值"},
    {"it falls in every one", "各社均下降"}, {"the backlog is cleared", "积压订货清完"}, {"residents' access", "居民就近修补"}, {"the merging did harm", "合并造成损害"},
}}};

constexpr PerEnum<model::ObservationKind, Name> kObservationKinds{{{
    {"inspected", "已检查"}, {"a finding", "检查发现"}, {"a measure was taken", "采取了措施"}, {"finished", "已完成"}, {"a monthly outcome", "月度结果"},
}}};

constexpr Name kWeekdays[] = {{"Monday", "星期一"}, {"Tuesday", "星期二"}, {"Wednesday", "星期三"}, {"Thursday", "星期四"},
                              {"Friday", "星期五"}, {"Saturday", "星期六"}, {"Sunday", "星期日"}};

// In the order of coefficients.inc.
constexpr PerEnum<model::Coefficient, Name> kCoefficients{{{
    {"Size exponent of output", "产值的规模指数"},
    {"Loss from unrelated trades", "行业混杂的损失"},
    {"Loss per km between sites", "场地每公里的损失"},
    {"Gain from management practice", "管理改善的收益"},
    {"Gain from democratic management", "民主管理的收益"},
    {"Scale of changeover losses", "换品种损失的倍数"},
    {"Persistence of shocks by month", "冲击的逐月持续性"},
    {"Spread of output shocks", "产值冲击的标准差"},
    {"Spread of rework shocks", "返工冲击的标准差"},
    {"Spread of seconds shocks", "次品冲击的标准差"},
    {"Noise of daily orders", "每日订货的波动"},
    {"Scale of base rework", "基本返工率的倍数"},
    {"Rework: size", "返工：规模"},
    {"Rework: unrelated trades", "返工：行业混杂"},
    {"Rework: practice", "返工：管理"},
    {"Rework: piece rates", "返工：计件"},
    {"Rework: quality control", "返工：质量检查"},
    {"Scale of rework labour", "返工用工的倍数"},
    {"Scale of base seconds", "基本次品率的倍数"},
    {"Seconds: practice", "次品：管理"},
    {"Seconds: piece rates", "次品：计件"},
    {"Seconds: quality control", "次品：质量检查"},
    {"Scale of the price of seconds", "次品价格的倍数"},
    {"Price of output beyond orders", "超订货产品的售价比"},
    {"Output saleable beyond orders", "超订货可售比例"},
    {"Time constant of varieties", "品种变化的时间常数"},
    {"Hazard of members leaving", "社员退社的月概率"},
    {"Elasticity of leaving", "退社对收入的弹性"},
    {"Floor of wage arrears", "欠发工资的下限"},
    {"Dip of reorganisation", "整顿期间的下降"},
    {"Half-life of the dip", "下降的半衰期"},
    {"Ramp of practice", "管理改善的渐进时间"},
    {"Half-life of practice", "管理改善的半衰期"},
    {"Half-life of democracy", "民主管理的半衰期"},
    {"Surge after a re-election", "改选后的干劲"},
    {"Half-life of the surge", "干劲的半衰期"},
    {"Reach of a practice measure", "管理措施的到位程度"},
    {"Reach of a re-election", "改选的到位程度"},
    {"Gain of quality control", "质量检查的提高"},
    {"Share moved by summing-up alone", "仅靠总结的效果比例"},
    {"Gain of group summing-up", "同行业总结会的提高"},
    {"Loss with a change of leaders", "更换领导的损失"},
    {"Noise of inspection", "检查的误差"},
    {"Team-days of an inspection", "检查所需组日"},
    {"Team-days of summing-up", "总结所需组日"},
    {"Days of consolidation", "巩固天数"},
    {"Spread of durations", "工期的标准差"},
    {"Learning exponent", "学习指数"},
    {"Transfer within a trade", "同行业经验推广"},
    {"Transfer between trades", "跨行业经验推广"},
    {"Residents' aversion to distance", "居民对距离的敏感度"},
    {"Repair jobs per resident", "每居民修补件数"},
    {"Repair jobs per worker", "每修理工修补件数"},
}}};

}  // namespace

std::string_view name_of(Language language, model::Metric metric) { return kMetrics[metric].in(language); }
std::string_view unit_of(Language language, model::Metric metric) { return kUnits[metric].in(language); }
std::string_view name_of(Language language, model::Problem problem) { return kProblems[problem].in(language); }
std::string_view name_of(Language language, model::Measure measure) { return kMeasures[measure].in(language); }
std::string_view name_of(Language language, model::Stage stage) { return kStageNames[stage].in(language); }
std::string_view name_of(Language language, model::Provenance provenance) { return kProvenances[provenance].in(language); }
std::string_view name_of(Language language, model::CooperativeQuantity quantity) { return kQuantities[quantity].in(language); }
std::string_view name_of(Language language, model::TradeQuantity quantity) { return kTradeQuantities[quantity].in(language); }
std::string_view name_of(Language language, model::Distribution distribution) { return kDistributions[distribution].in(language); }
std::string_view name_of(Language language, model::ClaimKind kind) { return kClaimKinds[kind].in(language); }
std::string_view name_of(Language language, model::ObservationKind kind) { return kObservationKinds[kind].in(language); }
std::string_view name_of(Language language, model::Weekday weekday) { return kWeekdays[static_cast<std::size_t>(weekday)].in(language); }
std::string_view name_of(Language language, model::Coefficient coefficient) { return kCoefficients[coefficient].in(language); }

std::string_view name_of(Language language, const model::Plan* plan) { return plan != nullptr ? tr(language, plan->name) : tr(language, Key::left_alone); }

}  // namespace zhengshe::app
