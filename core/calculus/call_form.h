// Calls of functions whose value, or simpler form, everybody knows.
//
//     log(1) -> 0, sqrt(9/4) -> 3/2, sqrt(12*x) -> 2*sqrt(3*x), log(exp(u)) -> u, sin(-x) -> -sin(x), max(u, u) -> u
#pragma once

#include <span>
#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

/// The call of `function` with simplified arguments, simplified; `granted` as in simplify.h.
Expr simplified_call(Pool& pool, FunctionId function, std::span<const Expr> arguments, std::vector<Granted>& granted);

/// `value` as people write it: a decimal where `model` was one.
Expr exact_number(Pool& pool, Rational value, Expr model);

}  // namespace chainwise::calculus
