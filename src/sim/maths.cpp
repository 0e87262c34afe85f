#include "sim/maths.h"

#include "sim/lanes.h"

namespace zhengshe::sim {
namespace {

using Pair = Lanes<2>;

}  // namespace

double exp(double x) { return Pair::exp(Pair::all(x))[0]; }
double log(double x) { return Pair::log(Pair::all(x))[0]; }
double pow(double x, double y) { return x == 0 ? 0 : exp(y * log(x)); }
double exp2(double x) { return exp(x * 0.6931471805599453); }
double square_root(double x) { return __builtin_sqrt(x); }
double logit(double p) { return log(p / (1 - p)); }

double logistic(double x) {
  const double odds = exp(x);
  return odds / (1 + odds);
}

double sin_turns(double u) {
  Pair::Real sine, cosine;
  Pair::sin_cos_turns(Pair::all(u), sine, cosine);
  return sine[0];
}

double cos_turns(double u) {
  Pair::Real sine, cosine;
  Pair::sin_cos_turns(Pair::all(u), sine, cosine);
  return cosine[0];
}

}  // namespace zhengshe::sim
