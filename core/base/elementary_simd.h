// The elementary functions on two doubles at a time; core/base/elementary.h gives the same bits one at a time.
//
//     Vec a = elementary::tanh(load(z));
//
// exp, tanh, sigmoid and expm1 share one reduction: x/2 = k (log 2)/2 + h, |h| <= (log 2)/4, and
//     exp(2h) = (H + h) / (H - h)   with the even function H = h coth h = 1 + h²/3 - ...
// so that each of them is one short polynomial and one division. The coefficients come from
// tests/data/elementary_coefficients.py; the error bounds are tested in tests/core/base/elementary_test.cpp.
#pragma once

#include "core/base/simd.h"

namespace chainwise::elementary {

/// x = k (log 2)/2 + h, with `even` = h coth h and `scale` = 2^k.
struct ExpParts {
  Vec k, h, even, scale;
};

inline constexpr double kRound = 0x1.8p52;  // adding it rounds to an integer, which then stands in the low bits

/// 2^k from the sum k + kRound, for -1022 <= k <= 1023.
inline Vec power_of_two(Vec k_plus_round) {
  return as_vec((as_bits(k_plus_round) << 52) + splat_bits(0x3ff0000000000000LL));
}

/// What exp(2x) is made of. Needs |x| < 2^30; `scale` is right for -354 <= x <= 354.
inline ExpParts exp_parts(Vec x) {
  const Vec shifted = x * splat(0x1.71547652b82fep+1) + splat(kRound);
  const Vec k = shifted - splat(kRound);
  const Vec h = (x - k * splat(0x1.62e42fee00000p-2)) - k * splat(0x1.a39ef35793c76p-34);
  const Vec z = h * h;
  Vec even = splat(0x1.63f262586d051p-16);
  even = even * z + splat(-0x1.bbd53204bb10fp-13);
  even = even * z + splat(0x1.1566ab5c0cca8p-9);
  even = even * z + splat(-0x1.6c16c16c0abe6p-6);
  even = even * z + splat(0x1.5555555555553p-2);
  even = even * z + splat(1.0);
  return {k, h, even, power_of_two(shifted)};
}

/// (e^2x - 1) / (e^2x + 1), within 5 ulp (5e-16); odd to the last bit.
inline Vec tanh(Vec x) {
  const ExpParts p = exp_parts(at_most(at_least(x, -40.0), 40.0));
  const Vec minus = p.scale - splat(1.0), plus = p.scale + splat(1.0);
  return (minus * p.even + plus * p.h) / (plus * p.even + minus * p.h);
}

/// 1 / (1 + e^-x), within 4 ulp for x >= -708; below it stays at its value there, 3.3e-308.
inline Vec sigmoid(Vec x) {
  const ExpParts p = exp_parts(splat(0.5) * at_most(at_least(x, -708.0), 708.0));
  const Vec grown = p.scale * (p.even + p.h);
  return grown / (grown + (p.even - p.h));
}

// The rest are long, and called out of line.

Vec exp(Vec x);            ///< within 2 ulp over the whole range; 0 below -746, infinity above 710
Vec expm1(Vec x);          ///< e^x - 1, within 4 ulp
Vec log(Vec x);            ///< natural, within 2 ulp; -infinity at 0, NaN below
Vec log1p(Vec x);          ///< log(1 + x) for x > -1/2, within 3 ulp
Vec softplus(Vec x);       ///< log(1 + e^x), within 4 ulp; neither end overflows
Vec erfc_positive(Vec x);  ///< 1 - erf(x) for x >= 0, within 8 ulp up to 26 where it leaves the normal numbers
Vec normal_cdf(Vec x);     ///< Φ(x) = (1 + erf(x/√2)) / 2

}  // namespace chainwise::elementary
