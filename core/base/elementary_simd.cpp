#include "core/base/elementary_simd.h"

namespace chainwise::elementary {

Vec exp(Vec x) {
  const ExpParts p = exp_parts(splat(0.5) * at_most(at_least(x, -746.0), 710.0));
  const Vec half = p.k * splat(0.5) + splat(kRound);  // 2^k in two factors: k may lie outside a double's exponents
  const Vec rest = p.k - (half - splat(kRound));
  const Vec y = splat(1.0) + (p.h + p.h) / (p.even - p.h);
  return y * power_of_two(half) * power_of_two(rest + splat(kRound));
}

Vec expm1(Vec x) {
  const ExpParts p = exp_parts(splat(0.5) * at_most(at_least(x, -80.0), 700.0));
  const Vec one = splat(1.0);
  const Vec small = ((p.scale - one) * p.even + (p.scale + one) * p.h) / (p.even - p.h);
  return select(less(splat(80.0), x), exp(x), small);
}

Vec log(Vec x) {
  const Bits tiny = less(x, splat(0x1p-1022));
  const Vec scaled = select(tiny, x * splat(0x1p54), x);
  // scaled = 2^k m with m from sqrt(1/2) to sqrt(2)
  const Bits offset = as_bits(scaled) - splat_bits(0x3fe6a09e667f3bcdLL);
  const Bits biased = (offset + splat_bits(0x3ff0000000000000LL)) >> 52;
  const Vec k =
      as_vec(biased | splat_bits(0x4330000000000000LL)) - select(tiny, splat(0x1p52 + 1077), splat(0x1p52 + 1023));
  const Vec m = as_vec((offset & splat_bits(0x000fffffffffffffLL)) + splat_bits(0x3fe6a09e667f3bcdLL));
  const Vec f = m - splat(1.0);
  const Vec s = f / (splat(2.0) + f);
  const Vec z = s * s;
  const Vec zz = z * z;
  const Vec odd = splat(0x1.99999999952d7p-2) + zz * (splat(0x1.c71c62e3f11e6p-3) + zz * splat(0x1.39fe51a7c18f9p-3));
  const Vec even =
      splat(0x1.5555555555558p-1) +
      zz * (splat(0x1.2492492df281ap-2) + zz * (splat(0x1.7462b51cb66b1p-3) + zz * splat(0x1.2b5900de53b32p-3)));
  const Vec tail = z * (even + z * odd);
  const Vec half_square = splat(0.5) * f * f;
  const Vec y = k * splat(0x1.62e42fee00000p-1) +
                (f - (half_square - (s * (half_square + tail) + k * splat(0x1.a39ef35793c76p-33))));
  const Vec infinity = splat(__builtin_inf());
  const Vec not_a_number = splat(__builtin_nan(""));
  const Vec edge = select(less(x, splat(0.0)), not_a_number, select((Bits)(x == splat(0.0)), -infinity, x));
  const Bits ordinary = less(splat(0.0), x) & less(x, infinity);
  return select(ordinary, y, edge);
}

/// What rounding took from 1 + x is put back to first order.
Vec log1p(Vec x) {
  const Vec w = splat(1.0) + x;
  const Vec y = log(w) + (x - (w - splat(1.0))) / w;
  return select(less(x, splat(__builtin_inf())), y, x);
}

Vec softplus(Vec x) { return at_least(x, 0.0) + log1p(exp(-abs(x))); }

Vec erfc_positive(Vec x) {
  constexpr double kCoefficients[] = {
      0x1.3ccda0b5d5dc2p+0,  -0x1.1f367683f89a7p-3,  0x1.d5f29481596f1p-9,   0x1.510169d096829p-4,
      -0x1.bda9309a27c2cp-4, 0x1.7a14188a99b05p-4,   -0x1.e0d0fa6e27bffp-5,  0x1.d0b0037dadfb7p-6,
      -0x1.3f603c2be090fp-7, 0x1.cc3a0e4cb2df9p-10,  0x1.33fb1d2b08234p-12,  -0x1.303fa4478d84ap-12,
      0x1.b1454ff39e92ep-15, 0x1.778c92abaf64fp-16,  -0x1.80143d0939c55p-17, -0x1.05adefb79001dp-20,
      0x1.d753dc6c13be2p-20, -0x1.ceb034a176d9cp-25, -0x1.1a98ba495e0aep-22, 0x1.3a9611bed44a3p-26,
      0x1.5fe2934fa689fp-25, 0x1.98efe4b66d360p-33,  -0x1.5ce99e9a2ab30p-28, -0x1.128ff9834b2d8p-30};
  x = at_most(x, 27.3);
  const Vec t = (x - splat(3.75)) / (x + splat(3.75));
  Vec p = splat(kCoefficients[23]);
  for (int i = 22; i >= 0; --i) p = p * t + splat(kCoefficients[i]);
  // exp(-x²) with x² = head² + rest, head² exact, so that the exponent's rounding is not magnified
  const Vec head = as_vec(as_bits(x) & splat_bits(~0x7ffffffULL));
  const Vec rest = (x - head) * (x + head);
  const Vec shrunk = splat(1.0) - rest * (splat(1.0) - rest * (splat(0.5) - rest * splat(1.0 / 6.0)));  // rest < 3e-5
  return exp(-(head * head)) * shrunk * p / (splat(1.0) + (x + x));
}

Vec normal_cdf(Vec x) {
  const Vec tail = splat(0.5) * erfc_positive(abs(x) * splat(0x1.6a09e667f3bcdp-1));
  return select(less(x, splat(0.0)), tail, splat(1.0) - tail);
}

}  // namespace chainwise::elementary
