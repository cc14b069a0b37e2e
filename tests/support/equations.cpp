#include "tests/support/equations.h"

#include <cmath>
#include <set>
#include <vector>

namespace chainwise::test {

using calculus::Expr;
using calculus::Op;

namespace {

constexpr Expr kNothing{0xffffffff};

}  // namespace

Equations::Equations(const calculus::Pool& pool, const calculus::Program& program, const calculus::Bindings& at)
    : pool_(pool), program_(program), at_(at) {}

double Equations::value(Expr e, const Scope& scope) { return evaluate(e, kNothing, false, scope).value; }

double Equations::total_derivative(Expr formula, Expr variable) { return evaluate(formula, variable, true, {}).slope; }

Equations::Dual Equations::evaluate(Expr root, Expr by, bool total, const Scope& scope) {
  // All nodes that the value needs, through names as well; a name's index says nothing about its formula's here.
  std::set<std::uint32_t> done;
  std::vector<std::pair<Expr, bool>> stack{{root, false}};
  Values values;
  while (!stack.empty()) {
    const auto [e, is_ready] = stack.back();
    stack.pop_back();
    if (done.contains(e.index)) continue;
    const auto inner = scope.find(e.index);
    const calculus::Definition* definition = pool_.op(e) == Op::symbol ? program_.find(e) : nullptr;
    const bool is_bound = pool_.op(e) == Op::symbol && calculus::binding(at_, pool_.name(e)).has_value();
    if (!is_ready && pool_.op(e) != Op::derivative) {
      stack.emplace_back(e, true);
      if (inner != scope.end()) stack.emplace_back(inner->second, false);
      if (definition && !is_bound && inner == scope.end()) stack.emplace_back(definition->formula, false);
      for (const Expr child : pool_.children(e)) stack.emplace_back(child, false);
      continue;
    }
    done.insert(e.index);
    if (pool_.op(e) == Op::symbol) {
      values[e.index] = symbol(e, by, total, scope, values);
      continue;
    }
    if (pool_.op(e) == Op::derivative) {
      const Expr of = pool_.child(e, 0);
      const bool is_name = pool_.op(of) == Op::symbol && program_.find(of) != nullptr;
      values[e.index] = {evaluate(of, pool_.child(e, 1), is_name, scope).slope, std::nan("")};
      continue;
    }
    std::vector<double> arguments;
    std::vector<double> slopes(pool_.children(e).size());
    for (const Expr child : pool_.children(e)) arguments.push_back(values.at(child.index).value);
    calculus::local_derivatives(pool_, e, arguments, slopes);
    double slope = 0;
    for (std::size_t i = 0; i < slopes.size(); ++i) {
      const double inner_slope = values.at(pool_.child(e, i).index).slope;
      if (inner_slope != 0) slope += slopes[i] * inner_slope;
    }
    values[e.index] = {calculus::apply(pool_, e, arguments), slope};
  }
  return values.at(root.index);
}

Equations::Dual Equations::symbol(Expr e, Expr by, bool total, const Scope& scope, const Values& known) const {
  const auto inner = scope.find(e.index);
  const calculus::Definition* definition = program_.find(e);
  const std::optional<double> bound = calculus::binding(at_, pool_.name(e));
  Dual result{std::nan(""), 0};
  if (inner != scope.end())
    result = known.at(inner->second.index);
  else if (bound)
    result.value = *bound;
  else if (definition)
    result = {known.at(definition->formula.index).value, total ? known.at(definition->formula.index).slope : 0};
  if (e == by) result.slope = 1;
  return result;
}

}  // namespace chainwise::test
