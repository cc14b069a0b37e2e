// What can be said of a formula by looking at it: whether agreement at chosen points settles that two are equal.
//
//     is_settled_by_points(pool, sin(2*x), 2*sin(x)*cos(x))   true
//     is_settled_by_points(pool, relu(x - 7), 0)              false: a kink may hide between the points
#pragma once

#include "core/calculus/expression.h"

namespace chainwise::calculus {

/// True where both are analytic wherever they have a value, on pieces that the points of equivalence.cpp all reach.
bool is_settled_by_points(Pool& pool, Expr a, Expr b);

/// True where no part of `before` that can lack a value on a whole stretch (log, sqrt, asin, ...) is missing in
/// `after`, but for those that always have one, as sqrt(x^2 + 1).
bool keeps_domain(Pool& pool, Expr before, Expr after);

/// The terms of every sum and the factors of every product in one order, the same for 1 + x and x + 1.
Expr reordered(Pool& pool, Expr e);

}  // namespace chainwise::calculus
