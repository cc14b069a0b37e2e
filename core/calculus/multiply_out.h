// Brackets multiplied out, and how long formulas are when they are written down.
//
//     2*x*(x - 1) - x^2 - 1                   x^2 - 2*x - 1
//     (x + 1)^2*(x - 1)                       x^3 + x^2 - x - 1
#pragma once

#include <optional>
#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

/// The simplified `e` with the brackets of its products multiplied out, those under a fraction bar only where that is
/// shorter; nothing where there are none, or more than anybody multiplies out by hand, or where no terms of a sum come
/// together, as in tanh(x) + x*(1 - tanh(x)^2), unless `even_apart`. Denominators that vanish are
/// added to `granted`.
std::optional<Expr> multiplied_out(Pool& pool, Expr e, std::vector<Granted>& granted, bool even_apart = false);

/// `e` multiplied out where that is shorter, else `e`.
Expr shortest_written(Pool& pool, Expr e, std::vector<Granted>& granted);

constexpr std::size_t kLargestWritten = 120;

/// Nodes of `e` written out as a tree, or kLargestWritten + 1 where there are more.
std::size_t written_size(const Pool& pool, Expr e);

/// The factors of a product, the terms of a sum; `e` itself where it is none.
std::vector<Expr> factors_of(const Pool& pool, Expr e);
std::vector<Expr> terms_of(const Pool& pool, Expr e);

}  // namespace chainwise::calculus
