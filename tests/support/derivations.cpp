#include "tests/support/derivations.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/equations.h"

namespace chainwise::test {

using calculus::Bindings;
using calculus::Derivation;
using calculus::Expr;
using calculus::Op;
using calculus::Step;

namespace {

using Scope = Equations::Scope;
using Visit = std::function<void(const Step&, std::uint32_t index, const Scope& scope)>;

/// Every step in reading order, with the inner names that are in force there.
void walk(const Derivation& derivation, const std::vector<std::uint32_t>& list, const Scope& scope,
          const Visit& visit) {
  for (const std::uint32_t index : list) {
    const Step& step = derivation.steps[index];
    Scope here = scope;
    if (step.inner_name) here[step.inner_name->index] = step.inner;
    visit(step, index, here);
    walk(derivation, step.steps, here, visit);
  }
}

bool contains(const calculus::Pool& pool, Expr whole, Expr part) {
  const std::vector<Expr> nodes = calculus::reachable(pool, whole);
  return std::find(nodes.begin(), nodes.end(), part) != nodes.end();
}

void check_equations(const Source& source, const Derivation& derivation, bool must_be_defined) {
  const std::vector<Bindings> all = points(source);
  // An output without a name is given one, and its total derivative is that of the name.
  calculus::Program program = source.program;
  const Step& outermost = derivation.steps[derivation.top[0]];
  const Step& first = outermost.rule == "repeat" ? derivation.steps[outermost.steps[0]] : outermost;
  if (source.pool.name(program.output().name).empty() && first.inner_name &&
      (first.rule == "links" || first.rule == "fork"))
    program.definitions.back().name = *first.inner_name;
  walk(derivation, derivation.top, {}, [&](const Step& step, std::uint32_t, const Scope& scope) {
    // An answer with names in it is derived once more: from here on it has a name itself, and what is derived is all of
    // it, through its names.
    const bool names_answer = step.rule == "definition" && step.inner_name;
    if (names_answer) program.definitions.push_back({*step.inner_name, step.inner});
    int compared = 0;
    for (const Bindings& at : all) {
      Equations equations(source.pool, program, at);
      const double before =
          names_answer ? equations.total_derivative(step.inner, *step.label_by) : equations.value(step.before, scope);
      const double after = equations.value(step.after, scope);
      if (!std::isfinite(before) || !std::isfinite(after)) continue;
      const bool is_pending = source.pool.op(step.before) == Op::derivative;
      const Expr whole = is_pending ? source.pool.child(step.before, 0) : step.before;
      if (std::fabs(before) > 1e6 || std::fabs(equations.value(whole, scope)) > 1e6) continue;
      ++compared;
      INFO(shown(source, step) << " at point " << &at - all.data() << ": " << before << ", " << after);
      CHECK(is_close(before, after, 1e-7));
    }
    INFO(shown(source, step));
    if (must_be_defined) CHECK(compared > 0);
  });
}

void check_done(const Source& source, const Derivation& derivation) {
  for (const Expr e : calculus::reachable(source.pool, derivation.derivative)) {
    CHECK(source.pool.op(e) != Op::derivative);
    if (source.pool.op(e) != Op::symbol) continue;
    const std::vector<Expr>& inputs = source.program.inputs;
    const bool is_known = source.program.find(e) || std::find(inputs.begin(), inputs.end(), e) != inputs.end();
    INFO(source.pool.name(e));
    CHECK(is_known);
  }
  walk(derivation, derivation.top, {}, [&](const Step& step, std::uint32_t, const Scope&) {
    bool is_rule = false;
    for (const calculus::Rule& rule : calculus::rules()) is_rule = is_rule || rule.id == step.rule;
    INFO(step.rule);
    CHECK(is_rule);
    if (step.rule == "table") CHECK(step.function.has_value());
  });
}

}  // namespace

std::string shown(const Source& source, const Step& step) {
  return std::string(step.rule) + ": " + source.text(step.before) + " = " + source.text(step.after);
}

std::vector<Bindings> points(const Source& source) {
  std::vector<Bindings> result;
  for (const double x : {0.3, 0.7, 1.4, 2.2, 3.6, -0.6, -1.8}) {
    Bindings at;
    double other = 0.45;
    for (const Expr input : source.program.inputs) {
      const std::string& name = source.pool.name(input);
      at.emplace_back(name, name == "x" ? x : other + 0.1 * x);
      other += 0.4;
    }
    result.push_back(std::move(at));
  }
  return result;
}

void check_replay(Source& source, const Derivation& derivation) {
  const auto replay = [&](Expr stands, const std::vector<std::uint32_t>& list) {
    for (const std::uint32_t index : list) {
      const Step& step = derivation.steps[index];
      INFO("in " << source.text(stands) << "\nstep " << shown(source, step));
      CHECK(contains(source.pool, stands, step.before));
      const Expr from[] = {step.before}, to[] = {step.after};
      stands = calculus::substitute(source.pool, stands, from, to);
    }
    return stands;
  };
  REQUIRE(!derivation.top.empty());
  const Expr reached = replay(derivation.asked, derivation.top);
  CHECK(source.text(reached) == source.text(derivation.derivative));
  walk(derivation, derivation.top, {}, [&](const Step& step, std::uint32_t, const Scope&) {
    if (step.steps.empty()) return;
    INFO("below " << shown(source, step));
    CHECK(source.text(replay(step.before, step.steps)) == source.text(step.after));
  });
}

void check_nothing_twice(const Source& source, const Derivation& derivation) {
  std::set<std::uint32_t> seen;
  walk(derivation, derivation.top, {}, [&](const Step& step, std::uint32_t index, const Scope&) {
    if (step.steps.empty()) return;
    INFO(shown(source, step));
    CHECK(seen.insert(index).second);
  });
}

void check_derivation(Source& source, std::string_view variable, const calculus::DifferentiateOptions& options,
                      bool must_be_defined) {
  const auto derivation = calculus::differentiate(source.pool, source.program, variable, options);
  REQUIRE(derivation.ok());
  check_equations(source, derivation.value(), must_be_defined);
  check_replay(source, derivation.value());
  check_nothing_twice(source, derivation.value());
  check_done(source, derivation.value());
}

}  // namespace chainwise::test
