// Rewrites that are worth it only where the result is shorter.
//
//     2*x*(x - 1) - x^2 - 1                   x^2 - 2*x - 1          multiplied out
//     exp(x) + x*exp(x)                       exp(x)*(1 + x)         a common factor collected
//     cos(x)^2 + sin(x)^2                     1                      and cosh(x)^2 - sinh(x)^2
//     (sqrt(u) - x^2/sqrt(u))/sqrt(u)^2       (u - x^2)/sqrt(u)^3    a fraction inside a fraction
#pragma once

#include <vector>

#include "core/calculus/expression.h"
#include "core/calculus/granted.h"

namespace chainwise::calculus {

/// The shortest form of the simplified sum, product or quotient `e` that these rewrites find; `e` itself where none
/// is shorter. Looks at a bounded part of `e`, so large expressions cost no more than small ones. Each rewrite uses up
/// one of `rewrites`; without any left `e` stays.
Expr shorten(Pool& pool, Expr e, std::vector<Granted>& granted, int& rewrites);

}  // namespace chainwise::calculus
