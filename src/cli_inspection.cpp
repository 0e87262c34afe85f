// What one more day of inspection is worth, on the command line.
#include <algorithm>
#include <cstdio>

#include "cli.h"
#include "model/order.h"
#include "study/inspection_worth.h"

namespace zhengshe::cli {

int inspection_command(const Arguments& arguments) {
  constexpr int kUsualReplications = 200;
  if (arguments.replications && arguments.replications->first != 0) throw Failure{kWrongUsage, "inspection takes a number of replications; give N."};
  const model::Scenario scenario = load_to_run(arguments, arguments.files[0], kUsualReplications);
  const int count = arguments.replications ? static_cast<int>(arguments.replications->end) : kUsualReplications;
  std::vector<study::InspectionWorth> worths = study::inspection_worths(scenario, chosen_plan(arguments, scenario), arguments.seed.value_or(scenario.seed), count);
  model::sort_stably(worths, [](const study::InspectionWorth& a, const study::InspectionWorth& b) { return a.one_more_day > b.one_more_day; });
  std::string csv = "cooperative,one_more_day,knowing_all,usual,right,right_one_more_day\r\n";
  for (const study::InspectionWorth& worth : worths) {
    char text[120];
    std::snprintf(text, sizeof text, "%u,%+.4f,%+.4f,%.4f,%.3f,%.3f\r\n", worth.cooperative.value, worth.one_more_day, worth.knowing_all, worth.usual, worth.right, worth.right_longer);
    csv += text;
  }
  write_output(arguments, csv);
  return kFine;
}

}  // namespace zhengshe::cli
