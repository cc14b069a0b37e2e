#include "core/graph/proof.h"

#include <algorithm>
#include <cmath>

#include "core/calculus/differentiate.h"
#include "core/graph/passes.h"

namespace chainwise::graph {
namespace {

// Steps of the difference quotient, relative to max(1, |x|), in the order in which they are tried: the error of
// the central difference is about h^2 f''' / 6 + 1e-16 |f| / h, so none suits every function.
constexpr double kSteps[] = {1e-5, 1e-6, 1e-4, 1e-7};
constexpr double kExact = 1e-9;   // symbolic against reverse: both are exact up to rounding
constexpr double kCoarse = 1e-6;  // against the difference quotient

bool is_close(double a, double b, double tolerance) {
  return std::fabs(a - b) <= tolerance * std::max({1.0, std::fabs(a), std::fabs(b)});
}

/// At a kink each side has a slope that does not depend on the step, and the two differ; elsewhere their gap shrinks
/// with the step.
template <class Function>
bool has_kink(const Function& value_at, double here, double x, double scale) {
  struct Sides {
    double left, right, noise;  // noise: what rounding can make of the quotients
  };
  const auto sides = [&](double h) {
    return Sides{(here - value_at(x - h)) / h, (value_at(x + h) - here) / h, 1e-13 * std::fabs(here) / h};
  };
  const Sides wide = sides(1e-6 * scale);
  const Sides narrow = sides(1e-8 * scale);
  const double size = std::max({1.0, std::fabs(narrow.left), std::fabs(narrow.right)});
  const bool has_slopes = std::fabs(wide.left - narrow.left) <= narrow.noise + 0.01 * size &&
                          std::fabs(wide.right - narrow.right) <= narrow.noise + 0.01 * size;
  return has_slopes && std::fabs(narrow.right - narrow.left) > narrow.noise + 0.005 * size &&
         std::fabs(wide.right - wide.left) < 2 * std::fabs(narrow.right - narrow.left);
}

}  // namespace

Result<Proof> prove(calculus::Pool& pool, const calculus::Program& source, std::string_view variable,
                    const calculus::Bindings& at) {
  const Result<calculus::Program> resolved = calculus::resolve_derivatives(pool, source);
  if (!resolved.ok()) return resolved.error();
  const calculus::Program& program = resolved.value();

  const Result<calculus::Derivation> derivation = calculus::differentiate(pool, program, variable, {1, false});
  if (!derivation.ok()) return derivation.error();
  const Result<Trace> trace = backpropagate(pool, program, at, Detail::operations);
  if (!trace.ok()) return trace.error();

  Proof proof;
  const calculus::Expr x = pool.symbol(calculus::plain_name(variable));
  for (const auto& [name, gradient] : trace.value().gradients)
    if (name == pool.name(x)) proof.reverse = gradient;

  calculus::Evaluator function(pool, program);
  function.bind(at);
  const double here = function.run();
  double x_value = calculus::binding(at, pool.name(x)).value_or(0);
  for (const calculus::Expr e : function.nodes())
    if (e == x) x_value = function.value(x);
  const bool is_output = program.output().name == x;  // dJ/dJ: moving J moves nothing else
  if (is_output) x_value = here;

  // The derivative may use the program's own names: it is one more definition after the others.
  calculus::Program extended = program;
  extended.definitions.push_back({pool.symbol("derivative of the output"), derivation.value().derivative, {}});
  calculus::Evaluator derivative(pool, extended);
  derivative.bind(at);
  derivative.set(x, x_value);
  proof.symbolic = derivative.run();

  const auto value_at = [&](double place) {
    if (is_output) return place;
    function.set(x, place);
    return function.run();
  };
  const double scale = std::max(1.0, std::fabs(x_value));
  bool is_found = false;
  for (const double relative : kSteps) {
    const double h = relative * scale;
    const double difference = (value_at(x_value + h) - value_at(x_value - h)) / (2 * h);
    const bool is_better = is_close(difference, proof.symbolic, kCoarse);
    if (!is_found || is_better) {
      proof.step = h;
      proof.difference = difference;
    }
    is_found = true;
    if (is_better) break;
  }

  if (std::isnan(here)) {  // no function, no slope, whatever the formulas for it may give
    proof.symbolic = proof.reverse = proof.difference = here;
    proof.reason = Disagreement::undefined;
  } else if (std::isnan(proof.symbolic) || std::isnan(proof.difference)) {
    proof.reason = Disagreement::undefined;
  } else if (has_kink(value_at, here, x_value, scale)) {
    proof.reason = Disagreement::kink;
  } else if (!is_close(proof.symbolic, proof.reverse, kExact) || !is_close(proof.symbolic, proof.difference, kCoarse)) {
    proof.reason = Disagreement::rounding;
  }
  return proof;
}

}  // namespace chainwise::graph
