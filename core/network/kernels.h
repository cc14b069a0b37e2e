// The three matrix products of a dense layer, on explicit 128-bit vectors.
//
//     product(w, b, a, z, ...)              z = W a + b                 forward
//     transposed_product(w, d, e, ...)      e = Wᵀ d                    backward, to the layer before
//     outer_product(d, a, g, ...)           g += d aᵀ, summed over the examples: the gradient
//
// W is row-major [outputs][inputs]. Everything else is stored unit by unit: a row of `lanes` numbers, one per
// example, padded to a multiple of kLanes. The vectors run along the examples; a tile of 4 rows x 2 vectors of
// sums stays in registers. Each sum is made in the same order whatever the tile, so tiles do not change results.
#pragma once

#include <cstddef>

namespace chainwise::network {

struct LayerSize {
  std::size_t outputs, inputs, lanes;
};

void product(const double* weights, const double* biases, const double* a, double* z, LayerSize size);

void transposed_product(const double* weights, const double* delta, double* out, LayerSize size);

/// Adds `factor` times the gradients to `weights` and `biases`: with 1 onto sums that began at 0, with -rate onto the
/// parameters themselves, which is a step of plain gradient descent.
void outer_product(const double* delta, const double* a, double* weights, double* biases, LayerSize size,
                   double factor);

}  // namespace chainwise::network
