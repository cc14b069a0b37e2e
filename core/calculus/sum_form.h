// Gathers the like terms of a sum.
//
//     x + 2*x*y - 3*x + 1/2   ->   2*x*y - 2*x + 1/2
#pragma once

#include <span>
#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

/// The sum of simplified `terms`, simplified. Terms keep the order of their first appearance; a positive one
/// comes first where there is one.
Expr simplified_sum(Pool& pool, std::span<const Expr> terms, std::vector<Granted>& granted);

/// 1 where `b` has the terms of the sum `a` in some order, -1 where it has their opposites, else 0.
int compare_terms(const Pool& pool, Expr a, Expr b);

}  // namespace chainwise::calculus
