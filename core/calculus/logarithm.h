// The rules of logarithms, as far as they leave a logarithm with a value in just the same places.
//
//     expanded_log(pool, 2*sqrt(x))     log(2) + log(x)/2
//     expanded_log(pool, x^2)           2*log(|x|)
//     expanded_log(pool, x*y)           log(x*y): log(x) + log(y) has no value where both are negative
#pragma once

#include "core/calculus/expression.h"

namespace chainwise::calculus {

/// log(e) as a sum of multiples of logarithms: of prime numbers, and of what no rule takes apart.
Expr expanded_log(Pool& pool, Expr e);

}  // namespace chainwise::calculus
