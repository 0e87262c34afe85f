#include "study/quantiles.h"

#include <algorithm>
#include <random>

#include "catch_amalgamated.hpp"
#include "study/replications.h"

using namespace zhengshe::study;
using Catch::Approx;

TEST_CASE("quantiles of several levels are those of the sorted values") {
  std::mt19937 generator(1);
  std::normal_distribution<float> normal;
  const std::vector<double> levels{.95, 0, .05, .5, .25, 1, .5, .999};
  for (const int n : {1, 2, 3, 7, 100, 5000})
    for (const int kind : {0, 1, 2, 3}) {
      std::vector<float> values;
      for (int i = 0; i < n; ++i) {
        const float x = normal(generator);
        values.push_back(kind == 0 ? x : kind == 1 ? static_cast<float>(static_cast<int>(x * 2)) : kind == 2 ? x * x * x * 1e20f : 4.25f);
      }
      std::vector<double> sorted(values.begin(), values.end());
      std::sort(sorted.begin(), sorted.end());
      const std::vector<double> result = quantiles(values, levels);
      for (std::size_t i = 0; i < levels.size(); ++i) CHECK(result[i] == Approx(quantile_of(sorted, levels[i])).epsilon(1e-14).margin(1e-30));
      CHECK(result[1] == sorted.front());
      CHECK(result[5] == sorted.back());
    }
}
