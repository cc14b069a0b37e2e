// Brings expressions to the form of a textbook.
//
//     simplify(pool, 1/(2 + cos(x))*(-sin(x)))   ->   -sin(x)/(2 + cos(x))
//
// House style, each rule with an example (tests/core/calculus/simplify_test.cpp has more):
//   one sign, in front                      (-a)*b/(-c)    a*b/c
//   one fraction bar                        (1/x)*(y/z)    y/(x*z)
//   numbers are computed exactly            2*x*3/4        3*x/2
//   exact roots of numbers as well          4^(1/2) -> 2, sqrt(1/4) -> 1/2, sqrt(12*x) -> 2*sqrt(3*x)
//   numbers first, then letters, sums, functions, logarithms   cos(x^2)*2*x -> 2*x*cos(x^2)
//   of letters and sums those that usually do not vary first   x*a -> a*x, x^(n-2)*n*(n-1) -> n*(n - 1)*x^(n - 2)
//   like terms and equal bases are gathered x + x + x^2*x  2*x + x^3
//   equal bases, roots among them, likewise             e^x*e^(2*x) -> e^(3*x), x*sqrt(x)/x^2 -> 1/sqrt(x)
//   a sum that all terms' numbers divide is reduced     (2*x + 4)/(2*x) -> (x + 2)/x
//   what all terms of a sum share cancels               (x^2 + x)/x -> x + 1, (x + 1)/(2*x + 2) -> 1/2
//   what all terms share is collected, letters only along with more: x^2*exp(x) + 2*x*exp(x) -> x*(x + 2)*exp(x), but
//   3*x^2*log(x) + x^2 stays
//   sums with the same or with opposite terms cancel    (a - b)/(b - a) -> -1
//   the sign leaves odd functions, vanishes in even     sin(-x) -> -sin(x), cos(-x) -> cos(x)
//   the slope of sigmoid is a product                   sigmoid(x) - sigmoid(x)^2 -> sigmoid(x)*(1 - sigmoid(x))
//   sin(x)/cos(x) stays what it is: no function is put in another's place, but a few products of two are one
//                                                       tan(x)*cos(x) -> sin(x), x*sign(x) -> abs(x)
//   no term or factor that changes nothing  0 + 1*x^1      x
//   a sum does not begin with a minus       -x + 1         1 - x
//   -(1 - x^2)*y as a whole is              y*(x^2 - 1)
// The value stays the same wherever the input has one. Where the result also has a value at points where the
// input had none (x/x -> 1, sqrt(x)^2 -> x), what was taken for granted is said.
#pragma once

#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

struct Simplified {
  Expr e;
  std::vector<Granted> granted;
};

/// Linear in the number of nodes; simplify(simplify(e)) = simplify(e).
Simplified simplify(Pool& pool, Expr e);

/// How `e` becomes `simplest`, which is simplify(e).e: what it is after its signs, numbers and fractions are in order,
/// then after each rewrite that shortens it. At least one stage, the last is `simplest`.
///
///     (cos(x)*(1 + cos(x)) - sin(x)*(-sin(x)))/(1 + cos(x))^2
///         ->   (cos(x)*(1 + cos(x)) + sin(x)^2)/(1 + cos(x))^2,   ...,   1/(1 + cos(x))
std::vector<Expr> simplification(Pool& pool, Expr e, Expr simplest);

}  // namespace chainwise::calculus
