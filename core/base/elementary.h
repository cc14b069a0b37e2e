// Elementary functions that give the same bits on every platform.
//
//     double a = elementary::tanh(0.5);      // 0x1.d9353d7568af3p-2, natively and as WebAssembly
//
// The functions of <cmath> differ in the last bit between C libraries, and then two runs of one seed part ways.
// These are made from + - * / sqrt and bit operations alone (compile with -ffp-contract=off).
#pragma once

namespace chainwise::elementary {

double exp(double x);       ///< within 2 ulp
double expm1(double x);     ///< e^x - 1, within 4 ulp
double log(double x);       ///< natural, within 2 ulp; NaN for x < 0
double log1p(double x);     ///< log(1 + x) for x > -1/2, within 3 ulp
double tanh(double x);      ///< within 5 ulp
double sigmoid(double x);   ///< 1 / (1 + e^-x), within 4 ulp for x >= -708, where it stops falling
double softplus(double x);  ///< log(1 + e^x), within 4 ulp
double erf(double x);       ///< within 4 ulp
double erfc(double x);      ///< 1 - erf(x), within 16 ulp while it is a normal number
double normal_cdf(double x);

/// Within 2 ulp for |x| < 2^20; beyond that the C library's, which may differ in the last bit between platforms.
double sin(double x);
double cos(double x);

}  // namespace chainwise::elementary
