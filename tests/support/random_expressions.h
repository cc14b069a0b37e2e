// Random expressions and programs: the same for the same seed, on every platform.
//
//     RandomExpressions random(7);
//     Expr e = random.expression(pool, {pool.symbol("x")}, 12);
#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/calculus/expression.h"

namespace chainwise::test {

class RandomExpressions {
 public:
  explicit RandomExpressions(std::uint64_t seed) : random_(seed, 0) {}

  /// About `size` operations, of every kind and every function, on `symbols` and on numbers.
  calculus::Expr expression(calculus::Pool& pool, const std::vector<calculus::Expr>& symbols, int size);

  /// `lines` definitions t1, t2, ... of x, y and the names before them, as source.
  std::string program(int lines);

  Random& random() { return random_; }

 private:
  calculus::Expr leaf(calculus::Pool& pool, const std::vector<calculus::Expr>& symbols);
  Random random_;
};

}  // namespace chainwise::test
