// Formulas for properties: random trees that RapidCheck makes, and makes smaller where a property fails.
//
//     rc::check([](const Tree& tree) { ... tree.build(pool, {x, y}) ... })
//
// On a failure the smallest tree is shown as text. RC_PARAMS="seed=... max_success=..." looks elsewhere, or longer.
#pragma once

#include <cstdlib>
#include <iosfwd>
#include <rapidcheck.h>
#include <span>
#include <vector>

#include "core/calculus/expression.h"

namespace chainwise::test {

struct Tree {
  calculus::Op op = calculus::Op::number;  // no derivatives
  int which = 0;                           // number: in eighths; symbol: which one; call: row of the function table
  std::vector<Tree> parts{};

  calculus::Expr build(calculus::Pool& pool, std::span<const calculus::Expr> symbols) const;
};

void showValue(const Tree& tree, std::ostream& out);

/// True where RapidCheck found no counterexample; otherwise it has written one to the error output. The same trees in
/// every run, unless RC_PARAMS says otherwise.
template <class Property>
bool holds(const char* description, Property property) {
  setenv("RC_PARAMS", "seed=20 max_success=1000 max_size=40", 0);
  return rc::check(description, property);
}

}  // namespace chainwise::test

template <>
struct rc::Arbitrary<chainwise::test::Tree> {
  static rc::Gen<chainwise::test::Tree> arbitrary();
};
