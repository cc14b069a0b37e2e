#include "core/network/loss.h"

#include "core/base/elementary_simd.h"

namespace chainwise::network {
namespace {

struct Terms {
  Vec loss, gradient;
};

// One structure per loss that is a sum over the outputs.

struct HalfSquared {
  static Terms at(Vec, Vec a, Vec y) {
    const Vec error = a - y;
    return {splat(0.5) * error * error, error};
  }
};

struct Squared {
  static Terms at(Vec, Vec a, Vec y) {
    const Vec error = a - y;
    return {error * error, error + error};
  }
};

struct Huber {  // ½e² for |e| <= 1, |e| - ½ beyond
  static Terms at(Vec, Vec a, Vec y) {
    const Vec error = a - y;
    const Bits far = less(splat(1.0), abs(error));
    const Vec side = select(less(error, splat(0.0)), splat(-1.0), splat(1.0));
    return {select(far, abs(error) - splat(0.5), splat(0.5) * error * error), select(far, side, error)};
  }
};

struct BinaryCrossEntropy {  // log(1 + e^z) - y z, whose derivative by z is σ(z) - y
  static Terms at(Vec z, Vec a, Vec y) { return {elementary::softplus(z) - y * z, a - y}; }
};

/// All ones in the lanes from `e` on that hold an example.
Bits examples_from(std::size_t e, std::size_t examples) {
  return Bits{e < examples ? ~0ULL : 0ULL, e + 1 < examples ? ~0ULL : 0ULL};
}

template <class L>
double evaluate(const Outputs& o, double* delta) {
  const Vec scale = splat(o.scale);
  Vec sum = splat(0.0);
  for (std::size_t k = 0; k < o.units; ++k)
    for (std::size_t e = 0; e < o.lanes; e += kLanes) {
      const std::size_t i = k * o.lanes + e;
      const Bits counts = examples_from(e, o.examples);
      const Terms terms = L::at(load(o.z + i), load(o.a + i), load(o.y + i));
      sum += select(counts, terms.loss, splat(0.0));
      if (delta) store(delta + i, select(counts, terms.gradient * scale, splat(0.0)));
    }
  return (sum[0] + sum[1]) * o.scale;
}

/// Σ_k y_k (log Σ_j e^(z_j) - z_k), whose derivative by z_k is a_k Σ_j y_j - y_k.
double softmax_cross_entropy(const Outputs& o, double* delta) {
  Vec total = splat(0.0);
  for (std::size_t e = 0; e < o.lanes; e += kLanes) {
    const auto at = [&](const double* row, std::size_t k) { return load(row + k * o.lanes + e); };
    Vec largest = at(o.z, 0), targets = at(o.y, 0), sum = splat(0.0), dot = splat(0.0);
    for (std::size_t k = 1; k < o.units; ++k) {
      largest = select(less(largest, at(o.z, k)), at(o.z, k), largest);
      targets += at(o.y, k);
    }
    for (std::size_t k = 0; k < o.units; ++k) {
      sum += elementary::exp(at(o.z, k) - largest);
      dot += at(o.y, k) * (largest - at(o.z, k));
    }
    const Bits counts = examples_from(e, o.examples);
    total += select(counts, dot + targets * elementary::log(sum), splat(0.0));
    if (!delta) continue;
    for (std::size_t k = 0; k < o.units; ++k)
      store(delta + k * o.lanes + e, select(counts, (at(o.a, k) * targets - at(o.y, k)) * splat(o.scale), splat(0.0)));
  }
  return (total[0] + total[1]) * o.scale;
}

constexpr Loss kLosses[] = {
    {"half-squared", "", evaluate<HalfSquared>},
    {"squared", "", evaluate<Squared>},
    {"binary-cross-entropy", "sigmoid", evaluate<BinaryCrossEntropy>},
    {"softmax-cross-entropy", "softmax", softmax_cross_entropy},
    {"huber", "", evaluate<Huber>},
};

}  // namespace

std::span<const Loss> losses() { return kLosses; }

}  // namespace chainwise::network
