// The contract of README.md: the same bits on every day, whatever the compiler, the optimisation, the vector
// width or the machine. The recorded lines are the same for native builds, WebAssembly under node and in Chromium.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch_amalgamated.hpp"
#include "io/scenario_json.h"
#include "sim/daily_kernel.h"
#include "study/roster.h"
#include "support/day_hashes.h"

using namespace zhengshe;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<fs::path> bundled_scenarios() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(ZHENGSHE_ASSETS) / "scenarios"))
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> words(const std::string& line) {
  std::istringstream stream(line.substr(line.find(':') + 1));
  std::vector<std::string> found;
  for (std::string word; stream >> word;) found.push_back(word);
  return found;
}

// Fails with the first day on which two lines differ.
void check_line(const std::string& actual, const std::string& recorded) {
  const std::vector<std::string> a = words(actual), b = words(recorded);
  const auto [first, second] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  INFO("behaviour version " << sim::kBehaviourVersion << ", " << actual.substr(0, actual.find(':')) << ", first different day (after the last: the books): " << (first - a.begin())
                            << " (zhengshe diff names the field; UPDATE_GOLDEN=1 records a wanted change)");
  CHECK((first == a.end() && second == b.end()));
}

}  // namespace

TEST_CASE("every day of every bundled scenario has the recorded state", "[determinism]") {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (const fs::path& path : bundled_scenarios()) {
    INFO(path.filename().string());
    const io::ReadResult read = io::read_scenario(text_of(path));
    REQUIRE(read.scenario.has_value());
    const fs::path golden = fs::path(ZHENGSHE_TESTS) / "golden" / path.stem().concat(".hashes");
    if (update) std::ofstream(golden, std::ios::binary | std::ios::trunc).flush();
    std::istringstream recorded(text_of(golden));
    for (const tests::RecordedRun& run : tests::kRecordedRuns) {
      const std::string line = tests::day_hash_line(*read.scenario, run);
      for (const sim::DailyKernel& kernel : sim::daily_kernels()) {
        INFO(kernel.name);
        check_line(tests::day_hash_line(*read.scenario, run, kernel.width), line);
      }
      if (update) {
        std::ofstream(golden, std::ios::binary | std::ios::app) << line << '\n';
        continue;
      }
      std::string expected;
      REQUIRE(std::getline(recorded, expected));
      check_line(line, expected);
    }
  }
}

TEST_CASE("every day of a generated thousand is the same at every width of vectors, field by field", "[determinism]") {
  const model::Scenario thousand = study::portfolio({1000, 1957, true});
  sim::RunOptions wide;
  wide.plan = thousand.plans.front().id;
  wide.replication = 3;
  sim::RunOptions narrow = wide;
  narrow.width = 2;
  for (const sim::StateDifference& difference : sim::diff(thousand, wide, thousand, narrow))
    FAIL_CHECK(difference.field << " on day " << difference.day);
  CHECK(sim::run(thousand, wide).planned.hash == 0x3d5c8b19d42b0be3);  // in every build
}

TEST_CASE("the centre run does not depend on the seed, and a replication does", "[determinism]") {
  const io::ReadResult read = io::read_scenario(text_of(fs::path(ZHENGSHE_ASSETS) / "scenarios" / "classroom-12.json"));
  REQUIRE(read.scenario.has_value());
  CHECK(tests::day_hash_line(*read.scenario, {1, sim::kCentre}) == tests::day_hash_line(*read.scenario, {77, sim::kCentre}));
  CHECK(words(tests::day_hash_line(*read.scenario, {1, 3})) != words(tests::day_hash_line(*read.scenario, {77, 3})));
}
