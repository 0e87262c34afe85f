// Elementary functions with the same bits on every machine; one lane of lanes.h. libm is not used in sim or
// study, since its last digits differ from library to library.
#pragma once

namespace zhengshe::sim {

constexpr double kLn2 = 0.6931471805599453;

// e^x; |x| beyond 700 counts as 700. Relative error below 1e-14.
double exp(double x);

// Natural logarithm. Precondition: x is positive and not subnormal.
double log(double x);

// x^y = e^(y ln x) for x > 0; 0^y = 0 for y > 0. Relative error below 1e-13 while |y ln x| < 10.
double pow(double x, double y);

// 2^x.
double exp2(double x);

double square_root(double x);

// ln(p / (1 − p)) for p in (0, 1), and its inverse.
double logit(double p);
double logistic(double x);

// Sine and cosine of 2πu, u in [0, 1].
double sin_turns(double u);
double cos_turns(double u);

}  // namespace zhengshe::sim
