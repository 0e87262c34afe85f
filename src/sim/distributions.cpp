#include "sim/distributions.h"

#include "sim/maths.h"

namespace zhengshe::sim {
namespace {

constexpr double kNormal95 = 1.6448536269514722;  // 95 % quantile of the standard normal

double tail(double u) {
  const double q = square_root(-2 * log(u));
  return (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q - 2.549732539343734e+00) * q +
           4.374664141464968e+00) * q + 2.938163982698783e+00) /
         ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q + 3.754408661907416e+00) * q + 1);
}

double triangular(double low, double mode, double high, double u) {
  const double width = high - low;
  if (!(width > 0)) return mode;
  const double left = (mode - low) / width;
  return u < left ? low + square_root(u * width * (mode - low)) : high - square_root((1 - u) * width * (high - mode));
}

// Two half normals that share their median: an estimate's range need not be symmetric.
double two_piece(double median, double low, double high, double z) {
  return median + (z < 0 ? median - low : high - median) * (z / kNormal95);
}

double lognormal(double median, double low, double high, double z) {
  if (!(low > 0 && median > 0 && high > 0)) return two_piece(median, low, high, z);
  return exp(two_piece(log(median), log(low), log(high), z));
}

}  // namespace

double inverse_normal(double u) {
  constexpr double kTail = 0.02425;
  if (u < kTail) return tail(u);
  if (u > 1 - kTail) return -tail(1 - u);
  const double q = u - 0.5;
  const double r = q * q;
  return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r + 1.383577518672690e+02) * r -
           3.066479806614716e+01) * r + 2.506628277459239e+00) * q /
         (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r + 6.680131188771972e+01) * r -
           1.328068155288572e+01) * r + 1);
}

double quantile(const model::Assumption& assumption, double u) {
  const auto& [value, low, high, provenance, source, note] = assumption.quantity;
  switch (assumption.distribution) {
    case model::Distribution::fixed: return value;
    case model::Distribution::uniform: return low + u * (high - low);
    case model::Distribution::triangular: return triangular(low, value, high, u);
    case model::Distribution::normal: return two_piece(value, low, high, inverse_normal(u));
    case model::Distribution::lognormal: return lognormal(value, low, high, inverse_normal(u));
  }
  return value;
}

double estimate(const model::Quantity& quantity, double z) { return two_piece(quantity.value, quantity.low, quantity.high, z); }

}  // namespace zhengshe::sim
