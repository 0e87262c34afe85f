// Fuzzing: any bytes either give problems with places, or a scenario that is saved and read back as the same and runs.
// clang++ -std=c++20 -fsanitize=fuzzer,address,undefined; see tests/fuzz/run.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "io/csv.h"
#include "io/scenario_json.h"
#include "io/share_link.h"
#include "model/validate.h"
#include "sim/run.h"

namespace {

using namespace zhengshe;

constexpr std::size_t kMostCooperatives = 200;  // that are run
constexpr int kMostDays = 400;

void need(bool condition) {
  if (!condition) std::abort();
}

void check(const io::ReadResult& result) {
  need(result.scenario.has_value() != model::has_errors(result.issues));
  for (const model::Issue& issue : result.issues) need(!issue.code.empty() && !issue.message.en.empty() && !issue.message.zh.empty());
  if (!result.scenario) return;
  const std::string saved = io::write_scenario(*result.scenario);
  const io::ReadResult again = io::read_scenario(saved);
  need(again.scenario == result.scenario);
  need(io::write_scenario(*again.scenario) == saved);
  if (result.scenario->cooperatives.size() > kMostCooperatives || result.scenario->calendar.horizon_days > kMostDays) return;
  sim::RunOptions options;
  options.plan = result.scenario->plans.empty() ? model::kLeftAlone : result.scenario->plans.front().id;
  for (const std::int64_t replication : {sim::kCentre, std::int64_t{0}}) {
    options.replication = replication;
    need(sim::run(*result.scenario, options).planned.hash == sim::run(*result.scenario, options).planned.hash);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(io::read_scenario(bytes));
  if (bytes.substr(0, 1) == "#") check(io::read_link(bytes));
  model::Issues issues;
  io::parse_csv(bytes, io::detect_dialect(bytes), issues);
  return 0;
}
