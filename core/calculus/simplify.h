// Brings expressions to the form of a textbook.
//
//     simplify(pool, 1/(2 + cos(x))*(-sin(x)))   ->   -sin(x)/(2 + cos(x))
//
// House style, each rule with an example (tests/core/calculus/simplify_test.cpp has more):
//   one sign, in front                      (-a)*b/(-c)    a*b/c
//   one fraction bar                        (1/x)*(y/z)    y/(x*z)
//   numbers are computed exactly            2*x*3/4        3*x/2
//   numbers first, then letters, sums, functions           cos(x^2)*2*x -> 2*x*cos(x^2)
//   like terms and equal bases are gathered x + x + x^2*x  2*x + x^3
//   equal bases, roots among them, likewise             e^x*e^(2*x) -> e^(3*x), x*sqrt(x)/x^2 -> 1/sqrt(x)
//   a sum that all terms' numbers divide is reduced     (2*x + 4)/(2*x) -> (x + 2)/x
//   opposite sums cancel                                (a - b)/(b - a) -> -1
//   the sign leaves odd functions, vanishes in even     sin(-x) -> -sin(x), cos(-x) -> cos(x)
//   the slope of sigmoid is a product                   sigmoid(x) - sigmoid(x)^2 -> sigmoid(x)*(1 - sigmoid(x))
//   sin(x)/cos(x) stays what it is: no function is put in another's place
//   no term or factor that changes nothing  0 + 1*x^1      x
//   a sum does not begin with a minus       -x + 1         1 - x
// The value stays the same wherever the input has one. Where the result also has a value at points where the
// input had none (x/x -> 1), what was assumed to be different from 0 is said.
#pragma once

#include <vector>

#include "core/calculus/expression.h"

namespace chainwise::calculus {

struct Simplified {
  Expr e;
  std::vector<Expr> nonzero;  // assumed to be different from 0
};

/// Linear in the number of nodes; simplify(simplify(e)) = simplify(e).
Simplified simplify(Pool& pool, Expr e);

}  // namespace chainwise::calculus
