// A program: an ordered list of named definitions. Everything that Chainwise shows is one.
//
//     z1 = w1*x + b1
//     a1 = sigmoid(z1)        three definitions; the inputs are w1, x and b1
//     J  = (a1 - 1)^2
//
// A plain expression is a program of one definition without a name.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/calculus/expression.h"

namespace chainwise::calculus {

struct Definition {
  Expr name;     // a symbol; the symbol "" where the definition has no name
  Expr formula;  // may use the names of earlier definitions
  Span span{};   // the formula's place in the source
};

struct Program {
  std::vector<Definition> definitions;  // at least one
  std::vector<Expr> inputs;             // names used but not defined, in order of first use
  std::vector<Note> notes{};            // how text was read that could mean two things, such as 1/2x

  const Definition& output() const { return definitions.back(); }

  /// The definition of `name`, or nullptr where it is an input.
  const Definition* find(Expr name) const;
};

/// All names and parts of formulas, in an order in which they can be computed: definition by definition, each formula's
/// parts in ascending order, then its name. Formulas that were made after the names (resolve_derivatives) fit in too.
std::vector<Expr> evaluation_order(const Pool& pool, const Program& program);

/// The program up to and including the definition called `output`, which is then the last one; all of it where
/// `output` is empty. Error: `unknown-name`.
Result<Program> with_output(const Pool& pool, Program program, std::string_view output);

}  // namespace chainwise::calculus
