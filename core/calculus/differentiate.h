// Differentiation, with every step.
//
//     Pool pool;
//     Program program = parse(pool, "log(2+cos(x))").value();
//     Derivation d = differentiate(pool, program, "x").value();
//     print_text(pool, d.derivative)   ->   -sin(x)/(2 + cos(x))
//
// A program is derived definition by definition, in its own names: d J/d w1 of the lesson's network comes out as
// (yhat - y)*sigmoid(z2)*(1 - sigmoid(z2))*... with z2 and a1 in it. Each node is derived once.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calculus/program.h"
#include "core/calculus/step.h"

namespace chainwise::calculus {

struct Derivation {
  Expr asked;         // diff(f, x), diff(diff(f, x), x), ...: the first step stands in it
  Expr derivative;    // simplified
  Expr unsimplified;  // as the rules gave it
  std::vector<Step> steps;
  std::vector<std::uint32_t> top;  // the outermost steps
};

struct DifferentiateOptions {
  int order = 1;           // 1 to 5
  bool with_steps = true;  // without, only the answer is made
  // Ids of rules that are taken wherever they fit, the earlier first: with "quotient-as-product", sin(x)/x is derived
  // as sin(x)*x^-1. Step::ways says where there is a choice. The answer is the same function whatever is taken.
  std::vector<std::string_view> prefer{};
};

/// The derivative of the program's last definition by `variable`, an input or another name of the program.
/// Errors: `not-a-name`, `out-of-range` (order), `unknown-name` (a preferred rule), `too-many-nodes`.
Result<Derivation> differentiate(Pool& pool, const Program& program, std::string_view variable,
                                 const DifferentiateOptions& options = {});

/// The partial derivative of `formula` by the symbol `variable`, all other names held fixed; simplified.
Expr partial_derivative(Pool& pool, Expr formula, Expr variable);

/// The program with each `diff(f, x)` in it worked out.
Result<Program> resolve_derivatives(Pool& pool, Program program);

/// True where `name` can stand for a variable: one name, and not that of a function or constant.
bool is_variable_name(std::string_view name);

}  // namespace chainwise::calculus
