// The activation functions: a value and its slope side by side, on single numbers and on whole layers.
//
//     const Activation* tanh = find_row<Activation>("activation", activations(), "tanh").value();
//     tanh->apply(z, a, n);            // a = f(z)
//     tanh->chain(z, a, delta, n);     // delta = delta * f'(z)
//
// At a kink the slope is that from the left: relu'(0) = 0, leaky-relu'(0) = 0.01. Softmax is not a function of one
// number; it stands at the output alone, and its row has no `value` and no `slope`.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace chainwise::network {

struct Activation {
  std::string_view name;
  double (*value)(double z);
  double (*slope)(double z);
  void (*apply)(const double* z, double* a, std::size_t n);  // n is a multiple of kLanes
  void (*chain)(const double* z, const double* a, double* delta, std::size_t n);
};

std::span<const Activation> activations();

/// a[k][e] = exp(z[k][e]) / Σ_j exp(z[j][e]) for each column e; rows of `lanes` numbers.
void softmax(const double* z, double* a, std::size_t units, std::size_t lanes);

}  // namespace chainwise::network
