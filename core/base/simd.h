// Two doubles at a time: 128-bit vectors that the compiler turns into SSE2, NEON or WebAssembly SIMD alike.
//
//     Vec sum = splat(0.0);
//     for (std::size_t i = 0; i < n; i += kLanes) sum += load(x + i) * load(y + i);
//
// Only + - * / sqrt, comparisons and bit operations are used, so every target gives the same bits.
#pragma once

#include <cstddef>

namespace chainwise {

using Vec = double __attribute__((vector_size(16)));
using Bits = unsigned long long
    __attribute__((vector_size(16)));  // wraps around; a comparison's lanes are all ones or all zeros

inline constexpr std::size_t kLanes = 2;

inline Vec splat(double x) { return Vec{x, x}; }
inline Bits splat_bits(unsigned long long x) { return Bits{x, x}; }

/// Loads and stores need no alignment.
inline Vec load(const double* from) {
  Vec v;
  __builtin_memcpy(&v, from, sizeof v);
  return v;
}
inline void store(double* to, Vec v) { __builtin_memcpy(to, &v, sizeof v); }

inline Bits as_bits(Vec v) { return (Bits)v; }
inline Vec as_vec(Bits b) { return (Vec)b; }

/// Lane by lane: `yes` where the mask is set, `no` elsewhere.
inline Vec select(Bits mask, Vec yes, Vec no) { return as_vec((mask & as_bits(yes)) | (~mask & as_bits(no))); }

inline Bits less(Vec a, Vec b) { return (Bits)(a < b); }
inline Vec abs(Vec v) { return as_vec(as_bits(v) & splat_bits(0x7fffffffffffffffLL)); }

/// {a₀ + a₁, b₀ + b₁}
inline Vec sums(Vec a, Vec b) { return __builtin_shufflevector(a, b, 0, 2) + __builtin_shufflevector(a, b, 1, 3); }

/// The bound where x is below (above) it; NaN stays NaN.
inline Vec at_least(Vec x, double low) { return select(less(x, splat(low)), splat(low), x); }
inline Vec at_most(Vec x, double high) { return select(less(splat(high), x), splat(high), x); }

}  // namespace chainwise
