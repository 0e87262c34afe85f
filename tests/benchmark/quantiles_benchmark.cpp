// Exact quantile bands of 90 days × 100,000 replications × 5 levels on one thread. With a file name: writes the
// values as 32-bit floats and the quantiles as text beside it, for quantiles_numpy.py to hold against numpy.percentile.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "sim/distributions.h"
#include "sim/philox.h"
#include "study/quantiles.h"

int main(int count, char** words) {
  constexpr int kDays = 90;
  constexpr std::size_t kReplications = 100'000;
  const std::vector<double> levels{.05, .25, .5, .75, .95};
  const zhengshe::sim::Key key{1, 2};
  std::vector<float> values;
  for (int day = 0; day < kDays; ++day)
    for (std::size_t i = 0; i < kReplications; ++i)
      values.push_back(static_cast<float>(100 + zhengshe::sim::inverse_normal(zhengshe::sim::uniform(key, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(day), 0))));
  double best = 1e9;
  std::vector<std::vector<double>> bands(kDays);
  for (int round = 0; round < 5; ++round) {
    const auto begun = std::chrono::steady_clock::now();
    for (std::size_t day = 0; day < kDays; ++day) bands[day] = zhengshe::study::quantiles({values.data() + day * kReplications, kReplications}, levels);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
  }
  std::printf("%.4f\n", best);
  if (count < 2) return 0;
  const std::string name = words[1];
  std::FILE* file = std::fopen(name.c_str(), "wb");
  std::FILE* text = std::fopen((name + ".txt").c_str(), "w");
  if (file == nullptr || text == nullptr) return 3;
  const bool whole = std::fwrite(values.data(), sizeof(float), values.size(), file) == values.size();
  for (const std::vector<double>& band : bands)
    for (const double value : band) std::fprintf(text, "%.17g\n", value);
  return std::fclose(file) == 0 && std::fclose(text) == 0 && whole ? 0 : 3;
}
