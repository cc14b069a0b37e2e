// Values of the formulas in a derivation, pending derivatives included: what makes its steps equations that a test
// can check. Derivatives are computed here with dual numbers, apart from the rules that the engine derives by.
//
//     Equations equations(source.pool, program, {{"x", 1.3}});
//     equations.value(step.before, scope) == equations.value(step.after, scope)
//
// diff(formula, t) holds all names but t fixed, save the inner names u, v, ..., which stand for their formulas;
// diff(name, t) of a name of the program is the total derivative.
#pragma once

#include <map>
#include <unordered_map>

#include "core/calculus/evaluate.h"
#include "core/calculus/program.h"

namespace chainwise::test {

class Equations {
 public:
  /// Inner names and what they stand for.
  using Scope = std::map<std::uint32_t, calculus::Expr>;

  Equations(const calculus::Pool& pool, const calculus::Program& program, const calculus::Bindings& at);

  double value(calculus::Expr e, const Scope& scope);
  /// The derivative of `formula` by `variable` through the program's names in it.
  double total_derivative(calculus::Expr formula, calculus::Expr variable);

 private:
  struct Dual {
    double value;
    double slope;
  };
  using Values = std::unordered_map<std::uint32_t, Dual>;

  /// `by` is the symbol that moves, or nothing that occurs; `total`: through the program's definitions as well.
  Dual evaluate(calculus::Expr root, calculus::Expr by, bool total, const Scope& scope);
  Dual symbol(calculus::Expr e, calculus::Expr by, bool total, const Scope& scope, const Values& known) const;

  const calculus::Pool& pool_;
  const calculus::Program& program_;
  const calculus::Bindings& at_;
};

}  // namespace chainwise::test
