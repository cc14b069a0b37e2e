// The losses: the mean over the examples of the sum over the outputs, and their gradient.
//
//     double loss = row->evaluate(outputs, delta);       // delta[k][e] = ∂loss/∂a or ∂loss/∂z
//
//     half-squared ½(ŷ-y)²     squared (ŷ-y)²     huber (δ = 1)
//     binary-cross-entropy -(y log ŷ + (1-y) log(1-ŷ)), for a sigmoid output and computed from its pre-activation
//     softmax-cross-entropy -Σ y log ŷ, likewise for a softmax output
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace chainwise::network {

/// The last layer for some examples: rows of `lanes` numbers, of which the first `examples` count.
struct Outputs {
  const double* z;  // pre-activations
  const double* a;  // outputs
  const double* y;  // targets
  std::size_t units, lanes, examples;
  double scale;  // 1 / number of examples of the whole batch
};

struct Loss {
  std::string_view name;
  std::string_view needs;  // the activation that the output must have; empty: all but softmax fit
  /// The loss of these examples times `scale`. Writes ∂loss/∂z where `needs` is set, ∂loss/∂a otherwise; 0 in the
  /// lanes that hold no example. `delta` may be null.
  double (*evaluate)(const Outputs& outputs, double* delta);
};

std::span<const Loss> losses();

}  // namespace chainwise::network
