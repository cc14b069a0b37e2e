// Pending derivatives with primes: f' for diff(f, x), f'' for diff(diff(f, x), x).
//
//     Primes p = PrimeReader(pool, root)(pool, e);  // of diff(diff(w*x, x), x): w*x, two primes, by x
//
// f' alone says what is derived by only where f has no other name in it: sin(x)'. Wherever it has one, or is itself a
// name and so may depend on anything, the variable stands as an index: (w x)'_x, J'_w. A chain of links then reads
// J'_w = J'_z z'_w.
#pragma once

#include <cstdint>
#include <vector>

#include "core/calculus/expression.h"

namespace chainwise::calculus {

struct Primes {
  Expr of;
  int count;
  Expr variable;
  bool has_index;
};

class PrimeReader {
 public:
  PrimeReader() = default;
  /// For the derivatives in `root`.
  PrimeReader(const Pool& pool, Expr root);

  Primes operator()(const Pool& pool, Expr derivative) const;

 private:
  std::vector<std::uint32_t> symbol_;  // by node: the one symbol that occurs in it, or kNone, or kMany
};

}  // namespace chainwise::calculus
