// Fuzzing: any bytes either give problems with places, or a scenario that is saved and read back as the same and runs.
// tests/fuzz/run builds and starts it.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "form.h"
#include "io/csv.h"
#include "io/portfolio_csv.h"
#include "io/scenario_json.h"
#include "io/share_link.h"
#include "model/validate.h"
#include "mutate.h"
#include "sim/run.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace zhengshe;

// Scenarios that would take longer than a few milliseconds are read and saved, but not run.
constexpr std::size_t kMostCooperatives = 40;
constexpr int kMostDays = 150;

struct Counts {
  std::uint64_t inputs = 0;
  std::uint64_t run = 0;     // were valid and run
  std::uint64_t saved = 0;   // were saved and loaded again
  std::uint64_t finite = 0;  // of them, were held to finite results
} counts;

void print_counts() {
  const auto number = [](std::uint64_t count) { return static_cast<unsigned long long>(count); };
  std::printf("fuzz: %llu valid inputs of %llu ran, %llu of them held to finite results; %llu were saved and loaded again\n", number(counts.run),
              number(counts.inputs), number(counts.finite), number(counts.saved));
  std::fflush(stdout);
}

void need(bool condition, int line = __builtin_LINE()) {
  if (condition) return;
  std::printf("fuzz: what line %d needs does not hold\n", line);
  std::fflush(stdout);
  std::abort();
}

void check_issues(const io::ReadResult& result) {
  need(result.scenario.has_value() != model::has_errors(result.issues));
  for (const model::Issue& issue : result.issues) need(!issue.code.empty() && !issue.message.en.empty() && !issue.message.zh.empty());
}

// Saved and read, the scenario is the same; saved again (`twice`), the document is the same to the byte.
void check_saving(const model::Scenario& scenario, bool twice) {
  const std::string saved = io::write_scenario(scenario);
  const io::ReadResult again = io::read_scenario(saved);
  need(again.scenario == scenario);
  if (twice) need(io::write_scenario(*again.scenario) == saved);
  ++counts.saved;
}

void check_link(const model::Scenario& scenario) {
  const std::string link = io::write_link(scenario);
  if (link.size() <= io::kMaxLinkCharacters) need(io::read_link(link).scenario == scenario);
}

// A table that was exported is read back, and its export is the same again.
void check_table(const model::Scenario& scenario) {
  const std::string text = io::write_portfolio_csv(scenario);
  model::Issues issues;
  const std::optional<io::CsvTable> table = io::parse_csv(text, io::CsvDialect{}, issues);
  need(table.has_value());
  const io::PortfolioImport import = io::read_portfolio_csv(scenario, *table, io::match_columns(*table));
  need(import.scenario && io::write_portfolio_csv(*import.scenario) == text);
}

// Of almost no orders a day, any backlog is work for more days than a float can count.
bool all_finite(const sim::DailySeries& series) {
  for (const model::Metric metric : model::all_of<model::Metric>())
    for (const float value : series.of(metric))
      if (metric == model::Metric::backlog_days ? std::isnan(value) : !std::isfinite(value)) return false;
  return true;
}

bool all_finite(const sim::MonthlySums& sums) {
  for (const float value : {sums.gross, sums.good, sums.rework, sums.seconds, sums.deliveries, sums.orders, sums.revenue, sums.wages, sums.net_income,
                            sums.backlog_end, sums.reserve_end, sums.varieties_end, sums.members_end, sums.member_days})
    if (!std::isfinite(value)) return false;
  return true;
}

bool all_finite(const sim::Passage& passage) {
  return std::isfinite(passage.team_days) &&
         std::all_of(passage.findings.begin(), passage.findings.end(), [](const sim::Finding& f) { return std::isfinite(f.severity) && std::isfinite(f.truth); });
}

bool all_finite(const sim::ArmResult& arm) {
  return all_finite(arm.city) && std::all_of(arm.monthly.begin(), arm.monthly.end(), [](const sim::MonthlySums& sums) { return all_finite(sums); });
}

bool near(const model::Quantity& quantity, double low, double high) {
  const bool estimate = quantity.is_estimate();
  return (estimate ? quantity.low : quantity.value) >= low / 10 && (estimate ? quantity.high : quantity.value) <= high * 10;
}

// Coefficients and complementarities may be anything up to a million, and the exponentials of the model overflow on the
// way there: results must be finite only within ten times what the program's own assumptions span.
bool must_be_finite(const model::Scenario& scenario) {
  for (const model::Coefficient coefficient : model::all_of<model::Coefficient>())
    if (!near(scenario.assumptions[coefficient].quantity, model::info(coefficient).low, model::info(coefficient).high)) return false;
  return std::all_of(scenario.trades.begin(), scenario.trades.end(),
                     [](const model::Trade& trade) { return near(trade.quantities[model::TradeQuantity::complementarity], .5, 1.5); });
}

// `choice`: any number, which decides the plan and whether chance plays a part.
void check_run(const model::Scenario& scenario, std::uint32_t choice) {
  if (scenario.cooperatives.size() > kMostCooperatives || scenario.calendar.horizon_days > kMostDays) return;
  sim::RunOptions options;
  options.plan = scenario.plans.empty() ? model::kLeftAlone : scenario.plans[choice / 2 % scenario.plans.size()].id;
  options.replication = choice % 2 == 0 ? sim::kCentre : 0;
  options.seed = scenario.seed;
  const sim::RunResult result = sim::run(scenario, options);
  ++counts.run;
  if (!must_be_finite(scenario)) return;
  ++counts.finite;
  need(all_finite(result.planned) && all_finite(result.left_alone));
  need(std::all_of(result.passages.begin(), result.passages.end(), [](const sim::Passage& passage) { return all_finite(passage); }));
  if (choice % 16 > 1) return;
  options.width = 2;  // another kernel, the same states
  need(sim::run(scenario, options) == result);
}

void check(std::string_view bytes) {
  const io::ReadResult result = io::read_scenario(bytes);
  check_issues(result);
  if (!result.scenario) return;
  // Everything is run. What takes longer than a run is done for some, whom the bytes choose: a finding can be repeated.
  const auto choice = static_cast<std::uint32_t>(std::hash<std::string_view>()(bytes));
  if (choice / 64 % 4 == 0) check_saving(*result.scenario, choice / 256 % 4 == 0);
  check_run(*result.scenario, choice);
  if (choice % 64 == 2) check_link(*result.scenario);
  if (choice % 64 == 3) check_table(*result.scenario);
}

// Bytes that are no scenario may be a link or a table.
void check_others(std::string_view bytes) {
  static const model::Scenario base = *io::read_scenario(fuzz::seedling()).scenario;
  if (bytes.substr(0, 1) == "#") check_issues(io::read_link(bytes));
  model::Issues issues;
  const std::optional<io::CsvTable> table = io::parse_csv(bytes, io::detect_dialect(bytes), issues);
  need(table.has_value() != model::has_errors(issues));
  if (!table) return;
  const io::PortfolioImport import = io::read_portfolio_csv(base, *table, io::match_columns(*table));
  need(import.scenario.has_value() != model::has_errors(import.issues));
  if (import.scenario) check_saving(*import.scenario, true);
}

std::size_t put(const std::optional<std::string>& text, std::uint8_t* data, std::size_t most) {
  if (!text || text->size() > most) return 0;
  std::memcpy(data, text->data(), text->size());
  return text->size();
}

std::string_view view(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  fuzz::form_of_scenario();
  std::atexit(print_counts);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = view(data, size);
  if (++counts.inputs % 100'000 == 0) print_counts();
  check(bytes);
  if (bytes.substr(0, 1) != "{") check_others(bytes);
  return 0;
}

// Bytes are changed as bytes now and then, for the parsers, and where they are no JSON.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  fuzz::Dice dice(seed);
  if (dice.one_in(64)) return LLVMFuzzerMutate(data, size, most);
  if (const std::size_t same = put(fuzz::changed(view(data, size), dice), data, most)) return same;
  const std::size_t made = dice.one_in(3) ? 0 : put(fuzz::changed(fuzz::seedling(), dice), data, most);
  return made > 0 ? made : LLVMFuzzerMutate(data, size, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* data, std::size_t size, const std::uint8_t* other, std::size_t other_size,
                                                 std::uint8_t* out, std::size_t most, unsigned seed) {
  fuzz::Dice dice(seed);
  return put(fuzz::crossed(view(data, size), view(other, other_size), dice), out, most);
}
