#include "core/base/elementary.h"

#include <cmath>

#include "core/base/elementary_simd.h"

namespace chainwise::elementary {
namespace {

constexpr double kLargestReduced = 0x1p20;

/// x = q π/2 + (high + low), |high| <= π/4, for |x| < 2^20; π/2 in three parts, of which two give exact products.
struct Angle {
  long long quadrant;
  double high, low;
};

Angle reduce(double x) {
  const double q = (x * 0x1.45f306dc9c883p-1 + kRound) - kRound;
  const double first = x - q * 0x1.921fb54400000p+0;
  const double product = q * 0x1.0b4611a600000p-34;
  const double second = first - product;
  const double rest = ((first - second) - product) - q * 0x1.3198a2e037073p-69;
  const double high = second + rest;
  return {static_cast<long long>(q), high, (second - high) + rest};
}

double sin_near_zero(double high, double low) {
  const double z = high * high;
  const double p = -0x1.5555555555555p-3 +
                   z * (0x1.1111111110bb2p-7 +
                        z * (-0x1.a01a019e83816p-13 +
                             z * (0x1.71de379654304p-19 + z * (-0x1.ae600aca92c64p-26 + z * 0x1.5e0b05bff20f2p-33))));
  return high + (high * z * p + low * (1.0 - 0.5 * z));
}

double cos_near_zero(double high, double low) {
  const double z = high * high;
  const double p = 0x1.5555555555555p-5 +
                   z * (-0x1.6c16c16c16967p-10 +
                        z * (0x1.a01a019f4e9b4p-16 +
                             z * (-0x1.27e4fa17bf139p-22 + z * (0x1.1eeb68cd22f56p-29 + z * -0x1.907d8f29fe831p-37))));
  const double head = 1.0 - 0.5 * z;
  return head + (((1.0 - head) - 0.5 * z) + (z * z * p - high * low));
}

double sin_of(Angle angle) {
  const double magnitude =
      (angle.quadrant & 1) ? cos_near_zero(angle.high, angle.low) : sin_near_zero(angle.high, angle.low);
  return (angle.quadrant & 2) ? -magnitude : magnitude;
}

}  // namespace

double exp(double x) { return exp(splat(x))[0]; }
double expm1(double x) { return expm1(splat(x))[0]; }
double log(double x) { return log(splat(x))[0]; }
double log1p(double x) { return log1p(splat(x))[0]; }
double tanh(double x) { return tanh(splat(x))[0]; }
double sigmoid(double x) { return sigmoid(splat(x))[0]; }
double softplus(double x) { return softplus(splat(x))[0]; }
double normal_cdf(double x) { return normal_cdf(splat(x))[0]; }

double erfc(double x) {
  const double tail = erfc_positive(splat(std::fabs(x)))[0];
  return x < 0 ? 2.0 - tail : tail;
}

double erf(double x) {
  if (!(std::fabs(x) <= 1.0)) return x < 0 ? erfc(-x) - 1.0 : 1.0 - erfc(x);
  constexpr double kCoefficients[] = {0x1.20dd750429b6dp+0,   -0x1.812746b0379c1p-2,  0x1.ce2f21a040f66p-4,
                                      -0x1.b82ce31203772p-6,  0x1.565bccfa44156p-8,   -0x1.c02db0665e53dp-11,
                                      0x1.f9a2be4f731a1p-14,  -0x1.f4ca838adb73bp-17, 0x1.b981d78881a5dp-20,
                                      -0x1.5c131500d3f88p-23, 0x1.d76af6ca49787p-27,  -0x1.ac9585a44fe29p-31};
  const double z = x * x;
  double p = kCoefficients[11];
  for (int i = 10; i >= 0; --i) p = p * z + kCoefficients[i];
  return x * p;
}

double sin(double x) {
  if (!(std::fabs(x) < kLargestReduced)) return std::sin(x);
  return sin_of(reduce(x));
}

double cos(double x) {
  if (!(std::fabs(x) < kLargestReduced)) return std::cos(x);
  Angle angle = reduce(x);
  ++angle.quadrant;
  return sin_of(angle);
}

}  // namespace chainwise::elementary
