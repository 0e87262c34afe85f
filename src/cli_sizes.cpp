// Output per member against size, on the command line.
#include <cmath>
#include <cstdio>

#include "cli.h"
#include "study/sizes.h"

namespace zhengshe::cli {

int sizes_command(const Arguments& arguments) {
  constexpr int kSmallest = 10, kLargest = 400, kStep = 10;
  const model::Scenario scenario = load(arguments, arguments.files[0]);
  std::string csv = "trade,best_gross,best_good,members,gross,good\r\n";
  for (const study::SizeCurve& curve : study::size_curves(scenario))
    for (int members = kSmallest; members <= kLargest; members += kStep) {
      char text[120];
      std::snprintf(text, sizeof text, ",%ld,%ld,%d,%.4f,%.4f\r\n", std::lround(curve.best_gross()), std::lround(curve.best_good()), members,
                    study::relative_output(curve.gross, members), study::relative_output(curve.good, members));
      csv += (curve.trade ? std::to_string(curve.trade.value) : "reference") + text;
    }
  write_output(arguments, csv);
  return kFine;
}

}  // namespace zhengshe::cli
