// A page that tells the state hashes of every day, for holding the browser against the recorded ones.
#include <memory>
#include <string>

#include "io/scenario_json.h"
#include "platform/platform.h"
#include "support/day_hashes.h"

namespace platform = zhengshe::platform;
namespace tests = zhengshe::tests;

std::string platform::work(std::string_view) { return {}; }

int main() {
  auto lines = std::make_shared<std::string>();
  platform::Application application;
  application.start = [] {};
  application.draw = [] {};
  application.automation.open = [lines](std::string_view text) {
    const zhengshe::io::ReadResult read = zhengshe::io::read_scenario(text);
    lines->clear();
    if (read.scenario)
      for (const tests::RecordedRun& run : tests::kRecordedRuns) *lines += tests::day_hash_line(*read.scenario, run) + "\n";
    return std::string("[]");
  };
  application.automation.scenario = [lines] { return *lines; };
  application.automation.busy = [] { return false; };
  application.automation.hash = [] { return std::string("0000000000000000"); };
  application.automation.metrics = [] { return std::string("{}"); };
  platform::run(std::move(application));
}
