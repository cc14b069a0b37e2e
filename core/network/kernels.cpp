#include "core/network/kernels.h"

#include "core/base/simd.h"

namespace chainwise::network {
namespace {

// The loops over a tile have constant bounds and must be unrolled, or the sums leave the registers.
#if defined(__clang__)
#define CHAINWISE_UNROLL _Pragma("clang loop unroll(full)")
#else
#define CHAINWISE_UNROLL _Pragma("GCC unroll 8")
#endif

/// U rows of W a + b for V vectors of examples.
template <int U, int V>
void product_tile(const double* w, const double* b, const double* a, double* z, LayerSize size) {
  Vec sum[U][V];
  CHAINWISE_UNROLL for (int u = 0; u < U; ++u) { CHAINWISE_UNROLL for (int v = 0; v < V; ++v) sum[u][v] = splat(b[u]); }
  for (std::size_t i = 0; i < size.inputs; ++i, a += size.lanes) {
    Vec x[V];
    CHAINWISE_UNROLL for (int v = 0; v < V; ++v) x[v] = load(a + v * kLanes);
    CHAINWISE_UNROLL for (int u = 0; u < U; ++u) {
      const Vec weight = splat(w[u * size.inputs + i]);
      CHAINWISE_UNROLL for (int v = 0; v < V; ++v) sum[u][v] += weight * x[v];
    }
  }
  CHAINWISE_UNROLL for (int u = 0; u < U; ++u) {
    CHAINWISE_UNROLL for (int v = 0; v < V; ++v) store(z + u * size.lanes + v * kLanes, sum[u][v]);
  }
}

template <int U>
void product_rows(const double* w, const double* b, const double* a, double* z, LayerSize size) {
  std::size_t e = 0;
  for (; e + 2 * kLanes <= size.lanes; e += 2 * kLanes) product_tile<U, 2>(w, b, a + e, z + e, size);
  if (e < size.lanes) product_tile<U, 1>(w, b, a + e, z + e, size);
}

/// I rows of Wᵀ d for V vectors of examples.
template <int I, int V>
void transposed_tile(const double* w, const double* delta, double* out, LayerSize size) {
  Vec sum[I][V];
  CHAINWISE_UNROLL for (int i = 0; i < I; ++i) { CHAINWISE_UNROLL for (int v = 0; v < V; ++v) sum[i][v] = splat(0.0); }
  for (std::size_t u = 0; u < size.outputs; ++u, w += size.inputs, delta += size.lanes) {
    Vec d[V];
    CHAINWISE_UNROLL for (int v = 0; v < V; ++v) d[v] = load(delta + v * kLanes);
    CHAINWISE_UNROLL for (int i = 0; i < I; ++i) {
      const Vec weight = splat(w[i]);
      CHAINWISE_UNROLL for (int v = 0; v < V; ++v) sum[i][v] += weight * d[v];
    }
  }
  CHAINWISE_UNROLL for (int i = 0; i < I; ++i) {
    CHAINWISE_UNROLL for (int v = 0; v < V; ++v) store(out + i * size.lanes + v * kLanes, sum[i][v]);
  }
}

template <int I>
void transposed_rows(const double* w, const double* delta, double* out, LayerSize size) {
  std::size_t e = 0;
  for (; e + 2 * kLanes <= size.lanes; e += 2 * kLanes) transposed_tile<I, 2>(w, delta + e, out + e, size);
  if (e < size.lanes) transposed_tile<I, 1>(w, delta + e, out + e, size);
}

inline double total(Vec v) { return v[0] + v[1]; }

/// Gradients of U x I weights: sums over the examples of d_u a_i.
template <int U, int I>
void outer_tile(const double* delta, const double* a, double* g, LayerSize size, double factor) {
  Vec sum[U][I];
  CHAINWISE_UNROLL for (int u = 0; u < U; ++u) { CHAINWISE_UNROLL for (int i = 0; i < I; ++i) sum[u][i] = splat(0.0); }
  for (std::size_t e = 0; e < size.lanes; e += kLanes) {
    Vec x[I];
    CHAINWISE_UNROLL for (int i = 0; i < I; ++i) x[i] = load(a + i * size.lanes + e);
    CHAINWISE_UNROLL for (int u = 0; u < U; ++u) {
      const Vec d = load(delta + u * size.lanes + e);
      CHAINWISE_UNROLL for (int i = 0; i < I; ++i) sum[u][i] += d * x[i];
    }
  }
  CHAINWISE_UNROLL for (int u = 0; u < U; ++u) {
    double* row = g + u * size.inputs;
    if constexpr (I == 2)
      store(row, load(row) + splat(factor) * sums(sum[u][0], sum[u][1]));
    else
      row[0] += factor * total(sum[u][0]);
  }
}

template <int U>
void outer_rows(const double* delta, const double* a, double* weights, double* biases, LayerSize size, double factor) {
  std::size_t i = 0;
  for (; i + 2 <= size.inputs; i += 2) outer_tile<U, 2>(delta, a + i * size.lanes, weights + i, size, factor);
  if (i < size.inputs) outer_tile<U, 1>(delta, a + i * size.lanes, weights + i, size, factor);
  for (int u = 0; u < U; ++u, delta += size.lanes) {
    Vec sum = splat(0.0);
    for (std::size_t e = 0; e < size.lanes; e += kLanes) sum += load(delta + e);
    biases[u] += factor * total(sum);
  }
}

/// Calls body(count, first) for blocks of four rows and one block of what is left.
template <class Body>
void in_blocks(std::size_t rows, Body body) {
  std::size_t first = 0;
  for (; first + 4 <= rows; first += 4) body.template operator()<4>(first);
  switch (rows - first) {
    case 3: body.template operator()<3>(first); break;
    case 2: body.template operator()<2>(first); break;
    case 1: body.template operator()<1>(first); break;
    default: break;
  }
}

}  // namespace

void product(const double* weights, const double* biases, const double* a, double* z, LayerSize size) {
  in_blocks(size.outputs, [&]<int U>(std::size_t u) {
    product_rows<U>(weights + u * size.inputs, biases + u, a, z + u * size.lanes, size);
  });
}

void transposed_product(const double* weights, const double* delta, double* out, LayerSize size) {
  in_blocks(size.inputs,
            [&]<int I>(std::size_t i) { transposed_rows<I>(weights + i, delta, out + i * size.lanes, size); });
}

void outer_product(const double* delta, const double* a, double* weights, double* biases, LayerSize size,
                   double factor) {
  in_blocks(size.outputs, [&]<int U>(std::size_t u) {
    outer_rows<U>(delta + u * size.lanes, a, weights + u * size.inputs, biases + u, size, factor);
  });
}

}  // namespace chainwise::network
