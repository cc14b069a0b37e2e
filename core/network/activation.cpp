#include "core/network/activation.h"

#include <algorithm>

#include "core/base/elementary_simd.h"

namespace chainwise::network {
namespace {

// One structure per activation: f(z), and f'(z) from z and a = f(z).

struct Linear {
  static Vec value(Vec z) { return z; }
  static Vec slope(Vec, Vec) { return splat(1.0); }
};

struct Sigmoid {  // σ' = σ (1 - σ)
  static Vec value(Vec z) { return elementary::sigmoid(z); }
  static Vec slope(Vec, Vec a) { return a * (splat(1.0) - a); }
};

struct Tanh {  // tanh' = 1 - tanh²
  static Vec value(Vec z) { return elementary::tanh(z); }
  static Vec slope(Vec, Vec a) { return (splat(1.0) - a) * (splat(1.0) + a); }
};

struct Relu {
  static Vec value(Vec z) { return at_least(z, 0.0); }
  static Vec slope(Vec z, Vec) { return select(less(splat(0.0), z), splat(1.0), splat(0.0)); }
};

struct LeakyRelu {
  static Vec value(Vec z) { return select(less(z, splat(0.0)), splat(0.01) * z, z); }
  static Vec slope(Vec z, Vec) { return select(less(splat(0.0), z), splat(1.0), splat(0.01)); }
};

struct Elu {  // e^z - 1 below zero, and so its slope there is e^z = a + 1
  static Vec value(Vec z) { return select(less(z, splat(0.0)), elementary::expm1(z), z); }
  static Vec slope(Vec z, Vec a) { return select(less(splat(0.0), z), splat(1.0), a + splat(1.0)); }
};

struct Softplus {  // log(1 + e^z)' = σ
  static Vec value(Vec z) { return elementary::softplus(z); }
  static Vec slope(Vec z, Vec) { return elementary::sigmoid(z); }
};

struct Swish {  // (z σ)' = σ + z σ (1 - σ)
  static Vec value(Vec z) { return z * elementary::sigmoid(z); }
  static Vec slope(Vec z, Vec) {
    const Vec s = elementary::sigmoid(z);
    return s + z * s * (splat(1.0) - s);
  }
};

struct Gelu {  // (z Φ)' = Φ + z φ, with the density φ(z) = e^(-z²/2) / √(2π)
  static Vec value(Vec z) { return z * elementary::normal_cdf(z); }
  static Vec slope(Vec z, Vec) {
    const Vec density = splat(0x1.9884533d43651p-2) * elementary::exp(splat(-0.5) * z * z);
    return elementary::normal_cdf(z) + z * density;
  }
};

template <class F>
void apply(const double* z, double* a, std::size_t n) {
  for (std::size_t i = 0; i < n; i += kLanes) store(a + i, F::value(load(z + i)));
}

/// Two vectors at a time: for short functions this hides latency.
template <class F>
void apply_paired(const double* z, double* a, std::size_t n) {
  std::size_t i = 0;
  for (; i + 2 * kLanes <= n; i += 2 * kLanes) {
    const Vec first = F::value(load(z + i)), second = F::value(load(z + i + kLanes));
    store(a + i, first);
    store(a + i + kLanes, second);
  }
  apply<F>(z + i, a + i, n - i);
}

template <class F>
void chain(const double* z, const double* a, double* delta, std::size_t n) {
  for (std::size_t i = 0; i < n; i += kLanes) store(delta + i, load(delta + i) * F::slope(load(z + i), load(a + i)));
}

// Single numbers go through the same code.

template <class F>
double value_of(double z) {
  const double in[kLanes] = {z, z};
  double out[kLanes];
  apply<F>(in, out, kLanes);
  return out[0];
}

template <class F>
double slope_of(double z) {
  const double in[kLanes] = {z, z}, value[kLanes] = {value_of<F>(z), value_of<F>(z)};
  double slope[kLanes] = {1.0, 1.0};
  chain<F>(in, value, slope, kLanes);
  return slope[0];
}

template <class F>
constexpr Activation row(std::string_view name) {
  return {name, value_of<F>, slope_of<F>, apply<F>, chain<F>};
}

template <class F>
constexpr Activation paired_row(std::string_view name) {
  return {name, value_of<F>, slope_of<F>, apply_paired<F>, chain<F>};
}

constexpr Activation kActivations[] = {
    row<Linear>("linear"),
    paired_row<Sigmoid>("sigmoid"),
    paired_row<Tanh>("tanh"),
    row<Relu>("relu"),
    row<LeakyRelu>("leaky-relu"),
    row<Elu>("elu"),
    row<Softplus>("softplus"),
    row<Swish>("swish"),
    row<Gelu>("gelu"),
    {"softmax", nullptr, nullptr, nullptr, nullptr},
};

}  // namespace

std::span<const Activation> activations() { return kActivations; }

void softmax(const double* z, double* a, std::size_t units, std::size_t lanes) {
  for (std::size_t e = 0; e < lanes; e += kLanes) {
    Vec largest = load(z + e);  // taken off first, so that no exponential overflows
    for (std::size_t k = 1; k < units; ++k) {
      const Vec other = load(z + k * lanes + e);
      largest = select(less(largest, other), other, largest);
    }
    Vec sum = splat(0.0);
    for (std::size_t k = 0; k < units; ++k) {
      const Vec grown = elementary::exp(load(z + k * lanes + e) - largest);
      store(a + k * lanes + e, grown);
      sum += grown;
    }
    for (std::size_t k = 0; k < units; ++k) store(a + k * lanes + e, load(a + k * lanes + e) / sum);
  }
}

}  // namespace chainwise::network
