// The error bounds are measured against the C library's long double functions, where those are 80 bits wide; that
// other platforms compute the very same bits is shown by the goldens.
#include "core/base/elementary.h"

#include <cfloat>
#include <cmath>
#include <limits>

#include "core/base/random.h"
#include "tests/support/catch.h"
#include "tests/support/hash.h"

namespace chainwise {
namespace {

struct Case {
  const char* name;
  double (*function)(double);
  long double (*exact)(long double);
  double low, high;
  double ulp;            // the stated bound
  std::uint64_t golden;  // of the bits over [low, high]
};

long double exact_sigmoid(long double x) { return 1.0L / (1.0L + std::exp(-x)); }
long double exact_softplus(long double x) { return std::fmax(x, 0.0L) + std::log1p(std::exp(-std::fabs(x))); }
long double exact_exp(long double x) { return std::exp(x); }
long double exact_expm1(long double x) { return std::expm1(x); }
long double exact_log(long double x) { return std::log(x); }
long double exact_log1p(long double x) { return std::log1p(x); }
long double exact_tanh(long double x) { return std::tanh(x); }
long double exact_erf(long double x) { return std::erf(x); }
long double exact_erfc(long double x) { return std::erfc(x); }
long double exact_sin(long double x) { return std::sin(x); }
long double exact_cos(long double x) { return std::cos(x); }

namespace e = elementary;

const Case kCases[] = {
    {"exp", e::exp, exact_exp, -745.0, 709.7, 2, 0xea5787e09824b7ffu},
    {"exp near 0", e::exp, exact_exp, -1.0, 1.0, 2, 0xb2b0eb1adf22772fu},
    {"expm1", e::expm1, exact_expm1, -40.0, 300.0, 4, 0x7361bf293801a613u},
    {"expm1 near 0", e::expm1, exact_expm1, -1.0, 1.0, 4, 0xe229cd57fe979c55u},
    {"tanh", e::tanh, exact_tanh, -30.0, 30.0, 5, 0x3c507e6acdcc316eu},
    {"tanh near 0", e::tanh, exact_tanh, -1.0, 1.0, 5, 0xacac6fac1bbb788cu},
    {"sigmoid", e::sigmoid, exact_sigmoid, -708.0, 50.0, 4, 0x595a14620ec7dceeu},
    {"sigmoid near 0", e::sigmoid, exact_sigmoid, -4.0, 4.0, 4, 0xa9edc28dc47fc6e3u},
    {"log", e::log, exact_log, 1e-3, 1e6, 2, 0xf41c4fce446a3cddu},
    {"log near 1", e::log, exact_log, 0.5, 2.0, 2, 0x9dbbd80236f664fbu},
    {"log1p", e::log1p, exact_log1p, -0.5, 100.0, 3, 0xb7f57983e0879977u},
    {"log1p near 0", e::log1p, exact_log1p, -0.001, 0.001, 3, 0x65516c4189a5241eu},
    {"softplus", e::softplus, exact_softplus, -700.0, 100.0, 4, 0x2869fbad06c25249u},
    {"softplus near 0", e::softplus, exact_softplus, -5.0, 5.0, 4, 0x30595c1e7552d3bu},
    {"erf", e::erf, exact_erf, -6.0, 6.0, 4, 0x550d4f960c8c5f9du},
    {"erfc", e::erfc, exact_erfc, -3.0, 26.0, 16, 0xc02c1890019e7f7fu},
    {"sin", e::sin, exact_sin, -10.0, 10.0, 2, 0xc60b7ee186499efcu},
    {"sin far out", e::sin, exact_sin, -1e6, 1e6, 2, 0x567f816fb7a0f519u},
    {"cos", e::cos, exact_cos, -10.0, 10.0, 2, 0x8693a0cf72dbe39u},
    {"cos far out", e::cos, exact_cos, -1e6, 1e6, 2, 0x5ae0cbd5286341cdu},
};

[[maybe_unused]] double ulps(double actual, long double exact) {
  int exponent = 0;
  std::frexp(static_cast<double>(exact), &exponent);
  return static_cast<double>(std::fabs(actual - exact) / std::ldexp(1.0L, std::max(exponent - 53, -1074)));
}

}  // namespace

TEST_CASE("elementary: the same bits on every platform", "[base]") {
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    Random random(1, 1);
    test::BitHash hash;
    for (int i = 0; i < 2000; ++i) hash.add(c.function(random.uniform(c.low, c.high)));
    CHECK(hash.value == c.golden);
  }
}

#if LDBL_MANT_DIG == 64
TEST_CASE("elementary: within the stated ulp", "[base]") {
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    Random random(2, 1);
    double worst = 0.0;
    for (int i = 0; i < 50000; ++i) {
      const double x = random.uniform(c.low, c.high);
      worst = std::max(worst, ulps(c.function(x), c.exact(x)));
    }
    CHECK(worst <= c.ulp);
  }
}

TEST_CASE("elementary: tiny arguments keep their relative accuracy", "[base]") {
  for (double x = 1e-300; x < 0.1; x *= 1.7)
    for (const auto& [function, exact] : {std::pair{&e::tanh, &exact_tanh},
                                          {&e::expm1, &exact_expm1},
                                          {&e::log1p, &exact_log1p},
                                          {&e::erf, &exact_erf},
                                          {&e::sin, &exact_sin}}) {
      CAPTURE(x);
      CHECK(ulps(function(x), exact(x)) <= 5.0);
    }
  for (double x = 1e-310; x < 1e300; x *= 1e5) CHECK(ulps(e::log(x), exact_log(x)) <= 2.0);
}
#endif

TEST_CASE("elementary: the edges", "[base]") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(e::exp(0.0) == 1.0);
  CHECK(e::exp(-kInfinity) == 0.0);
  CHECK(e::exp(710.0) == kInfinity);
  CHECK(e::tanh(kInfinity) == 1.0);
  CHECK(e::tanh(-kInfinity) == -1.0);
  CHECK(e::tanh(0.0) == 0.0);
  CHECK(e::sigmoid(0.0) == 0.5);
  CHECK(e::sigmoid(kInfinity) == 1.0);
  CHECK(e::sigmoid(-1e300) < 4e-308);
  CHECK(e::log(0.0) == -kInfinity);
  CHECK(e::log(1.0) == 0.0);
  CHECK(std::isnan(e::log(-1.0)));
  CHECK(e::log(kInfinity) == kInfinity);
  CHECK(e::softplus(1e300) == 1e300);
  CHECK(e::softplus(-1e300) == 0.0);
  CHECK(e::erf(7.0) == 1.0);
  CHECK(e::erfc(-7.0) == 2.0);
  CHECK(e::cos(0.0) == 1.0);
  for (const Case& c : kCases) CHECK(std::isnan(c.function(nan)));
}

TEST_CASE("elementary: tanh is odd to the last bit", "[base]") {
  Random random(3, 1);
  for (int i = 0; i < 10000; ++i) {
    const double x = random.uniform(0.0, 25.0);
    REQUIRE(e::tanh(-x) == -e::tanh(x));
  }
}

}  // namespace chainwise
