// What holds of every derivation, whatever the function and the rules that were preferred.
//
//     Source source("log(2+cos(x))");
//     check_derivation(source, "x", {1, true}, true);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calculus/differentiate.h"
#include "tests/support/formulas.h"

namespace chainwise::test {

/// `rule: before = after`.
std::string shown(const Source& source, const calculus::Step& step);

/// The points at which formulas are compared: x runs through these, other inputs have values of their own.
std::vector<calculus::Bindings> points(const Source& source);

/// `before` of each step stands in what the steps before it left, and the last one leaves the enclosing `after`.
void check_replay(Source& source, const calculus::Derivation& derivation);

/// No derivation with finer steps stands twice: the second time it refers to the first.
void check_nothing_twice(const Source& source, const calculus::Derivation& derivation);

/// Both, and each step is an equation, and nothing is left to be derived at the end. `must_be_defined`: each step has
/// to have values at one of the points.
void check_derivation(Source& source, std::string_view variable, const calculus::DifferentiateOptions& options,
                      bool must_be_defined);

}  // namespace chainwise::test
