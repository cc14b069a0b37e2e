// Short ways to write formulas in tests.
//
//     Source source("z = w*x + b");
//     CHECK(source.text(source.formula()) == "w*x + b");
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/calculus/evaluate.h"
#include "core/calculus/print.h"
#include "core/calculus/program.h"

namespace chainwise::test {

/// A program with the pool that it lives in. Throws, and so fails the test, where the source is not a program.
struct Source {
  explicit Source(std::string_view source);

  calculus::Expr formula() const { return program.output().formula; }
  std::string text(calculus::Expr e) const { return print(e, calculus::Format::text); }
  std::string latex(calculus::Expr e) const { return print(e, calculus::Format::latex); }
  std::string print(calculus::Expr e, calculus::Format format,
                    calculus::Derivatives derivatives = calculus::Derivatives::leibniz) const;
  /// The derivative of the program's output by `variable`, simplified.
  calculus::Expr derivative(std::string_view variable);
  /// The value of `e`, in which the program's names may occur; NaN where it has none.
  double value(calculus::Expr e, const calculus::Bindings& at);

  calculus::Pool pool;
  calculus::Program program;
};

/// The lessons' network of 1-1-1 with its loss, and a point.
inline const char* const kNetwork =
    "z1 = w1*x + b1\na1 = sigmoid(z1)\nz2 = w2*a1 + b2\nyhat = sigmoid(z2)\nJ = (yhat - y)^2/2";
inline const calculus::Bindings kPoint = {{"x", 1.5}, {"y", 0.2}, {"w1", 0.7}, {"b1", -0.3}, {"w2", -1.1}, {"b2", 0.4}};

/// What is wrong with a source, as `code @position+length` with the place in UTF-16 units, as JavaScript counts;
/// empty where nothing is.
std::string mistake_in(std::string_view source);

/// Random programs of `lines` lines, in x and y, as sources: those of the first `count` seeds that are programs.
std::vector<std::string> random_programs(std::uint64_t count, int lines);

/// The notes on a source, as `code @position+length sentence`, with ; between; "none" where it has
/// none.
std::string notes_in(std::string_view source);

/// `part`, written `times` times.
std::string repeat(std::string_view part, std::size_t times);

/// `text` with each `from` in it turned into `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to);

/// Equal up to `tolerance`, relative to the larger one where that is above 1. NaN equals nothing.
bool is_close(double a, double b, double tolerance);

}  // namespace chainwise::test
