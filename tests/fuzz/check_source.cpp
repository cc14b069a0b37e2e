#include "tests/fuzz/check_source.h"

#include <algorithm>
#include <cmath>

#include "core/calculus/differentiate.h"
#include "core/calculus/parse.h"
#include "core/calculus/print.h"
#include "core/calculus/simplify.h"
#include "core/graph/explanation.h"
#include "core/graph/forward_mode.h"
#include "core/graph/passes.h"
#include "core/graph/paths.h"
#include "core/graph/proof.h"
#include "tests/support/bounded_values.h"

namespace chainwise::test {
namespace {

using calculus::Bindings;
using calculus::Derivation;
using calculus::Expr;
using calculus::Format;
using calculus::Pool;
using calculus::Program;

// What takes more than linear time is left out for larger pools, so that the fuzzer tries many texts.
constexpr std::size_t kSmallPool = 2000;  // nodes
constexpr std::size_t kMostDefinitions = 3;
constexpr std::size_t kMostReadBack = 200'000;  // bytes; x^x^...^x has steps of hundreds of KB

class Check {
 public:
  Check(Pool& pool, Program program) : pool_(pool), program_(std::move(program)) {
    x_ = program_.inputs.empty() ? "x" : pool_.name(program_.inputs[0]);
    for (const double x : {0.37, 1.7, -0.83}) {
      Bindings at{{x_, x}};
      double value = x;
      for (const Expr input : program_.inputs)
        if (pool_.name(input) != x_) at.emplace_back(pool_.name(input), value = 0.45 + 0.7 * value);
      points_.push_back(std::move(at));
    }
  }

  std::string run(int order) {
    reads_back_as_program();
    std::size_t left = kMostDefinitions;
    for (std::size_t i = program_.definitions.size(); i-- > 0 && left-- > 0 && is_going_on();) {
      Program part = program_;
      part.definitions.resize(i + 1);
      check_program(part, order);
    }
    return problem_;
  }

 private:
  bool is_going_on() const { return problem_.empty() && !pool_.exhausted(); }

  void fail(std::string what) {
    if (is_going_on()) problem_ = std::move(what);
  }

  /// For messages.
  std::string text(Expr e) {
    const auto printed = calculus::print(pool_, e, Format::text);
    return printed.ok() ? printed.value() : printed.error().code;
  }

  template <class T>
  bool is_expected(const Result<T>& result, std::string_view what) {
    if (result.ok()) return is_going_on();
    const std::string& code = result.error().code;
    if (code != "too-many-nodes" && code != "print-too-long" && code != "nested-too-deep")
      fail(std::string(what) + " ended with " + code);
    return false;
  }

  void reads_back_as_program() {
    std::string source;
    for (const calculus::Definition& definition : program_.definitions) {
      const auto printed = calculus::print(pool_, definition.formula, Format::text);
      if (!is_expected(printed, "print")) return;
      const std::string& name = pool_.name(definition.name);
      source += (name.empty() ? "" : name + " = ") + printed.value() + "\n";
    }
    const auto again = calculus::parse(pool_, source);
    if (!again.ok() && again.error().code == "source-too-long") return;
    if (!is_expected(again, "reading the printed program")) return;
    const auto is_same = [](const calculus::Definition& a, const calculus::Definition& b) {
      return a.name == b.name && a.formula == b.formula;
    };
    if (!std::equal(program_.definitions.begin(), program_.definitions.end(), again.value().definitions.begin(),
                    again.value().definitions.end(), is_same))
      fail("the program reads back as another one: " + source);
  }

  void reads_back(Expr e) {
    if (!is_going_on() || read_back_ > kMostReadBack) return;
    const auto printed = calculus::print(pool_, e, Format::text);
    if (!is_expected(printed, "print")) return;
    read_back_ += printed.value().size();
    const auto again = calculus::parse(pool_, printed.value());
    if (!is_expected(again, "reading " + printed.value())) return;
    if (again.value().output().formula != e)
      fail(printed.value() + " reads back as " + text(again.value().output().formula));
  }

  void prints_in_all_formats(Expr e) {
    for (const Format format : {Format::latex, Format::mathml, Format::annotated})
      if (is_going_on()) is_expected(calculus::print(pool_, e, format), "print");
  }

  void same_value(const Program& program, Expr original, Expr changed, std::string_view what) {
    for (const Bindings& at : points_) {
      if (!is_going_on()) return;
      const BoundedValue a = bounded_value(pool_, program, original, at);
      const BoundedValue b = bounded_value(pool_, program, changed, at);
      if (may_be_equal(a, b)) continue;
      fail(std::string(what) + ": " + text(original) + " is " + std::to_string(a.value) + " (+-" +
           std::to_string(a.error) + "), but " + text(changed) + " is " + std::to_string(b.value) + " (+-" +
           std::to_string(b.error) + ") where " + x_ + " = " + std::to_string(at[0].second));
    }
  }

  void check_simplify(const Program& program, Expr e) {
    const Expr once = calculus::simplify(pool_, e).e;
    if (!is_going_on()) return;
    const Expr twice = calculus::simplify(pool_, once).e;
    if (once != twice) fail("simplify: " + text(e) + " becomes " + text(once) + ", and that " + text(twice));
    reads_back(once);
    prints_in_all_formats(once);
    if (pool_.size() < kSmallPool) same_value(program, e, once, "simplify");
  }

  void check_derivation(const Program& program, int order) {
    const auto derivation = calculus::differentiate(pool_, program, x_, {order, true});
    if (!is_expected(derivation, "differentiate")) return;
    const Derivation& d = derivation.value();
    reads_back(d.derivative);
    reads_back(d.unsimplified);
    prints_in_all_formats(d.derivative);
    if (calculus::simplify(pool_, d.derivative).e != d.derivative)
      fail("the derivative is not simplified: " + text(d.derivative));
    if (pool_.size() > kSmallPool) return;
    for (const calculus::Step& step : d.steps) {
      reads_back(step.before);
      reads_back(step.after);
    }
    if (order == 1) same_value(program, d.unsimplified, d.derivative, "the derivative's simplification");
  }

  /// Two of three ways that agree outvote the third; the difference quotient is never the accused, and no witness
  /// where rounding may have made it.
  void check_proof(const Program& program) {
    for (const Bindings& at : points_) {
      const auto proof = graph::prove(pool_, program, x_, at);
      if (!is_expected(proof, "prove")) return;
      const auto [symbolic, reverse, difference, step, reason] = proof.value();
      if (reason != graph::Disagreement::none && reason != graph::Disagreement::rounding) continue;
      const auto is_near = [](double a, double b, double tolerance) {
        return std::fabs(a - b) <= tolerance * std::max({1.0, std::fabs(a), std::fabs(b)});
      };
      // Where a base is negative, reverse mode has no slope for the exponent, even if that does not move: NaN.
      if (std::isnan(reverse) || is_near(symbolic, reverse, 1e-3)) continue;
      const double noise = bounded_value(pool_, program, program.output().formula, at).error / step;
      if (!(noise < 1e-4 * std::max(1.0, std::fabs(difference)))) continue;
      if (is_near(difference, reverse, 1e-4) || is_near(difference, symbolic, 1e-4))
        fail("d/d" + x_ + " of " + text(program.output().formula) + " where " + x_ + " = " +
             std::to_string(at[0].second) + ": symbolic " + std::to_string(symbolic) + ", reverse " +
             std::to_string(reverse) + ", difference " + std::to_string(difference));
    }
  }

  void check_graphs(const Program& program) {
    for (const graph::Detail detail : {graph::Detail::definitions, graph::Detail::operations}) {
      const graph::Graph built = graph::build_graph(pool_, program, detail);
      for (const graph::Node& node : built.nodes)
        for (std::size_t i = 0; i < node.arguments.size() && is_going_on() && pool_.size() < kSmallPool; ++i)
          reads_back(graph::local_formula(pool_, node, i, detail));
      if (is_going_on()) is_expected(graph::backpropagate(pool_, program, points_[0], detail), "backpropagate");
      if (is_going_on()) check_ways(program, detail);
    }
  }

  /// Forward mode, paths and explanation: each gives the gradient by x, and the last two in the same way.
  void check_ways(const Program& program, graph::Detail detail) {
    if (program.inputs.empty() || pool_.size() > kSmallPool) return;
    const auto tangents = graph::forward_derivative(pool_, program, x_, points_[0], detail);
    const auto paths = graph::paths(pool_, program, x_, points_[0], detail);
    const auto explained = graph::explain(pool_, program, program.inputs[0], points_[0], detail);
    if (!is_expected(tangents, "forward_derivative") || !is_expected(paths, "paths")) return;
    if (!is_expected(explained, "explain")) return;
    const double gradient = explained.value().gradient.value_or(0);
    if (gradient != paths.value().gradient && !std::isnan(gradient)) fail("paths and explain differ in the gradient");
    if (paths.value().count != explained.value().paths) fail("paths and explain differ in the number of paths");
    const bool is_needed = tangents.value().nodes.back().tangent.has_value();
    if (is_needed != (paths.value().count > 0)) fail("forward mode and paths differ in what depends on " + x_);
  }

  void check_program(const Program& source, int order) {
    prints_in_all_formats(source.output().formula);
    const auto resolved = calculus::resolve_derivatives(pool_, source);
    if (!is_expected(resolved, "resolve_derivatives")) return;
    const Program& program = resolved.value();
    reads_back(program.output().formula);
    check_simplify(program, program.output().formula);
    check_derivation(source, order);
    if (is_going_on()) check_graphs(program);
    if (is_going_on()) check_proof(program);
  }

  Pool& pool_;
  Program program_;
  std::string x_;
  std::vector<Bindings> points_;
  std::size_t read_back_ = 0;
  std::string problem_;
};

}  // namespace

std::string check_source(std::string_view source) {
  Pool pool;
  auto program = calculus::parse(pool, source);
  if (!program.ok()) {
    const Error& error = program.error();
    if (!error.has_span || error.span.position + error.span.length <= source.size()) return {};
    return error.code + " has a place outside of the text";
  }
  return Check(pool, std::move(program).value()).run(source.size() % 4 == 0 ? 2 : 1);
}

}  // namespace chainwise::test
