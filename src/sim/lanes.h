// Vectors of W doubles and the few functions of them that the daily kernel needs. The same source is
// compiled at width 2 (SSE2, wasm SIMD128) and 4 (AVX2); every lane does the same arithmetic in the same
// order, so results are the same bits at every width. Only + − × ÷ √, integer operations and own polynomials.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <immintrin.h>
#endif

#define ZHENGSHE_INLINE [[gnu::always_inline]] static inline

namespace zhengshe::sim {

template <int W>
struct Lanes {
  typedef double Real __attribute__((vector_size(W * 8)));
  typedef std::uint64_t Bits __attribute__((vector_size(W * 8)));
  typedef std::int64_t Mask __attribute__((vector_size(W * 8)));  // all ones or all zeros per lane

  ZHENGSHE_INLINE Real all(double x) { return x - Real{}; }
  ZHENGSHE_INLINE Bits all_bits(std::uint64_t x) { return x - Bits{}; }
  ZHENGSHE_INLINE Bits bits(Real x) { return reinterpret_cast<Bits>(x); }
  ZHENGSHE_INLINE Real real(Bits x) { return reinterpret_cast<Real>(x); }

  // W numbers on a boundary of their own size.
  ZHENGSHE_INLINE Real load(const double* from) {
    Real x;
    std::memcpy(&x, __builtin_assume_aligned(from, W * 8), sizeof x);
    return x;
  }
  ZHENGSHE_INLINE void store(double* to, Real x) { std::memcpy(__builtin_assume_aligned(to, W * 8), &x, sizeof x); }

  ZHENGSHE_INLINE Bits load_bits(const std::uint64_t* from) {
    Bits x;
    std::memcpy(&x, __builtin_assume_aligned(from, W * 8), sizeof x);
    return x;
  }
  ZHENGSHE_INLINE void store_bits(std::uint64_t* to, Bits x) { std::memcpy(__builtin_assume_aligned(to, W * 8), &x, sizeof x); }

  // a where the mask is set, else b.
  ZHENGSHE_INLINE Real select(Mask mask, Real a, Real b) {
#if defined(__wasm_simd128__)
    if constexpr (W == 2) return reinterpret_cast<Real>(wasm_v128_bitselect((v128_t)a, (v128_t)b, (v128_t)mask));
#elif defined(__AVX__)
    if constexpr (W == 4) return reinterpret_cast<Real>(_mm256_blendv_pd((__m256d)b, (__m256d)a, (__m256d)mask));
#endif
    const Bits chosen = reinterpret_cast<Bits>(mask);
    return real((chosen & bits(a)) | (~chosen & bits(b)));
  }

  // b < a ? b : a, as the instruction sets define it; never called with a NaN.
  ZHENGSHE_INLINE Real smaller(Real a, Real b) {
#if defined(__wasm_simd128__)
    if constexpr (W == 2) return reinterpret_cast<Real>(wasm_f64x2_pmin((v128_t)a, (v128_t)b));
#elif defined(__AVX__)
    if constexpr (W == 4) return reinterpret_cast<Real>(_mm256_min_pd((__m256d)b, (__m256d)a));
    if constexpr (W == 2) return reinterpret_cast<Real>(_mm_min_pd((__m128d)b, (__m128d)a));
#elif defined(__SSE2__)
    if constexpr (W == 2) return reinterpret_cast<Real>(_mm_min_pd((__m128d)b, (__m128d)a));
#endif
    return select(b < a, b, a);
  }

  // a < b ? b : a.
  ZHENGSHE_INLINE Real larger(Real a, Real b) {
#if defined(__wasm_simd128__)
    if constexpr (W == 2) return reinterpret_cast<Real>(wasm_f64x2_pmax((v128_t)a, (v128_t)b));
#elif defined(__AVX__)
    if constexpr (W == 4) return reinterpret_cast<Real>(_mm256_max_pd((__m256d)b, (__m256d)a));
    if constexpr (W == 2) return reinterpret_cast<Real>(_mm_max_pd((__m128d)b, (__m128d)a));
#elif defined(__SSE2__)
    if constexpr (W == 2) return reinterpret_cast<Real>(_mm_max_pd((__m128d)b, (__m128d)a));
#endif
    return select(a < b, b, a);
  }

  ZHENGSHE_INLINE Real square_root(Real x) {
#if defined(__wasm_simd128__)
    if constexpr (W == 2) return reinterpret_cast<Real>(wasm_f64x2_sqrt((v128_t)x));
#elif defined(__AVX__)
    if constexpr (W == 4) return reinterpret_cast<Real>(_mm256_sqrt_pd(reinterpret_cast<__m256d>(x)));
    if constexpr (W == 2) return reinterpret_cast<Real>(_mm_sqrt_pd(reinterpret_cast<__m128d>(x)));
#elif defined(__SSE2__)
    if constexpr (W == 2) return reinterpret_cast<Real>(_mm_sqrt_pd(reinterpret_cast<__m128d>(x)));
#endif
    alignas(W * 8) double lanes[W];
    store(lanes, x);
    for (double& lane : lanes) lane = __builtin_sqrt(lane);
    return load(lanes);
  }

  // e^x for |x| <= 700, beyond which x is taken as ±700; relative error below 1e-14. x = n ln 2 + r with
  // |r| <= ln 2 / 2, Taylor series of e^r to r^11, 2^n added to the exponent.
  ZHENGSHE_INLINE Real exp(Real x) {
    constexpr double kRound = 6755399441055744.0;  // 1.5 × 2^52: adding it rounds to an integer in the low bits
    x = larger(smaller(x, all(700.0)), all(-700.0));
    const Real shifted = x * 1.4426950408889634 + kRound;
    const Real n = shifted - kRound;
    const Real r = (x - n * 0.693147180369123816490) - n * 1.90821492927058770002e-10;
    // Estrin's order: short chains, which out-of-order processors overlap.
    const Real r2 = r * r;
    const Real r4 = r2 * r2;
    const Real low = (r + 1.0) + r2 * (r * (1.0 / 6.0) + 0.5);
    const Real middle = (r * (1.0 / 120.0) + 1.0 / 24.0) + r2 * (r * (1.0 / 5040.0) + 1.0 / 720.0);
    const Real high = (r * (1.0 / 362880.0) + 1.0 / 40320.0) + r2 * (r * (1.0 / 39916800.0) + 1.0 / 3628800.0);
    const Real p = (low + r4 * middle) + (r4 * r4) * high;
    return real(bits(p) + (bits(shifted) << 52));
  }

  // Natural logarithm of a positive normal number; relative error below 1e-14 away from 1, absolute error
  // below 1e-16 near it. x = 2^e m with m in [√½, √2), ln m = 2 artanh((m − 1)/(m + 1)) as an odd series to the 17th power.
  ZHENGSHE_INLINE Real log(Real x) {
    // Adding what is missing from √2 to 2 carries into the exponent where the upper half is to be halved.
    const Bits carried = bits(x) + all_bits(0x00095f619980c432ULL);
    const Real m = real((bits(x) - (carried & all_bits(0xfff0000000000000ULL))) + all_bits(0x3ff0000000000000ULL));
    const Real e = real((carried >> 52) | all_bits(0x4330000000000000ULL)) - (4503599627370496.0 + 1023.0);
    const Real s = (m - 1.0) / (m + 1.0);
    const Real z = s * s;
    const Real z2 = z * z;
    const Real low = (z * (1.0 / 3) + 1.0) + z2 * (z * (1.0 / 7) + 1.0 / 5);
    const Real high = (z * (1.0 / 11) + 1.0 / 9) + z2 * ((z * (1.0 / 15) + 1.0 / 13) + z2 * (1.0 / 17));
    const Real p = low + (z2 * z2) * high;
    return e * 0.6931471805599453 + 2.0 * s * p;
  }

  // sin 2πu and cos 2πu for u in [0, 1]; absolute error below 1e-13. Quarter turns by integers, Taylor
  // series on a quarter turn around zero.
  ZHENGSHE_INLINE void sin_cos_turns(Real u, Real& sine, Real& cosine) {
    constexpr double kRound = 6755399441055744.0;
    const Real quarters = u * 4.0;
    const Real shifted = quarters + kRound;
    const Bits turn = bits(shifted);
    const Real r = (quarters - (shifted - kRound)) * 1.5707963267948966;
    const Real z = r * r;
    const Real z2 = z * z;
    const Real s_low = (z * (1.0 / 120.0) - 1.0 / 6.0) + z2 * (z * (1.0 / 362880.0) - 1.0 / 5040.0);
    const Real s_high = z * (1.0 / 6227020800.0) - 1.0 / 39916800.0;
    const Real s = (s_low + (z2 * z2) * s_high) * z * r + r;
    const Real c_low = (z * (1.0 / 24.0) - 0.5) + z2 * (z * (1.0 / 40320.0) - 1.0 / 720.0);
    const Real c_high = (z * (1.0 / 479001600.0) - 1.0 / 3628800.0) - z2 * (1.0 / 87178291200.0);
    const Real c = (c_low + (z2 * z2) * c_high) * z + 1.0;
    const Mask odd = reinterpret_cast<Mask>(all_bits(0) - (turn & all_bits(1)));
    const Bits sine_sign = (turn & all_bits(2)) << 62;
    const Bits cosine_sign = ((turn + all_bits(1)) & all_bits(2)) << 62;
    sine = real(bits(select(odd, c, s)) ^ sine_sign);
    cosine = real(bits(select(odd, s, c)) ^ cosine_sign);
  }

  // A 32-bit word, one per 64-bit lane, as a uniform number in (0, 1): (word + ½) / 2^32.
  ZHENGSHE_INLINE Real uniform(Bits word) {
    return (real(word | all_bits(0x4330000000000000ULL)) - 4503599627370495.5) * (1.0 / 4294967296.0);
  }
};

}  // namespace zhengshe::sim
