#include "core/calculus/evaluate.h"

#include <algorithm>
#include <cmath>

#include "core/calculus/differentiate.h"
#include "core/calculus/functions.h"
#include "core/calculus/token.h"

namespace chainwise::calculus {
namespace {

double power_value(double base, double exponent) {
  if (base == 0 && exponent < 0) return kNaN;
  return std::pow(base, exponent);  // NaN for a negative base and a broken exponent; 0^0 is 1
}

}  // namespace

std::string plain_name(std::string_view name) {
  const Result<std::vector<Token>> tokens = tokenize(name);
  if (!tokens.ok() || tokens.value().size() != 2) return std::string(name);
  return tokens.value()[0].text;
}

std::optional<double> binding(const Bindings& at, std::string_view name) {
  for (const auto& [key, value] : at)
    if (plain_name(key) == name) return value;
  return std::nullopt;
}

double apply(const Pool& pool, Expr e, std::span<const double> arguments) {
  switch (pool.op(e)) {
    case Op::number: return pool.number_of(e).value;
    case Op::sum: {
      double sum = arguments[0];
      for (const double term : arguments.subspan(1)) sum += term;
      return sum;
    }
    case Op::product: {
      double product = arguments[0];
      for (const double factor : arguments.subspan(1)) product *= factor;
      return product;
    }
    case Op::quotient: return arguments[1] == 0 ? kNaN : arguments[0] / arguments[1];
    case Op::power: return power_value(arguments[0], arguments[1]);
    case Op::negate: return -arguments[0];
    case Op::call: {
      const FunctionRow& function = row(pool.function(e));
      return function.value(arguments.empty() ? 0 : arguments[0], arguments.size() > 1 ? arguments[1] : 0);
    }
    case Op::symbol:
    case Op::derivative: break;
  }
  return kNaN;
}

void local_derivatives(const Pool& pool, Expr e, std::span<const double> arguments, std::span<double> slopes) {
  const std::size_t n = arguments.size();
  switch (pool.op(e)) {
    case Op::sum: std::fill(slopes.begin(), slopes.end(), 1.0); break;
    case Op::negate: slopes[0] = -1; break;
    case Op::product: {  // the product of the others, from running products of both sides
      double before = 1;
      for (std::size_t i = 0; i < n; ++i) {
        slopes[i] = before;
        before *= arguments[i];
      }
      double after = 1;
      for (std::size_t i = n; i-- > 0;) {
        slopes[i] *= after;
        after *= arguments[i];
      }
      break;
    }
    case Op::quotient: {
      const double b = arguments[1];
      slopes[0] = b == 0 ? kNaN : 1 / b;
      slopes[1] = b == 0 ? kNaN : -arguments[0] / b / b;
      break;
    }
    case Op::power: {
      const double a = arguments[0];
      const double b = arguments[1];
      slopes[0] = b == 0 ? 0 : b * power_value(a, b - 1);
      slopes[1] = a > 0 ? std::pow(a, b) * std::log(a) : a == 0 && b > 0 ? 0 : kNaN;
      break;
    }
    case Op::call: {
      const FunctionRow& function = row(pool.function(e));
      for (std::size_t i = 0; i < n; ++i) slopes[i] = function.slope[i](arguments[0], n > 1 ? arguments[1] : 0);
      break;
    }
    case Op::number:
    case Op::symbol:
    case Op::derivative: break;
  }
}

Evaluator::Evaluator(const Pool& pool, const Program& program) : pool_(pool), root_(program.output().formula) {
  formula_.assign(pool.size(), -1);
  for (const Definition& definition : program.definitions) formula_[definition.name.index] = definition.formula.index;
  values_.assign(pool.size(), kNaN);
  bound_.assign(pool.size(), 0);
  const std::vector<Expr> order = evaluation_order(pool, program);
  std::vector<char> needed(pool.size(), 0);
  needed[root_.index] = 1;
  for (auto e = order.rbegin(); e != order.rend(); ++e) {
    if (!needed[e->index]) continue;
    nodes_.push_back(*e);
    if (formula_[e->index] >= 0) needed[static_cast<std::size_t>(formula_[e->index])] = 1;
    for (const Expr child : pool.children(*e)) needed[child.index] = 1;
  }
  std::reverse(nodes_.begin(), nodes_.end());
}

void Evaluator::bind(const Bindings& at) {
  for (const auto& [name, value] : at)
    if (const std::optional<Expr> e = pool_.find_symbol(plain_name(name))) set(*e, value);
}

void Evaluator::set(Expr name, double value) {
  if (name.index >= values_.size()) return;
  values_[name.index] = value;
  bound_[name.index] = 1;
}

Status Evaluator::check_bound() const {
  for (const Expr e : nodes_)
    if (pool_.op(e) == Op::symbol && !bound_[e.index] && formula_[e.index] < 0)
      return make_error("unbound-name", {{"name", pool_.name(e)}});
  return success();
}

double Evaluator::run() {
  std::vector<double> arguments;
  for (const Expr e : nodes_) {
    if (bound_[e.index]) continue;
    if (pool_.op(e) == Op::symbol) {
      values_[e.index] = values_[static_cast<std::size_t>(formula_[e.index])];
      continue;
    }
    arguments.clear();
    for (const Expr child : pool_.children(e)) arguments.push_back(values_[child.index]);
    values_[e.index] = apply(pool_, e, arguments);
  }
  return values_[root_.index];
}

Result<double> evaluate(Pool& pool, const Program& program, const Bindings& at) {
  const Result<Program> resolved = resolve_derivatives(pool, program);
  if (!resolved.ok()) return resolved.error();
  Evaluator evaluator(pool, resolved.value());
  evaluator.bind(at);
  if (Status bound = evaluator.check_bound(); !bound.ok()) return bound.error();
  return evaluator.run();
}

Result<std::optional<Cause>> undefined_cause(Pool& pool, const Program& program, const Bindings& at) {
  const Result<Program> resolved = resolve_derivatives(pool, program);
  if (!resolved.ok()) return resolved.error();
  Evaluator evaluator(pool, resolved.value());
  evaluator.bind(at);
  if (Status bound = evaluator.check_bound(); !bound.ok()) return bound.error();
  if (!std::isnan(evaluator.run())) return std::optional<Cause>();
  for (const Expr e : evaluator.nodes()) {
    if (!std::isnan(evaluator.value(e))) continue;
    Cause cause{e, {}, ""};
    for (const Expr child : pool.children(e)) cause.arguments.push_back(evaluator.value(child));
    if (pool.op(e) == Op::quotient || (pool.op(e) == Op::power && cause.arguments[0] == 0))
      cause.condition = "u ≠ 0";
    else if (pool.op(e) == Op::power)
      cause.condition = "u ≥ 0";
    else if (pool.op(e) == Op::call)
      cause.condition = row(pool.function(e)).domain;
    if (pool.op(e) == Op::quotient) std::reverse(cause.arguments.begin(), cause.arguments.end());
    return std::optional<Cause>(std::move(cause));
  }
  return std::optional<Cause>();
}

}  // namespace chainwise::calculus
